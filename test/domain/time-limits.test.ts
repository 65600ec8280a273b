import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, daysBetween } from '../../domain/day.ts';
import { dayOff, isWorkingDay } from '../../domain/days-off.ts';
import {
  addWorkingDays,
  daysAfter,
  lastDayToAct,
  type Period,
  periodAfter,
  periodBefore,
} from '../../domain/time-limits.ts';

/** Far enough from the ends of the calendar for every period below to stay within it. */
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(day('1960-01-01'), n));
const numberOfDay = (on: Day): number => Number(on.slice(8));
const lastDayOfMonth = (on: Day): number =>
  new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)), 0)).getUTCDate();

describe('2 §: days after a named day, which is not counted', () => {
  it.each([
    ['2026-08-31', 1, '2026-09-01', 'the day after is the first'],
    ['2026-09-01', 14, '2026-09-15', 'two weeks of days'],
    ['2026-12-31', 1, '2027-01-01', 'over a new year'],
    ['2028-02-28', 1, '2028-02-29', 'into a leap day'],
    ['2027-02-28', 1, '2027-03-01', 'no leap day'],
    ['2026-09-01', 0, '2026-09-01', 'none is the day itself'],
  ])('%s and %i days is %s: %s', (named, count, expected) => {
    expect(daysAfter(day(named), count)).toBe(expected);
  });
});

describe('3 §: weeks, months and years end on the corresponding day', () => {
  it.each<[string, Period, string, string]>([
    ['2026-09-01', { count: 1, unit: 'weeks' }, '2026-09-08', 'the same weekday'],
    ['2026-12-28', { count: 2, unit: 'weeks' }, '2027-01-11', 'the same weekday over a new year'],
    ['2026-09-01', { count: 1, unit: 'months' }, '2026-10-01', 'the same number'],
    ['2026-08-31', { count: 1, unit: 'months' }, '2026-09-30', 'no 31 September'],
    ['2027-01-31', { count: 1, unit: 'months' }, '2027-02-28', 'no 31 February'],
    ['2028-01-31', { count: 1, unit: 'months' }, '2028-02-29', 'no 31 February in a leap year'],
    ['2026-11-30', { count: 3, unit: 'months' }, '2027-02-28', 'no 30 February'],
    ['2027-02-28', { count: 1, unit: 'months' }, '2027-03-28', 'the number stays, not the end'],
    ['2026-09-01', { count: 6, unit: 'months' }, '2027-03-01', 'half a year'],
    ['2028-02-29', { count: 1, unit: 'years' }, '2029-02-28', 'no leap day next year'],
    ['2028-02-29', { count: 4, unit: 'years' }, '2032-02-29', 'a leap day again'],
    ['2026-09-01', { count: 3, unit: 'years' }, '2029-09-01', 'three years'],
    ['2026-09-01', { count: 10, unit: 'days' }, '2026-09-11', 'days as 2 § counts them'],
  ])('%s and %o is %s: %s', (named, period, expected) => {
    expect(periodAfter(day(named), period)).toBe(expected);
  });

  it('months keep the number of the day, or end on the last day of a month that has none', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (named, count) => {
        const end = periodAfter(named, { count, unit: 'months' });
        expect(numberOfDay(end)).toBe(Math.min(numberOfDay(named), lastDayOfMonth(end)));
        const months = (on: Day) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
        expect(months(end)).toBe(months(named) + count);
      }),
    );
  });

  it('a year is twelve months and a week is seven days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 20 }), (named, count) => {
        expect(periodAfter(named, { count, unit: 'years' })).toBe(
          periodAfter(named, { count: 12 * count, unit: 'months' }),
        );
        expect(periodAfter(named, { count, unit: 'weeks' })).toBe(daysAfter(named, 7 * count));
      }),
    );
  });

  it('a later named day never gives an earlier end', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(500),
        fc.record<Period>({
          count: fc.nat(40),
          unit: fc.constantFrom('days', 'weeks', 'months', 'years'),
        }),
        (named, later, period) => {
          const first = periodAfter(named, period);
          expect(periodAfter(addDays(named, later), period) >= first).toBe(true);
          expect(first >= named).toBe(true);
        },
      ),
    );
  });
});

describe('4 §: periods before a named day are counted back on the same grounds', () => {
  it.each<[string, Period, string, string]>([
    ['2026-09-01', { count: 1, unit: 'days' }, '2026-08-31', 'the day before is the first'],
    ['2026-09-01', { count: 6, unit: 'weeks' }, '2026-07-21', 'agreement and cards'],
    ['2026-09-01', { count: 6, unit: 'months' }, '2026-03-01', 'half a year'],
    ['2026-09-01', { count: 1, unit: 'years' }, '2025-09-01', 'a year'],
    ['2027-03-31', { count: 1, unit: 'months' }, '2027-02-28', 'no 31 February'],
    ['2028-02-29', { count: 1, unit: 'years' }, '2027-02-28', 'no leap day the year before'],
    ['2026-09-01', { count: 0, unit: 'months' }, '2026-09-01', 'none is the day itself'],
  ])('%s less %o is %s: %s', (named, period, expected) => {
    expect(periodBefore(day(named), period)).toBe(expected);
  });

  it('undoes a period forward, in days and weeks always, in months unless a month-end was cut', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.record<Period>({
          count: fc.nat(48),
          unit: fc.constantFrom('days', 'weeks', 'months', 'years'),
        }),
        (named, period) => {
          const end = periodAfter(named, period);
          const back = periodBefore(end, period);
          const cut =
            (period.unit === 'months' || period.unit === 'years') &&
            numberOfDay(end) < numberOfDay(named);
          if (!cut) expect(back).toBe(named);
          else expect(daysBetween(back, named)).toBe(numberOfDay(named) - numberOfDay(end));
        },
      ),
    );
  });
});

describe('5 §: a last day that is a day off moves to the first working day after', () => {
  it.each([
    ['2024-09-01', '2024-09-02', 'sunday'],
    ['2025-03-01', '2025-03-03', 'saturday'],
    ['2026-01-01', '2026-01-02', 'church-holiday'],
    ['2026-03-01', '2026-03-02', 'sunday'],
    ['2029-03-31', '2029-04-03', 'saturday'],
    ['2026-12-24', '2026-12-28', 'christmas-eve'],
    ['2026-12-05', '2026-12-07', 'saturday'],
    ['2026-06-19', '2026-06-22', 'midsummer-eve'],
    ['2026-05-01', '2026-05-04', 'may-day'],
    ['2029-12-06', '2029-12-07', 'independence-day'],
    ['2026-04-03', '2026-04-07', 'church-holiday'],
  ])('%s moves to %s, because it is a %s', (lastDay, expected, kind) => {
    expect(lastDayToAct(day(lastDay))).toMatchObject({ on: expected, movedFrom: { kind } });
  });

  it.each(['2026-09-01', '2027-03-01', '2029-10-01', '2025-09-01', '2026-12-31'])(
    '%s stays',
    (lastDay) => {
      expect(lastDayToAct(day(lastDay))).toEqual({ on: lastDay });
    },
  );

  it('gives a working day with nothing but days off before it, and the reason when it moved', () => {
    fc.assert(
      fc.property(anyDay, (lastDay) => {
        const { on, movedFrom } = lastDayToAct(lastDay);
        expect(isWorkingDay(on)).toBe(true);
        for (let between = lastDay; between < on; between = addDays(between, 1)) {
          expect(isWorkingDay(between)).toBe(false);
        }
        expect(movedFrom).toEqual(on === lastDay ? undefined : dayOff(lastDay));
      }),
    );
  });
});

describe('working days', () => {
  it.each([
    ['2026-09-01', -20, '2026-08-04'],
    ['2026-09-01', -130, '2026-02-24'],
    ['2026-09-01', -250, '2025-09-02'],
    ['2029-10-01', -20, '2029-09-03'],
    ['2029-10-01', -65, '2029-07-02'],
    ['2029-10-01', -250, '2028-10-03'],
    ['2026-08-04', 20, '2026-09-01'],
    ['2026-08-28', 2, '2026-09-01'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-30', 2, '2027-01-04'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-22', -1, '2026-11-20'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i working days is %s', (from, count, expected) => {
    expect(addWorkingDays(day(from), count)).toBe(expected);
  });

  it('are counted as a person counts them, a day at a time', () => {
    const walk = (from: Day, count: number): Day => {
      const step = count < 0 ? -1 : 1;
      let on = from;
      for (let left = Math.abs(count); left > 0; ) {
        on = addDays(on, step);
        if (isWorkingDay(on)) left -= 1;
      }
      return on;
    };
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, count) => {
        expect(addWorkingDays(from, count)).toBe(walk(from, count));
      }),
      { numRuns: 60 },
    );
  });

  it('added and subtracted again lead back to a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (from, count) => {
        fc.pre(isWorkingDay(from));
        expect(addWorkingDays(addWorkingDays(from, count), -count)).toBe(from);
      }),
    );
  });

  it('are monotone: more of them, or a later start, is never earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.integer({ min: -500, max: 500 }), (from, later, count) => {
        fc.pre(count !== 0);
        const reached = addWorkingDays(from, count);
        expect(isWorkingDay(reached)).toBe(true);
        expect(addWorkingDays(addDays(from, later), count) >= reached).toBe(true);
        expect(addWorkingDays(from, count + 1) > reached || count === -1).toBe(true);
      }),
    );
  });

  it('are counted on past the last day that may be asked about, by the same acts', () => {
    expect(addWorkingDays(day('2199-12-30'), 1)).toBe('2199-12-31');
    // New Year's Day 2200 is a Wednesday.
    expect(addWorkingDays(day('2199-12-30'), 2)).toBe('2200-01-02');
    expect(addWorkingDays(day('1900-01-02'), -1)).toBe('1899-12-29');
  });
});
