import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/**
 * A calendar day of the law as `YYYY-MM-DD`: it sorts, compares and serialises as it stands
 * (docs/decisions/0002). The domain has no time zone; who calls it says which day it is.
 */
export type Day = string & z.$brand<'Day'>;

/** A day of the calendar between the years 1900 and 2199; `2026-02-30` is none. */
export const Day = z.iso
  .date()
  .refine((text) => text >= '1900-01-01' && text < '2200-01-01', { params: { rule: 'day-range' } })
  .brand<'Day'>()
  .meta({
    id: 'Day',
    description: 'A day of the calendar between the years 1900 and 2199.',
    override: { maxLength: 10 },
  });

/** The day a literal names. Throws a ZodError when it names none: for data of ours, not for input. */
export const day = (text: string): Day => Day.parse(text);

/*
 * Days are counted as whole numbers: an evaluation counts hundreds of them, and Temporal takes some
 * fifty times as long. Tests hold them against JavaScript's own calendar.
 * Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms (days_from_civil and its inverse);
 * years begin in March there, so that the leap day is a year's last.
 */
const daysInEra = 146_097;

/** The number that the digits of a text from one place up to another make. */
const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
};

/** The day's place in the calendar, from 1 March of the year 0. */
const placeOf = (value: Day): number => {
  const month = digits(value, 5, 7);
  const year = digits(value, 0, 4) - (month > 2 ? 0 : 1);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + digits(value, 8, 10) - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra;
};

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

const dayAt = (place: number): Day => {
  const era = Math.floor(place / daysInEra);
  const dayOfEra = place - era * daysInEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1);
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
};

/** The days of each month in a year that is no leap year. */
const shortest = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The day of a year: `dayIn(2027, 3, 31)`. Computed, so it may lie past the days that input may name. */
export const dayIn = (year: number, month: number, dayOfMonth: number): Day =>
  // Where every year has the day, there is nothing for Temporal to put right.
  year > 999 && year < 10_000 && dayOfMonth > 0 && dayOfMonth <= (shortest[month - 1] ?? 0)
    ? (`${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day)
    : (Temporal.PlainDate.from({ year, month, day: dayOfMonth }).toString() as Day);

/**
 * Whether a text names a day of the calendar, as `Day` does: for what was parsed before, and is read many
 * times in an evaluation.
 */
export const isDay = (value: unknown): value is Day =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  value >= '1900-01-01' &&
  value < '2200-01-01' &&
  dayAt(placeOf(value as Day)) === value;

/** The day `count` days after `from`; before it when negative. */
export const addDays = (from: Day, count: number): Day => dayAt(placeOf(from) + count);

/** The day `count` months after `from`; where that month has no such day, its last day (150/1930 3 §). */
export const addMonths = (from: Day, count: number): Day => {
  const months = yearOf(from) * 12 + digits(from, 5, 7) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const dayOfMonth = Math.min(digits(from, 8, 10), lengthOf(month, year));
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
};

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month has. */
const lengthOf = (month: number, year: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (shortest[month - 1] ?? 0);

/** The day `count` years after `from`; 29 February becomes the 28th (150/1930 3 §). */
export const addYears = (from: Day, count: number): Day => addMonths(from, 12 * count);

/** Days from `from` to `to`: positive when `to` is later, as in `daysBetween('2026-08-31', '2026-09-01') === 1`. */
export const daysBetween = (from: Day, to: Day): number => placeOf(to) - placeOf(from);

/** Monday is 1, Sunday is 7. */
export const weekday = (value: Day): number => ((placeOf(value) + 2) % 7) + 1;

export const yearOf = (value: Day): number => digits(value, 0, 4);

export const earliest = (first: Day, ...rest: readonly Day[]): Day =>
  rest.reduce((least, next) => (next < least ? next : least), first);

export const latest = (first: Day, ...rest: readonly Day[]): Day =>
  rest.reduce((most, next) => (next > most ? next : most), first);

/** The earliest of some days; undefined where there are none. */
export const earliestOf = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>(
    (least, next) => (least === undefined || next < least ? next : least),
    undefined,
  );

/** The latest of some days; undefined where there are none. */
export const latestOf = ([first, ...rest]: readonly Day[]): Day | undefined =>
  first && latest(first, ...rest);
