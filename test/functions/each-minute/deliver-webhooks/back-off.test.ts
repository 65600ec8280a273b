import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  mostAttempts,
  nextAttempt,
} from '../../../../functions/each-minute/deliver-webhooks/back-off.ts';

const now = Temporal.Instant.from('2026-11-22T10:00:00Z');
const minutesAfter = (attempts: number, id = 'evt_20261122_abc'): number | undefined =>
  nextAttempt({ id, attempts, now })?.since(now).total('minutes');

describe('A delivery that failed', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 30],
    [4, 120],
    [5, 360],
    [6, 720],
    [7, 1440],
  ])('the %d. time is tried again after %d minutes, and at most a fifth more', (attempts, wait) => {
    expect(minutesAfter(attempts)).toBeGreaterThanOrEqual(wait);
    expect(minutesAfter(attempts)).toBeLessThanOrEqual(wait * 1.2 + 1 / 60);
  });

  it('the eighth time is not tried again', () => {
    expect(mostAttempts).toBe(8);
    expect(minutesAfter(8)).toBeUndefined();
  });

  it('comes at the same moment however often that is computed, and others at others', () => {
    expect(minutesAfter(3)).toBe(minutesAfter(3));
    const ids = Array.from({ length: 20 }, (_, i) => `evt_20261122_${i}`);
    expect(new Set(ids.map((id) => minutesAfter(3, id))).size).toBeGreaterThan(15);
  });
});
