import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../functions/clock.ts';

/** A clock that stands still until it is set; by default it is noon in Helsinki. */
export const clockOn = (today: string, time = '12:00'): Clock & { set(today: string): void } => {
  const instantOf = (date: string) =>
    Temporal.PlainDate.from(date)
      .toZonedDateTime({
        timeZone: 'Europe/Helsinki',
        plainTime: Temporal.PlainTime.from(time),
      })
      .toInstant();
  let now = instantOf(today);
  return {
    now: () => now,
    set: (date) => {
      now = instantOf(date);
    },
  };
};
