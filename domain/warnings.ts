import { addDays, type Day, daysBetween } from './day.ts';
import type { Deadline } from './deadlines.ts';
import type { OverallStatus } from './evaluation.ts';
import { gathered } from './gathered.ts';
import { inOrder } from './in-order.ts';
import {
  deadlineRungOn,
  type Ending,
  endingRungOn,
  nextDeadlineRung,
  nextEndingRung,
} from './ladder.ts';
import type { Plan } from './plan.ts';
import type { RequirementVerdict, UnitVerdict } from './readiness.ts';

/** What warnings are made from: how an organisation's deadlines, requirements and plan stand on a day. */
export interface Warnable {
  readonly deadlines: readonly Deadline[];
  readonly requirements: readonly RequirementVerdict[];
  readonly status: OverallStatus;
  readonly plan: Plan;
  readonly on: Day;
  /** The operation has ended: nobody is warned any more. */
  readonly ended: boolean;
}

/**
 * What a warning is about: a deadline by its id; a requirement whose evidence ends; a statement that is
 * about to count no more; a waiver that ends; a plan that has become too late for the deadline it leads to.
 */
export const warningKinds = ['deadline', 'requirement', 'statement', 'waiver', 'plan'] as const;
export type WarningKind = (typeof warningKinds)[number];

/**
 * A warning raised at a rung of the ladder. With the organisation, these four are its key: it is
 * raised once. `rung` is in days from the due day: -30 is thirty days before, 28 four weeks after; of a
 * plan it is the day on which it became too late. Where units were spoken of singly, what ends on one day
 * in any of them is one warning, and that day ends the id: `cards/2027-06-30`.
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

type Part = Pick<
  RequirementVerdict | UnitVerdict,
  'status' | 'because' | 'validUntil' | 'ends' | 'restateBy'
>;

/** Evidence that holds now and ends, or has ended; what was never ready ends nothing. */
export const evidenceEndOf = ({
  status,
  validUntil,
}: Pick<Part, 'status' | 'validUntil'>): Day | undefined =>
  status === 'ready' || status === 'expires-before-deadline' || status === 'expired'
    ? validUntil
    : undefined;

/** The last day of a statement that counts, or that has ceased to: a missed night is made up for. */
export const agesOn = ({
  because,
  restateBy,
}: Pick<Part, 'because' | 'restateBy'>): Day | undefined =>
  because.kind === 'aged' ? because.until : restateBy;

/** A requirement as a whole, without its waiver; or each unit where they were spoken of singly. */
export const partsOf = (verdict: RequirementVerdict): readonly Part[] => {
  if (verdict.units !== undefined) return verdict.units;
  const { underlying, underlyingBecause } = verdict;
  return underlying === undefined || underlyingBecause === undefined
    ? [verdict]
    : [{ ...verdict, status: underlying, because: underlyingBecause }];
};

/** The yearly check's end is the deadline's own day: its ladder is the deadline's. */
export const isCoveredByDeadline = ({ requirement }: RequirementVerdict): boolean =>
  requirement === 'soteri-check';

/** Something of a requirement that ends on a day, whatever ladder it has. */
interface EndingSubject extends Pick<Warning, 'kind' | 'id'> {
  readonly ending: Ending;
  readonly end: Day;
  /** Rungs before this day are past: it began with everyone knowing its end. */
  readonly from?: Day;
}

const ladderOf = ({ ends }: Part): Ending =>
  ends?.[0]?.recurring === true ? 'recurring' : 'evidence';

const endingsOf = (verdict: RequirementVerdict): readonly EndingSubject[] => {
  const id = (end: Day) =>
    verdict.units === undefined ? verdict.requirement : `${verdict.requirement}/${end}`;
  const ofParts = partsOf(verdict).flatMap((part): EndingSubject[] => {
    const end = isCoveredByDeadline(verdict) ? undefined : evidenceEndOf(part);
    const aged = agesOn(part);
    return [
      ...(end === undefined
        ? []
        : [{ kind: 'requirement', id: id(end), ending: ladderOf(part), end } as const]),
      ...(aged === undefined
        ? []
        : [{ kind: 'statement', id: id(aged), ending: 'statement', end: aged } as const]),
    ];
  });
  const once = gathered(ofParts, subjectOf).map(([subject]) => subject);
  return [...once, ...waiverEnd(verdict)];
};

/** The end of a waiver that holds, or that has ceased to with the requirement still not in order. */
const waiverEnd = ({ requirement, because, lapsed }: RequirementVerdict): EndingSubject[] => {
  const waiver = because.kind === 'waived' ? because : lapsed;
  return waiver === undefined
    ? []
    : [
        {
          kind: 'waiver',
          id: requirement,
          ending: 'waiver',
          end: waiver.until,
          from: waiver.from,
        },
      ];
};

const reachedEnding = ({ kind, id, ending, end, from }: EndingSubject, on: Day): Warning[] => {
  const rung = endingRungOn(ending, end, on);
  return rung === undefined || (from !== undefined && addDays(end, rung) < from)
    ? []
    : [{ kind, id, due: end, rung }];
};

/** A plan that has become too late, and that is the worst there is: an overdue deadline says it itself. */
const reachedPlan = ({ status, plan: { target }, on }: Warnable): Warning[] =>
  status !== 'too-late' || target === undefined
    ? []
    : [{ kind: 'plan', id: target.id, due: target.due, rung: daysBetween(target.due, on) }];

/** Every subject with a rung reached on the evaluation's day, at its most urgent rung. */
const reached = (evaluation: Warnable): Warning[] => {
  const { deadlines, requirements, on, ended } = evaluation;
  if (ended) return [];
  const ofDeadlines = deadlines.flatMap((deadline): Warning[] => {
    const rung = deadlineRungOn(deadline.due, on);
    return rung === undefined || !isWarnable(deadline, on)
      ? []
      : [{ kind: 'deadline', id: deadline.id, due: deadline.due, rung }];
  });
  return [
    ...ofDeadlines,
    ...requirements.flatMap(endingsOf).flatMap((subject) => reachedEnding(subject, on)),
    ...reachedPlan(evaluation),
  ];
};

/** What an id names apart from the day that may end it. */
const withoutDay = (id: string): string => id.replace(/\/\d{4}-\d{2}-\d{2}$/, '');

/**
 * Whether warnings of one due day are about the same: of a requirement as a whole, or of the units in
 * which it ends that day.
 */
export const isSameSubject = (
  one: Pick<Warning, 'kind' | 'id'>,
  other: Pick<Warning, 'kind' | 'id'>,
): boolean => one.kind === other.kind && withoutDay(one.id) === withoutDay(other.id);

/**
 * The last warning raised of a subject; else of the same end before units were spoken of singly, or
 * while they were: the end of evidence is not told anew because it is told of units.
 */
const lastRaised = (warning: Warning, raised: Raised): Raised[string] | undefined => {
  const own = raised[subjectOf(warning)];
  if (own !== undefined) return own;
  const { kind, due } = warning;
  const id = withoutDay(warning.id);
  const whole = raised[subjectOf({ kind, id })];
  return whole?.due === due ? whole : raised[subjectOf({ kind, id: `${id}/${due}` })];
};

/**
 * Whether a warning says something new after the last one of its subject. A plan does so only where it
 * had been in time again since: further steps that come to be late do not worsen what is too late.
 */
const isNew = (warning: Warning, before: Raised[string] | undefined): boolean => {
  if (before === undefined || before.due !== warning.due) return true;
  return warning.kind === 'plan' ? before.settled === true : before.rung < warning.rung;
};

/**
 * The warnings to raise on the evaluation's day. A rung is due when its day has come and neither it
 * nor a later one was raised for the same day; of several late rungs only the most urgent is raised.
 */
export const warningsToRaise = (evaluation: Warnable, raised: Raised): readonly Warning[] =>
  reached(evaluation).filter((warning) => isNew(warning, lastRaised(warning, raised)));

/** Of one day, what cannot be made any more stands first, and what takes minutes to put right last. */
const kindsByWeight: readonly WarningKind[] = [
  'plan',
  'deadline',
  'requirement',
  'waiver',
  'statement',
];

/** The warning that presses most first: the day that comes first, then by kind. */
export const byUrgency = (a: Warning, b: Warning): number =>
  inOrder(a.due, b.due) ||
  kindsByWeight.indexOf(a.kind) - kindsByWeight.indexOf(b.kind) ||
  inOrder(a.id, b.id);

/**
 * The warnings that were raised and still stand, each at the rung it was last raised at, the worst
 * first. What was put in order does not stand; what has come again since does, though it is not told
 * anew at the same rung. A plan is: until it has been, it is not among these.
 */
export const openWarnings = (evaluation: Warnable, raised: Raised): readonly Warning[] =>
  reached(evaluation)
    .flatMap((warning): Warning[] => {
      const last = lastRaised(warning, raised);
      if (last === undefined || last.due !== warning.due) return [];
      return warning.kind === 'plan' && last.settled === true
        ? []
        : [{ ...warning, rung: last.rung }];
    })
    .toSorted(byUrgency);

/** Ends of a requirement's evidence that were warned of and that no part of it has any more. */
const renewed = (
  verdict: RequirementVerdict,
  raised: Raised,
): readonly { readonly subject: string }[] => {
  const subject = subjectOf({ kind: 'requirement', id: verdict.requirement });
  const ends = partsOf(verdict).map(({ validUntil }) => validUntil);
  return Object.entries(raised).flatMap(([one, { due }]) =>
    withoutDay(one) === subject && !ends.includes(due) ? [{ subject: one }] : [],
  );
};

/** Plans that were too late and are not any more, nor overdue. */
const plansInTime = ({ status, plan: { target } }: Warnable): readonly string[] =>
  target === undefined || status === 'too-late' || (status === 'overdue' && target.status !== 'met')
    ? []
    : [subjectOf({ kind: 'plan', id: target.id })];

/**
 * Subjects warned of before that have since been put in order and not yet been told as such: the duty
 * is met, the evidence renewed, the plan in time again. A duty that has only gone away (the law or a
 * fact moved it) is not; nor is a statement made again, or a waiver that has ended.
 */
export const settledSince = (evaluation: Warnable, raised: Raised): readonly string[] =>
  [
    ...evaluation.deadlines
      .filter(({ status }) => status === 'met')
      .map(({ id, due }) => ({ subject: subjectOf({ kind: 'deadline', id }), due }))
      .filter(({ subject, due }) => raised[subject]?.due === due),
    ...evaluation.requirements
      .filter(({ status, underlying }) => (underlying ?? status) === 'ready')
      .flatMap((verdict) => renewed(verdict, raised)),
    ...plansInTime(evaluation)
      .filter((subject) => raised[subject] !== undefined)
      .map((subject) => ({ subject })),
  ]
    .map(({ subject }) => subject)
    .filter((subject) => raised[subject]?.settled !== true);

/** Warnings as they stand once raised, by subject; of one subject the last. */
export const asRaised = (warnings: readonly Warning[]): Raised =>
  Object.fromEntries(
    warnings.map((warning) => [subjectOf(warning), { due: warning.due, rung: warning.rung }]),
  );

/**
 * What has been raised once this night's warnings are, all but those that are left for another night: a
 * settled subject is kept and marked, so that one that comes and goes is not warned of again at the
 * same rung.
 */
export const raisedLeaving = (
  evaluation: Warnable,
  raised: Raised,
  left: readonly Warning[],
): Raised => ({
  ...raised,
  ...Object.fromEntries(
    settledSince(evaluation, raised).flatMap((subject) => {
      const before = raised[subject];
      return before === undefined ? [] : [[subject, { ...before, settled: true }]];
    }),
  ),
  ...asRaised(
    warningsToRaise(evaluation, raised).filter(
      (warning) => !left.some((one) => subjectOf(one) === subjectOf(warning)),
    ),
  ),
});

/** What has been raised once all of this night's warnings are. */
export const raisedAfter = (evaluation: Warnable, raised: Raised): Raised =>
  raisedLeaving(evaluation, raised, []);

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
    ...requirements
      .flatMap(endingsOf)
      .flatMap(({ ending, end }) => nextEndingRung(ending, end, on) ?? []),
  ];
};
