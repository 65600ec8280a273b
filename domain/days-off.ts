import { addDays, type Day, dayIn, weekday, yearOf } from './day.ts';
import type { Text } from './language.ts';

export type DayOffKind =
  | 'sunday'
  | 'saturday'
  | 'church-holiday'
  | 'independence-day'
  | 'may-day'
  | 'christmas-eve'
  | 'midsummer-eve';

/** A place in an act that makes a day a day off, or says which day it is. */
export interface DayOffBasis {
  readonly act: '150/1930' | '652/2023' | '657/2023' | '388/1937' | '272/1944';
  readonly chapter?: number;
  readonly section: string;
  readonly subsection?: number;
}

/** A day on which, as a last day, nothing need be done before an authority (150/1930 5 §), and why. */
export interface DayOff {
  readonly kind: DayOffKind;
  readonly name: Text;
  readonly basis: readonly DayOffBasis[];
}

/** Lists every day off there is; the acts beside it say which days those are. */
const timeLimitsAct: DayOffBasis = { act: '150/1930', section: '5', subsection: 1 };
/** The Church Act names the church holidays, the Church Order says when they are kept. */
const churchAct: DayOffBasis = { act: '652/2023', chapter: 1, section: '6' };
const churchOrder: DayOffBasis = { act: '657/2023', chapter: 1, section: '4' };
const independenceDayAct: DayOffBasis = { act: '388/1937', section: '1', subsection: 1 };
const mayDayAct: DayOffBasis = { act: '272/1944', section: '1', subsection: 1 };

const weekend: Readonly<Record<number, DayOff>> = {
  6: {
    kind: 'saturday',
    name: { fi: 'arkilauantai', sv: 'helgfri lördag', en: 'Saturday' },
    basis: [timeLimitsAct],
  },
  7: {
    kind: 'sunday',
    name: { fi: 'sunnuntai', sv: 'söndag', en: 'Sunday' },
    basis: [timeLimitsAct],
  },
};

const churchHoliday = (fi: string, sv: string, en: string): DayOff => ({
  kind: 'church-holiday',
  name: { fi, sv, en },
  basis: [timeLimitsAct, churchAct, churchOrder],
});

/**
 * Easter Day of a year: `easterDay(2026) === '2026-04-05'`.
 * Source: Butcher's Ecclesiastical Calendar (1876), as given by H. V. Smith in Mathematical
 * Spectrum 11 (1978/79), pp. 23-24; the letters are the source's.
 */
export const easterDay = (year: number): Day => {
  const quotient = (dividend: number, divisor: number) => Math.floor(dividend / divisor);
  const j = year % 19;
  const k = quotient(year, 100);
  const h = year % 100;
  const m = quotient(k, 4);
  const n = k % 4;
  const p = quotient(k + 8, 25);
  const q = quotient(k - p + 1, 3);
  const r = (19 * j + k - m - q + 15) % 30;
  const s = quotient(h, 4);
  const u = h % 4;
  const v = (32 + 2 * n + 2 * s - r - u) % 7;
  const w = quotient(j + 11 * r + 22 * v, 451);
  const x = quotient(r + v - 7 * w + 114, 31);
  const z = (r + v - 7 * w + 114) % 31;
  return dayIn(year, x, z + 1);
};

/** The first Saturday later than the named day, which is never meant itself. */
const saturdayAfter = (named: Day): Day => addDays(named, ((12 - weekday(named)) % 7) + 1);

/** Keeps what was computed for a year: the computation is pure. */
const byYear = <Value>(compute: (year: number) => Value): ((year: number) => Value) => {
  const computed = new Map<number, Value>();
  return (year) => {
    const known = computed.get(year);
    if (known !== undefined) return known;
    const value = compute(year);
    computed.set(year, value);
    return value;
  };
};

/** Days off with a name. Where two fall on one day, the later entry stands: a church holiday. */
const namedDaysOf = byYear((year): ReadonlyMap<Day, DayOff> => {
  const on = (monthAndDay: string) =>
    dayIn(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3)));
  const easter = easterDay(year);
  const midsummer = saturdayAfter(on('06-19'));
  return new Map([
    [
      on('05-01'),
      {
        kind: 'may-day',
        name: { fi: 'vapunpäivä', sv: 'första maj', en: 'May Day' },
        basis: [timeLimitsAct, mayDayAct],
      },
    ],
    [
      addDays(midsummer, -1),
      {
        kind: 'midsummer-eve',
        name: { fi: 'juhannusaatto', sv: 'midsommarafton', en: 'Midsummer Eve' },
        basis: [timeLimitsAct],
      },
    ],
    [
      on('12-06'),
      {
        kind: 'independence-day',
        name: { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' },
        basis: [timeLimitsAct, independenceDayAct],
      },
    ],
    [
      on('12-24'),
      {
        kind: 'christmas-eve',
        name: { fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' },
        basis: [timeLimitsAct],
      },
    ],
    [on('01-01'), churchHoliday('uudenvuodenpäivä', 'nyårsdagen', "New Year's Day")],
    [on('01-06'), churchHoliday('loppiainen', 'trettondagen', 'Epiphany')],
    [addDays(easter, -2), churchHoliday('pitkäperjantai', 'långfredagen', 'Good Friday')],
    [easter, churchHoliday('pääsiäispäivä', 'påskdagen', 'Easter Day')],
    [addDays(easter, 1), churchHoliday('toinen pääsiäispäivä', 'annandag påsk', 'Easter Monday')],
    [addDays(easter, 39), churchHoliday('helatorstai', 'Kristi himmelsfärdsdag', 'Ascension Day')],
    [addDays(easter, 49), churchHoliday('helluntai', 'pingstdagen', 'Whit Sunday')],
    [midsummer, churchHoliday('juhannuspäivä', 'midsommardagen', 'Midsummer Day')],
    [
      saturdayAfter(on('10-30')),
      churchHoliday('pyhäinpäivä', 'alla helgons dag', "All Saints' Day"),
    ],
    [on('12-25'), churchHoliday('joulupäivä', 'juldagen', 'Christmas Day')],
    [on('12-26'), churchHoliday('toinen joulupäivä', 'annandag jul', 'Boxing Day')],
  ]);
});

/**
 * Why a day is a day off by 150/1930 5 §, or undefined where it is none: a named day before the
 * Saturday or Sunday it falls on. Every year is told by the acts as they read today; New Year's Eve
 * is in none of them.
 */
export const dayOff = (on: Day): DayOff | undefined =>
  namedDaysOf(yearOf(on)).get(on) ?? weekend[weekday(on)];

/** Monday to Friday and not a day off: the reading of "arkipäivä" chosen (law.md 6). */
export const isWorkingDay = (on: Day): boolean => dayOff(on) === undefined;

/** The working days of a year, in order. */
export const workingDaysOf = byYear((year): readonly Day[] => {
  const newYearsDay = dayIn(year, 1, 1);
  return Array.from({ length: 366 }, (_, i) => addDays(newYearsDay, i)).filter(
    (on) => yearOf(on) === year && isWorkingDay(on),
  );
});
