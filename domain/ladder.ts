import { addDays, type Day, daysBetween } from './day.ts';

/** Rungs of the ladder of a deadline, in days from its day: before it, on it, and after. */
const deadlineRungs = [-365, -180, -90, -60, -30, -14, -7, -1, 0, 7, 14, 28] as const;
/** After the last of them a rung comes every four weeks. */
const overdueEvery = 28;

/** Rungs of evidence that ends, in days from its last valid day. */
const expiryRungs = [-90, -30, -7, 0] as const;

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

/** The most urgent rung reached of evidence whose last valid day is `end`; undefined before the first. */
export const expiryRungOn = (end: Day, on: Day): number | undefined =>
  highestReached(expiryRungs, daysBetween(end, on));

/** The day of the first rung of ending evidence after a day; undefined when none is left. */
export const nextExpiryRung = (end: Day, on: Day): Day | undefined => {
  const rung = next(expiryRungs, daysBetween(end, on));
  return rung === undefined ? undefined : addDays(end, rung);
};
