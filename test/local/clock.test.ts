import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { helsinkiDay, helsinkiInstant, LocalClock, shifted } from '../../local/clock.ts';

const at = (instant: string) => Date.parse(instant);
const shown = (clock: LocalClock) => new Date(clock.now()).toISOString();

/** A real clock that stands where the test puts it. */
const aRealClock = (instant: string) => {
  const real = { now: at(instant) };
  return { real, read: () => real.now };
};

describe('The local clock', () => {
  test('follows the real one when no day is asked for, over midnight in Helsinki too', () => {
    const { real, read } = aRealClock('2026-06-01T20:59:59Z');
    const clock = new LocalClock(undefined, read);
    expect([clock.today(), shown(clock)]).toEqual(['2026-06-01', '2026-06-01T20:59:59.000Z']);
    real.now = at('2026-06-01T21:00:00Z');
    expect(clock.today()).toBe('2026-06-02');
  });

  test.each([
    ['2026-11-22', '2026-11-22T10:00:00.000Z', 'winter time'],
    ['2026-06-22', '2026-06-22T09:00:00.000Z', 'summer time'],
    ['2026-03-29', '2026-03-29T09:00:00.000Z', 'the day on which clocks go forward'],
    ['2026-10-25', '2026-10-25T10:00:00.000Z', 'the day on which clocks go back'],
    ['2021-01-01', '2021-01-01T10:00:00.000Z', 'a day long past'],
  ])('shows noon in Helsinki when %s is set (%s, %s)', (date, expected) => {
    const clock = new LocalClock(day(date), aRealClock('2026-07-01T03:00:00Z').read);
    expect(shown(clock)).toBe(expected);
    expect(clock.today()).toBe(date);
  });

  test('goes on with real time, and stops a second before the day would end', () => {
    const { real, read } = aRealClock('2026-07-01T03:00:00Z');
    const clock = new LocalClock(day('2026-11-22'), read);
    real.now += 90_000;
    expect(shown(clock)).toBe('2026-11-22T10:01:30.000Z');
    real.now += 24 * 3_600_000;
    expect(shown(clock)).toBe('2026-11-22T21:59:59.000Z');
    expect(clock.today()).toBe('2026-11-22');
  });

  test('never goes back within a day that is left and set again', () => {
    const { real, read } = aRealClock('2026-07-01T03:00:00Z');
    const clock = new LocalClock(day('2026-11-22'), read);
    real.now += 60_000;
    clock.set(day('2027-01-01'));
    real.now += 60_000;
    clock.set(day('2026-11-22'));
    expect(shown(clock)).toBe('2026-11-22T10:02:00.000Z');
  });

  test('shows the real time again when it is set back to the real today', () => {
    const clock = new LocalClock(undefined, aRealClock('2026-07-01T03:00:00Z').read);
    clock.set(day('2030-01-01'));
    expect(shown(clock)).toBe('2030-01-01T10:00:00.000Z');
    clock.set(day('2026-07-01'));
    expect([clock.today(), shown(clock)]).toEqual(['2026-07-01', '2026-07-01T03:00:00.000Z']);
  });

  test('tells the shift of another day without moving', () => {
    const { read } = aRealClock('2026-07-01T03:00:00Z');
    const clock = new LocalClock(day('2026-11-22'), read);
    const shift = clock.shiftOn(day('2026-11-01'));
    expect(new Date(shifted(read(), shift)).toISOString()).toBe('2026-11-01T10:00:00.000Z');
    expect(clock.today()).toBe('2026-11-22');
  });
});

describe('Time in Helsinki', () => {
  test.each([
    ['2026-11-22', '2026-11-22T00:30:00Z', 'winter time'],
    ['2026-07-22', '2026-07-21T23:30:00Z', 'summer time'],
    ['2026-03-29', '2026-03-29T00:30:00Z', 'half an hour before clocks go forward'],
    ['2026-10-25', '2026-10-24T23:30:00Z', 'half an hour before clocks go back'],
  ])('half past two on %s is %s (%s)', (date, instant) => {
    const found = helsinkiInstant(day(date), '02:30');
    expect(found.toString()).toBe(instant);
    expect(helsinkiDay(found.epochMilliseconds)).toBe(date);
  });
});
