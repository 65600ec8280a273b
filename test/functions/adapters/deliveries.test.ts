import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import {
  type Deliveries,
  dynamoDeliveries,
  EventId,
  eventIdOf,
  type NewDelivery,
} from '../../../functions/adapters/deliveries.ts';
import { businessIds } from '../../support/business-ids.ts';
import { inMemoryDeliveries } from '../../support/in-memory-deliveries.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const [businessId] = businessIds(1);
if (businessId === undefined) throw new Error('one was asked for');

const idOf = (night: string, last: string) => eventIdOf(day(night), last.padStart(27, 'x'));
const at = (text: string) => `2026-11-22T${text}.000Z`;
const aDelivery = (id: string, time = '10:00:00'): NewDelivery => ({
  id,
  type: 'status-changed',
  businessId,
  payload: JSON.stringify({ because: 'Määräpäivä on ohitettu.' }),
  recordedAt: Temporal.Instant.from(at(time)),
});
const [a, b, c] = [idOf('2026-11-21', 'a'), idOf('2026-11-22', 'b'), idOf('2026-11-22', 'c')];
const attempt = { at: at('10:01:00'), outcome: 'answered-503' };

describe.each([
  ['in memory', async () => inMemoryDeliveries()],
  ['in DynamoDB', async () => dynamoDeliveries(dynamo.client, await dynamo.newTable())],
] as const)('deliveries %s', (_, make) => {
  let deliveries: Deliveries;
  beforeEach(async () => {
    deliveries = await make();
  });
  const due = async (time: string, webhook = 'key', limit = 10) =>
    (await deliveries.due({ webhook, now: at(time), limit })).map(({ id }) => id);
  const claimed = (time: string, until: string) =>
    deliveries.claim('key', { id: a, dueAt: at(time) }, at(until));
  const page = async (before: string | null = null, limit = 10) =>
    deliveries.page({ webhook: 'key', before, limit });

  it('is due from the moment it is recorded, the longest waiting first', async () => {
    await deliveries.record('key', aDelivery(b, '10:00:01'));
    await deliveries.record('key', aDelivery(a, '10:00:02'));
    expect(await due('10:00:00')).toEqual([]);
    expect(await due('10:00:01')).toEqual([b]);
    expect(await due('10:00:02')).toEqual([b, a]);
    expect(await due('10:00:02', 'key', 1)).toEqual([b]);
  });

  it('is one’s own: other webhooks see nothing of it', async () => {
    await deliveries.record('key', aDelivery(a));
    expect(await due('11:00:00', 'other')).toEqual([]);
    expect(await deliveries.page({ webhook: 'other', before: null, limit: 10 })).toEqual([]);
    const order = await deliveries.order({ webhook: 'other', id: a }, at('11:00:00'));
    expect(order).toBe('unknown');
  });

  it('is recorded once, and stays as it was first', async () => {
    await deliveries.record('key', aDelivery(a));
    await deliveries.record('key', { ...aDelivery(a, '12:00:00'), payload: '{}' });
    expect(await page()).toEqual([
      {
        ...aDelivery(a),
        recordedAt: at('10:00:00'),
        state: 'pending',
        attempts: 0,
        lastAttempt: null,
        dueAt: at('10:00:00'),
      },
    ]);
  });

  it('is recorded once also after it was delivered', async () => {
    await deliveries.record('key', aDelivery(a));
    await claimed('10:00:00', '10:00:30');
    const place = { webhook: 'key', id: a };
    await deliveries.settle(place, at('10:00:30'), { attempt, state: 'delivered' });
    await deliveries.record('key', aDelivery(a));
    expect(await due('23:00:00')).toEqual([]);
  });

  it('is claimed by one, and due again for others when that one falls silent', async () => {
    await deliveries.record('key', aDelivery(a));
    expect(await claimed('10:00:00', '10:00:30')).toMatchObject({
      id: a,
      attempts: 1,
      payload: aDelivery(a).payload,
    });
    expect(await claimed('10:00:00', '10:00:31')).toBeUndefined();
    expect(await due('10:00:29')).toEqual([]);
    expect(await due('10:00:30')).toEqual([a]);
    expect(await claimed('10:00:30', '10:01:00')).toMatchObject({ attempts: 2 });
  });

  it.each(['delivered', 'failed'] as const)('is not due any more once it is %s', async (state) => {
    await deliveries.record('key', aDelivery(a));
    await claimed('10:00:00', '10:00:30');
    const place = { webhook: 'key', id: a };
    await deliveries.settle(place, at('10:00:30'), { attempt, state });
    expect(await due('23:00:00')).toEqual([]);
    expect(await page()).toMatchObject([{ state, attempts: 1, lastAttempt: attempt, dueAt: null }]);
  });

  it('is due later where it is to be tried again', async () => {
    await deliveries.record('key', aDelivery(a));
    await claimed('10:00:00', '10:00:30');
    await deliveries.settle({ webhook: 'key', id: a }, at('10:00:30'), {
      attempt,
      state: 'pending',
      dueAt: at('10:02:00'),
    });
    expect(await due('10:01:59')).toEqual([]);
    expect(await due('10:02:00')).toEqual([a]);
  });

  it('is not settled by one who has lost the claim', async () => {
    await deliveries.record('key', aDelivery(a));
    await claimed('10:00:00', '10:00:30');
    await claimed('10:00:30', '10:01:00');
    const place = { webhook: 'key', id: a };
    await deliveries.settle(place, at('10:00:30'), { attempt, state: 'failed' });
    expect(await page()).toMatchObject([{ state: 'pending', dueAt: at('10:01:00') }]);
  });

  it.each(['delivered', 'failed'] as const)('is ordered again after it was %s', async (state) => {
    await deliveries.record('key', aDelivery(a));
    await claimed('10:00:00', '10:00:30');
    const place = { webhook: 'key', id: a };
    await deliveries.settle(place, at('10:00:30'), { attempt, state });
    expect(await deliveries.order(place, at('12:00:00'))).toBe('ordered');
    expect(await due('12:00:00')).toEqual([a]);
    expect(await page()).toMatchObject([{ state: 'pending', attempts: 0, lastAttempt: attempt }]);
  });

  it('cannot be ordered where it never was', async () => {
    expect(await deliveries.order({ webhook: 'key', id: a }, at('12:00:00'))).toBe('unknown');
    expect(await page()).toEqual([]);
  });

  it('stands in pages, the newest night first', async () => {
    for (const id of [a, b, c]) await deliveries.record('key', aDelivery(id));
    expect((await page(null, 2)).map(({ id }) => id)).toEqual([c, b]);
    expect((await page(b, 2)).map(({ id }) => id)).toEqual([a]);
    expect(await page(a, 2)).toEqual([]);
  });

  it('is found by its night and later ones, the oldest first', async () => {
    for (const id of [c, a, b]) await deliveries.record('key', aDelivery(id));
    const since = (night: string, after: string | null = null, limit = 10) =>
      deliveries.since({ webhook: 'key', night: day(night), after, limit });
    expect(await since('2026-11-21')).toEqual([a, b, c]);
    expect(await since('2026-11-22')).toEqual([b, c]);
    expect(await since('2026-11-21', a, 1)).toEqual([b]);
    expect(await since('2026-11-23')).toEqual([]);
  });
});

describe('An event’s id', () => {
  it('has no full stop, which would part what is signed', () => {
    expect(EventId.safeParse(a).success).toBe(true);
    expect(EventId.safeParse(a.replace('x', '.')).success).toBe(false);
  });
});
