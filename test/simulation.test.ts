import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * A change of law is tried over HTTP: joining moved to 1.1.2027 by an act given on 20.11.2026 and in
 * force from 1.12.2026. Two organisations, in two counties; nothing of it is kept.
 */

const inOstrobothnia = '0204819-8';
const inKainuu = '0166906-4';
let system: RunningSystem;
let supervisor: string;
let admin: string;

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  supervisor = await system.token({ role: 'supervisor', counties: ['etela-pohjanmaa'] });
  admin = await system.token({ role: 'admin' });
  const profiles = [
    [inOstrobothnia, aProfile()],
    [inKainuu, aProfile({ name: 'Kainuun Hoiva Oy', counties: ['kainuu'] })],
  ] as const;
  for (const [businessId, body] of profiles) {
    const path = `/organisations/${businessId}`;
    expect((await system.call('PUT', path, { token: admin, body })).status).toBe(201);
  }
  await system.call('PUT', '/supervisors/maija', {
    token: admin,
    body: { name: 'Maija', email: 'maija@example.fi', counties: ['etela-pohjanmaa'] },
  });
  expect((await system.night('2026-11-22')).status).toBe('closed');
});
afterAll(() => system?.stop());

/** Everything that people can see of what is kept. */
const everything = async () => {
  const paths = [inOstrobothnia, inKainuu].flatMap((businessId) =>
    ['', '/assessments', '/deadlines', '/readiness'].map(
      (part) => `/organisations/${businessId}${part}`,
    ),
  );
  const answers = await Promise.all(
    [...paths, '/nights/2026-11-22', '/supervisors', '/catalogue'].map(async (path) => {
      const { status, body, headers } = await system.call('GET', path, { token: admin });
      return { path, status, body, etag: headers.get('etag') };
    }),
  );
  return { answers, mails: await system.mails() };
};

/** The entry of today's law, as anyone reads it, with what the amendment changes. */
const amendment = async () => {
  const { body } = await system.call('GET', '/catalogue');
  const {
    id: _,
    supersedes: _s,
    ...entry
  } = body.obligations.find((one: { id: string }) => one.id === 'join/307-2024');
  return {
    ...entry,
    givenBy: '999/2026',
    knownFrom: '2026-11-20',
    inForceFrom: '2026-12-01',
    rule: { ...entry.rule, day: '2027-01-01' },
  };
};
const simulate = async (token: string, request: object = {}) =>
  system.call('POST', '/simulations', {
    token,
    body: { entries: [await amendment()], ...request },
  });

describe('a supervisor tries an amendment before it is in force', () => {
  test('and sees what it would do to the organisations of her county on its first day', async () => {
    const { status, body } = await simulate(supervisor, { on: '2026-12-01' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      on: '2026-12-01',
      considered: 1,
      affected: 1,
      statuses: { from: { overdue: 1 }, to: { 'too-late': 1 } },
      warnings: { from: 0, to: 6 },
      organisations: [
        {
          businessId: inOstrobothnia,
          name: 'Esimerkkihoiva Oy',
          status: { from: 'overdue', to: 'too-late' },
        },
      ],
    });
    expect(body.organisations[0].moves).toContainEqual({
      id: 'store-documents/older-people',
      from: '2026-09-01',
      to: '2027-01-01',
    });
    expect(body.organisations[0].moves).toHaveLength(5);
  });

  test('and nothing on the day before', async () => {
    const { body } = await simulate(supervisor, { on: '2026-11-30' });
    expect(body).toMatchObject({ considered: 1, affected: 0, organisations: [] });
    expect(body.statuses.to).toEqual(body.statuses.from);
    expect(body.warnings.to).toBe(body.warnings.from);
  });

  test('an administrator sees it for all', async () => {
    const { body } = await simulate(admin);
    expect(body).toMatchObject({ on: '2026-12-01', considered: 2, affected: 2 });
    expect(
      body.organisations.map(({ businessId }: { businessId: string }) => businessId).sort(),
    ).toEqual([inKainuu, inOstrobothnia].sort());
  });

  test('without an entry there is no difference, and the law is the one that is published', async () => {
    const { body } = await simulate(admin, { entries: [] });
    expect(body).toMatchObject({ considered: 2, affected: 0, organisations: [] });
    expect(body.catalogueHash).toBe((await system.call('GET', '/catalogue')).body.hash);
  });

  test('what would leave a gap is refused, and named', async () => {
    const entry = { ...(await amendment()), supersedes: ['join/307-2024'] };
    const { status, body } = await simulate(supervisor, {
      entries: [{ ...entry, binds: { sector: 'public' } }],
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'entries.0.supersedes' }]);
  });

  test('a provider may not', async () => {
    const token = await system.token({ role: 'provider', organisations: [inKainuu] });
    expect((await simulate(token)).status).toBe(403);
  });
});

test('nothing of it is stored or sent: profile, deadlines, night and mails are as they were', async () => {
  const before = await everything();
  expect(before.mails.length).toBeGreaterThan(0);
  expect((await simulate(admin)).status).toBe(200);
  expect(await everything()).toEqual(before);
  const again = await system.night('2026-11-22');
  expect(again.result).toEqual(
    before.answers.find(({ path }) => path === '/nights/2026-11-22')?.body.result,
  );
  expect(await system.mails()).toHaveLength(before.mails.length);
});
