import type { ReceivedAssessment } from './assessment.ts';
import { addDays, type Day, day, dayIn, earliest, yearOf } from './day.ts';
import type { Deadline, Milestone } from './deadlines.ts';
import type { NotBound } from './duties.ts';
import { lawChangesAfter } from './law-in-force.ts';
import { positionAt } from './legal-position.ts';
import type { Organisation } from './organisation.ts';
import { type RequirementVerdict, requirementsOn } from './readiness.ts';
import { standingsOn } from './statements.ts';
import { type Catalogue, catalogue as ours } from './statute/catalogue.ts';
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
export const slackAtRisk = 30;

/** Why the overall status is what it is: the deadlines and requirements that make it so. */
export interface OverallReason {
  readonly deadlines: readonly string[];
  readonly requirements: readonly string[];
}

/** Deadlines and requirements on one day: what holds, what is missing, and when that can next change. */
export interface Evaluation {
  readonly on: Day;
  readonly status: OverallStatus;
  readonly because: OverallReason;
  readonly deadlines: readonly Deadline[];
  readonly milestones: readonly Milestone[];
  readonly notBound: readonly NotBound[];
  readonly requirements: readonly RequirementVerdict[];
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

type Parts = Pick<Evaluation, 'deadlines' | 'requirements' | 'on'>;

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

/** The worst of the parts: one overdue deadline outweighs everything that is ready. */
const overall = ({
  deadlines,
  requirements,
  on,
}: Parts): Pick<Evaluation, 'status' | 'because'> => {
  const overdue = deadlines.filter(({ status }) => status === 'overdue');
  if (overdue.length > 0) {
    return { status: 'overdue', because: { deadlines: idsOf(overdue), requirements: [] } };
  }
  if (deadlines.length === 0) {
    return { status: 'not-bound', because: { deadlines: [], requirements: [] } };
  }
  const unknown = requirements.filter(({ status }) => status === 'unknown');
  if (unknown.length > 0) {
    return { status: 'unknown', because: { deadlines: [], requirements: namesOf(unknown) } };
  }
  const pending = deadlines.filter((deadline) => isPending(deadline, on));
  const near = pending.filter(({ daysLeft }) => daysLeft < slackAtRisk);
  const pressing = requirements.filter((verdict) => isPressing(verdict, on));
  if (near.length > 0 || pressing.length > 0) {
    return {
      status: 'at-risk',
      because: { deadlines: idsOf(near), requirements: namesOf(pressing) },
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
  ...evaluation.requirements.flatMap(({ validUntil }) =>
    validUntil === undefined ? [] : [addDays(validUntil, 1)],
  ),
  // What a later day may be needed for changes with the days above; a requirement presses 30 days before.
  ...evaluation.requirements.flatMap(({ neededOn }) =>
    neededOn === undefined ? [] : [addDays(neededOn, 1 - slackAtRisk)],
  ),
  ...waivers.flatMap(({ from, until }) => [from, addDays(until, 1)]),
  ...assessments.map(({ statedOn }) => statedOn),
  ...happenings(organisation),
  ...(organisation.endedOn === null ? [] : [addDays(organisation.endedOn, 1)]),
  ...(organisation.sector === 'public' ? [day('2028-01-01')] : []),
  ...lawChangesAfter(on, catalogue),
  ...(evaluation.deadlines.some(({ obligation }) => obligation === 'soteri-annual-check')
    ? [dayIn(yearOf(on) + 1, 1, 1)]
    : []),
];

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
  const requirements = requirementsOn({ organisation, deadlines, standings, waivers, on });
  return {
    on,
    ...overall({ deadlines, requirements, on }),
    deadlines,
    milestones,
    notBound,
    requirements,
    ended: organisation.endedOn !== null && on > organisation.endedOn,
  };
};

/**
 * An organisation's deadlines and requirements on a day, by the law in force and known that day, and
 * until when they stay so. Pure: the same facts and day give the same evaluation.
 */
export const evaluate = (input: EvaluationInput): Evaluation => {
  const evaluation = evaluateDay(input);
  const [first, ...others] = changingDays(input, evaluation).filter((change) => change > input.on);
  return { ...evaluation, nextChange: first === undefined ? null : earliest(first, ...others) };
};
