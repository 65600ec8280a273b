import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  Day,
  day,
  daysBetween,
  earliest,
  earliestOf,
  latest,
  latestOf,
  weekday,
  yearOf,
} from '../../domain/day.ts';

/** JavaScript's own calendar in UTC, as a second source. */
const utc = (on: string): Date => new Date(`${on}T00:00:00Z`);
const anyDay = fc
  .date({ min: utc('1905-01-01'), max: utc('2194-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('a day', () => {
  it.each([
    ['2026-09-01', 'an ordinary day'],
    ['2028-02-29', 'a leap day'],
    ['2000-02-29', 'a leap day of a century that 400 divides'],
    ['1900-01-01', 'the first of the calendar kept here'],
    ['2199-12-31', 'the last of the calendar kept here'],
  ])('is %s: %s', (text) => {
    expect(Day.parse(text)).toBe(text);
  });

  it.each<[unknown, string]>([
    ['2026-02-30', 'no such day'],
    ['2026-02-29', 'not a leap year'],
    ['2100-02-29', 'a century that 400 does not divide'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'no month zero'],
    ['2026-09-31', 'no such day'],
    ['1899-12-31', 'before the calendar kept here'],
    ['2200-01-01', 'after the calendar kept here'],
    ['2026-9-1', 'digits left out'],
    ['1.9.2026', 'as people write it'],
    ['2026-09-01T00:00:00Z', 'an instant'],
    ['+002026-09-01', 'a long year'],
    [' 2026-09-01', 'a space before'],
    ['2026-09-01\n', 'a line break after'],
    ['', 'nothing'],
    [20260901, 'a number'],
    [null, 'null'],
  ])('is not %j: %s', (text) => {
    expect(Day.safeParse(text).success).toBe(false);
  });

  it('in our own data throws when it is none', () => {
    expect(() => day('2026-02-30')).toThrow();
  });
});

describe('adding days', () => {
  it('agrees with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1800, max: 1800 }), (from, count) => {
        const date = utc(from);
        date.setUTCDate(date.getUTCDate() + count);
        expect(addDays(from, count)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  it('is undone by subtracting them, and counted by daysBetween', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1800, max: 1800 }), (from, count) => {
        expect(addDays(addDays(from, count), -count)).toBe(from);
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });
});

describe('adding months and years', () => {
  it.each([
    ['2026-08-31', 1, '2026-09-30', 'no 31 September'],
    ['2027-01-31', 1, '2027-02-28', 'no 31 February'],
    ['2028-01-31', 1, '2028-02-29', 'no 31 February in a leap year'],
    ['2027-03-31', -1, '2027-02-28', 'the same backward'],
    ['2026-12-15', 1, '2027-01-15', 'over a new year'],
    ['2027-02-28', 12, '2028-02-28', 'a month-end is not kept'],
  ])('%s and %i months is %s: %s', (from, count, expected) => {
    expect(addMonths(day(from), count)).toBe(expected);
  });

  it.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', -1, '2027-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-09-01', 3, '2029-09-01'],
  ])('%s and %i years is %s', (from, count, expected) => {
    expect(addYears(day(from), count)).toBe(expected);
  });
});

describe('between days', () => {
  it.each([
    ['2026-08-31', '2026-09-01', 1],
    ['2026-11-22', '2026-09-01', -82],
    ['2026-09-01', '2026-09-01', 0],
    ['2026-09-01', '2029-10-01', 1126],
    ['2028-02-28', '2028-03-01', 2],
  ])('from %s to %s there are %i', (from, to, expected) => {
    expect(daysBetween(day(from), day(to))).toBe(expected);
  });

  it('the order of the text is the order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (first, second) => {
        expect(Math.sign(daysBetween(first, second))).toBe(
          first === second ? 0 : first < second ? 1 : -1,
        );
      }),
    );
  });

  it('of no days there is no earliest and no latest', () => {
    expect([earliestOf([]), latestOf([])]).toEqual([undefined, undefined]);
    const days = [day('2026-09-02'), day('2026-09-01'), day('2026-09-03')];
    expect([earliestOf(days), latestOf(days)]).toEqual(['2026-09-01', '2026-09-03']);
  });

  it('the earliest and the latest are found in any order', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 6 }), ([first, ...rest]) => {
        if (first === undefined) throw new Error('not reached');
        const sorted = [first, ...rest].sort();
        expect(earliest(first, ...rest)).toBe(sorted[0]);
        expect(latest(first, ...rest)).toBe(sorted.at(-1));
      }),
    );
  });
});

describe('the weekday and the year', () => {
  it.each([
    ['2026-11-22', 7, 'Sunday'],
    ['2026-11-23', 1, 'Monday'],
    ['2026-09-01', 2, 'Tuesday'],
    ['2029-10-01', 1, 'Monday'],
    ['2029-03-31', 6, 'Saturday'],
  ])('%s is %i, a %s', (on, expected) => {
    expect(weekday(day(on))).toBe(expected);
  });

  it('agree with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(weekday(on)).toBe(utc(on).getUTCDay() || 7);
        expect(yearOf(on)).toBe(utc(on).getUTCFullYear());
      }),
    );
  });
});
