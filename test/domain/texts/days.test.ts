import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { formatDay } from '../../../domain/texts/days.ts';

describe('a day in words', () => {
  it.each([
    ['2026-09-01', '1.9.2026', 'den 1 september 2026', '1 September 2026'],
    ['2027-03-31', '31.3.2027', 'den 31 mars 2027', '31 March 2027'],
    ['2029-10-01', '1.10.2029', 'den 1 oktober 2029', '1 October 2029'],
    ['2024-12-19', '19.12.2024', 'den 19 december 2024', '19 December 2024'],
  ])('%s is written as its readers write it', (text, fi, sv, en) => {
    expect(formatDay(day(text), 'fi')).toBe(fi);
    expect(formatDay(day(text), 'sv')).toBe(sv);
    expect(formatDay(day(text), 'en')).toBe(en);
  });

  it('names the months as the locale data do', () => {
    for (let month = 1; month <= 12; month += 1) {
      const on = day(`2026-${String(month).padStart(2, '0')}-15`);
      const date = new Date(`${on}T12:00:00Z`);
      const named = (locale: string) =>
        date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
      expect(formatDay(on, 'en')).toBe(named('en-GB'));
      expect(formatDay(on, 'sv')).toBe(`den ${named('sv-FI')}`);
    }
  });
});
