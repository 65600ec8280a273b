import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { Nights } from '../../../functions/adapters/nights.ts';
import { createHandler } from '../../../functions/night/close-night/handler.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn } from '../../support/clocks.ts';
import { inMemoryNights } from '../../support/in-memory-nights.ts';

const date = day('2026-11-22');
const [businessId] = businessIds(1);
if (businessId === undefined) throw new Error('an ID was asked for');

let nights: Nights;
beforeEach(async () => {
  nights = inMemoryNights();
  await nights.open(date, '2026-11-22T00:30:00.000Z');
});
const close = (steps: { shards?: unknown[]; digests?: unknown[] } = {}) =>
  createHandler({ nights, clock: clockOn(date), codeVersion: '1.0.0' })({
    date,
    shards: [],
    digests: [],
    ...steps,
  });

describe("a night's record", () => {
  it('adds up its shards and its mails', async () => {
    const counts = {
      due: 3,
      evaluated: 3,
      changed: 2,
      warnings: 5,
      unaddressed: 1,
      swept: 0,
      differing: 0,
    };
    const progress = { position: null, inFlight: [], inFlightTo: null, counts, swept: false };
    for (const shard of [0, 9]) await nights.saveProgress({ date, shard, progress, replaces: 0 });
    await nights.recordDigest({ date, recipient: 'aino', outcome: 'sent' });
    await nights.recordDigest({ date, recipient: 'brita', outcome: 'unknown' });
    await nights.recordDigest({ date, recipient: 'carl', outcome: 'nothing' });
    const used = {
      invocations: 2,
      readUnits: 1e6,
      writeUnits: 1e6,
      seconds: 3,
      gigabyteSeconds: 3,
    };
    await nights.addUsage(date, 'evaluate-shard', used);
    const { status, result, run } = await close({ shards: [{ shard: 0, done: true }] });
    expect(status).toBe('closed');
    expect(result).toMatchObject({
      due: 6,
      evaluated: 6,
      changed: 4,
      warnings: 10,
      unaddressed: 2,
      mails: { sent: 1, failed: 0, unknown: 1, held: 0, quiet: 0, carriedOver: 0, unreachable: 0 },
    });
    expect(result.catalogueHash).toMatch(/^[a-f0-9]{64}$/);
    expect(run).toEqual({
      startedAt: '2026-11-22T00:30:00.000Z',
      endedAt: '2026-11-22T10:00:00.000Z',
      attempts: 1,
      usage: { ...used, steps: { 'evaluate-shard': used }, stateTransitions: 7 },
      cost: {
        dollars: 0.750315,
        dynamoDb: 0.75,
        lambda: 0.00004,
        stepFunctions: 0.000175,
        ses: 0.0001,
        pricesOf: 'us-east-1 2026-11-25',
      },
    });
  });

  it.each([
    ['a shard failed', { shards: [{ shard: 3, failed: true }] }],
    ['a digest failed', { digests: [{ recipient: 'aino', failed: true }] }],
  ])('is partial where %s', async (_, steps) => {
    expect((await close(steps)).status).toBe('partial');
  });

  it('is partial where a mail did not go out', async () => {
    await nights.recordDigest({ date, recipient: 'aino', outcome: 'failed' });
    expect((await close()).status).toBe('partial');
  });

  it('is partial where an organisation was set aside', async () => {
    await nights.setAside(date, { businessId, error: 'Error: no', batch: 1 });
    expect((await close()).status).toBe('partial');
  });

  it('is whole again once a later attempt has mended it', async () => {
    await nights.setAside(date, { businessId, error: 'Error: no', batch: 1 });
    await close({ shards: [{ shard: 0, failed: true }] });
    await nights.takeBack(date, businessId);
    expect((await close()).status).toBe('closed');
    expect((await nights.record(date))?.status).toBe('closed');
  });
});
