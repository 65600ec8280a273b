import { addDays, type Day } from './day.ts';
import { isWorkingDay } from './days-off.ts';
import { addWorkingDays, type Period, periodAfter, periodBefore } from './time-limits.ts';

/** A length of time as sources give them: calendar time, or Finnish working days. */
export type LeadPeriod = Period | { readonly count: number; readonly unit: 'working-days' };

/** The day on which what begins on `start` is finished: four weeks after `2026-07-17` is `2026-08-14`. */
export const finishAfter = (start: Day, period: LeadPeriod): Day =>
  period.unit === 'working-days'
    ? addWorkingDays(start, period.count)
    : periodAfter(start, { count: period.count, unit: period.unit });

const roughlyBefore = (finish: Day, period: LeadPeriod): Day =>
  period.unit === 'working-days'
    ? addWorkingDays(finish, -period.count)
    : periodBefore(finish, { count: period.count, unit: period.unit });

/**
 * The latest day on which to begin so as to finish by `finish`. A month before 28 February is not
 * 28 January but the 31st: a month from there ends on the same day, the last of February.
 */
export const latestStart = (finish: Day, period: LeadPeriod): Day => {
  let start = roughlyBefore(finish, period);
  if (period.unit === 'days' || period.unit === 'weeks') return start;
  while (finishAfter(start, period) > finish) start = addDays(start, -1);
  while (finishAfter(addDays(start, 1), period) <= finish) start = addDays(start, 1);
  return start;
};

/** The first working day from a day on, itself included. */
export const workingDayFrom = (from: Day): Day =>
  isWorkingDay(from) ? from : addWorkingDays(from, 1);

/** The last working day up to a day, itself included. */
export const workingDayUpTo = (to: Day): Day => (isWorkingDay(to) ? to : addWorkingDays(to, -1));
