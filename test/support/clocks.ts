import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../functions/clock.ts';

/** A moment of a day in Helsinki; by default it is noon. */
export const momentOf = (date: string, time = '12:00'): Temporal.Instant =>
  Temporal.PlainDate.from(date)
    .toZonedDateTime({
      timeZone: 'Europe/Helsinki',
      plainTime: Temporal.PlainTime.from(time),
    })
    .toInstant();

/** A clock that stands still until it is set; by default it is noon in Helsinki. */
export const clockOn = (today: string, time = '12:00'): Clock & { set(today: string): void } => {
  let now = momentOf(today, time);
  return {
    now: () => now,
    set: (date) => {
      now = momentOf(date, time);
    },
  };
};
