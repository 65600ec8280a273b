import { addDays, type Day, daysBetween } from './day.ts';

/** Rungs of the ladder of a deadline, in days from its day: before it, on it, and after. */
const deadlineRungs = [-365, -180, -90, -60, -30, -14, -7, -1, 0, 7, 14, 28] as const;
/** After the last of them a rung comes every four weeks. */
export const overdueEvery = 28;

/**
 * Rungs of what ends, in days from its last day. Evidence takes time to renew; a duty that recurs every
 * few months would be warned of all the time; a statement is made again in minutes, and a waiver was
 * given for a time that everyone knew.
 */
const endingRungs = {
  evidence: [-90, -30, -7, 0],
  recurring: [-30, -7, 0],
  statement: [-30, 0],
  waiver: [-7, 0],
} as const;

const highestReached = (rungs: readonly number[], days: number): number | undefined =>
  rungs.findLast((rung) => rung <= days);
const next = (rungs: readonly number[], days: number): number | undefined =>
  rungs.find((rung) => rung > days);

/**
 * The most urgent rung of a deadline reached by a day; undefined more than a year before it.
 * Thirty-one days before it is still the rung of sixty: `-60`; the day after, `0`.
 */
export const deadlineRungOn = (due: Day, on: Day): number | undefined => {
  const days = daysBetween(due, on);
  return days >= overdueEvery ? days - (days % overdueEvery) : highestReached(deadlineRungs, days);
};

/** The day of the first rung of a deadline after a day; there is always one. */
export const nextDeadlineRung = (due: Day, on: Day): Day => {
  const days = daysBetween(due, on);
  const rung = next(deadlineRungs, days) ?? days - (days % overdueEvery) + overdueEvery;
  return addDays(due, rung);
};

/** What ends on a day: evidence, the last time a recurring duty was done, a statement, a waiver. Each has a ladder of its own. */
export type Ending = keyof typeof endingRungs;

/** The most urgent rung reached of what last holds on `end`; undefined before the first. */
export const endingRungOn = (ending: Ending, end: Day, on: Day): number | undefined =>
  highestReached(endingRungs[ending], daysBetween(end, on));

/** The day of the first rung after a day of what last holds on `end`; undefined when none is left. */
export const nextEndingRung = (ending: Ending, end: Day, on: Day): Day | undefined => {
  const rung = next(endingRungs[ending], daysBetween(end, on));
  return rung === undefined ? undefined : addDays(end, rung);
};
