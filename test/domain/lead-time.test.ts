import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../domain/day.ts';
import { isWorkingDay } from '../../domain/days-off.ts';
import {
  finishAfter,
  type LeadPeriod,
  latestStart,
  workingDayFrom,
  workingDayUpTo,
} from '../../domain/lead-time.ts';
import { anyDay } from '../support/arbitraries.ts';

const anyPeriod: fc.Arbitrary<LeadPeriod> = fc.record({
  count: fc.nat(14),
  unit: fc.constantFrom('days', 'weeks', 'months', 'years', 'working-days'),
});

describe('the latest day to begin', () => {
  test.each<{ why: string; by: string; period: LeadPeriod; start: string }>([
    {
      why: 'half a year before 1.9.2026 (law.md 4.1)',
      by: '2026-09-01',
      period: { count: 6, unit: 'months' },
      start: '2026-03-01',
    },
    {
      why: 'a year before 1.9.2026 (law.md 4.1)',
      by: '2026-09-01',
      period: { count: 12, unit: 'months' },
      start: '2025-09-01',
    },
    {
      why: 'six weeks before a test day',
      by: '2026-08-28',
      period: { count: 6, unit: 'weeks' },
      start: '2026-07-17',
    },
    {
      why: 'two working days before a Tuesday: the Sunday, on which nobody works, is still early enough',
      by: '2026-09-01',
      period: { count: 2, unit: 'working-days' },
      start: '2026-08-30',
    },
    {
      why: 'two working days before a Saturday end on the Friday',
      by: '2026-08-29',
      period: { count: 2, unit: 'working-days' },
      start: '2026-08-26',
    },
    {
      why: 'over Midsummer 2026 (19 June is the eve)',
      by: '2026-06-22',
      period: { count: 2, unit: 'working-days' },
      start: '2026-06-17',
    },
    {
      why: 'a month before the last of February is the last of January',
      by: '2026-02-28',
      period: { count: 1, unit: 'months' },
      start: '2026-01-31',
    },
    {
      why: 'a month before 30 March is the last of February',
      by: '2026-03-30',
      period: { count: 1, unit: 'months' },
      start: '2026-02-28',
    },
    {
      why: 'what takes no time begins on its day',
      by: '2026-09-01',
      period: { count: 0, unit: 'days' },
      start: '2026-09-01',
    },
  ])('$why', ({ by, period, start }) => {
    expect(latestStart(day(by), period)).toBe(start);
  });

  test('with its lead time it is in time, and a day later it is not', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (by, period) => {
        const start = latestStart(by, period);
        expect(finishAfter(start, period) <= by).toBe(true);
        expect(finishAfter(addDays(start, 1), period) > by).toBe(true);
      }),
    );
  });

  test('a later day never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (start, period) => {
        expect(finishAfter(start, period) <= finishAfter(addDays(start, 1), period)).toBe(true);
      }),
    );
  });
});

describe('working days around a day', () => {
  test.each([
    ['a working day is itself', '2026-08-28', '2026-08-28', '2026-08-28'],
    ['a Saturday', '2026-08-29', '2026-08-31', '2026-08-28'],
    ['Independence Day, a Sunday', '2026-12-06', '2026-12-07', '2026-12-04'],
  ])('%s', (_why, on, from, upTo) => {
    expect(workingDayFrom(day(on))).toBe(from);
    expect(workingDayUpTo(day(on))).toBe(upTo);
  });

  test('are working days, and none lies between them and the day', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const from = workingDayFrom(on);
        const upTo = workingDayUpTo(on);
        expect(isWorkingDay(from) && isWorkingDay(upTo)).toBe(true);
        for (let between = on; between < from; between = addDays(between, 1)) {
          expect(isWorkingDay(between)).toBe(false);
        }
        for (let between = on; between > upTo; between = addDays(between, -1)) {
          expect(isWorkingDay(between)).toBe(false);
        }
      }),
    );
  });
});
