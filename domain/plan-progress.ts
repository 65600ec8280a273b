import type { Day } from './day.ts';
import type { Because, RequirementVerdict } from './readiness.ts';
import { begunOn, type Standings } from './statements.ts';
import { type OnboardingStep, onboardingSteps, type StepId } from './statute/onboarding-steps.ts';

/** How far a step has come: what is unknown is planned as what has not begun, and said so. */
export type StepState = 'done' | 'in-progress' | 'not-begun' | 'unknown';

/** A step that concerns the organisation, and how far it has come. */
export type StepProgress = OnboardingStep &
  (
    | { readonly state: 'in-progress' | 'done'; readonly since: Day }
    | { readonly state: 'not-begun' | 'unknown' }
  );

interface Facts {
  readonly requirements: readonly RequirementVerdict[];
  readonly standings: Standings;
  readonly on: Day;
}

/** Why it stands as it does; a waiver does not move the plan. */
const reasonOf = ({ because, underlyingBecause }: RequirementVerdict): Because =>
  underlyingBecause ?? because;

/** Whether its statement says so of a point; of what is done everything is said. */
const saysOf = (point: string, { standings }: Facts): boolean => {
  const statement = standings.cards?.all.at(-1);
  return statement !== undefined && 'points' in statement && statement.points?.[point] === true;
};

/** The agreement stands before the cards: once cards have been had, or only professional ones are needed. */
const agreementIsThere = (verdict: RequirementVerdict, facts: Facts): boolean =>
  reasonOf(verdict).kind === 'ended' ||
  reasonOf(verdict).kind === 'lacks' ||
  saysOf('cardAgreement', facts) ||
  saysOf('professionalCardsOnly', facts);

const progressOf = (
  step: OnboardingStep,
  verdict: RequirementVerdict,
  facts: Facts,
): readonly StepProgress[] => {
  const status = verdict.underlying ?? verdict.status;
  const standing = facts.standings[step.requirement];
  const since =
    (verdict.because.kind === 'shown' ? verdict.because.since : undefined) ??
    (standing && begunOn(standing)) ??
    facts.on;
  switch (status) {
    case 'ready':
    case 'expires-before-deadline':
      return [{ ...step, state: 'done', since }];
    case 'in-progress': {
      const agreed = agreementIsThere(verdict, facts);
      if (step.id === 'card-agreement' && agreed) return [{ ...step, state: 'done', since }];
      if (step.id === 'cards' && !agreed) return [{ ...step, state: 'not-begun' }];
      return [{ ...step, state: 'in-progress', since }];
    }
    case 'expired':
    case 'missing':
      return step.id === 'card-agreement' && agreementIsThere(verdict, facts)
        ? [{ ...step, state: 'done', since }]
        : [{ ...step, state: 'not-begun' }];
    case 'unknown':
      return [{ ...step, state: 'unknown' }];
    case 'waived':
    case 'not-applicable':
      return [];
  }
};

/**
 * The steps that concern an organisation, in the order in which they can be taken. Where one does not
 * concern it, what comes after it comes after those before it.
 */
export const openSteps = (facts: Facts): readonly StepProgress[] => {
  const steps = onboardingSteps.flatMap((step) => {
    const verdict = facts.requirements.find(({ requirement }) => requirement === step.requirement);
    return verdict === undefined ? [] : progressOf(step, verdict, facts);
  });
  const concerned = new Set(steps.map(({ id }) => id));
  const before = (id: StepId): readonly StepId[] =>
    concerned.has(id) ? [id] : afterOf(id).flatMap(before);
  return steps.map((step) => ({ ...step, after: [...new Set(step.after.flatMap(before))] }));
};

const afterOf = (id: StepId): readonly StepId[] =>
  onboardingSteps.find((step) => step.id === id)?.after ?? [];
