import type { Language } from '../../../domain/language.ts';
import type { Plan, PlanState } from '../../../domain/plan.ts';
import { obligationTexts } from '../../../domain/statute/obligation-texts.ts';
import { formatCitations } from '../../../domain/texts/citations.ts';
import { describePlan } from '../../../domain/texts/plan-texts.ts';
import { planStateTexts } from '../../../domain/texts/step-texts.ts';
import { below, type Line, line, paragraph } from './lines.ts';
import type { Colour } from './palette.ts';
import type { Frame } from './picture-frame.ts';
import { asOf, goal, heading, readyAt } from './picture-texts.ts';
import { widthOf } from './text-width.ts';

/** What stands over the chart: whose plan it is, what it leads to, and the verdict. */
export interface Heading {
  readonly lines: readonly Line[];
  readonly verdict: {
    readonly box: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };
    readonly colour: Colour;
    readonly text: Line;
  };
  readonly bottom: number;
}

const verdictColours: Readonly<Record<PlanState, Colour>> = {
  'too-late': 'late',
  tight: 'window',
  'in-time': 'step',
  finished: 'done',
  ended: 'muted',
  'no-deadline': 'muted',
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How the plan stands, in a sentence or two. */
const verdictOf = (plan: Plan, language: Language): string => {
  const { state, earliestFinish: finish, slack } = plan;
  const ready = finish === undefined ? [] : [readyAt({ finish, slack }, language)];
  switch (state) {
    case 'too-late':
    case 'tight':
    case 'in-time':
      return ready.join(' ');
    case 'finished':
    case 'ended':
    case 'no-deadline':
      return [...describePlan(plan, language).slice(0, 1), ...ready].join(' ');
  }
};

const small = { size: 13, colour: 'muted' } as const;

export const headingOf = (
  {
    organisation,
    plan,
    language,
  }: { readonly organisation: string; readonly plan: Plan; readonly language: Language },
  frame: Frame,
): Heading => {
  const { target } = plan;
  const lines: Line[] = [];
  let top = frame.top;
  const add = (
    text: string,
    options: {
      readonly size: number;
      readonly bold?: boolean;
      readonly colour: Colour;
      readonly most?: number;
    },
  ) => {
    const { most, ...style } = options;
    const place = { x: frame.left, top, width: frame.right - frame.left };
    const set = paragraph({ text, style, place, ...(most === undefined ? {} : { most }) });
    lines.push(...set);
    top = below(set, top);
  };
  add(`${heading[language]}, ${asOf(plan.on, language)}`, small);
  top += 2;
  add(organisation, { size: 23, bold: true, colour: 'ink', most: 2 });
  if (target !== undefined) {
    top += 4;
    const { name } = obligationTexts[target.obligation];
    add(goal({ name, due: target.due }, language), { size: 15, colour: 'ink' });
    add(formatCitations(target.basis, language), small);
  }
  top += 10;
  const style = { size: 14, bold: true, colour: 'ground' } as const;
  const word = capitalised(planStateTexts[plan.state][language]);
  const width = widthOf(word, style) + 14;
  const box = { x: frame.left, y: top, width, height: 26 };
  const sentences = paragraph({
    text: verdictOf(plan, language),
    style: { size: 15, bold: true, colour: 'ink' },
    place: {
      x: frame.left + width + 12,
      top: top + 3,
      width: frame.right - frame.left - width - 12,
    },
  });
  return {
    lines: [...lines, ...sentences],
    verdict: {
      box,
      colour: verdictColours[plan.state],
      text: line(word, style, { x: frame.left + width / 2, y: top + 18, anchor: 'middle' }),
    },
    bottom: Math.max(top + box.height, below(sentences, top)),
  };
};
