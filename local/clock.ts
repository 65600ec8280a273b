import { Temporal } from 'temporal-polyfill';
import { Day } from '../domain/day.ts';

const helsinki = 'Europe/Helsinki';

/** How far the clock of a function stands from the real one, and where it stops. */
export interface Shift {
  /** Milliseconds to add to the real clock. */
  readonly offset: number;
  /** The last instant it shows, in milliseconds: 23:59:59 of its day in Helsinki. */
  readonly until: number;
}

/** The instant a shifted clock shows at a real one, both in milliseconds. */
export const shifted = (realNow: number, shift: Shift | undefined): number =>
  shift === undefined ? realNow : Math.min(realNow + shift.offset, shift.until);

/** The instant of a time of day in Helsinki. */
export const helsinkiInstant = (day: Day, time: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: helsinki, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();

/** The day in Helsinki at an instant in milliseconds. */
export const helsinkiDay = (instant: number): Day =>
  Day.parse(
    Temporal.Instant.fromEpochMilliseconds(instant)
      .toZonedDateTimeISO(helsinki)
      .toPlainDate()
      .toString(),
  );

/**
 * The day that the system believes it is. It starts at noon in Helsinki and goes on from there; a
 * day that was left and is set again goes on too, so that what is received later is never earlier.
 */
export class LocalClock {
  private readonly realNow: () => number;
  private readonly shifts = new Map<Day, Shift>();
  /** The day that was asked for; absent while the real clock is followed. */
  private day: Day | undefined;
  private readonly followsRealClock: boolean;

  constructor(today: Day | undefined, realNow: () => number = Date.now) {
    this.realNow = realNow;
    this.followsRealClock = today === undefined;
    this.day = today;
    if (today !== undefined) {
      this.shiftOn(today);
    }
  }

  today(): Day {
    return this.day ?? helsinkiDay(this.realNow());
  }

  set(day: Day): void {
    this.shiftOn(day);
    this.day = this.followsRealClock && day === helsinkiDay(this.realNow()) ? undefined : day;
  }

  now(): number {
    return shifted(this.realNow(), this.shift());
  }

  /** The shift of the day that is today. */
  shift(): Shift | undefined {
    return this.day === undefined ? undefined : this.shiftOn(this.day);
  }

  /** The shift of any day; none for the real today of a clock that follows the real one. */
  shiftOn(day: Day): Shift | undefined {
    if (this.followsRealClock && day === helsinkiDay(this.realNow())) {
      return undefined;
    }
    const known = this.shifts.get(day);
    if (known !== undefined) {
      return known;
    }
    const shift = {
      offset: helsinkiInstant(day, '12:00').epochMilliseconds - this.realNow(),
      until: helsinkiInstant(day, '23:59:59').epochMilliseconds,
    };
    this.shifts.set(day, shift);
    return shift;
  }
}
