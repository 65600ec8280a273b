import type { Language } from '../../../domain/language.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { StepState } from '../../../domain/plan-progress.ts';
import { sources } from '../../../domain/statute/sources.ts';
import { describeWhole, describeWindows } from '../../../domain/texts/plan-texts.ts';
import { noLeadTime } from '../../../domain/texts/step-texts.ts';
import type { Chart, Row } from './chart.ts';
import { below, type Line, paragraph, paragraphs } from './lines.ts';
import { frame } from './picture-frame.ts';
import { legendTexts, longestTimes, wholeSources } from './picture-texts.ts';

/** What a sign in the picture can be. */
export type Sign = StepState | keyof typeof legendTexts | 'moment';

export interface LegendEntry {
  readonly sign: Sign;
  /** The middle of the sign. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly Line[];
}

/** What stands under the chart: what its signs mean, and what must be known to read it. */
export interface Foot {
  readonly top: number;
  readonly legend: readonly LegendEntry[];
  readonly notes: readonly Line[];
  readonly bottom: number;
}

const isMoment = ({ earliest }: Row): boolean =>
  earliest !== undefined && earliest.from === earliest.to;

/** The signs that the picture has, each with its words. */
const signsOf = (
  rows: readonly Row[],
  language: Language,
): readonly (readonly [Sign, string])[] => {
  const steps = rows.filter(({ facts }) => facts.id !== 'whole');
  const states = (['done', 'in-progress', 'not-begun', 'unknown'] as const).flatMap((state) => {
    const found = steps.find(({ facts }) => facts.state === state);
    return found === undefined ? [] : [[state, found.facts.stateWord] as const];
  });
  const when = (sign: keyof typeof legendTexts, isThere: boolean) =>
    isThere ? [[sign, legendTexts[sign][language]] as const] : [];
  return [
    ...states,
    ...when(
      'step',
      steps.some((row) => row.earliest !== undefined && !isMoment(row)),
    ),
    ...(steps.some(isMoment) ? [['moment', noLeadTime[language]] as const] : []),
    ...when(
      'latest',
      rows.some(({ latest }) => latest !== undefined),
    ),
    ...when(
      'slack',
      rows.some(({ slack }) => slack !== undefined),
    ),
    ...when(
      'whole',
      rows.some(({ facts }) => facts.id === 'whole'),
    ),
    ...when(
      'window',
      rows.some(({ window }) => window !== undefined),
    ),
    ...when(
      'critical',
      rows.some(({ facts }) => facts.isCritical),
    ),
    ...when(
      'late',
      rows.some(({ facts }) => facts.isLate),
    ),
  ];
};

const style = { size: 12.5, colour: 'ink' } as const;
const signWidth = 44;
const gutter = 20;

/** In two columns, row by row. */
const legendOf = (
  signs: readonly (readonly [Sign, string])[],
  top: number,
): { readonly entries: readonly LegendEntry[]; readonly bottom: number } => {
  const columnWidth = (frame.right - frame.left - gutter) / 2;
  const entries: LegendEntry[] = [];
  let rowTop = top;
  for (let i = 0; i < signs.length; i += 2) {
    const row = signs.slice(i, i + 2).map(([sign, text], column): LegendEntry => {
      const x = frame.left + column * (columnWidth + gutter);
      const place = { x: x + signWidth, top: rowTop, width: columnWidth - signWidth };
      return { sign, x: x + 18, y: rowTop + 8.5, lines: paragraph({ text, style, place }) };
    });
    entries.push(...row);
    rowTop = Math.max(...row.map(({ lines }) => below(lines, rowTop))) + 7;
  }
  return { entries, bottom: rowTop };
};

/** The estimate of the whole: on what it rests, what it would be otherwise, and who says so. */
const wholeNotes = (plan: Plan, language: Language): readonly string[] => {
  const ids = plan.whole?.variants.flatMap(({ leadTime }) => leadTime.sources) ?? [];
  const names = [...new Set(ids)].map((id) => sources[id].name[language]);
  return names.length === 0
    ? []
    : [...describeWhole(plan, language), wholeSources(names, language)];
};

const notesOf = (plan: Plan, language: Language, { rows, timeline }: Chart): readonly string[] => {
  if (timeline === undefined) return [];
  const hasLengths = rows.some((row) => row.earliest !== undefined && !isMoment(row));
  return [
    ...wholeNotes(plan, language),
    ...(hasLengths ? [longestTimes[language]] : []),
    ...describeWindows(plan, language),
  ];
};

export const footOf = (
  {
    plan,
    language,
    chart,
  }: { readonly plan: Plan; readonly language: Language; readonly chart: Chart },
  top: number,
): Foot => {
  const signs = chart.timeline === undefined ? [] : signsOf(chart.rows, language);
  const { entries, bottom } = legendOf(signs, top + 12);
  const notes = paragraphs(notesOf(plan, language, chart), {
    style: { ...style, colour: 'muted' },
    place: { x: frame.left, top: bottom + 8, width: frame.right - frame.left },
    gap: 2,
  });
  return { top, legend: entries, notes, bottom: below(notes, bottom) };
};
