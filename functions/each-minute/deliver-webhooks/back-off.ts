import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

/** What is waited after the first failed attempt, the second and so on, in minutes. */
const waits = [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60] as const;

/** The most attempts of a delivery, before it has failed. */
export const mostAttempts = waits.length + 1;

/** A delivery that an attempt has failed, the so-manyth. */
export interface FailedAttempt {
  readonly id: string;
  readonly attempts: number;
  readonly now: Temporal.Instant;
}

/** A number from 0 to 1 that differs from one delivery and attempt to another, and never for one. */
const spread = ({ id, attempts }: Pick<FailedAttempt, 'id' | 'attempts'>): number =>
  createHash('sha256').update(`${id}|${attempts}`).digest().readUInt32BE(0) / 2 ** 32;

/**
 * When a delivery is attempted again; undefined where it was attempted often enough. Up to a fifth of
 * the wait comes on top, so that what failed together does not come again together.
 */
export const nextAttempt = ({ now, ...failed }: FailedAttempt): Temporal.Instant | undefined => {
  const wait = waits[failed.attempts - 1];
  if (wait === undefined) return undefined;
  return now.add({ seconds: Math.round(wait * 60 * (1 + spread(failed) / 5)) });
};
