import { addDays, addMonths, addYears, type Day, yearOf } from './day.ts';
import { type DayOff, dayOff, workingDaysOf } from './days-off.ts';

/*
 * How time is counted: Act 150/1930, a function a section. Its 1 § speaks of acts before a court or
 * another authority, so 5 § is applied to no statutory day of joining or storing: those are never moved.
 */

export interface Period {
  readonly count: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
}

/** 2 §: a number of days after a named day, which is not counted itself. */
export const daysAfter = (named: Day, count: number): Day => addDays(named, count);

/**
 * 3 §: weeks, months or years after a named day end on the day of the same name or number; where the
 * month has none, on its last day. A month after `2027-01-31` is `2027-02-28`.
 */
export const periodAfter = (named: Day, { count, unit }: Period): Day => {
  switch (unit) {
    case 'days':
      return daysAfter(named, count);
    case 'weeks':
      return addDays(named, 7 * count);
    case 'months':
      return addMonths(named, count);
    case 'years':
      return addYears(named, count);
  }
};

/** 4 §: a period before a named day, counted back on the same grounds as 2 and 3 § count forward. */
export const periodBefore = (named: Day, { count, unit }: Period): Day =>
  periodAfter(named, { count: -count, unit });

/** The last day on which an act can be done before an authority, and the day off it was moved for. */
export interface LastDayToAct {
  readonly on: Day;
  readonly movedFrom?: DayOff;
}

/** 5 §: where the due day or last day is a day off, the act may be done the first working day after. */
export const lastDayToAct = (lastDay: Day): LastDayToAct => {
  const off = dayOff(lastDay);
  return off === undefined ? { on: lastDay } : { on: addWorkingDays(lastDay, 1), movedFrom: off };
};

/** The working day at a place in its year, counted from 0; places before and past it are in other years. */
const workingDayAt = (year: number, place: number): Day =>
  place < 0
    ? workingDayAt(year - 1, place + workingDaysOf(year - 1).length)
    : (workingDaysOf(year)[place] ?? workingDayAt(year + 1, place - workingDaysOf(year).length));

/** How many working days of a year come before a day of it, or before the day after its last. */
const workingDaysBefore = (before: Day, year: number): number => {
  const days = workingDaysOf(year);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const on = days[middle];
    if (on !== undefined && on < before) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * The `count`th working day after `from`, or before it when negative; `from` is not counted and need
 * not be a working day. `addWorkingDays('2026-09-01', -20) === '2026-08-04'`; 0 gives `from` itself.
 */
export const addWorkingDays = (from: Day, count: number): Day => {
  if (count === 0) return from;
  const year = yearOf(from);
  const reached = workingDaysBefore(count > 0 ? addDays(from, 1) : from, year);
  return workingDayAt(year, reached + (count > 0 ? count - 1 : count));
};
