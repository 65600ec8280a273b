import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import {
  type DigestContent,
  dynamoOutbox,
  type Outbox,
  type Settlement,
} from '../../../functions/adapters/outbox.ts';
import { businessIds } from '../../support/business-ids.ts';
import { inMemoryOutbox } from '../../support/in-memory-outbox.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const date = day('2026-11-22');
const key = { recipient: 'aino', date };
const [businessId, other] = businessIds(2);
if (businessId === undefined || other === undefined) throw new Error('two IDs were asked for');

const overdue = { 'deadline:join': { due: day('2026-09-01'), rung: 56 } };
const ended = { 'requirement:cards': { due: day('2026-10-01'), rung: 0 } };
const content: DigestContent = {
  to: ['aino@example.fi'],
  message: new TextEncoder().encode('Subject: Hyvää yötä\r\n\r\nHei\r\n'),
  included: [{ businessId, warnings: overdue, fixed: ended, moved: {} }],
  unregistered: [{ county: 'kainuu', businessIds: [other] }],
};
const lease = { id: 'lease 1', until: '2026-11-22T01:00:00.000Z' };
const sent: Settlement = { state: 'sent', messageId: 'm-1' };
const refusedOnce: Settlement = { state: 'pending', reason: 'Throttling' };
const refusedForGood: Settlement = { state: 'failed', reason: 'MessageRejected' };
const inDoubt: Settlement = { state: 'unknown', reason: 'TimeoutError' };

describe.each([
  ['in memory', async () => inMemoryOutbox()],
  ['in DynamoDB', async () => dynamoOutbox(dynamo.client, await dynamo.newTable())],
] as const)('the outbox %s', (_, make) => {
  let outbox: Outbox;
  beforeEach(async () => {
    outbox = await make();
  });
  const stateOf = async () => (await outbox.digest(key))?.state;

  it('has nothing waiting for anyone at first', async () => {
    expect(await outbox.waiting('aino', businessId)).toEqual({
      businessId,
      stamp: null,
      warnings: {},
      fixed: {},
      moved: {},
    });
    expect(await outbox.allWaiting('aino')).toEqual([]);
    expect(await outbox.hasWork('aino')).toBe(false);
  });

  it('keeps what waits by recipient and organisation', async () => {
    const first = await outbox.waiting('aino', businessId);
    await outbox.saveWaiting('aino', { ...first, warnings: overdue, fixed: ended });
    const second = await outbox.waiting('aino', other);
    await outbox.saveWaiting('aino', { ...second, warnings: overdue });
    expect(await outbox.allWaiting('aino')).toMatchObject([
      { businessId, warnings: overdue, fixed: ended },
      { businessId: other, warnings: overdue, fixed: {} },
    ]);
    expect(await outbox.hasWork('aino')).toBe(true);
    expect(await outbox.hasWork('olli')).toBe(false);
  });

  it('keeps of which expected producers a recipient was told, by county', async () => {
    expect(await outbox.toldProducers('aino', 'kainuu')).toEqual({});
    await outbox.saveToldProducers('aino', 'kainuu', { [businessId]: date, [other]: date });
    await outbox.saveToldProducers('aino', 'kainuu', { [businessId]: date });
    expect(await outbox.toldProducers('aino', 'kainuu')).toEqual({ [businessId]: date });
    expect(await outbox.toldProducers('aino', 'lappi')).toEqual({});
    expect(await outbox.toldProducers('olli', 'kainuu')).toEqual({});
    expect(await outbox.hasWork('aino')).toBe(false);
  });

  it('lets nobody overwrite what was added since she read', async () => {
    const nothing = await outbox.waiting('aino', businessId);
    await outbox.saveWaiting('aino', { ...nothing, warnings: overdue });
    expect(await outbox.saveWaiting('aino', { ...nothing, warnings: ended })).toBe(
      'changed-meanwhile',
    );
    const read = await outbox.waiting('aino', businessId);
    expect(await outbox.saveWaiting('aino', { ...read, fixed: ended })).toBe('saved');
    expect(await outbox.saveWaiting('aino', { ...read, warnings: {} })).toBe('changed-meanwhile');
    expect((await outbox.waiting('aino', businessId)).warnings).toEqual(overdue);
  });

  it('tells what was emptied and filled again from what it was before', async () => {
    const nothing = await outbox.waiting('aino', businessId);
    await outbox.saveWaiting('aino', { ...nothing, warnings: overdue });
    const before = await outbox.waiting('aino', businessId);
    await outbox.saveWaiting('aino', { ...before, warnings: {} });
    expect(await outbox.hasWork('aino')).toBe(false);
    await outbox.saveWaiting('aino', { ...nothing, warnings: ended });
    expect(await outbox.saveWaiting('aino', { ...before, warnings: {} })).toBe('changed-meanwhile');
  });

  it('keeps what was told, apart from what waits', async () => {
    expect(await outbox.told('aino', businessId)).toEqual({});
    await outbox.saveTold('aino', businessId, overdue);
    await outbox.saveTold('aino', businessId, ended);
    expect(await outbox.told('aino', businessId)).toEqual(ended);
    expect(await outbox.hasWork('aino')).toBe(false);
    expect(await outbox.allWaiting('aino')).toEqual([]);
  });

  it('keeps moved days by their deadlines, waiting and told, apart from warnings', async () => {
    const moved = { join: { from: null, to: day('2026-09-01'), entry: 'join/307-2024' } };
    const read = await outbox.waiting('aino', businessId);
    await outbox.saveWaiting('aino', { ...read, moved });
    expect(await outbox.waiting('aino', businessId)).toMatchObject({ warnings: {}, moved });
    expect(await outbox.hasWork('aino')).toBe(true);
    expect(await outbox.toldMoved('aino', businessId)).toEqual({});
    await outbox.saveToldMoved('aino', businessId, moved);
    expect(await outbox.toldMoved('aino', businessId)).toEqual(moved);
    expect(await outbox.told('aino', businessId)).toEqual({});
    expect(await outbox.toldMoved('aino', other)).toEqual({});
  });

  it('lists contacts for whom something waits, and nobody else', async () => {
    const contact = (id: string) => `contact.${id}.0123456789abcdef`;
    for (const recipient of [contact(other), contact(businessId), 'aino', 'operator']) {
      const read = await outbox.waiting(recipient, businessId);
      await outbox.saveWaiting(recipient, { ...read, warnings: overdue });
    }
    expect(await outbox.waitingContacts()).toEqual([businessId, other].map(contact).sort());
    const read = await outbox.waiting(contact(other), businessId);
    await outbox.saveWaiting(contact(other), { ...read, warnings: {} });
    expect(await outbox.waitingContacts()).toEqual([contact(businessId)]);
  });

  it('has one digest of a recipient under way, whatever the night', async () => {
    const tomorrow = { ...key, date: day('2026-11-23') };
    expect(await outbox.begin(key)).toBe(date);
    expect(await outbox.begin(key)).toBe(date);
    expect(await outbox.begin(tomorrow)).toBe(date);
    expect(await outbox.begin({ ...tomorrow, recipient: 'olli' })).toBe('2026-11-23');
    expect(await outbox.hasWork('aino')).toBe(true);
    await outbox.end(tomorrow);
    expect(await outbox.begin(tomorrow)).toBe(date);
    await outbox.end(key);
    expect(await outbox.hasWork('aino')).toBe(false);
    expect(await outbox.begin(tomorrow)).toBe('2026-11-23');
  });

  it('gives back a digest as it was stored', async () => {
    expect(await outbox.digest(key)).toBeUndefined();
    await outbox.store(key, content);
    const digest = await outbox.digest(key);
    expect(digest).toMatchObject({ state: 'pending', attempts: 0, lease: null });
    expect(digest?.to).toEqual(content.to);
    expect(digest?.included).toEqual(content.included);
    expect(digest?.unregistered).toEqual(content.unregistered);
    expect(Buffer.from(digest?.message ?? []).toString()).toContain('Hyvää yötä');
  });

  it('gives the claim on a digest to one only', async () => {
    await outbox.store(key, content);
    const claimed = await outbox.claim(key, lease);
    expect(claimed).toMatchObject({ state: 'claimed', attempts: 1, lease, to: content.to });
    expect(await outbox.claim(key, { ...lease, id: 'lease 2' })).toBeUndefined();
  });

  it('gives no claim on a digest that is not there', async () => {
    expect(await outbox.claim(key, lease)).toBeUndefined();
  });

  it.each<[string, boolean, Settlement]>([
    ['sent', false, sent],
    ['refused for good', false, refusedForGood],
    ['in doubt', false, inDoubt],
    ['refused once', true, refusedOnce],
  ])('after it is %s, a digest can be claimed again: %s', async (_name, again, settlement) => {
    await outbox.store(key, content);
    await outbox.claim(key, lease);
    await outbox.settle(key, lease.id, settlement);
    expect(await stateOf()).toBe(settlement.state);
    const claim = await outbox.claim(key, { ...lease, id: 'lease 2' });
    expect(claim?.attempts).toBe(again ? 2 : undefined);
  });

  it('lets nobody settle who does not hold the lease', async () => {
    await outbox.store(key, content);
    await outbox.claim(key, lease);
    await outbox.settle(key, 'another', refusedForGood);
    expect(await stateOf()).toBe('claimed');
  });

  it('stores another digest only in place of one that was never tried, or failed for good', async () => {
    const later = { ...content, to: ['uusi@example.fi'] };
    const addressed = async () => (await outbox.digest(key))?.to;
    await outbox.store(key, content);
    await outbox.store(key, later);
    expect(await addressed()).toEqual(later.to);

    await outbox.claim(key, lease);
    await outbox.store(key, content);
    expect(await addressed()).toEqual(later.to);

    await outbox.settle(key, lease.id, refusedOnce);
    await outbox.store(key, content);
    expect(await addressed()).toEqual(later.to);

    await outbox.claim(key, lease);
    await outbox.settle(key, lease.id, refusedForGood);
    await outbox.store(key, content);
    expect(await addressed()).toEqual(content.to);
    expect(await outbox.digest(key)).toMatchObject({ state: 'pending', attempts: 0, lease: null });

    await outbox.claim(key, lease);
    await outbox.settle(key, lease.id, sent);
    await outbox.store(key, later);
    expect(await addressed()).toEqual(content.to);
    expect(await stateOf()).toBe('sent');
  });

  it('gives a silent claim up once its lease is over, and still takes its late success', async () => {
    await outbox.store(key, content);
    await outbox.claim(key, lease);
    expect(await outbox.giveUp(key, '2026-11-22T00:59:59.999Z')).toBe('still-claimed');
    expect(await outbox.giveUp(key, '2026-11-22T01:00:00.001Z')).toBe('given-up');
    expect(await stateOf()).toBe('unknown');
    await outbox.settle(key, lease.id, refusedOnce);
    expect(await stateOf()).toBe('unknown');
    await outbox.settle(key, lease.id, sent);
    expect(await stateOf()).toBe('sent');
  });

  it('abandons what is pending, and nothing else', async () => {
    await outbox.abandon(key);
    expect(await stateOf()).toBeUndefined();
    await outbox.store(key, content);
    await outbox.abandon(key);
    expect(await stateOf()).toBe('failed');
    await outbox.store(key, content);
    await outbox.claim(key, lease);
    await outbox.abandon(key);
    expect(await stateOf()).toBe('claimed');
  });

  it('finds the digests of a night and later ones', async () => {
    for (const night of ['2026-11-21', '2026-11-22', '2026-11-23'].map(day)) {
      await outbox.store({ recipient: 'aino', date: night }, { ...content, to: [night] });
    }
    const found = await outbox.digestsSince(key);
    expect(found.map(({ to }) => to)).toEqual([['2026-11-22'], ['2026-11-23']]);
  });
});

it('knows its own claim where the answer to it was lost and the SDK asked again', async () => {
  const client = dynamo.newClient();
  const outbox = dynamoOutbox(client, await dynamo.newTable());
  await outbox.store(key, content);
  let lost = 1;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName === 'UpdateItemCommand' && lost-- > 0) {
          throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
        }
        return answer;
      },
    { step: 'finalizeRequest', priority: 'low', name: 'losesAnAnswer' },
  );
  expect(await outbox.claim(key, lease)).toMatchObject({ state: 'claimed', attempts: 1, lease });
  expect(lost).toBe(0);
});
