import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import {
  type DigestOutcome,
  dynamoNights,
  type NightRecord,
  type Nights,
  type ShardProgress,
} from '../../../functions/adapters/nights.ts';
import { noCounts } from '../../../functions/night-counts.ts';
import { businessIds } from '../../support/business-ids.ts';
import { inMemoryNights } from '../../support/in-memory-nights.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const date = day('2026-11-22');
const ids = businessIds(2);
const [businessId, other] = ids;
if (businessId === undefined || other === undefined) throw new Error('two IDs were asked for');

const inWork: ShardProgress = {
  position: `2026-11-01#${businessId}`,
  inFlight: [...ids],
  inFlightTo: `2026-11-22#${businessId}`,
  counts: {
    due: 25,
    evaluated: 24,
    changed: 3,
    warnings: 5,
    unaddressed: 1,
    swept: 0,
    differing: 0,
  },
  swept: false,
};

describe.each([
  ['in memory', async () => inMemoryNights()],
  ['in DynamoDB', async () => dynamoNights(dynamo.client, await dynamo.newTable())],
] as const)('nights %s', (_, make) => {
  let nights: Nights;
  beforeEach(async () => {
    nights = await make();
  });

  it('counts the attempts at a night, and keeps when it first began', async () => {
    await nights.open(date, '2026-11-22T00:30:00.000Z');
    await nights.open(date, '2026-11-22T09:00:00.000Z');
    expect(await nights.account(date)).toEqual({
      startedAt: '2026-11-22T00:30:00.000Z',
      attempts: 2,
      shards: [],
      setAside: [],
      digests: [],
      usage: {},
    });
  });

  it('adds up what each step has used', async () => {
    await nights.open(date, '2026-11-22T00:30:00.000Z');
    const used = {
      invocations: 1,
      readUnits: 2.5,
      writeUnits: 3,
      seconds: 1.5,
      gigabyteSeconds: 0.75,
    };
    await nights.addUsage(date, 'evaluate-shard', used);
    await nights.addUsage(date, 'evaluate-shard', used);
    await nights.addUsage(date, 'send-digest', used);
    expect((await nights.account(date)).usage).toEqual({
      'evaluate-shard': {
        invocations: 2,
        readUnits: 5,
        writeUnits: 6,
        seconds: 3,
        gigabyteSeconds: 1.5,
      },
      'send-digest': used,
    });
  });

  it('knows the first night that there was, whichever was begun first', async () => {
    expect(await nights.first()).toBeUndefined();
    await nights.open(date, '2026-11-22T00:30:00.000Z');
    await nights.open(day('2026-11-23'), '2026-11-23T00:30:00.000Z');
    expect(await nights.first()).toBe(date);
    await nights.open(day('2026-11-20'), '2026-11-23T09:00:00.000Z');
    expect(await nights.first()).toBe('2026-11-20');
  });

  it('has no account of a night that was never opened', async () => {
    await expect(nights.account(date)).rejects.toThrow('2026-11-22');
  });

  it('begins a shard at its beginning, and goes on where it was left', async () => {
    expect(await nights.progress(date, 7)).toEqual({
      version: 0,
      position: null,
      inFlight: [],
      inFlightTo: null,
      counts: noCounts,
      swept: false,
    });
    await nights.saveProgress({ date, shard: 7, progress: inWork, replaces: 0 });
    expect(await nights.progress(date, 7)).toEqual({ ...inWork, version: 1 });
    expect((await nights.progress(date, 8)).version).toBe(0);
  });

  it('keeps when all organisations were last swept', async () => {
    expect(await nights.sweptOn()).toBeUndefined();
    await nights.saveSweptOn(date);
    expect(await nights.sweptOn()).toBe(date);
  });

  it('lets only one of two runs move a shard on from the same point', async () => {
    const save = (replaces: number) =>
      nights.saveProgress({ date, shard: 0, progress: inWork, replaces });
    expect(await save(0)).toBe('saved');
    expect(await save(0)).toBe('changed-meanwhile');
    expect(await save(1)).toBe('saved');
    expect(await save(1)).toBe('changed-meanwhile');
  });

  it('names what was set aside until it is taken back', async () => {
    const aside = { businessId, error: 'Error: no', batch: 4 };
    await nights.setAside(date, { businessId: other, error: 'Error: first', batch: 2 });
    await nights.setAside(date, aside);
    await nights.setAside(date, { ...aside, error: 'Error: again' });
    await nights.takeBack(date, other);
    expect(await nights.allSetAside(date)).toEqual([{ ...aside, error: 'Error: again' }]);
    expect(await nights.allSetAside(day('2026-11-23'))).toEqual([]);
  });

  it.each<[DigestOutcome, DigestOutcome, DigestOutcome, string]>([
    ['held', 'sent', 'sent', 'the switch was turned on, and the night run again'],
    ['failed', 'sent', 'sent', 'a later attempt worked'],
    ['failed', 'nothing', 'nothing', 'all was fixed before a later attempt'],
    ['unknown', 'sent', 'sent', 'its sending came to be known'],
    ['sent', 'nothing', 'sent', 'a mail that went out stays so'],
    ['sent', 'held', 'sent', 'a mail that went out stays so'],
    ['unknown', 'failed', 'unknown', 'it may have gone out'],
  ])('a digest that is %s and then %s counts as %s: %s', async (before, after, counted) => {
    await nights.open(date, '2026-11-22T00:30:00.000Z');
    await nights.recordDigest({ date, recipient: 'aino', outcome: before });
    await nights.recordDigest({ date, recipient: 'aino', outcome: after });
    expect((await nights.account(date)).digests).toEqual([counted]);
  });

  it('has no record of a night that is not closed, and then the last one', async () => {
    const record: NightRecord = {
      date,
      status: 'partial',
      result: {
        ...inWork.counts,
        mails: {
          sent: 3,
          failed: 1,
          unknown: 0,
          held: 0,
          quiet: 0,
          carriedOver: 0,
          unreachable: 0,
        },
        setAside: [{ businessId, error: 'Error: no' }],
        catalogueHash: 'abc',
        codeVersion: '1.0.0',
      },
      run: {
        startedAt: '2026-11-22T00:30:00.000Z',
        endedAt: '2026-11-22T00:31:00.000Z',
        attempts: 1,
      },
    };
    await nights.open(date, record.run.startedAt);
    expect(await nights.record(date)).toBeUndefined();
    await nights.close(record);
    await nights.close({ ...record, status: 'closed' });
    expect(await nights.record(date)).toEqual({ ...record, status: 'closed' });
    await nights.open(date, '2026-11-22T09:00:00.000Z');
    expect(await nights.record(date)).toEqual({ ...record, status: 'closed' });
  });

  it('knows by which catalogue a whole night was last evaluated', async () => {
    expect(await nights.evaluatedBy()).toBeUndefined();
    await nights.saveEvaluatedBy('abc');
    await nights.saveEvaluatedBy('def');
    expect(await nights.evaluatedBy()).toBe('def');
  });

  it('accounts for the shards, what was set aside and the mails of one night only', async () => {
    await nights.open(date, '2026-11-22T00:30:00.000Z');
    await nights.saveProgress({ date, shard: 3, progress: inWork, replaces: 0 });
    await nights.setAside(date, { businessId, error: 'Error: no', batch: 1 });
    await nights.recordDigest({ date, recipient: 'aino', outcome: 'sent' });
    const next = day('2026-11-23');
    await nights.open(next, '2026-11-23T00:30:00.000Z');
    await nights.recordDigest({ date: next, recipient: 'aino', outcome: 'failed' });
    const account = await nights.account(date);
    expect(account.shards.map(({ counts }) => counts)).toEqual([inWork.counts]);
    expect(account.setAside).toHaveLength(1);
    expect(account.digests).toEqual(['sent']);
  });
});
