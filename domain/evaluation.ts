import type { ReceivedAssessment } from './assessment.ts';
import { addDays, type Day, dayIn, earliestOf, yearOf } from './day.ts';
import type { Deadline, Milestone } from './deadlines.ts';
import type { NotBound } from './duties.ts';
import { lawAt, lawChangesAfter } from './law-in-force.ts';
import { positionAt } from './legal-position.ts';
import { hasEnded, type Organisation } from './organisation.ts';
import { lateSteps, latestStartOf, type Plan, planChanges, planOf, tightBelow } from './plan.ts';
import { type EvidenceProjection, endingDays, lastDayOf, projectionsOf } from './projection.ts';
import { type RequirementVerdict, requirementsOn } from './readiness.ts';
import { standingsOn } from './statements.ts';
import { type Catalogue, catalogue as ours } from './statute/catalogue.ts';
import { chapter3BindsPublicFrom } from './statute/requirements/registration.ts';
import type { Waiver } from './waiver.ts';
import { comingRungs } from './warnings.ts';

/** How an organisation stands as a whole, worst first. */
export const overallStatuses = [
  'overdue',
  'too-late',
  'unknown',
  'at-risk',
  'on-track',
  'ready',
  'not-bound',
] as const;
export type OverallStatus = (typeof overallStatuses)[number];

/** With less time than this, in days, before something unfinished is due, an organisation is at risk. */
export const slackAtRisk = tightBelow;

/** Why the overall status is what it is: the deadlines and requirements that make it so. */
export interface OverallReason {
  readonly deadlines: readonly string[];
  readonly requirements: readonly string[];
}

/** A requirement on a day, and the day on which work on it must begin for the first duty that waits for it. */
export interface PlannedVerdict extends RequirementVerdict {
  readonly latestStart?: Day;
}

/** Deadlines, requirements and plan on one day: what holds, what is missing, and when that can next change. */
export interface Evaluation {
  readonly on: Day;
  readonly status: OverallStatus;
  readonly because: OverallReason;
  readonly deadlines: readonly Deadline[];
  readonly milestones: readonly Milestone[];
  readonly notBound: readonly NotBound[];
  readonly requirements: readonly PlannedVerdict[];
  readonly plan: Plan;
  /** Evidence that ends, seen on each coming deadline, and the renewals to come. */
  readonly projections: readonly EvidenceProjection[];
  /** The operation has ended: other duties hold then (703/2023 16 §), and nobody is warned of these. */
  readonly ended: boolean;
  /** The first later day on which anything here can change by time alone; null when nothing can. */
  readonly nextChange: Day | null;
}

/** An evaluation of its day alone, without looking for the next day that matters. */
export type DayEvaluation = Omit<Evaluation, 'nextChange'>;

export interface EvaluationInput {
  readonly organisation: Organisation;
  readonly assessments: readonly ReceivedAssessment[];
  readonly waivers: readonly Waiver[];
  readonly on: Day;
  /** The catalogue to evaluate by; ours unless a change of law is being tried. */
  readonly catalogue?: Catalogue;
}

type Parts = Pick<Evaluation, 'deadlines' | 'requirements' | 'plan' | 'on'>;

const idsOf = (deadlines: readonly Deadline[]): string[] => deadlines.map(({ id }) => id);
const namesOf = (verdicts: readonly RequirementVerdict[]): string[] =>
  verdicts.map(({ requirement }) => requirement);

/** Nothing can be done about a yearly check before its year; it does not keep anyone from being ready. */
const isPending = ({ status, actionableFrom }: Deadline, on: Day): boolean =>
  status === 'open' && (actionableFrom === undefined || on >= actionableFrom);

/** Whether a requirement that is not ready leaves too little time, or none, before it is needed. */
const isPressing = ({ status, neededOn }: RequirementVerdict, on: Day): boolean => {
  switch (status) {
    case 'expires-before-deadline':
    case 'expired':
      return true;
    case 'missing':
    case 'in-progress':
      return neededOn === undefined || neededOn < addDays(on, slackAtRisk);
    case 'ready':
    case 'unknown':
    case 'waived':
    case 'not-applicable':
      return false;
  }
};

const isUnfinished = ({ status }: RequirementVerdict): boolean =>
  status === 'missing' || status === 'in-progress' || status === 'waived';

const nothing: OverallReason = { deadlines: [], requirements: [] };

/** What the plan leads to, and the requirements whose steps have less than so many days to spare. */
const becauseOfPlan = (plan: Plan, days: number): OverallReason => ({
  deadlines: plan.target === undefined ? [] : [plan.target.id],
  requirements: [...new Set(lateSteps(plan, days).map(({ requirement }) => requirement))],
});

/** The worst of the parts: one overdue deadline outweighs everything that is ready. */
const overall = ({
  deadlines,
  requirements,
  plan,
  on,
}: Parts): Pick<Evaluation, 'status' | 'because'> => {
  const overdue = deadlines.filter(({ status }) => status === 'overdue');
  if (overdue.length > 0) {
    return { status: 'overdue', because: { deadlines: idsOf(overdue), requirements: [] } };
  }
  if (deadlines.length === 0) {
    return { status: 'not-bound', because: { deadlines: [], requirements: [] } };
  }
  if (plan.state === 'too-late') return { status: 'too-late', because: becauseOfPlan(plan, 0) };
  const unknown = requirements.filter(({ status }) => status === 'unknown');
  if (unknown.length > 0) {
    return { status: 'unknown', because: { deadlines: [], requirements: namesOf(unknown) } };
  }
  const pending = deadlines.filter((deadline) => isPending(deadline, on));
  const near = pending.filter(({ daysLeft }) => daysLeft < slackAtRisk);
  const pressing = requirements.filter((verdict) => isPressing(verdict, on));
  const tight = plan.state === 'tight' ? becauseOfPlan(plan, tightBelow) : nothing;
  if (near.length > 0 || pressing.length > 0 || plan.state === 'tight') {
    return {
      status: 'at-risk',
      because: {
        deadlines: [...new Set([...idsOf(near), ...tight.deadlines])],
        requirements: [...new Set([...namesOf(pressing), ...tight.requirements])],
      },
    };
  }
  const unfinished = requirements.filter(isUnfinished);
  return {
    status: pending.length > 0 || unfinished.length > 0 ? 'on-track' : 'ready',
    because: { deadlines: idsOf(pending), requirements: namesOf(unfinished) },
  };
};

/** The days of what has happened: seen from an earlier day they are still to come. */
const happenings = (organisation: Organisation): readonly Day[] =>
  [
    organisation.joinedOn,
    organisation.patientDataSince,
    ...Object.values(organisation.storingSince),
    ...Object.values(organisation.recordingsSince),
  ].filter((value) => value != null);

/** All later days on which something about the evaluation can change by time alone. */
const changingDays = (
  { organisation, waivers, assessments, on, catalogue = ours }: EvaluationInput,
  evaluation: DayEvaluation,
): readonly Day[] => [
  ...comingRungs(evaluation),
  ...evaluation.deadlines.flatMap(({ due, actionableFrom }) => [
    due,
    addDays(due, 1),
    addDays(due, 1 - slackAtRisk),
    ...(actionableFrom === undefined ? [] : [actionableFrom]),
  ]),
  ...endingDays(evaluation),
  // What a later day may be needed for changes with the days above; a requirement presses 30 days before.
  ...evaluation.requirements.flatMap(({ neededOn }) =>
    neededOn === undefined ? [] : [addDays(neededOn, 1 - slackAtRisk)],
  ),
  ...waivers.flatMap(({ from, until }) => [from, addDays(until, 1)]),
  ...assessments.map(({ statedOn }) => statedOn),
  ...planChanges({ organisation, ...evaluation }, evaluation.plan),
  ...happenings(organisation),
  ...Object.values(organisation.taskSince).flatMap((since) => since ?? []),
  ...(organisation.endedOn === null ? [] : [addDays(organisation.endedOn, 1)]),
  ...(organisation.sector === 'public' ? [chapter3BindsPublicFrom] : []),
  ...lawChangesAfter(on, catalogue),
  ...(evaluation.deadlines.some(({ obligation }) => obligation === 'soteri-annual-check')
    ? [dayIn(yearOf(on) + 1, 1, 1)]
    : []),
];

/** With the day the plan says; without a step, and so without a sourced lead time, the day it is needed. */
const withLatestStart = (
  verdict: RequirementVerdict,
  { plan, deadlines }: Pick<Evaluation, 'plan' | 'deadlines'>,
): PlannedVerdict => {
  const { status, requirement, holdsUp } = verdict;
  if (status === 'not-applicable') return verdict;
  const firstDue = () =>
    earliestOf(
      deadlines
        .filter((one) => one.status !== 'met' && holdsUp.includes(one.obligation))
        .map(({ due }) => due),
    );
  const latestStart = latestStartOf(plan, requirement) ?? firstDue();
  return latestStart === undefined ? verdict : { ...verdict, latestStart };
};

/** How an organisation stands on a day, by the law in force and known that day. */
export const evaluateDay = (input: EvaluationInput): DayEvaluation => {
  const { organisation, assessments, waivers, on, catalogue = ours } = input;
  const standings = standingsOn(assessments, on);
  const { deadlines, milestones, notBound } = positionAt({
    organisation,
    standings,
    validAt: on,
    knownAt: on,
    catalogue,
  });
  const verdicts = requirementsOn({ organisation, deadlines, standings, waivers, on });
  const plan = planOf({ organisation, deadlines, requirements: verdicts, standings, on });
  const requirements = verdicts.map((verdict) => withLatestStart(verdict, { plan, deadlines }));
  const last = lastDayOf(lawAt({ validAt: on, knownAt: on }, catalogue));
  return {
    on,
    ...overall({ deadlines, requirements, plan, on }),
    deadlines,
    milestones,
    notBound,
    requirements,
    plan,
    projections: projectionsOf({ requirements, deadlines, on, last }),
    ended: hasEnded(organisation, on),
  };
};

/**
 * An organisation's deadlines and requirements on a day, by the law in force and known that day, and
 * until when they stay so. Pure: the same facts and day give the same evaluation.
 */
export const evaluate = (input: EvaluationInput): Evaluation => {
  const evaluation = evaluateDay(input);
  const coming = changingDays(input, evaluation).filter((change) => change > input.on);
  return { ...evaluation, nextChange: earliestOf(coming) ?? null };
};
