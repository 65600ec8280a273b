import { createHmac, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Secret } from './adapters/webhooks.ts';
import { instantText } from './clock.ts';

/*
 * What a call is signed with, by Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks
 */

const marked = 'whsec_';
/** So long a secret signs alongside the one that took its place. */
const overlap = { hours: 24 } as const;
/** Rotated more often within a day, the oldest end at once. */
const mostSecrets = 5;

export const newSecret = (): string => `${marked}${randomBytes(32).toString('base64')}`;

const holds = ({ until }: Secret, now: Temporal.Instant): boolean =>
  until === null || Temporal.Instant.compare(until, now) > 0;

/** The secrets once another is the newest: those before it hold for a day more, and none longer than it would. */
export const rotated = (
  secrets: readonly Secret[],
  { value, now }: { readonly value: string; readonly now: Temporal.Instant },
): readonly Secret[] => {
  const end = instantText(now.add(overlap));
  const before = secrets
    .filter((secret) => holds(secret, now))
    .map((secret) => ({ ...secret, until: secret.until ?? end }));
  return [{ value, until: null }, ...before].slice(0, mostSecrets);
};

/** A call as it is signed; the id has no full stop in it. */
export interface Signed {
  readonly id: string;
  readonly now: Temporal.Instant;
  readonly payload: string;
}

/** The headers that prove to a receiver who calls it and when, with a signature by each secret that holds. */
export const signedHeaders = (
  secrets: readonly Secret[],
  { id, now, payload }: Signed,
): Readonly<Record<string, string>> => {
  const timestamp = Math.floor(now.epochMilliseconds / 1000);
  const signatures = secrets
    .filter((secret) => holds(secret, now))
    .map(({ value }) => {
      const key = Buffer.from(value.slice(marked.length), 'base64');
      const text = `${id}.${timestamp}.${payload}`;
      return `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
    });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
};
