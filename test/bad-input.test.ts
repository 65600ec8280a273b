import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * What is wrong gets a 4xx that names the field, and nothing stored is touched by it.
 */

const businessId = '0204819-8';
const path = `/organisations/${businessId}`;
let system: RunningSystem;
let provider: string;
let stored: unknown;

const everything = async () => {
  const [profile, assessments] = await Promise.all([
    system.call('GET', path, { token: provider }),
    system.call('GET', `${path}/assessments`, { token: provider }),
  ]);
  return {
    profile: profile.body,
    etag: profile.headers.get('etag'),
    assessments: assessments.body,
  };
};

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  provider = await system.token({ role: 'provider', organisations: [businessId] });
  expect((await system.call('PUT', path, { token: provider, body: aProfile() })).status).toBe(201);
  const { status } = await system.call('POST', `${path}/assessments`, {
    token: provider,
    body: { statedOn: '2026-11-20', items: { cards: { state: 'in-progress' } } },
  });
  expect(status).toBe(201);
  stored = await everything();
});
afterAll(async () => {
  await system?.stop();
});

const oversized = 'x'.repeat(1_000_000);

describe('a profile that is wrong', () => {
  test.each<[string, unknown, string]>([
    ['an unknown service task', aProfile({ serviceTasks: ['gardening'] }), 'serviceTasks.0'],
    [
      'a service task twice',
      aProfile({ serviceTasks: ['older-people', 'older-people'] }),
      'serviceTasks',
    ],
    ['no county', aProfile({ counties: [] }), 'counties'],
    ['an unknown county', aProfile({ counties: ['uusimaa'] }), 'counties.0'],
    ['a day that does not exist', aProfile({ joinedOn: '2026-02-30' }), 'joinedOn'],
    ['a day of joining after today', aProfile({ joinedOn: '2026-11-23' }), 'joinedOn'],
    [
      'storing that began after today',
      aProfile({ storingSince: { 'older-people': '2026-12-01' } }),
      'storingSince.older-people',
    ],
    ['a name over the limit', aProfile({ name: 'x'.repeat(301) }), 'name'],
    ['a name of two lines', aProfile({ name: 'Oy\r\nBcc: all@example.fi' }), 'name'],
    ['an unknown field', aProfile({ colour: 'red' }), 'colour'],
    ['a prototype key', '{"__proto__":{"role":"admin"},"name":"x"}', '__proto__'],
    ['a wrong type', aProfile({ usesClientDataSystem: 'yes' }), 'usesClientDataSystem'],
    [
      'a leading zero in an OID',
      aProfile({ units: [{ oid: '1.2.246.10.02048198.10.1', name: 'x' }] }),
      'units.0.oid',
    ],
    [
      'an address that is none',
      aProfile({ contacts: [{ name: 'x', email: 'not an address' }] }),
      'contacts.0.email',
    ],
    ['another business ID in the body', aProfile({ businessId: '0166906-4' }), 'businessId'],
    ['an empty body', '', ''],
    ['broken JSON', '{"name":', ''],
    ['a list', [], ''],
  ])('%s', async (_what, body, field) => {
    const answer = await system.call('PUT', path, { token: provider, body });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(field);
    for (const { message } of answer.body.errors) expect(message).not.toBe('');
  });

  test('a body of a megabyte', async () => {
    const answer = await system.call('PUT', path, {
      token: provider,
      body: aProfile({ name: oversized }),
    });
    expect([400, 413]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('a stale If-Match is a 412, and only after the body is right', async () => {
    const headers = { 'if-match': '"stale"' };
    const right = await system.call('PUT', path, {
      token: provider,
      body: aProfile({ name: 'Toinen Oy' }),
      headers,
    });
    expect(right.status).toBe(412);
    const wrong = await system.call('PUT', path, {
      token: provider,
      body: aProfile({ sector: 'x' }),
      headers,
    });
    expect(wrong.status).toBe(400);
  });
});

describe('an assessment that is wrong', () => {
  const items = { cards: { state: 'in-progress' } };
  test.each<[string, unknown, string]>([
    ['stated after today', { statedOn: '2026-11-23', items }, 'statedOn'],
    ['stated on a day that does not exist', { statedOn: '2026-02-30', items }, 'statedOn'],
    ['with nothing in it', { statedOn: '2026-11-20', items: {} }, 'items'],
    [
      'of a requirement that there is not',
      { statedOn: '2026-11-20', items: { coffee: { state: 'done' } } },
      'items',
    ],
    [
      'of a state that there is not',
      { statedOn: '2026-11-20', items: { cards: { state: 'perhaps' } } },
      'items.cards.state',
    ],
    [
      'not applicable without a reason',
      { statedOn: '2026-11-20', items: { cards: { state: 'not-applicable' } } },
      'items.cards.reason',
    ],
    [
      'valid until a day that does not exist',
      { statedOn: '2026-11-20', items: { cards: { state: 'done', validUntil: '2027-13-01' } } },
      'items.cards.validUntil',
    ],
  ])('%s', async (_what, body, field) => {
    const answer = await system.call('POST', `${path}/assessments`, { token: provider, body });
    expect(answer.status).toBe(400);
    const paths = answer.body.errors.map((error: { path: string }) => error.path);
    expect(
      paths.some((found: string) => found.startsWith(field)),
      paths.join(),
    ).toBe(true);
  });

  test('the same key with another body is a 422', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = { statedOn: '2026-11-21', items: { cards: { state: 'in-progress' } } };
    expect(
      (await system.call('POST', `${path}/assessments`, { token: provider, body: first, headers }))
        .status,
    ).toBe(201);
    stored = await everything();
    const second = { ...first, statedOn: '2026-11-20' };
    expect(
      (await system.call('POST', `${path}/assessments`, { token: provider, body: second, headers }))
        .status,
    ).toBe(422);
  });
});

describe('a path or a question that is wrong', () => {
  test('a wrong check digit is named', async () => {
    const answer = await system.call('GET', '/organisations/0204819-7', { token: provider });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].path).toBe('businessId');
  });

  test.each(['validAt=2026-02-30', 'knownAt=yesterday', 'validAt=', 'knownat=2026-01-01'])(
    'deadlines?%s is named',
    async (question) => {
      const answer = await system.call('GET', `${path}/deadlines?${question}`, { token: provider });
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].path).toBe(question.split('=')[0]);
    },
  );

  test('another organisation is a 404', async () => {
    expect((await system.call('GET', '/organisations/0166906-4', { token: provider })).status).toBe(
      404,
    );
  });

  test('a role that may never do it is a 403', async () => {
    const supervisor = await system.token({ role: 'supervisor', counties: ['etela-pohjanmaa'] });
    expect((await system.call('PUT', path, { token: supervisor, body: aProfile() })).status).toBe(
      403,
    );
    expect((await system.call('GET', '/supervisors', { token: provider })).status).toBe(403);
    expect((await system.call('GET', '/nights/2026-11-22', { token: supervisor })).status).toBe(
      403,
    );
  });
});

describe('a token that is wrong', () => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payloadOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  test.each<[string, () => Promise<string | undefined>]>([
    ['there is none', async () => undefined],
    ['it is no token', async () => 'nonsense'],
    ['it has expired', () => system.token({ role: 'admin', expiresIn: -60 })],
    [
      'alg is none',
      async () => `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(payloadOf(provider))}.`,
    ],
    [
      'it is signed with a key of its own making',
      async () => {
        const body = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(payloadOf(provider))}`;
        return `${body}.${createHmac('sha256', 'guess').update(body).digest('base64url')}`;
      },
    ],
    [
      'its claims were changed',
      async () => {
        const [head, , signature] = provider.split('.');
        return `${head}.${encoded({ ...payloadOf(provider), role: 'admin' })}.${signature}`;
      },
    ],
    [
      'another issuer made it',
      async () => {
        const other = await startRunningSystem('2026-11-22');
        try {
          return await other.token({ role: 'admin' });
        } finally {
          await other.stop();
        }
      },
    ],
  ])('%s: 401', async (_what, make) => {
    const token = await make();
    const answer = await system.call('GET', path, token === undefined ? {} : { token });
    expect(answer.status).toBe(401);
  });
});

test('after all of it the stored data are as they were', async () => {
  expect(await everything()).toEqual(stored);
});
