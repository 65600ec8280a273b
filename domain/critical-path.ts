import { type Day, earliest, latest } from './day.ts';
import { finishAfter, latestStart, workingDayFrom, workingDayUpTo } from './lead-time.ts';
import type { StepProgress } from './plan-progress.ts';
import type { CountyWindow } from './statute/county-windows.ts';
import type { LeadTime } from './statute/lead-times.ts';
import { projectEnd, projectStart, type StepId } from './statute/onboarding-steps.ts';

/*
 * The critical path method over the steps that are left: forward from today to the earliest days, backward
 * from a day to the latest ones.
 */

/** Which end of the lead times a pass counts with. */
export type Bound = 'shortest' | 'longest';

/** What a pass over the network counts with. */
export interface Network {
  readonly on: Day;
  readonly steps: readonly StepProgress[];
  readonly windows: ReadonlyMap<StepId, CountyWindow>;
  /** The estimate of the whole, and since when it runs where the project has begun. */
  readonly whole: { readonly leadTime: LeadTime; readonly begunOn: Day | undefined } | undefined;
}

export interface Forward {
  readonly start: Day;
  readonly finish: Day;
  /** The steps whose end decides when it can be finished. */
  readonly drivenBy: readonly StepId[];
}

const planned = (
  step: StepProgress,
  {
    on,
    windows,
    bound,
    before,
  }: {
    readonly on: Day;
    readonly windows: Network['windows'];
    readonly bound: Bound;
    readonly before: ReadonlyMap<StepId, Forward>;
  },
): Forward => {
  const ready = step.after.reduce((most, id) => latest(most, before.get(id)?.finish ?? on), on);
  const drivers = step.after.filter((id) => before.get(id)?.finish === ready);
  const lead = step.leadTime?.[bound];
  const worked = (day: Day): Day => (step.onWorkingDay === true ? workingDayFrom(day) : day);
  if (step.state === 'in-progress') {
    const own = lead === undefined ? on : finishAfter(step.since, lead);
    const finish = worked(latest(own, ready));
    return { start: step.since, finish, drivenBy: own > ready ? [] : drivers };
  }
  const opens = windows.get(step.id)?.from;
  const free = opens !== undefined && opens > ready ? opens : ready;
  const start = worked(free);
  const finish = lead === undefined ? start : finishAfter(start, lead);
  return { start, finish, drivenBy: free > ready ? [] : drivers };
};

/** The earliest days, counted forward from today. */
export const forward = (
  { on, steps, windows, whole }: Network,
  bound: Bound,
): ReadonlyMap<StepId, Forward> => {
  const found = new Map<StepId, Forward>();
  for (const step of steps) {
    const own = planned(step, { on, windows, bound, before: found });
    const begun = whole?.begunOn ?? found.get(projectStart)?.finish;
    if (step.id !== projectEnd || whole === undefined || begun === undefined) {
      found.set(step.id, own);
      continue;
    }
    const asWhole = finishAfter(begun, whole.leadTime[bound]);
    const start = latest(own.finish, asWhole);
    // Where it has begun, nothing that is done now moves its end.
    const isAhead = whole.begunOn === undefined && asWhole >= own.finish;
    const byWhole = isAhead ? [projectStart] : [];
    const bySteps = own.finish >= asWhole ? own.drivenBy : [];
    found.set(step.id, { start, finish: start, drivenBy: [...byWhole, ...bySteps] });
  }
  return found;
};

export interface Backward {
  readonly start: Day;
  readonly finish: Day;
}

/** The latest days, counted back from the day by which all must be finished. */
export const backward = (
  { steps, whole }: Network,
  { by, bound }: { readonly by: Day; readonly bound: Bound },
): ReadonlyMap<StepId, Backward> => {
  const found = new Map<StepId, Backward>();
  /** By when the steps that follow need each. */
  const limits = new Map<StepId, Day>();
  for (const step of steps.toReversed()) {
    const limit = limits.get(step.id) ?? by;
    const free =
      step.id === projectStart && whole !== undefined && step.state !== 'in-progress'
        ? earliest(limit, latestStart(by, whole.leadTime[bound]))
        : limit;
    const finish = step.onWorkingDay === true ? workingDayUpTo(free) : free;
    const lead = step.leadTime?.[bound];
    const start = lead === undefined ? finish : latestStart(finish, lead);
    // By when what it follows must be finished: its start, or its end where it has begun already.
    const needs = step.state === 'in-progress' ? finish : start;
    found.set(step.id, { start, finish });
    for (const id of step.after) limits.set(id, earliest(needs, limits.get(id) ?? by));
  }
  return found;
};

/** The chain that decides the end, from its beginning on. */
export const drivingChain = (
  passed: ReadonlyMap<StepId, Forward>,
  finish: Day,
): readonly StepId[] => {
  const ids = [...passed.keys()];
  const last = ids.findLast((id) => passed.get(id)?.finish === finish);
  const chain = new Set<StepId>(last === undefined ? [] : [last]);
  for (const id of ids.toReversed()) {
    if (chain.has(id)) for (const driver of passed.get(id)?.drivenBy ?? []) chain.add(driver);
  }
  return ids.filter((id) => chain.has(id));
};

export const finishOf = (passed: ReadonlyMap<StepId, Forward>, on: Day): Day =>
  latest(on, ...[...passed.values()].map(({ finish }) => finish));
