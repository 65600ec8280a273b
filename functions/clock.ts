import { Temporal } from 'temporal-polyfill';
import { Day } from '../domain/day.ts';

/** Where a handler asks for the present moment; the domain never does. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The day that an instant belongs to in Finland: the one place where a moment becomes a day of the law. */
export const dayInHelsinki = (instant: Temporal.Instant): Day =>
  Day.parse(instant.toZonedDateTimeISO('Europe/Helsinki').toPlainDate().toString());

/** An instant as text of one length in UTC, so that texts sort as the instants do. */
export const instantText = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'millisecond' });

/** The moment at which a day reaches a full hour in Helsinki: `(2026-09-01, 9)` is 06:00 UTC. */
export const momentInHelsinki = (day: Day, hour: number): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: { hour } })
    .toInstant();
