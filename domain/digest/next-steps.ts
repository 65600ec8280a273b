import type { Day } from '../day.ts';
import type { PlannedVerdict } from '../evaluation.ts';
import { inOrder } from '../in-order.ts';
import type { RequirementStatus } from '../readiness.ts';
import type { ObligationId } from '../statute/obligation-ids.ts';
import type { RequirementId } from '../statute/requirements/requirement-ids.ts';

/** What would help most now. */
export type NextStep =
  /** Nothing is known about any of the requirements: ask for a self-assessment. */
  | { readonly kind: 'assess'; readonly requirements: number }
  | {
      readonly kind: 'requirement';
      readonly requirement: RequirementId;
      readonly status: UnfinishedStatus;
      readonly start: LatestStart | null;
    }
  | { readonly kind: 'obligation'; readonly obligation: ObligationId };

/** The day by which a step must be begun. */
export interface LatestStart {
  readonly by: Day;
  readonly isPast: boolean;
}

export interface NextSteps {
  readonly next: readonly NextStep[];
  /** How many further requirements hold these duties up. */
  readonly moreSteps: number;
}

const unfinished = [
  'expired',
  'missing',
  'expires-before-deadline',
  'in-progress',
  'unknown',
] as const satisfies readonly RequirementStatus[];
export type UnfinishedStatus = (typeof unfinished)[number];

/** A reader acts on the first few steps; the rest is counted. */
const stepsShown = 4;

export const isUnfinished = (status: RequirementStatus): status is UnfinishedStatus =>
  unfinished.some((one) => one === status);

/**
 * The latest start, where it says something: before the duty is due, while it is still to come, and of
 * what has not been begun.
 */
const startOf = (
  { status, latestStart }: PlannedVerdict,
  { due, night }: { readonly due: Day; readonly night: Day },
): LatestStart | null =>
  latestStart === undefined || latestStart >= due || due < night || status === 'in-progress'
    ? null
    : { by: latestStart, isPast: latestStart < night };

const byLatestStart = (a: PlannedVerdict, b: PlannedVerdict): number =>
  inOrder(a.latestStart ?? afterAll, b.latestStart ?? afterAll);

const last = <T>(items: readonly T[], isLast: (item: T) => boolean): readonly T[] => [
  ...items.filter((item) => !isLast(item)),
  ...items.filter(isLast),
];
/** After every day: what has no latest start presses least. */
const afterAll = '9999';

/**
 * The first steps that would bring these obligations forward: requirements known to be unfinished
 * before those of which nothing is known, each by their latest start. What the mail tells in full
 * already comes after the others that are known.
 */
export const nextStepsFor = (
  obligations: readonly ObligationId[],
  requirements: readonly PlannedVerdict[],
  {
    told,
    ...when
  }: {
    readonly due: Day;
    readonly night: Day;
    readonly told: readonly RequirementId[];
  },
): NextSteps => {
  const open = requirements
    .filter(({ holdsUp }) => holdsUp.some((id) => obligations.includes(id)))
    .toSorted(byLatestStart)
    .flatMap((verdict) => {
      const { requirement, status } = verdict;
      return isUnfinished(status)
        ? [{ kind: 'requirement' as const, requirement, status, start: startOf(verdict, when) }]
        : [];
    });
  const known = last(
    open.filter(({ status }) => status !== 'unknown'),
    ({ requirement }) => told.includes(requirement),
  );
  const [obligation] = obligations;
  if (open.length === 0 && obligation !== undefined) {
    return { next: [{ kind: 'obligation', obligation }], moreSteps: 0 };
  }
  if (known.length === 0) {
    return { next: [{ kind: 'assess', requirements: open.length }], moreSteps: 0 };
  }
  const steps = [...known, ...open.filter(({ status }) => status === 'unknown')];
  return {
    next: steps.slice(0, stepsShown),
    moreSteps: Math.max(0, steps.length - stepsShown),
  };
};
