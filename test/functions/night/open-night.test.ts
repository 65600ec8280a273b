import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/night/open-night/handler.ts';
import { clockOn } from '../../support/clocks.ts';
import { inMemoryNights } from '../../support/in-memory-nights.ts';
import { inMemorySupervisors } from '../../support/in-memory-supervisors.ts';

const opened = (scheduledTime: string, now = '2026-11-22') =>
  createHandler({
    nights: inMemoryNights(),
    supervisors: inMemorySupervisors(),
    clock: clockOn(now),
    codeVersion: '1.0.0',
  })({ scheduledTime });

describe("a night's date", () => {
  it.each([
    ['2026-11-22T00:30:00Z', '2026-11-22', 'half past two in winter'],
    ['2026-06-21T23:30:00Z', '2026-06-22', 'half past two in summer: the day before in Greenwich'],
    ['2026-03-29T00:30:00Z', '2026-03-29', 'the night on which an hour is left out'],
    ['2026-10-25T00:30:00Z', '2026-10-25', 'the night on which an hour comes twice'],
    ['2026-11-22T02:30:00+02:00', '2026-11-22', 'written with an offset'],
  ])('for %s is %s: %s', async (scheduledTime, date) => {
    expect((await opened(scheduledTime)).date).toBe(date);
  });

  it('is that of its schedule, however late it begins', async () => {
    expect((await opened('2026-11-20T00:30:00Z', '2026-11-22')).date).toBe('2026-11-20');
  });

  it('must be an instant', async () => {
    await expect(opened('2026-11-22')).rejects.toThrow('scheduledTime');
  });

  it('comes with all shards, each once', async () => {
    const { shards } = await opened('2026-11-22T00:30:00Z');
    expect(shards).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });
});
