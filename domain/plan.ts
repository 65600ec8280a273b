import {
  type Backward,
  type Bound,
  backward,
  drivingChain,
  type Forward,
  finishOf,
  forward,
  type Network,
} from './critical-path.ts';
import { addDays, type Day, daysBetween, earliestOf } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { organisersCounties } from './lacking.ts';
import { latestStart } from './lead-time.ts';
import { hasEnded, type Organisation } from './organisation.ts';
import { openSteps, type StepProgress } from './plan-progress.ts';
import { planTarget } from './plan-target.ts';
import type { RequirementVerdict } from './readiness.ts';
import type { Standings } from './statements.ts';
import { type CountyWindow, countyWindows } from './statute/county-windows.ts';
import {
  type LeadTime,
  type ProjectSituation,
  projectSituations,
  projectTimes,
} from './statute/lead-times.ts';
import {
  projectApplication,
  projectEnd,
  projectProof,
  projectReport,
  projectStart,
  type StepId,
} from './statute/onboarding-steps.ts';
import type { RequirementId } from './statute/requirements/requirement-ids.ts';

/** A plan with less time to spare than this, in days, is tight. */
export const tightBelow = 30;

/** When a step can and must be taken. */
export interface StepDays {
  readonly earliestStart: Day;
  readonly earliestFinish: Day;
  readonly latestStart: Day;
  readonly latestFinish: Day;
}

export type PlannedStep = StepProgress & {
  /** By the longest lead times; what is done has only its latest days. */
  readonly days: Partial<StepDays>;
  /** By the shortest ones. */
  readonly atBest: Partial<StepDays>;
  /** Days for which its end can wait; negative where it is too late for it. */
  readonly slack?: number;
  /** On the chain that decides when the whole can be ready. */
  readonly critical: boolean;
  /** The county's own time for it, and whether it has passed. */
  readonly window?: CountyWindow & { readonly passed: boolean };
};

/** The whole project as one: how long it takes depends on the system. */
export interface WholeProject {
  readonly situation: ProjectSituation;
  /** Nothing is stated of the system: the longer time is taken. */
  readonly assumed: boolean;
  /** The day from which it is counted: of its beginning, or the earliest that it can begin. */
  readonly from: Day;
  /** It has begun, by what was stated. */
  readonly begun: boolean;
  readonly variants: readonly {
    readonly situation: ProjectSituation;
    readonly leadTime: LeadTime;
    readonly latestStart: Day;
    readonly latestStartAtBest: Day;
    readonly earliestFinish: Day;
    readonly earliestFinishAtBest: Day;
  }[];
}

/**
 * `finished`: what the plan leads to has been reached; `ended`: the operation has; `no-deadline`: nothing binds the organisation to
 * it; else by the days to spare between the earliest finish and the deadline.
 */
export type PlanState = 'too-late' | 'tight' | 'in-time' | Over;
type Over = 'finished' | 'ended' | 'no-deadline';

export interface Plan {
  readonly on: Day;
  readonly state: PlanState;
  /** The duty that the plan leads to. */
  readonly target?: Deadline;
  readonly earliestFinish?: Day;
  readonly earliestFinishAtBest?: Day;
  /** Days from the earliest finish to the deadline. */
  readonly slack?: number;
  readonly whole: WholeProject | null;
  readonly steps: readonly PlannedStep[];
  /** The steps that decide the earliest finish, in order. */
  readonly critical: readonly StepId[];
  /** The longest chain of the steps themselves, apart from the estimate of the whole. */
  readonly longestChain: readonly StepId[];
}

export interface PlanInput {
  readonly organisation: Organisation;
  readonly deadlines: readonly Deadline[];
  readonly requirements: readonly RequirementVerdict[];
  readonly standings: Standings;
  readonly on: Day;
}

/** What the times of the steps rest on, once it is known how far each is. */
type PlannedFacts = Pick<PlanInput, 'organisation' | 'requirements' | 'on'>;

/** What the whole takes: by the profile, else by whether a certified system is stated to be there. */
const situationOf = ({
  organisation: { systemUsedToJoin },
  requirements,
}: Pick<PlanInput, 'organisation' | 'requirements'>): Pick<
  WholeProject,
  'situation' | 'assumed'
> => {
  const verdict = requirements.find(({ requirement }) => requirement === 'certified-system');
  const status = verdict?.underlying ?? verdict?.status;
  // One whose certificate has ended was used all the same.
  const isThere =
    status === 'ready' || status === 'expires-before-deadline' || status === 'expired';
  const used = systemUsedToJoin ?? isThere;
  return {
    situation: used ? 'system-used-to-join' : 'system-not-used-to-join',
    assumed: systemUsedToJoin === null && !isThere,
  };
};

const windowsOf = (organisation: Organisation): Network['windows'] => {
  const own = organisersCounties(organisation);
  return new Map(
    countyWindows.filter(({ county }) => own.includes(county)).map((one) => [one.step, one]),
  );
};

const isDone = (steps: readonly StepProgress[], id: StepId): boolean =>
  steps.some((step) => step.id === id && step.state === 'done');

/**
 * Whether what is left is known, so that the estimate of the whole says nothing more: a deployment test
 * has succeeded, or the application is made and no step with a time of its own is left before it.
 */
const isProvedBy = (all: readonly StepProgress[]): boolean => {
  const timed = all.filter(({ id, leadTime }) => leadTime !== null && id !== projectReport);
  return (
    isDone(all, projectProof) ||
    (isDone(all, projectApplication) && timed.every(({ state }) => state === 'done'))
  );
};

const networkOf = (input: PlannedFacts, all: readonly StepProgress[]): Network => {
  const steps = all.filter(({ state }) => state !== 'done');
  const start = all.find(({ id }) => id === projectStart);
  const isProved = isProvedBy(all);
  const isOpen = steps.some(({ id }) => id === projectEnd);
  const whole =
    start === undefined || !isOpen || isProved
      ? undefined
      : {
          leadTime: projectTimes[situationOf(input).situation],
          begunOn:
            start.state === 'done' || start.state === 'in-progress' ? start.since : undefined,
        };
  return { on: input.on, steps, windows: windowsOf(input.organisation), whole };
};

/** A network passed forward with both ends of its lead times. */
type Ahead = Readonly<Record<Bound, ReadonlyMap<StepId, Forward>>>;

const aheadIn = (network: Network): Ahead => ({
  longest: forward(network, 'longest'),
  shortest: forward(network, 'shortest'),
});

const wholeOf = (
  input: PlanInput,
  { network, ahead, by }: { readonly network: Network; readonly ahead: Ahead; readonly by: Day },
): WholeProject | null => {
  const { whole } = network;
  if (whole === undefined) return null;
  const from = whole.begunOn ?? ahead.longest.get(projectStart)?.finish ?? input.on;
  return {
    ...situationOf(input),
    from,
    begun: whole.begunOn !== undefined,
    variants: projectSituations.map((situation) => {
      const leadTime = projectTimes[situation];
      const passed =
        leadTime === whole.leadTime
          ? ahead
          : aheadIn({ ...network, whole: { ...whole, leadTime } });
      return {
        situation,
        leadTime,
        latestStart: latestStart(by, leadTime.longest),
        latestStartAtBest: latestStart(by, leadTime.shortest),
        earliestFinish: finishOf(passed.longest, input.on),
        earliestFinishAtBest: finishOf(passed.shortest, input.on),
      };
    }),
  };
};

const daysOf = (ahead: Forward | undefined, back: Backward | undefined): Partial<StepDays> => ({
  ...(ahead === undefined ? {} : { earliestStart: ahead.start, earliestFinish: ahead.finish }),
  ...(back === undefined ? {} : { latestStart: back.start, latestFinish: back.finish }),
});

const stateBy = (slack: number): PlanState =>
  slack < 0 ? 'too-late' : slack < tightBelow ? 'tight' : 'in-time';

const isReached = ({ organisation }: PlanInput, target: Deadline | undefined): boolean =>
  target === undefined ? organisation.joinedOn !== null : target.status === 'met';

/** Why nothing is left to plan; undefined where something is. */
const overBy = (input: PlanInput, target: Deadline | undefined): Over | undefined => {
  if (hasEnded(input.organisation, input.on)) return 'ended';
  if (isReached(input, target)) return 'finished';
  return target === undefined ? 'no-deadline' : undefined;
};

/** The steps as they stand, where nothing is left to plan. */
const bareSteps = (all: readonly StepProgress[]): readonly PlannedStep[] =>
  all.map((step) => ({ ...step, days: {}, atBest: {}, critical: false }));

/** The plan to a deadline that is still to be reached. */
const planTo = (
  target: Deadline,
  { input, all }: { readonly input: PlanInput; readonly all: readonly StepProgress[] },
): Plan => {
  const { on } = input;
  const by = target.due;
  const network = networkOf(input, all);
  const ahead = aheadIn(network);
  const back = (bound: Bound): ReadonlyMap<StepId, Backward> => {
    const left = backward(network, { by, bound });
    if (network.steps.length === all.length) return left;
    // What is done keeps the day by which it had to be begun: counted as if nothing were done.
    return new Map([...backward({ ...network, steps: all }, { by, bound }), ...left]);
  };
  const latestDays = { longest: back('longest'), shortest: back('shortest') };
  const earliestFinish = finishOf(ahead.longest, on);
  const critical = drivingChain(ahead.longest, earliestFinish);
  const alone =
    network.whole === undefined
      ? ahead.longest
      : forward({ ...network, whole: undefined }, 'longest');
  const slack = daysBetween(earliestFinish, by);
  return {
    on,
    state: stateBy(slack),
    target,
    earliestFinish,
    earliestFinishAtBest: finishOf(ahead.shortest, on),
    slack,
    whole: wholeOf(input, { network, ahead, by }),
    steps: all.map((step): PlannedStep => {
      const last = latestDays.longest.get(step.id);
      const first = ahead.longest.get(step.id);
      const window = network.windows.get(step.id);
      return {
        ...step,
        days: daysOf(first, last),
        atBest: daysOf(ahead.shortest.get(step.id), latestDays.shortest.get(step.id)),
        ...(first === undefined || last === undefined
          ? {}
          : { slack: daysBetween(first.finish, last.finish) }),
        critical: critical.includes(step.id),
        ...(window === undefined || step.state === 'done'
          ? {}
          : { window: { ...window, passed: window.until < on } }),
      };
    }),
    critical,
    longestChain: drivingChain(alone, finishOf(alone, on)),
  };
};

/**
 * The onboarding planned both ways: the latest days counted back from the deadline it leads to, the
 * earliest counted forward from today, with the longest lead times of their sources and beside them the
 * shortest. A step of which nothing is known is planned as one that has not begun; one without a
 * sourced lead time keeps its order and takes no time. The estimate of the whole project (Kela,
 * kanta.fi) runs from the decision to production use, until a deployment test has succeeded.
 */
export const planOf = (input: PlanInput): Plan => {
  const all = openSteps(input);
  const target = planTarget(input.deadlines);
  const over = overBy(input, target);
  if (over === undefined && target !== undefined) return planTo(target, { input, all });
  return {
    on: input.on,
    state: over ?? 'no-deadline',
    ...(target === undefined ? {} : { target }),
    whole: null,
    steps: bareSteps(all),
    critical: [],
    longestChain: [],
  };
};

/** Steps with less than so many days to spare; with less than none they make a plan too late. */
export const lateSteps = ({ steps }: Pick<Plan, 'steps'>, days: number): readonly PlannedStep[] =>
  steps.filter(({ slack }) => slack !== undefined && slack < days);

/** By when work on a requirement must begin; undefined where the plan has no step of it. */
export const latestStartOf = (
  { steps }: Pick<Plan, 'steps'>,
  requirement: RequirementId,
): Day | undefined =>
  earliestOf(
    steps
      .filter((step) => step.requirement === requirement)
      .flatMap(({ days }) => days.latestStart ?? []),
  );

/** Days on which the plan can become tight or too late by time alone, if nothing is done. */
export const planChanges = (facts: PlannedFacts, plan: Plan): readonly Day[] => {
  const due = plan.target?.due;
  if (due === undefined || plan.slack === undefined) return [];
  const by = addDays(due, -tightBelow);
  const tight = backward(networkOf(facts, plan.steps), { by, bound: 'longest' });
  const late = plan.steps.flatMap(
    ({ state, days: { latestStart: start, latestFinish: finish } }) =>
      state === 'done' || start === undefined || finish === undefined ? [] : [{ start, finish }],
  );
  return [...late, ...tight.values()].flatMap(({ start, finish }) => [
    addDays(start, 1),
    addDays(finish, 1),
  ]);
};
