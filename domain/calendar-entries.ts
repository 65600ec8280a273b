import { addDays, type Day, earliestOf, yearOf } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { citationsOf } from './digest/cited.ts';
import { type DueTogether, dueTogether, together } from './digest/due-together.ts';
import { type NextStep, nextStepsFor } from './digest/next-steps.ts';
import { type DayEvaluation, type EvaluationInput, evaluateDay } from './evaluation.ts';
import { countsUntil, type EvidenceEnd, evidenceEnds } from './evidence.ts';
import { gathered } from './gathered.ts';
import { inOrder } from './in-order.ts';
import type { PlannedStep } from './plan.ts';
import type { RequirementVerdict } from './readiness.ts';
import { standingsOn } from './statements.ts';
import { catalogue as ours } from './statute/catalogue.ts';
import type { Citation } from './statute/citation.ts';
import type { StepId } from './statute/onboarding-steps.ts';
import { chapter3BindsPublicFrom } from './statute/requirements/registration.ts';
import { type RequirementId, requirementIds } from './statute/requirements/requirement-ids.ts';
import { evidenceEndOf, isCoveredByDeadline, partsOf } from './warnings.ts';

/*
 * What an organisation's calendar shows: each day that still asks something of it. What is met is not
 * there, nor a milestone, which binds the national services and not the organisation.
 */

interface Dated {
  /** Names the entry for good, within its organisation and kind. */
  readonly id: string;
  readonly day: Day;
  /** The day on which to be reminded, today or later; null where none is left. */
  readonly alarm: Reminder | null;
}

export interface Reminder {
  readonly on: Day;
  /** What must begin on that day at the latest; empty where the day only comes near. */
  readonly begin: readonly StepId[];
}

/** Duties that fall due together and are not met. */
export interface DeadlineEntry extends Dated, Omit<DueTogether, 'due' | 'daysLeft'> {
  readonly kind: 'deadline';
  readonly isOverdue: boolean;
  /** What would help most now. */
  readonly next: Next | null;
}

/** A next step without its latest start, which has an entry of its own. */
type Next =
  | Exclude<NextStep, { readonly kind: 'requirement' }>
  | { readonly kind: 'requirement'; readonly requirement: RequirementId };

/** The last day on which evidence of a requirement holds. */
export interface EndingEntry extends Dated {
  readonly kind: 'ending';
  readonly requirement: RequirementId;
  /** The points of the evidence that end; empty where the whole does. */
  readonly points: readonly string[];
  /** In how many units, where they were spoken of singly; else 0. */
  readonly units: number;
  readonly isOverdue: boolean;
  readonly citations: readonly Citation[];
}

/** What must begin on that day at the latest for the plan to hold. */
export interface StartEntry extends Dated {
  readonly kind: 'start';
  readonly steps: readonly StepId[];
  /** What the plan leads to. */
  readonly target: Pick<Deadline, 'obligation' | 'due'>;
  readonly isOverdue: false;
  readonly citations: readonly Citation[];
}

export type CalendarEntry = DeadlineEntry | EndingEntry | StartEntry;

/** A rung of the ladders of deadlines and of evidence alike. */
const remindBefore = 30;

const reminderBefore = (day: Day, today: Day): Reminder | null => {
  const on = addDays(day, -remindBefore);
  return on >= today ? { on, begin: [] } : null;
};

/** A yearly duty is another one each year. */
const lastingId = ({ id, actionableFrom }: Deadline): string =>
  actionableFrom === undefined ? id : `${id}/${yearOf(actionableFrom)}`;

type Planned = Pick<DayEvaluation, 'plan' | 'requirements' | 'on'>;

/** Steps not begun whose latest start is still ahead, where it says more than the deadline itself. */
const comingStarts = ({
  plan: { steps, target },
  on,
}: Planned): readonly { readonly step: PlannedStep; readonly by: Day }[] =>
  steps.flatMap((step) => {
    const by = step.days.latestStart;
    const isOpen = step.state === 'not-begun' || step.state === 'unknown';
    return isOpen && by !== undefined && by >= on && target !== undefined && by < target.due
      ? [{ step, by }]
      : [];
  });

/** The first coming latest start of what leads to some duties; else a day some time before they are due. */
const deadlineAlarm = (
  { obligations, due }: Pick<DueTogether, 'obligations' | 'due'>,
  evaluation: Planned,
): Reminder | null => {
  const leadsThere = ({ requirement }: PlannedStep): boolean =>
    evaluation.requirements.some(
      (verdict) =>
        verdict.requirement === requirement &&
        verdict.holdsUp.some((one) => obligations.includes(one)),
    );
  const starts = comingStarts(evaluation).filter(({ step, by }) => by < due && leadsThere(step));
  const on = earliestOf(starts.map(({ by }) => by));
  if (on === undefined) return reminderBefore(due, evaluation.on);
  return { on, begin: starts.flatMap(({ step, by }) => (by === on ? [step.id] : [])) };
};

const withoutStart = (step: NextStep | undefined): Next | null =>
  step?.kind === 'requirement'
    ? { kind: 'requirement', requirement: step.requirement }
    : (step ?? null);

const deadlineEntries = (evaluation: DayEvaluation): readonly DeadlineEntry[] => {
  const { deadlines, requirements, on } = evaluation;
  return together(deadlines.filter(({ status }) => status !== 'met')).map((group) => {
    const { due, daysLeft: _, ...common } = dueTogether(group, on);
    const { next } = nextStepsFor(common.obligations, requirements, { due, night: on, told: [] });
    return {
      kind: 'deadline',
      id: lastingId(group[0]),
      day: due,
      ...common,
      isOverdue: group[0].status === 'overdue',
      next: withoutStart(next[0]),
      alarm: deadlineAlarm({ obligations: common.obligations, due }, evaluation),
    };
  });
};

/** What exactly ends: nothing is said of a point where the whole ends with it. */
const pointsOf = (ends: readonly EvidenceEnd[]): readonly string[] => {
  const points = ends.flatMap(({ point }) => point ?? []);
  return points.length < ends.length ? [] : [...new Set(points)];
};

/** The evidence of a requirement that ends, by its last days. The yearly check is a deadline itself. */
const endingsOf = (verdict: RequirementVerdict, on: Day): readonly EndingEntry[] => {
  if (isCoveredByDeadline(verdict)) return [];
  const ends = partsOf(verdict).flatMap((part) =>
    evidenceEndOf(part) === undefined ? [] : (part.ends ?? []).map((end) => ({ part, end })),
  );
  return gathered(ends, ({ end }) => end.until).map((group) => {
    const day = group[0].end.until;
    return {
      kind: 'ending',
      id: `${verdict.requirement}/${day}`,
      day,
      requirement: verdict.requirement,
      points: pointsOf(group.map(({ end }) => end)),
      units: verdict.units === undefined ? 0 : new Set(group.map(({ part }) => part)).size,
      isOverdue: day < on,
      alarm: reminderBefore(day, on),
      citations: citationsOf([verdict]),
    };
  });
};

/** What must begin on one day is one entry; it rings by itself where its deadline does not that day. */
const startEntries = (
  evaluation: DayEvaluation,
  deadlines: readonly DeadlineEntry[],
): readonly StartEntry[] => {
  const { target } = evaluation.plan;
  if (target === undefined) return [];
  const { obligation, due } = target;
  return gathered(comingStarts(evaluation), ({ by }) => by).map((group) => {
    const day = group[0].by;
    const steps = group.map(({ step }) => step.id);
    return {
      kind: 'start',
      id: `${target.id}/${day}`,
      day,
      steps,
      target: { obligation, due },
      isOverdue: false,
      alarm: deadlines.some(({ alarm }) => alarm?.on === day) ? null : { on: day, begin: steps },
      citations: citationsOf([target]),
    };
  });
};

/** The entries of a calendar as an evaluation finds them, by their days; none once the operation has ended. */
export const calendarEntries = (evaluation: DayEvaluation): readonly CalendarEntry[] => {
  if (evaluation.ended) return [];
  const deadlines = deadlineEntries(evaluation);
  return [
    ...deadlines,
    ...evaluation.requirements.flatMap((verdict) => endingsOf(verdict, evaluation.on)),
    ...startEntries(evaluation, deadlines),
  ].toSorted((a, b) => inOrder(a.day, b.day));
};

/** An organisation's calendar on a day. */
export const calendarOn = (input: Omit<EvaluationInput, 'catalogue'>): readonly CalendarEntry[] =>
  calendarEntries(evaluateDay(input));

/**
 * How many things had changed by a day that can change an entry without a new fact: the law, statements
 * and evidence that ended, waivers that began or ended. It never falls, neither by time nor by facts
 * that are added.
 */
export const changesBy = ({
  assessments,
  waivers,
  on,
}: Pick<EvaluationInput, 'assessments' | 'waivers' | 'on'>): number => {
  const law = ours.obligations.filter(
    ({ knownFrom, inForceFrom }) => knownFrom <= on && inForceFrom <= on,
  );
  const standings = standingsOn(assessments, on);
  const ends = requirementIds.flatMap((requirement) => {
    const { all = [], units = {} } = standings[requirement] ?? {};
    return [...all, ...Object.values(units).flat()].flatMap((statement) => {
      const ended = evidenceEnds(requirement, statement);
      return [
        ...ended.map(({ until }) => until),
        ...[countsUntil(requirement, statement, ended)].flatMap((until) => until ?? []),
      ];
    });
  });
  const bindsPublic = addDays(chapter3BindsPublicFrom, -1);
  const waived = waivers.flatMap(({ from, until }) => [addDays(from, -1), until]);
  return law.length + [...ends, ...waived, bindsPublic].filter((last) => last < on).length;
};
