import type { Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { finishAfter } from '../../../domain/lead-time.ts';
import type { Plan, PlannedStep } from '../../../domain/plan.ts';
import type { StepState } from '../../../domain/plan-progress.ts';
import { projectStart, type StepId } from '../../../domain/statute/onboarding-steps.ts';
import { stepName, stepStateTexts } from '../../../domain/texts/step-texts.ts';
import { type DaySpan, notKnown, shortDay, stepInWords, wholeName } from './picture-texts.ts';

/** What a row of the picture shows, before it has a place. */
export interface RowFacts {
  readonly id: StepId | 'whole';
  readonly name: string;
  /** Said under the name, in smaller letters. */
  readonly details: readonly string[];
  readonly state: StepState | undefined;
  readonly stateWord: string;
  readonly hasBegun: boolean;
  /** By when it must begin; how far it has come, where it has begun. */
  readonly startBy: string;
  readonly earliest: DaySpan | undefined;
  readonly latest: DaySpan | undefined;
  /** The county's own time for it. */
  readonly window: DaySpan | undefined;
  readonly isCritical: boolean;
  readonly isLate: boolean;
  readonly inWords: string;
}

const spanOf = (from: Day | undefined, to: Day | undefined): DaySpan | undefined =>
  from === undefined || to === undefined ? undefined : { from, to };

/** In a plan that plans nothing any more, "not known" says nothing of how it is planned. */
const stateWordOf = (step: PlannedStep, language: Language): string =>
  step.state === 'unknown' && step.days.earliestStart === undefined
    ? notKnown[language]
    : stepStateTexts[step.state][language];

const startByOf = ({ state, days }: PlannedStep, language: Language): string => {
  switch (state) {
    case 'done':
    case 'in-progress':
      return stepStateTexts[state][language];
    case 'not-begun':
    case 'unknown':
      return days.latestStart === undefined ? '' : shortDay(days.latestStart, language);
  }
};

const stepRow = (step: PlannedStep, language: Language): RowFacts => {
  const { id, state, days, leadTime, slack, critical, window } = step;
  const isOpen = state !== 'done';
  const facts = {
    id,
    name: stepName(id)[language],
    details: [],
    state,
    stateWord: stateWordOf(step, language),
    hasBegun: state === 'done' || state === 'in-progress',
    earliest: isOpen ? spanOf(days.earliestStart, days.earliestFinish) : undefined,
    latest: isOpen ? spanOf(days.latestStart, days.latestFinish) : undefined,
    window,
    isCritical: critical,
    isLate: slack !== undefined && slack < 0,
  };
  return {
    ...facts,
    startBy: startByOf(step, language),
    window: window && { from: window.from, to: window.until },
    inWords: stepInWords(
      { ...facts, leadTime: isOpen ? leadTime?.text[language] : undefined },
      language,
    ),
  };
};

/** The estimate of the whole project, over its steps. */
const wholeRow = (
  { whole, target, earliestFinish, steps }: Plan,
  language: Language,
): readonly RowFacts[] => {
  const applied = whole?.variants.find(({ situation }) => situation === whole.situation);
  if (whole === null || applied === undefined || earliestFinish === undefined) return [];
  const { leadTime } = applied;
  const finish = finishAfter(whole.from, leadTime.longest);
  const due = target?.due;
  const latest = spanOf(applied.latestStart, due);
  const start = steps.find(({ id }) => id === projectStart);
  const facts = {
    id: 'whole' as const,
    name: wholeName[language],
    state: undefined,
    stateWord: '',
    hasBegun: start?.state === 'done' || start?.state === 'in-progress',
    earliest: { from: whole.from, to: finish },
    latest,
    window: undefined,
    isCritical: finish >= earliestFinish,
    isLate: due !== undefined && finish > due,
  };
  const text = leadTime.text[language];
  return [
    {
      ...facts,
      details: [text],
      startBy: facts.hasBegun
        ? stepStateTexts['in-progress'][language]
        : latest === undefined
          ? ''
          : shortDay(latest.from, language),
      inWords: stepInWords({ ...facts, leadTime: text }, language),
    },
  ];
};

export const rowsOf = (plan: Plan, language: Language): readonly RowFacts[] => [
  ...wholeRow(plan, language),
  ...plan.steps.map((step) => stepRow(step, language)),
];
