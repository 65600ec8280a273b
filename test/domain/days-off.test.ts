import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, weekday } from '../../domain/day.ts';
import {
  type DayOffKind,
  dayOff,
  easterDay,
  isWorkingDay,
  workingDaysOf,
} from '../../domain/days-off.ts';

const everyDayOf = (year: number): readonly Day[] =>
  Array.from({ length: 366 }, (_, i) => addDays(day(`${year}-01-01`), i)).filter((on) =>
    on.startsWith(`${year}-`),
  );
const years = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
const anyYear = fc.integer({ min: 1900, max: 2199 });

describe('the named days off of 2026', () => {
  it.each([
    ['2026-01-01', 'church-holiday', 'uudenvuodenpäivä', 'nyårsdagen', "New Year's Day"],
    ['2026-01-06', 'church-holiday', 'loppiainen', 'trettondagen', 'Epiphany'],
    ['2026-04-03', 'church-holiday', 'pitkäperjantai', 'långfredagen', 'Good Friday'],
    ['2026-04-05', 'church-holiday', 'pääsiäispäivä', 'påskdagen', 'Easter Day'],
    ['2026-04-06', 'church-holiday', 'toinen pääsiäispäivä', 'annandag påsk', 'Easter Monday'],
    ['2026-05-01', 'may-day', 'vapunpäivä', 'första maj', 'May Day'],
    ['2026-05-14', 'church-holiday', 'helatorstai', 'Kristi himmelsfärdsdag', 'Ascension Day'],
    ['2026-05-24', 'church-holiday', 'helluntai', 'pingstdagen', 'Whit Sunday'],
    ['2026-06-19', 'midsummer-eve', 'juhannusaatto', 'midsommarafton', 'Midsummer Eve'],
    ['2026-06-20', 'church-holiday', 'juhannuspäivä', 'midsommardagen', 'Midsummer Day'],
    ['2026-10-31', 'church-holiday', 'pyhäinpäivä', 'alla helgons dag', "All Saints' Day"],
    [
      '2026-12-06',
      'independence-day',
      'itsenäisyyspäivä',
      'självständighetsdagen',
      'Independence Day',
    ],
    ['2026-12-24', 'christmas-eve', 'jouluaatto', 'julafton', 'Christmas Eve'],
    ['2026-12-25', 'church-holiday', 'joulupäivä', 'juldagen', 'Christmas Day'],
    ['2026-12-26', 'church-holiday', 'toinen joulupäivä', 'annandag jul', 'Boxing Day'],
  ])('%s is a %s: %s, %s, %s', (on, kind, fi, sv, en) => {
    expect(dayOff(day(on))).toMatchObject({ kind, name: { fi, sv, en } });
  });

  it('are these fifteen and no others, beside Saturdays and Sundays', () => {
    const named = everyDayOf(2026).filter((on) => {
      const kind = dayOff(on)?.kind;
      return kind !== undefined && kind !== 'saturday' && kind !== 'sunday';
    });
    expect(named).toHaveLength(15);
  });
});

describe('the act that makes a day a day off', () => {
  it.each([
    ['2026-11-22', 'sunday', ['150/1930']],
    ['2026-11-21', 'saturday', ['150/1930']],
    ['2026-12-24', 'christmas-eve', ['150/1930']],
    ['2026-06-19', 'midsummer-eve', ['150/1930']],
    ['2026-12-06', 'independence-day', ['150/1930', '388/1937']],
    ['2026-05-01', 'may-day', ['150/1930', '272/1944']],
    ['2026-01-06', 'church-holiday', ['150/1930', '652/2023', '657/2023']],
  ])('%s, a %s, is one by %s', (on, kind, acts) => {
    const verdict = dayOff(day(on));
    expect(verdict?.kind).toBe(kind);
    expect(verdict?.basis.map(({ act }) => act)).toEqual(acts);
  });
});

describe('where two days off meet, the one that says more stands', () => {
  it.each([
    ['2008-05-01', 'church-holiday', 'Ascension Day', 'Ascension Day and May Day'],
    ['2026-04-05', 'church-holiday', 'Easter Day', 'Easter Day is a Sunday'],
    ['2026-06-20', 'church-holiday', 'Midsummer Day', 'Midsummer Day is a Saturday'],
    ['2026-12-06', 'independence-day', 'Independence Day', 'Independence Day on a Sunday'],
    ['2027-05-01', 'may-day', 'May Day', 'May Day on a Saturday'],
    ['2022-12-24', 'christmas-eve', 'Christmas Eve', 'Christmas Eve on a Saturday'],
  ])('%s is told as a %s (%s): %s', (on, kind, en) => {
    expect(dayOff(day(on))).toMatchObject({ kind, name: { en } });
  });
});

describe('the days of the statutes, with their weekdays', () => {
  it.each<[string, number, DayOffKind | undefined, string]>([
    ['2026-09-01', 2, undefined, 'joining and family law'],
    ['2026-10-01', 4, undefined, 'patient data as first enacted'],
    ['2027-03-01', 1, undefined, 'patient data'],
    ['2027-10-01', 5, undefined, 'a first of October'],
    ['2027-11-01', 1, undefined, 'prescriptions'],
    ['2029-10-01', 1, undefined, 'recordings'],
    ['2024-09-01', 7, 'sunday', 'public joining as first enacted'],
    ['2025-03-01', 6, 'saturday', 'child protection as first enacted'],
    ['2025-09-01', 1, undefined, 'disability services as first enacted'],
    ['2026-01-01', 4, 'church-holiday', 'private joining as first enacted'],
    ['2026-03-01', 7, 'sunday', 'substance abuse as first enacted'],
    ['2026-05-01', 5, 'may-day', 'unit OIDs to a county, from'],
    ['2026-06-15', 1, undefined, 'unit OIDs to a county, to'],
    ['2026-03-31', 2, undefined, 'Soteri 2026'],
    ['2027-03-31', 3, undefined, 'Soteri 2027'],
    ['2028-03-31', 5, undefined, 'Soteri 2028'],
    ['2029-03-31', 6, 'saturday', 'Soteri 2029, Easter eve'],
  ])('%s is weekday %i and its day off is %s (%s)', (on, expectedWeekday, kind) => {
    expect(weekday(day(on))).toBe(expectedWeekday);
    expect(dayOff(day(on))?.kind).toBe(kind);
    expect(isWorkingDay(day(on))).toBe(kind === undefined);
  });
});

describe('Easter', () => {
  it.each([
    [1900, '1900-04-15', 'the first year of the calendar kept here'],
    [1943, '1943-04-25', 'the latest Easter can be'],
    [1954, '1954-04-18', "Gauss's first exception"],
    [1981, '1981-04-19', "Gauss's second exception"],
    [2008, '2008-03-23', 'an early one'],
    [2026, '2026-04-05', 'the year of joining'],
    [2029, '2029-04-01', 'the year of recordings'],
    [2038, '2038-04-25', 'the latest again'],
    [2199, '2199-04-14', 'the last year of the calendar kept here'],
  ])('is in %i on %s, %s', (year, expected) => {
    expect(easterDay(year)).toBe(expected);
  });

  it('is always a Sunday from 22 March to 25 April', () => {
    for (const year of years(1900, 2199)) {
      const easter = easterDay(year);
      expect(weekday(easter)).toBe(7);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    }
  });

  it('is found by the method of Gauss too, for every year', () => {
    // Gauss (1816), with his corrected constants p, q for the century and both exceptions.
    const gauss = (year: number): Day => {
      const a = year % 19;
      const k = Math.floor(year / 100);
      const p = Math.floor((13 + 8 * k) / 25);
      const m = (15 - p + k - Math.floor(k / 4)) % 30;
      const n = (4 + k - Math.floor(k / 4)) % 7;
      const d = (19 * a + m) % 30;
      const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
      const early = (d === 29 && e === 6) || (d === 28 && e === 6 && (11 * m + 11) % 30 < 19);
      return addDays(day(`${year}-03-22`), d + e - (early ? 7 : 0));
    };
    for (const year of years(1900, 2199)) expect(easterDay(year)).toBe(gauss(year));
  });
});

describe('a second source, date-holidays', () => {
  const holidays = new Holidays('FI');

  it.each(years(1990, 2100))('gives the same named days off for %i, and 31 December', (year) => {
    const theirs = holidays
      .getHolidays(year, 'fi')
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date }) => date.slice(0, 10));
    const ours = everyDayOf(year).filter((on) => {
      const kind = dayOff(on)?.kind;
      return kind !== undefined && kind !== 'saturday' && kind !== 'sunday';
    });
    // It calls New Year's Eve a bank holiday; none of the acts does.
    expect([...ours, `${year}-12-31`]).toEqual([...new Set(theirs)].sort());
  });
});

describe("New Year's Eve", () => {
  it('is a working day unless it falls on a weekend', () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        const eve = day(`${year}-12-31`);
        expect(isWorkingDay(eve)).toBe(weekday(eve) <= 5);
      }),
    );
  });
});

describe('a working day', () => {
  it('is never a Saturday or Sunday, and is a weekday without a day off', () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        for (const on of everyDayOf(year)) {
          const kind = dayOff(on)?.kind;
          expect(isWorkingDay(on)).toBe(kind === undefined);
          if (weekday(on) >= 6) expect(kind).toBeDefined();
          if (kind === 'saturday') expect(weekday(on)).toBe(6);
          if (kind === 'sunday') expect(weekday(on)).toBe(7);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is listed for its year, in order, with 251 to 254 a year', () => {
    for (const year of years(1900, 2199)) {
      const listed = workingDaysOf(year);
      expect(listed.length).toBeGreaterThanOrEqual(251);
      expect(listed.length).toBeLessThanOrEqual(254);
    }
    expect(workingDaysOf(2026)).toEqual(everyDayOf(2026).filter(isWorkingDay));
    expect(workingDaysOf(2028)).toEqual(everyDayOf(2028).filter(isWorkingDay));
  });
});

describe('Midsummer and All Saints', () => {
  it('are the Saturdays next after 19 June and 30 October, never those days themselves', () => {
    const summerAndAutumn = (year: number) => [
      ...Array.from({ length: 30 }, (_, i) => addDays(day(`${year}-06-01`), i)),
      ...Array.from({ length: 30 }, (_, i) => addDays(day(`${year}-10-15`), i)),
    ];
    for (const year of years(1900, 2199)) {
      const named = (en: string) =>
        summerAndAutumn(year).filter((on) => dayOff(on)?.name.en === en);
      const [midsummer, ...others] = named('Midsummer Day');
      expect(others).toEqual([]);
      expect(midsummer && weekday(midsummer)).toBe(6);
      expect(midsummer && midsummer >= `${year}-06-20` && midsummer <= `${year}-06-26`).toBe(true);
      expect(named('Midsummer Eve')).toEqual(midsummer && [addDays(midsummer, -1)]);
      const [saints] = named("All Saints' Day");
      expect(saints && weekday(saints)).toBe(6);
      expect(saints && saints >= `${year}-10-31` && saints <= `${year}-11-06`).toBe(true);
    }
  });

  it.each([
    ['2027-06-26', 'Midsummer Day', '19 June is itself a Saturday'],
    ['2027-11-06', "All Saints' Day", '30 October is itself a Saturday'],
    ['2026-06-20', 'Midsummer Day', '19 June is a Friday'],
    ['2026-10-31', "All Saints' Day", '30 October is a Friday'],
  ])('%s is %s where %s', (on, en) => {
    expect(dayOff(day(on))?.name.en).toBe(en);
  });
});
