import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { type Deliveries, eventIdOf } from '../../../functions/adapters/deliveries.ts';
import { mostWebhooks, type Webhooks } from '../../../functions/adapters/webhooks.ts';
import { createHandler as deleteWebhook } from '../../../functions/api/delete-webhook/handler.ts';
import { createHandler as getWebhook } from '../../../functions/api/get-webhook/handler.ts';
import { createHandler as listDeliveries } from '../../../functions/api/list-deliveries/handler.ts';
import { createHandler as listWebhooks } from '../../../functions/api/list-webhooks/handler.ts';
import { createHandler as replayDeliveries } from '../../../functions/api/replay-deliveries/handler.ts';
import { createHandler as rotateSecret } from '../../../functions/api/rotate-webhook-secret/handler.ts';
import { createHandler as saveWebhook } from '../../../functions/api/save-webhook/handler.ts';
import { newSecret } from '../../../functions/webhook-secrets.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryDeliveries } from '../../support/in-memory-deliveries.ts';
import { inMemoryWebhooks } from '../../support/in-memory-webhooks.ts';

const county = {
  url: 'https://county.example.fi/kanta',
  events: ['status-changed'],
  counties: ['lappi'],
  language: 'sv',
  active: true,
};

let webhooks: Webhooks;
let deliveries: Deliveries;
const clock = clockOn('2026-11-22');
const trail = inMemoryAuditTrail();
beforeEach(() => {
  webhooks = inMemoryWebhooks();
  deliveries = inMemoryDeliveries();
});
const to = (id: string, call: Call) => ({ claims: admin, path: { id }, ...call });
const put = (id: string, call: Call = {}) =>
  callOf(saveWebhook({ webhooks, receivers: 'public', newSecret, trail, clock }))(
    to(id, { body: county, ...call }),
  );
const get = (id: string, call: Call = {}) => callOf(getWebhook({ webhooks }))(to(id, call));
const remove = (id: string, call: Call = {}) =>
  callOf(deleteWebhook({ webhooks, trail, clock }))(to(id, call));
const list = (call: Call = {}) => callOf(listWebhooks({ webhooks }))({ claims: admin, ...call });
const rotate = (id: string, call: Call = {}) =>
  callOf(rotateSecret({ webhooks, newSecret, trail, clock }))(to(id, call));
const listed = (id: string, call: Call = {}) =>
  callOf(listDeliveries({ webhooks, deliveries }))(to(id, call));
const replay = (id: string, call: Call = {}) =>
  callOf(replayDeliveries({ webhooks, deliveries, trail, clock }))(to(id, call));

describe('A webhook', () => {
  it('is made, read, listed and deleted', async () => {
    expect((await put('county')).status).toBe(201);
    expect((await get('county')).body).toEqual({ id: 'county', ...county });
    expect((await list()).body).toEqual({ webhooks: [{ id: 'county', ...county }] });
    expect((await remove('county')).status).toBe(204);
    expect((await get('county')).status).toBe(404);
    expect((await remove('county')).status).toBe(404);
  });

  it('is of all counties, active and in Finnish unless it says otherwise', async () => {
    const { url, events } = county;
    const { body } = await put('county', { body: { url, events } });
    expect(body).toMatchObject({ language: 'fi', active: true });
    expect(body).not.toHaveProperty('counties');
  });

  it('shows its secret in the answer that made it, and never again', async () => {
    const { body } = await put('county');
    expect(body.secret).toMatch(/^whsec_/);
    const others = [
      await put('county'),
      await put('county', { body: { ...county, active: false } }),
      await get('county'),
      await list(),
    ];
    for (const { text } of others) expect(text).not.toContain('whsec_');
    const stored = await webhooks.read('county');
    expect(stored?.secrets).toEqual([{ value: body.secret, until: null }]);
  });

  it('is replaced as it was read, under the same ETag rules as an organisation', async () => {
    await put('county');
    const { body, headers } = await get('county');
    const etag = String(headers['etag']);
    const changed = { ...body, counties: ['kainuu'] };
    expect((await put('county', { body: changed, headers: { 'if-match': etag } })).status).toBe(
      200,
    );
    expect((await put('county', { body, headers: { 'if-match': etag } })).status).toBe(412);
    expect((await remove('county', { headers: { 'if-match': etag } })).status).toBe(412);
    expect((await get('county')).body.counties).toEqual(['kainuu']);
    const now = String((await get('county')).headers['etag']);
    expect((await remove('county', { headers: { 'if-match': now } })).status).toBe(204);
  });

  it('is refused where there are as many as there may be, but others can be changed', async () => {
    for (let i = 0; i < mostWebhooks; i += 1) await put(`number-${i}`);
    const { status, body } = await put('one-more');
    expect([status, body.type]).toEqual([422, '/problems/too-many-webhooks']);
    expect((await put('number-0', { body: { ...county, active: false } })).status).toBe(200);
  });

  it.each<[string, unknown, string]>([
    ['a private address', { ...county, url: 'https://10.0.0.1/' }, 'url'],
    ['a cloud’s metadata', { ...county, url: 'https://169.254.169.254/' }, 'url'],
    ['this machine', { ...county, url: 'https://127.0.0.1/' }, 'url'],
    ['no https', { ...county, url: 'http://county.example.fi/' }, 'url'],
    ['a password in the address', { ...county, url: 'https://a:b@county.example.fi/' }, 'url'],
    ['no address', { ...county, url: undefined }, 'url'],
    ['no event', { ...county, events: [] }, 'events'],
    ['an unknown event', { ...county, events: ['everything'] }, 'events.0'],
    ['an event twice', { ...county, events: ['status-changed', 'status-changed'] }, 'events'],
    ['no county', { ...county, counties: [] }, 'counties'],
    ['an unknown county', { ...county, counties: ['uusimaa'] }, 'counties.0'],
    ['a secret of one’s own', { ...county, secret: 'whsec_mine' }, 'secret'],
    ['another id', { ...county, id: 'other' }, 'id'],
  ])('with %s is a 400 that names the field', async (_, body, path) => {
    const answer = await put('county', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path }]);
    expect((await list()).body).toEqual({ webhooks: [] });
  });
});

describe('A secret', () => {
  it('is rotated: the new one is shown once, and the old one holds for a day more', async () => {
    const made = await put('county');
    const { status, body } = await rotate('county');
    expect(status).toBe(201);
    expect(body).toEqual({
      secret: expect.stringMatching(/^whsec_/),
      previousValidUntil: '2026-11-23T10:00:00.000Z',
    });
    expect((await webhooks.read('county'))?.secrets).toEqual([
      { value: body.secret, until: null },
      { value: made.body.secret, until: body.previousValidUntil },
    ]);
    expect((await get('county')).text).not.toContain('whsec_');
  });

  it('is not rotated where there is no webhook', async () => {
    expect((await rotate('county')).status).toBe(404);
  });
});

const [businessId] = businessIds(1);
const idOf = (night: string, last: string) => eventIdOf(day(night), last.padStart(27, 'x'));
const [a, b, c] = [idOf('2026-11-20', 'a'), idOf('2026-11-21', 'b'), idOf('2026-11-21', 'c')];

const delivered = async () => {
  await put('county');
  const webhook = (await webhooks.read('county'))?.key ?? '';
  for (const id of [a, b, c]) {
    const recordedAt = clock.now();
    const at = recordedAt.toString({ smallestUnit: 'millisecond' });
    const data = {
      businessId,
      previousStatus: null,
      on: '2026-11-21',
      status: 'ready',
      because: 'Kaikki on valmista.',
      deadlines: [],
      requirements: [],
    };
    await deliveries.record(webhook, {
      id,
      type: 'status-changed',
      businessId: businessId as never,
      payload: JSON.stringify({ type: 'status-changed', timestamp: at, data }),
      recordedAt,
    });
    const until = '2026-11-22T10:00:30.000Z';
    await deliveries.claim(webhook, { id, dueAt: at }, until);
    const attempt = { at, outcome: 'answered-200' };
    await deliveries.settle({ webhook, id }, until, { attempt, state: 'delivered' });
  }
  return webhook;
};

describe('What a webhook was told', () => {
  beforeEach(async () => {
    await delivered();
  });

  it('is seen in pages, the newest night first, with what came of it', async () => {
    const first = (await listed('county', { query: { limit: '2' } })).body;
    expect(first.deliveries.map(({ id }: { id: string }) => id)).toEqual([c, b]);
    const last = (await listed('county', { query: { limit: '2', cursor: first.cursor } })).body;
    expect(last).toMatchObject({
      deliveries: [
        {
          id: a,
          type: 'status-changed',
          state: 'delivered',
          attempts: 1,
          lastAttempt: { outcome: 'answered-200' },
          nextAttemptAt: null,
          event: { type: 'status-changed', data: { businessId } },
        },
      ],
    });
    expect(last).not.toHaveProperty('cursor');
  });

  it('is told again from a night on', async () => {
    const { status, body } = await replay('county', { body: { since: '2026-11-21' } });
    expect([status, body]).toEqual([202, { ordered: 2, unknown: [], after: null }]);
    const states = (await listed('county')).body.deliveries.map(
      ({ state }: { state: string }) => state,
    );
    expect(states).toEqual(['pending', 'pending', 'delivered']);
  });

  it('is told again by its ids, and what is none of them is named', async () => {
    const unknown = idOf('2026-11-21', 'z');
    const { body } = await replay('county', { body: { deliveries: [a, unknown] } });
    expect(body).toEqual({ ordered: 1, unknown: [unknown], after: null });
  });

  it('is told again under the ids that it had', async () => {
    await replay('county', { body: { deliveries: [a] } });
    expect((await listed('county')).body.deliveries).toHaveLength(3);
  });

  it('is nothing of another that is made under the same id', async () => {
    await remove('county');
    await put('county');
    expect((await listed('county')).body.deliveries).toEqual([]);
    expect((await replay('county', { body: { deliveries: [a] } })).body.unknown).toEqual([a]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', {}, ''],
    ['both', { since: '2026-11-21', deliveries: [a] }, ''],
    ['a night that is none', { since: '2026-02-30' }, 'since'],
    ['an id that is none', { deliveries: ['evt_1'] }, 'deliveries.0'],
    ['no id', { deliveries: [] }, 'deliveries'],
    ['an id twice', { deliveries: [a, a] }, 'deliveries'],
  ])('is not ordered by %s', async (_, body, path) => {
    const answer = await replay('county', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path }]);
  });

  it.each([{ cursor: 'DELIVERY#' }, { cursor: a }, { limit: '201' }, { limit: '0' }])(
    'is not listed by %j',
    async (query) => {
      expect((await listed('county', { query })).status).toBe(400);
    },
  );
});

describe('Webhooks', () => {
  it.each([
    ['a provider', provider('0204819-8')],
    ['a supervisor', supervisor('lappi')],
    ['nobody', {}],
  ])('are not for %s to see or change', async (_, claims) => {
    const body = { since: '2026-11-21' };
    const calls = [put, get, remove, rotate, listed];
    for (const call of calls) expect((await call('county', { claims })).status).toBe(403);
    expect((await replay('county', { claims, body })).status).toBe(403);
    expect((await list({ claims })).status).toBe(403);
  });
});
