import type { Day } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { deadlineRungOn, expiryRungOn, nextDeadlineRung, nextExpiryRung } from './ladder.ts';
import type { RequirementVerdict } from './readiness.ts';

/** What warnings are made from: how an organisation's deadlines and requirements stand on a day. */
export interface Warnable {
  readonly deadlines: readonly Deadline[];
  readonly requirements: readonly RequirementVerdict[];
  readonly on: Day;
  /** The operation has ended: nobody is warned any more. */
  readonly ended: boolean;
}

/** What a warning is about: a deadline by its id, or a requirement whose evidence ends. */
export type WarningKind = 'deadline' | 'requirement';

/**
 * A warning raised at a rung of the ladder. With the organisation, these four are its key: it is
 * raised once. `rung` is in days from the due day: -30 is thirty days before, 28 four weeks after.
 */
export interface Warning {
  readonly kind: WarningKind;
  readonly id: string;
  readonly due: Day;
  readonly rung: number;
}

/** The last warning raised of each subject, by `subjectOf`. */
export type Raised = Readonly<
  Record<string, { readonly due: Day; readonly rung: number; readonly settled?: boolean }>
>;

/** A warning's subject within its organisation: `deadline:join`, `requirement:cards`. */
export const subjectOf = ({ kind, id }: Pick<Warning, 'kind' | 'id'>): string => `${kind}:${id}`;

/** A warning's key, unique for ever: the same warning raised twice has the same key. */
export const warningKey = (businessId: string, warning: Warning): string =>
  `${businessId}|${subjectOf(warning)}|${warning.due}|${warning.rung}`;

const isWarnable = (deadline: Deadline, on: Day): boolean =>
  deadline.status !== 'met' &&
  (deadline.actionableFrom === undefined || on >= deadline.actionableFrom);

/** Evidence that holds now and ends, or has ended; what was never ready ends nothing. */
const endOf = ({ status, underlying, validUntil }: RequirementVerdict): Day | undefined => {
  const actual = underlying ?? status;
  return actual === 'ready' || actual === 'expires-before-deadline' || actual === 'expired'
    ? validUntil
    : undefined;
};

/** Every subject with a rung reached on the evaluation's day, at its most urgent rung. */
const reached = ({ deadlines, requirements, on, ended }: Warnable): Warning[] => {
  if (ended) return [];
  const ofDeadlines = deadlines.flatMap((deadline): Warning[] => {
    const rung = deadlineRungOn(deadline.due, on);
    return rung === undefined || !isWarnable(deadline, on)
      ? []
      : [{ kind: 'deadline', id: deadline.id, due: deadline.due, rung }];
  });
  const ofEvidence = requirements.flatMap((verdict): Warning[] => {
    const end = endOf(verdict);
    const rung = end === undefined ? undefined : expiryRungOn(end, on);
    return end === undefined || rung === undefined || isCoveredByDeadline(verdict)
      ? []
      : [{ kind: 'requirement', id: verdict.requirement, due: end, rung }];
  });
  return [...ofDeadlines, ...ofEvidence];
};

/** The yearly check's end is the deadline's own day: its ladder is the deadline's. */
const isCoveredByDeadline = ({ requirement }: RequirementVerdict): boolean =>
  requirement === 'soteri-check';

/**
 * The warnings to raise on the evaluation's day. A rung is due when its day has come and neither it
 * nor a later one was raised for the same day; of several late rungs only the most urgent is raised.
 */
export const warningsToRaise = (evaluation: Warnable, raised: Raised): readonly Warning[] =>
  reached(evaluation).filter((warning) => {
    const before = raised[subjectOf(warning)];
    return before === undefined || before.due !== warning.due || before.rung < warning.rung;
  });

/**
 * Subjects warned of before that have since been put in order and not yet been told as such: the duty
 * is met, the evidence renewed. A duty that has only gone away (the law or a fact moved it) is not.
 */
export const settledSince = (evaluation: Warnable, raised: Raised): readonly string[] =>
  [
    ...evaluation.deadlines
      .filter(({ status }) => status === 'met')
      .map(({ id, due }) => ({ subject: subjectOf({ kind: 'deadline', id }), due }))
      .filter(({ subject, due }) => raised[subject]?.due === due),
    ...evaluation.requirements
      .filter(({ status }) => status === 'ready')
      .map(({ requirement, validUntil }) => ({
        subject: subjectOf({ kind: 'requirement', id: requirement }),
        due: validUntil,
      }))
      .filter(({ subject, due }) => raised[subject] !== undefined && raised[subject].due !== due),
  ]
    .map(({ subject }) => subject)
    .filter((subject) => raised[subject]?.settled !== true);

/** Warnings as they stand once raised, by subject; of one subject the last. */
export const asRaised = (warnings: readonly Warning[]): Raised =>
  Object.fromEntries(
    warnings.map((warning) => [subjectOf(warning), { due: warning.due, rung: warning.rung }]),
  );

/**
 * What has been raised once this night's warnings are: a settled subject is kept and marked, so that
 * one that comes and goes is not warned of again at the same rung.
 */
export const raisedAfter = (evaluation: Warnable, raised: Raised): Raised => ({
  ...raised,
  ...Object.fromEntries(
    settledSince(evaluation, raised).flatMap((subject) => {
      const before = raised[subject];
      return before === undefined ? [] : [[subject, { ...before, settled: true }]];
    }),
  ),
  ...asRaised(warningsToRaise(evaluation, raised)),
});

/** The days after the evaluation's on which a new rung is reached. */
export const comingRungs = ({ deadlines, requirements, on, ended }: Warnable): readonly Day[] => {
  if (ended) return [];
  return [
    ...deadlines
      .filter(({ status }) => status !== 'met')
      .flatMap(({ due, actionableFrom }) => {
        const rung = nextDeadlineRung(due, on);
        return actionableFrom === undefined || rung >= actionableFrom ? [rung] : [actionableFrom];
      }),
    ...requirements.flatMap((verdict) => {
      const end = endOf(verdict);
      const rung = end === undefined ? undefined : nextExpiryRung(end, on);
      return rung === undefined ? [] : [rung];
    }),
  ];
};
