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
  .brand<'Day'>();

/** The day a literal names. Throws a ZodError when it names none: for data of ours, not for input. */
export const day = (text: string): Day => Day.parse(text);

const plain = (value: Day): Temporal.PlainDate => Temporal.PlainDate.from(value);
const toDay = (date: Temporal.PlainDate): Day => date.toString() as Day;

/** The day of a year: `dayIn(2027, 3, 31)`. Computed, so it may lie past the days that input may name. */
export const dayIn = (year: number, month: number, dayOfMonth: number): Day =>
  toDay(Temporal.PlainDate.from({ year, month, day: dayOfMonth }));

/** The day `count` days after `from`; before it when negative. */
export const addDays = (from: Day, count: number): Day => toDay(plain(from).add({ days: count }));

/** The day `count` months after `from`; where that month has no such day, its last day (150/1930 3 §). */
export const addMonths = (from: Day, count: number): Day =>
  toDay(plain(from).add({ months: count }));

/** The day `count` years after `from`; 29 February becomes the 28th (150/1930 3 §). */
export const addYears = (from: Day, count: number): Day => toDay(plain(from).add({ years: count }));

/** Days from `from` to `to`: positive when `to` is later, as in `daysBetween('2026-08-31', '2026-09-01') === 1`. */
export const daysBetween = (from: Day, to: Day): number =>
  plain(from).until(plain(to), { largestUnit: 'days' }).days;

/** Monday is 1, Sunday is 7. */
export const weekday = (value: Day): number => plain(value).dayOfWeek;

export const yearOf = (value: Day): number => Number(value.slice(0, 4));

export const earliest = (first: Day, ...rest: readonly Day[]): Day =>
  rest.reduce((least, next) => (next < least ? next : least), first);

export const latest = (first: Day, ...rest: readonly Day[]): Day =>
  rest.reduce((most, next) => (next > most ? next : most), first);
