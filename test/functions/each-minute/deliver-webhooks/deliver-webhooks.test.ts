import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../domain/day.ts';
import { type Deliveries, eventIdOf } from '../../../../functions/adapters/deliveries.ts';
import type { CallOutcome, ReceiverCall } from '../../../../functions/adapters/receiver.ts';
import type { Webhooks } from '../../../../functions/adapters/webhooks.ts';
import { createHandler } from '../../../../functions/each-minute/deliver-webhooks/handler.ts';
import { newSecret } from '../../../../functions/webhook-secrets.ts';
import { businessIds } from '../../../support/business-ids.ts';
import {
  type InMemoryAuditTrail,
  inMemoryAuditTrail,
} from '../../../support/in-memory-audit-trail.ts';
import { inMemoryDeliveries } from '../../../support/in-memory-deliveries.ts';
import { inMemoryWebhooks } from '../../../support/in-memory-webhooks.ts';

const [businessId] = businessIds(1);
if (businessId === undefined) throw new Error('one was asked for');

let now: Temporal.Instant;
let webhooks: Webhooks;
let deliveries: Deliveries;
let trail: InMemoryAuditTrail;
let calls: ReceiverCall[];
let answer: (call: ReceiverCall) => CallOutcome | Promise<CallOutcome>;
const answered = (status: number): CallOutcome => ({ kind: 'answered', status });

beforeEach(() => {
  now = Temporal.Now.instant();
  webhooks = inMemoryWebhooks();
  deliveries = inMemoryDeliveries();
  trail = inMemoryAuditTrail();
  calls = [];
  answer = () => answered(204);
});

const secrets: Record<string, string> = {};
const listens = async (id: string, active = true) => {
  const secret = newSecret();
  secrets[id] = secret;
  await webhooks.create({
    id,
    content: {
      url: `https://${id}.example.fi/`,
      events: ['status-changed'],
      language: 'fi',
      active,
    },
    key: `key of ${id}`,
    secrets: [{ value: secret, until: null }],
  });
};
const idOf = (name: string) => eventIdOf(day('2026-11-22'), name.padStart(27, 'x'));
const happens = (to: string, name: string) =>
  deliveries.record(`key of ${to}`, {
    id: idOf(name),
    type: 'status-changed',
    businessId,
    payload: JSON.stringify({ name }),
    recordedAt: now,
  });
const run = (timeLeft: () => number = () => 55_000) =>
  createHandler({
    webhooks,
    deliveries,
    trail,
    clock: { now: () => now },
    receiver: {
      call: async (call) => {
        calls.push(call);
        return answer(call);
      },
    },
  })({}, { getRemainingTimeInMillis: timeLeft, awsRequestId: 'run 1' });
const later = (duration: Temporal.DurationLike) => {
  now = now.add(duration);
};
const stateOf = async (to: string) =>
  (await deliveries.page({ webhook: `key of ${to}`, before: null, limit: 100 })).map(
    ({ state, attempts, lastAttempt }) => [state, attempts, lastAttempt?.outcome],
  );
const nothing = { delivered: 0, postponed: 0, givenUp: 0, deactivated: 0 };

describe('What is due', () => {
  it('is delivered once, signed so that another’s library accepts it', async () => {
    await listens('county');
    await happens('county', 'a');
    expect(await run()).toEqual({ ...nothing, delivered: 1 });
    const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = calls;
    expect(url).toBe('https://county.example.fi/');
    expect(headers).toMatchObject({ 'webhook-id': idOf('a'), 'content-type': 'application/json' });
    const verified = new Webhook(secrets['county'] ?? '').verify(body, { ...headers });
    expect(verified).toEqual({ name: 'a' });
    expect(await run()).toEqual(nothing);
    expect(calls).toHaveLength(1);
  });

  it('is not delivered where nobody listens, or the webhook is not active', async () => {
    expect(await run()).toEqual(nothing);
    await listens('county', false);
    await happens('county', 'a');
    expect(await run()).toEqual(nothing);
    expect(calls).toEqual([]);
    expect(await stateOf('county')).toEqual([['pending', 0, undefined]]);
  });

  it('is all delivered in one run, also where it is more than a page', async () => {
    await listens('county');
    for (let i = 0; i < 250; i += 1) await happens('county', `${i}`);
    expect(await run()).toEqual({ ...nothing, delivered: 250 });
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(250);
  });

  it('is delivered once where two runs meet', async () => {
    await listens('county');
    for (let i = 0; i < 20; i += 1) await happens('county', `${i}`);
    const [one, other] = await Promise.all([run(), run()]);
    expect(one.delivered + other.delivered).toBe(20);
    expect(calls).toHaveLength(20);
  });

  it('is left for the next minute where the time is over', async () => {
    await listens('county');
    for (let i = 0; i < 20; i += 1) await happens('county', `${i}`);
    const run1 = await run(() => (calls.length < 6 ? 55_000 : 5_000));
    expect(run1.delivered).toBeGreaterThanOrEqual(6);
    expect(run1.delivered).toBeLessThan(20);
    await run();
    expect(calls).toHaveLength(20);
  });

  it('is signed by both secrets while the old one holds', async () => {
    await listens('county');
    const stored = await webhooks.read('county');
    const second = newSecret();
    const until = now.add({ hours: 24 }).toString({ smallestUnit: 'millisecond' });
    await webhooks.saveSecrets({
      id: 'county',
      secrets: [
        { value: second, until: null },
        { value: stored?.secrets[0]?.value ?? '', until },
      ],
      replaces: 1,
    });
    await happens('county', 'a');
    await run();
    const [{ headers, body } = { headers: {}, body: '' }] = calls;
    for (const secret of [secrets['county'] ?? '', second]) {
      expect(new Webhook(secret).verify(body, { ...headers })).toEqual({ name: 'a' });
    }
  });
});

describe('A receiver that fails', () => {
  beforeEach(async () => {
    await listens('county');
    await happens('county', 'a');
  });

  it.each<[string, CallOutcome]>([
    ['answered-500', answered(500)],
    ['answered-400', answered(400)],
    ['answered-301', answered(301)],
    ['timed-out', { kind: 'no-answer', because: 'timed-out' }],
    ['private-address', { kind: 'no-answer', because: 'private-address' }],
  ])('as %s gets it again later, and then once', async (outcome, given) => {
    answer = () => given;
    expect(await run()).toEqual({ ...nothing, postponed: 1 });
    expect(await stateOf('county')).toEqual([['pending', 1, outcome]]);
    answer = () => answered(200);
    later({ seconds: 59 });
    expect(await run()).toEqual(nothing);
    later({ seconds: 14 });
    expect(await run()).toEqual({ ...nothing, delivered: 1 });
    later({ hours: 48 });
    expect(await run()).toEqual(nothing);
    expect(calls.map(({ headers }) => headers['webhook-id'])).toEqual([idOf('a'), idOf('a')]);
  });

  it('gets it eight times in two days and a half, and then it has failed, which rings', async () => {
    answer = () => answered(503);
    const begun = now;
    const runs = [];
    while (now.since(begun).total('hours') < 60) {
      runs.push(await run());
      later({ minutes: 10 });
    }
    expect(calls).toHaveLength(8);
    expect(runs.reduce((sum, { givenUp }) => sum + givenUp, 0)).toBe(1);
    expect(await stateOf('county')).toEqual([['failed', 8, 'answered-503']]);
  });

  it('with 410 is called no more: its webhook becomes inactive, which rings', async () => {
    await happens('county', 'b');
    await happens('county', 'c');
    for (let i = 0; i < 10; i += 1) await happens('county', `more ${i}`);
    answer = () => answered(410);
    const { deactivated } = await run();
    expect(deactivated).toBeGreaterThan(0);
    expect((await webhooks.read('county'))?.content.active).toBe(false);
    expect(trail.all()).toMatchObject([
      { route: 'deliver-webhooks', about: 'county', subject: null, end: { status: 200 } },
    ]);
    expect(calls.length).toBeLessThanOrEqual(4);
    const before = calls.length;
    later({ hours: 48 });
    expect(await run()).toEqual(nothing);
    expect(calls).toHaveLength(before);
  });

  it('with 410 keeps what its owner changed at the same time', async () => {
    answer = async () => {
      const stored = await webhooks.read('county');
      const content = { ...stored?.content, url: 'https://new.example.fi/' } as never;
      await webhooks.saveContent({ id: 'county', content, replaces: stored?.version ?? 0 });
      return answered(410);
    };
    await run();
    expect((await webhooks.read('county'))?.content).toMatchObject({
      url: 'https://new.example.fi/',
      active: false,
    });
  });

  it('is left alone until the next minute when it fails again and again', async () => {
    for (let i = 0; i < 50; i += 1) await happens('county', `${i}`);
    answer = () => answered(500);
    await run();
    expect(calls.length).toBeLessThan(10);
  });

  it('delays nobody else', async () => {
    await listens('other');
    for (let i = 0; i < 20; i += 1) {
      await happens('county', `${i}`);
      await happens('other', `${i}`);
    }
    const release = Promise.withResolvers<CallOutcome>();
    answer = ({ url }) => (url.includes('county') ? release.promise : answered(200));
    const running = run();
    await expect
      .poll(async () => (await stateOf('other')).filter(([state]) => state === 'delivered').length)
      .toBe(20);
    release.resolve({ kind: 'no-answer', because: 'timed-out' });
    expect(await running).toMatchObject({ delivered: 20 });
  });
});

describe('A run that stops in the middle', () => {
  it('leaves what it had in hand to the next, under the same id', async () => {
    await listens('county');
    await happens('county', 'a');
    answer = () => {
      throw new Error('out of memory');
    };
    await expect(run()).rejects.toThrow('out of memory');
    answer = () => answered(200);
    expect(await run()).toEqual(nothing);
    later({ seconds: 30 });
    expect(await run()).toEqual({ ...nothing, delivered: 1 });
    expect(calls.map(({ headers }) => headers['webhook-id'])).toEqual([idOf('a'), idOf('a')]);
  });
});
