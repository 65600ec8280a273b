import type { RequirementStatus, RequirementVerdict } from '../readiness.ts';
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
    }
  | { readonly kind: 'obligation'; readonly obligation: ObligationId };

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

const isUnfinished = (status: RequirementStatus): status is UnfinishedStatus =>
  unfinished.some((one) => one === status);

/**
 * The first steps that would bring these obligations forward: requirements known to be unfinished,
 * in the order of their catalogue, before those of which nothing is known.
 */
export const nextStepsFor = (
  obligations: readonly ObligationId[],
  requirements: readonly RequirementVerdict[],
): NextSteps => {
  const open = requirements.flatMap(({ requirement, status, holdsUp }) =>
    isUnfinished(status) && holdsUp.some((id) => obligations.includes(id))
      ? [{ kind: 'requirement' as const, requirement, status }]
      : [],
  );
  const known = open.filter(({ status }) => status !== 'unknown');
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
