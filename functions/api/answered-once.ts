import { createHash, randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Day } from '../../domain/day.ts';

import type { KeptAnswer, KeptAnswers, KeyUse } from '../adapters/kept-answers.ts';
import { dayInHelsinki, instantText } from '../clock.ts';
import { canonicalJson } from '../entity-tag.ts';
import type { HttpRequest } from './http.ts';
import { parseInput } from './input.ts';
import { Problem } from './problem.ts';
import type { RouteName } from './routes.ts';

/*
 * A call that adds a fact may come twice. With an Idempotency-Key its answer is kept before the fact is
 * added. So a second call with the same key gets the same answer, and finishes what a first one that
 * broke off left undone; of two at the same moment one keeps its answer, and both add that one's fact,
 * which is there once.
 */

const IdempotencyKey = z.string().regex(/^[\x20-\x7e]{1,255}$/);

/** The caller's key; undefined where she sent none. */
export const idempotencyKeyOf = (request: HttpRequest): string | undefined => {
  const value = request.header('idempotency-key');
  if (value === undefined) return undefined;
  return parseInput(IdempotencyKey, {
    value,
    language: request.language,
    within: ['Idempotency-Key'],
  });
};

/** What a fact gets when it comes in: its id, and the moment and the day of receipt. */
export interface Receipt {
  readonly factId: string;
  readonly receivedAt: string;
  readonly receivedOn: Day;
}

export const receiptAt = (now: Temporal.Instant): Receipt => ({
  factId: randomUUID(),
  receivedAt: instantText(now),
  receivedOn: dayInHelsinki(now),
});

/** A call as it would be answered if it were the first with its key. */
export interface FirstAnswer {
  readonly receipt: Receipt;
  /** What the call asks; the same key may not ask another thing. */
  readonly asked: object;
  readonly answer: object;
}

/** The call that is answered: which key it carries, if any, where and when. */
export interface KeyedCall {
  readonly route: RouteName;
  readonly about: KeyUse['about'];
  readonly key: string | undefined;
  readonly now: Temporal.Instant;
}

/** The answer that stands under the key: an earlier one, or this one once it is kept. */
const firstKept = async (
  keptAnswers: KeptAnswers,
  use: KeyUse,
  fresh: KeptAnswer,
): Promise<KeptAnswer> => {
  const earlier = await keptAnswers.find(use);
  if (earlier !== undefined) return earlier;
  if ((await keptAnswers.keep(use, fresh)) === 'kept') return fresh;
  const other = await keptAnswers.find(use);
  if (other === undefined) throw new Error('an answer was kept under the key and is gone');
  return other;
};

/** The answer to a call, and the receipt of the fact it brings; the first ones, however often it comes. */
export const answeredOnce = async (
  keptAnswers: KeptAnswers,
  { key, ...call }: KeyedCall,
  { receipt, asked, answer }: FirstAnswer,
): Promise<KeptAnswer> => {
  const bodyHash = createHash('sha256').update(canonicalJson(asked)).digest('hex');
  const fresh = { ...receipt, bodyHash, answer: JSON.stringify(answer) };
  if (key === undefined) return fresh;
  const kept = await firstKept(keptAnswers, { ...call, key }, fresh);
  if (kept.bodyHash !== bodyHash) throw new Problem('key-used-for-another-request');
  return kept;
};
