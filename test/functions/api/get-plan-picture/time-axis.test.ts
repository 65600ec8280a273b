import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../../../domain/day.ts';
import { type Language, languages } from '../../../../domain/language.ts';
import { widthOf } from '../../../../functions/api/get-plan-picture/text-width.ts';
import {
  type Tick,
  type TimeAxis,
  tickGap,
  tickSize,
  timeAxis,
} from '../../../../functions/api/get-plan-picture/time-axis.ts';
import { anyDay } from '../../../support/arbitraries.ts';

const span = { from: 500, to: 1000 };
const axisOf = (first: string, last: string, language: Language = 'fi') =>
  timeAxis([day(first), day(last)], { span, language });
const named = (ticks: readonly Tick[]) => ticks.flatMap(({ label }) => label ?? []);

describe('the days that the axis names', () => {
  it.each<[string, string, string, Language, string, string]>([
    [
      'a few weeks',
      '2026-08-10',
      '2026-09-01',
      'fi',
      'elokuu 2026',
      '3.8. 10.8. 17.8. 24.8. 31.8.',
    ],
    [
      'a few weeks',
      '2026-08-10',
      '2026-09-01',
      'en',
      'August 2026',
      '3 Aug 10 Aug 17 Aug 24 Aug 31 Aug',
    ],
    [
      'one day',
      '2026-09-01',
      '2026-09-01',
      'sv',
      'augusti 2026 september 2026',
      '24.8. 31.8. 7.9. 14.9. 21.9.',
    ],
    ['half a year', '2026-03-05', '2026-09-01', 'sv', '2026', 'mars apr maj juni juli aug sep'],
    [
      'half a year',
      '2026-03-05',
      '2026-09-01',
      'fi',
      '2026',
      'maalis huhti touko kesä heinä elo syys',
    ],
    [
      'over a new year',
      '2026-11-22',
      '2027-05-22',
      'en',
      '2026 2027',
      'Nov Dec Jan Feb Mar Apr May',
    ],
    [
      'two years',
      '2025-09-05',
      '2027-08-22',
      'fi',
      '2025 2026 2027',
      'loka tammi huhti heinä loka tammi huhti heinä',
    ],
    [
      'ten years',
      '2020-01-10',
      '2029-10-01',
      'fi',
      '',
      '2020 2021 2022 2023 2024 2025 2026 2027 2028 2029',
    ],
    [
      'two centuries',
      '1900-01-10',
      '2100-01-01',
      'fi',
      '',
      '1900 1920 1940 1960 1980 2000 2020 2040 2060 2080',
    ],
  ])('are sensible for %s (%s to %s, %s)', (_, first, last, language, periods, ticks) => {
    const axis = axisOf(first, last, language);
    expect(named(axis.periods).join(' ')).toBe(periods);
    expect(named(axis.ticks).join(' ')).toBe(ticks);
  });
});

describe('the place of a day', () => {
  it('is as far from another as there are days between them', () => {
    // March to September of 2026, by months: 1.3. to 1.10. are 214 days.
    const axis = axisOf('2026-03-05', '2026-09-01');
    expect(axis.x(day('2026-03-01'))).toBe(500);
    expect(axis.x(day('2026-10-01'))).toBe(1000);
    expect(axis.x(day('2026-06-16'))).toBe(750);
  });

  it('lies within the axis for every day it was made for, in the order of the days', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 6 }), (days) => {
        const [first, ...others] = days as [Day, ...Day[]];
        const axis = timeAxis([first, ...others], { span, language: 'fi' });
        for (const one of days) {
          expect(axis.x(one)).toBeGreaterThan(span.from);
          expect(axis.x(one)).toBeLessThan(span.to);
        }
        const [a, b] = [axis.x(first), axis.x(addDays(first, 100))];
        expect(b - a).toBeCloseTo((axis.x(addDays(first, 1)) - a) * 100);
      }),
    );
  });
});

/** Pairs of neighbours that lie on each other, or reach over the end. */
const collisions = (ticks: readonly Tick[]): readonly string[] => {
  const labels = ticks.flatMap(({ x, label }) =>
    label === undefined
      ? []
      : [{ label, from: x + tickGap, to: x + tickGap + widthOf(label, { size: tickSize }) }],
  );
  return labels.flatMap(({ label, to }, i) =>
    to > (labels[i + 1]?.from ?? span.to) ? [label] : [],
  );
};

it('the names on the axis never lie on each other nor outside, and there are always some', () => {
  const anyAxis: fc.Arbitrary<TimeAxis> = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 5000 }), fc.constantFrom(...languages))
    .map(([first, length, language]) =>
      timeAxis([first, addDays(first, length)], { span, language }),
    );
  fc.assert(
    fc.property(anyAxis, ({ ticks, periods }) => {
      expect([...collisions(ticks), ...collisions(periods)]).toEqual([]);
      expect(named(ticks).length).toBeGreaterThanOrEqual(3);
    }),
  );
});
