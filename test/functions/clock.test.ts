import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayInHelsinki, instantText } from '../../functions/clock.ts';

describe('the day in Helsinki', () => {
  it.each([
    ['2026-11-21T21:59:59Z', '2026-11-21', 'winter time: a second before midnight'],
    ['2026-11-21T22:00:00Z', '2026-11-22', 'winter time: midnight'],
    ['2026-08-31T20:59:59Z', '2026-08-31', 'summer time: a second before midnight'],
    ['2026-08-31T21:00:00Z', '2026-09-01', 'summer time: midnight'],
    ['2026-03-28T21:59:59Z', '2026-03-28', 'the night on which summer time begins'],
    ['2026-03-28T22:00:00Z', '2026-03-29', 'its midnight is still in winter time'],
    ['2026-10-24T21:00:00Z', '2026-10-25', 'the midnight of the night on which it ends'],
    ['2026-10-25T21:59:59Z', '2026-10-25', 'the end of the day of 25 hours'],
    ['2026-12-31T22:00:00Z', '2027-01-01', 'the new year comes earlier than in Greenwich'],
  ])('at %s is %s (%s)', (instant, day) => {
    expect(dayInHelsinki(Temporal.Instant.from(instant))).toBe(day);
  });
});

describe('an instant as text', () => {
  it('has one length, so that texts sort as instants do', () => {
    const texts = ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.1Z', '2026-11-22T10:00:01.123456Z'];
    expect(texts.map((text) => instantText(Temporal.Instant.from(text)))).toEqual([
      '2026-11-22T10:00:00.000Z',
      '2026-11-22T10:00:00.100Z',
      '2026-11-22T10:00:01.123Z',
    ]);
  });
});
