import type { Day } from './day.ts';
import type { Because, RequirementVerdict } from './readiness.ts';
import { begunOn, type Standings, type Statement } from './statements.ts';
import { type OnboardingStep, onboardingSteps, type StepId } from './statute/onboarding-steps.ts';
import type { Adviser } from './statute/requirements/requirement.ts';

/** How far a step has come: what is unknown is planned as what has not begun, and said so. */
export type StepState = 'done' | 'in-progress' | 'not-begun' | 'unknown';

/** A step that concerns the organisation, and how far it has come. */
export type StepProgress = OnboardingStep & { readonly ask: readonly Adviser[] } & (
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

/** What was stated of the requirement, or of the unit that its status is of. */
const statementsOf = (
  { requirement, worstUnit }: RequirementVerdict,
  { standings }: Facts,
): readonly Statement[] => {
  const standing = standings[requirement];
  if (standing === undefined) return [];
  return (worstUnit && standing.units[worstUnit.oid]) ?? standing.all;
};

const pointIn = (statement: Statement | undefined, point: string): unknown =>
  statement !== undefined && 'points' in statement ? statement.points?.[point] : undefined;

/** Points that say that nothing but the cards themselves is still to come. */
const agreed = (statement: Statement): boolean =>
  pointIn(statement, 'cardAgreement') === true ||
  pointIn(statement, 'professionalCardsOnly') === true;

/** The kinds of cards that need the agreement. */
const byAgreement = ['personnelCards', 'actorCards'];

/** The agreement stands before the cards: it was said so, or cards of its kinds have been had. */
const agreementIsThere = (verdict: RequirementVerdict, facts: Facts): boolean => {
  const last = statementsOf(verdict, facts).at(-1);
  if (last !== undefined && agreed(last)) return true;
  if (pointIn(last, 'cardAgreement') === false) return false;
  const reason = reasonOf(verdict);
  return (
    reason.kind === 'ended' ||
    (reason.kind === 'lacks' && !byAgreement.some((kind) => reason.points.includes(kind)))
  );
};

/** The cards themselves are counted from when the agreement was first said to be there. */
const cardsSince = (all: readonly Statement[]): Day | undefined => {
  const first = all.find(agreed);
  return first === undefined ? undefined : begunOn(all.slice(all.indexOf(first)));
};

const progressOf = (
  step: OnboardingStep,
  verdict: RequirementVerdict,
  facts: Facts,
): readonly StepProgress[] => {
  const status = verdict.underlying ?? verdict.status;
  const all = statementsOf(verdict, facts);
  const shown = verdict.because.kind === 'shown' ? verdict.because.since : undefined;
  const since = shown ?? begunOn(all) ?? facts.on;
  const own = { ...step, ask: verdict.ask };
  switch (status) {
    case 'ready':
    case 'expires-before-deadline':
      return [{ ...own, state: 'done', since }];
    case 'in-progress': {
      const isThere = agreementIsThere(verdict, facts);
      if (step.id === 'card-agreement' && isThere) return [{ ...own, state: 'done', since }];
      if (step.id === 'cards' && !isThere) return [{ ...own, state: 'not-begun' }];
      const begun = step.id === 'cards' ? (cardsSince(all) ?? since) : since;
      return [{ ...own, state: 'in-progress', since: begun }];
    }
    case 'expired':
    case 'missing':
      return step.id === 'card-agreement' && agreementIsThere(verdict, facts)
        ? [{ ...own, state: 'done', since }]
        : [{ ...own, state: 'not-begun' }];
    case 'unknown':
      return [{ ...own, state: 'unknown' }];
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
  return steps.map((step) =>
    step.after.every((id) => concerned.has(id))
      ? step
      : { ...step, after: [...new Set(step.after.flatMap(before))] },
  );
};

const afterOf = (id: StepId): readonly StepId[] =>
  onboardingSteps.find((step) => step.id === id)?.after ?? [];
