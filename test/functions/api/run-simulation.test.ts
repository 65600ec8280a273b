import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import type { Organisations } from '../../../functions/adapters/organisations.ts';
import { createHandler as getCatalogue } from '../../../functions/api/get-catalogue/handler.ts';
import { createHandler } from '../../../functions/api/run-simulation/handler.ts';
import { catalogueHash } from '../../../functions/catalogue-hash.ts';
import { anOrganisation } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryOrganisations } from '../../support/in-memory-organisations.ts';

const clock = clockOn('2026-11-22');
const laterJoining = {
  obligation: 'join',
  givenBy: '999/2027',
  knownFrom: '2026-11-20',
  inForceFrom: '2026-12-01',
  basis: [{ act: '703/2023', section: '102', subsection: 5, amendedBy: '999/2027' }],
  rule: { kind: 'join', day: '2027-01-01', lateJoinerClause: true },
};

let organisations: Organisations;
beforeEach(() => {
  organisations = inMemoryOrganisations();
});

const anyWaiver = {
  ...{ waiverId: 'w1', reason: 'Sovittu', requestedBy: 'Liisa', approvedBy: 'aino' },
  ...{ approvedAt: '2026-11-22T10:00:00.000Z', from: day('2026-11-22'), until: day('2027-12-31') },
};

const register = async (nth: number, facts: Record<string, unknown> = {}) => {
  const { businessId: _, ...content } = anOrganisation({ name: `Palvelu ${nth} Oy`, ...facts });
  const businessId = businessIds(nth + 1)[nth];
  if (businessId === undefined) throw new Error('there are as many IDs as asked for');
  await organisations.saveProfile({ businessId, content, replaces: 0, now: clock.now() });
  return businessId;
};
/** Only what reads is handed over: a write would not compile. */
const simulate = (body: unknown, claims: Record<string, unknown> = admin) =>
  callOf(
    createHandler({
      organisations: { inShard: organisations.inShard, read: organisations.read },
      clock,
    }),
  )({ claims, body });

describe('a change of law tried over the organisations', () => {
  it('is tried with the waivers that hold', async () => {
    const businessId = await register(0);
    // So late that a whole project still fits: a waiver does not move the plan.
    const farther = { ...laterJoining, rule: { ...laterJoining.rule, day: '2028-06-01' } };
    const tried = async () =>
      (await simulate({ entries: [farther] })).body.organisations[0].status.to;
    expect(await tried()).toBe('unknown');
    for (const requirement of requirementIds) {
      const waiver = { ...anyWaiver, waiverId: requirement, requirement };
      await organisations.appendWaiver({ businessId, waiver, now: clock.now() });
    }
    expect(await tried()).not.toBe('unknown');
  });

  it('tells whose days move, from what to what, and how statuses and warnings would change', async () => {
    const businessId = await register(0);
    await register(1, { counties: ['ahvenanmaa'] });
    const { status, body } = await simulate({ entries: [laterJoining] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      on: '2026-12-01',
      considered: 2,
      affected: 1,
      more: 0,
      statuses: { from: { overdue: 1 }, to: { 'too-late': 1 } },
      warnings: { from: 0, to: 6 },
    });
    expect(body.catalogueHash).not.toBe(catalogueHash);
    expect(body.organisations).toEqual([
      {
        businessId,
        name: 'Palvelu 0 Oy',
        moves: [
          'join',
          'store-documents/older-people',
          'disclosure-permit',
          'disclosure-logs',
          'security-plan',
        ].map((id) => ({ id, from: '2026-09-01', to: '2027-01-01' })),
        status: { from: 'overdue', to: 'too-late' },
        warnings: { from: 0, to: 6 },
      },
    ]);
  });

  it('makes no difference where nothing is laid over the law, today and by our own catalogue', async () => {
    await register(0);
    expect((await simulate({ entries: [] })).body).toEqual({
      on: '2026-11-22',
      catalogueHash,
      considered: 1,
      affected: 0,
      statuses: { from: { overdue: 1 }, to: { overdue: 1 } },
      warnings: { from: 5, to: 5 },
      organisations: [],
      more: 0,
    });
  });

  it.each([
    ['the day it is in force', laterJoining, '2026-12-01'],
    [
      'the last of all such days',
      [laterJoining, { ...laterJoining, givenBy: '5/2028', inForceFrom: '2028-02-01' }],
      '2028-02-01',
    ],
    [
      'today, where it is in force already',
      { ...laterJoining, inForceFrom: '2026-11-20' },
      '2026-11-22',
    ],
  ])('is tried by default on %s', async (_what, entries, on) => {
    expect((await simulate({ entries: [entries].flat() })).body.on).toBe(on);
  });

  it('reaches a supervisor’s own counties, and all for an admin', async () => {
    const hers = await register(0, { counties: ['lappi', 'kainuu'] });
    await register(1, { counties: ['kainuu'] });
    const { body } = await simulate({ entries: [laterJoining] }, supervisor('lappi'));
    expect(body).toMatchObject({ considered: 1, organisations: [{ businessId: hers }] });
    expect((await simulate({ entries: [laterJoining] })).body.considered).toBe(2);
    const nowhere = await simulate({ entries: [laterJoining] }, supervisor());
    expect(nowhere.body).toMatchObject({ considered: 0, statuses: { from: {}, to: {} } });
  });

  it.each([
    ['a provider', provider('2000000-3')],
    ['who has no role of ours', {}],
  ])('is not for %s', async (_who, claims) => {
    expect((await simulate({ entries: [] }, claims)).status).toBe(403);
  });

  it('lists the worst first, as many as fit, and counts the rest', async () => {
    const joined = { joinedOn: '2026-08-01', storingSince: { 'older-people': '2026-08-01' } };
    await register(0, joined);
    for (let nth = 1; nth < 502; nth += 1) await register(nth);
    const late = await register(502, { serviceTasks: ['older-people', 'family-law'] });
    const { body } = await simulate({ entries: [laterJoining] });
    expect(body).toMatchObject({ considered: 503, affected: 503, more: 3 });
    expect(body.organisations).toHaveLength(500);
    expect(body.organisations[0]).toMatchObject({
      businessId: late,
      status: { from: 'overdue', to: 'overdue' },
    });
  });

  it('leaves out what was begun and has no profile', async () => {
    const [businessId] = businessIds(1);
    if (businessId === undefined) throw new Error('one ID was asked for');
    const { businessId: _, ...content } = anOrganisation();
    await organisations.saveProfile({ businessId, content, replaces: 7, now: clock.now() });
    expect((await simulate({ entries: [] })).body.considered).toBe(0);
  });
});

describe('an entry of the catalogue', () => {
  const published = async () =>
    (await callOf(getCatalogue({ clock }))({ headers: { 'accept-language': 'en' } })).body;

  it('can be copied as it is shown, changed and tried', async () => {
    await register(0);
    const { obligations } = await published();
    const {
      id: _,
      supersedes: _s,
      ...copy
    } = obligations.find(({ id }: { id: string }) => id === 'join/307-2024');
    expect(copy).toMatchObject({ citation: expect.any(String), sources: expect.any(Array) });
    const { givenBy, knownFrom, inForceFrom, rule } = laterJoining;
    const changed = { ...copy, givenBy, knownFrom, inForceFrom, rule };
    const { status, body } = await simulate({ entries: [changed] });
    expect([status, body.affected]).toEqual([200, 1]);
  });

  it('each, under an act of its own with its days as they were, moves nobody', async () => {
    await register(0, { recordsPatientData: true, makesRecordings: true });
    await register(1, { sector: 'public', serviceTasks: ['family-law', 'child-protection'] });
    const { obligations } = await published();
    const superseded = new Set(
      obligations.flatMap(({ supersedes }: { supersedes: string[] }) => supersedes),
    );
    const entries = obligations
      .filter(({ id }: { id: string }) => !superseded.has(id))
      .map(({ id: _, supersedes: _s, ...entry }: { id: string; supersedes: string[] }) => ({
        ...entry,
        givenBy: '999/2027',
        knownFrom: '2026-11-20',
        inForceFrom: '2026-12-01',
      }));
    expect(entries.length).toBeGreaterThan(8);
    const { status, body } = await simulate({ entries });
    expect([status, body.errors, body.affected]).toEqual([200, undefined, 0]);
  });

  it('sent back under its own id is refused: no entry is ever edited', async () => {
    const { obligations } = await published();
    const own = obligations.find(({ id }: { id: string }) => id === 'join/307-2024');
    const { status, body } = await simulate({ entries: [own] });
    expect(status).toBe(400);
    expect(body.errors).toContainEqual({
      path: 'entries.0.id',
      message: expect.stringContaining('two entries with one id'),
    });
  });
});

describe('what is wrong', () => {
  const entry = (change: Record<string, unknown>) => ({
    entries: [{ ...laterJoining, ...change }],
  });
  it.each<[string, unknown, string]>([
    ['no entries', {}, 'entries'],
    ['more entries than fifty', { entries: Array(51).fill(laterJoining) }, 'entries'],
    ['a day that does not exist', { on: '2026-02-30', entries: [] }, 'on'],
    ['an unknown field', { entries: [], dryRun: true }, 'dryRun'],
    ['an unknown field of an entry', entry({ colour: 'red' }), 'entries.0.colour'],
    ['an unknown obligation', entry({ obligation: 'leave' }), 'entries.0.obligation'],
    ['no act', entry({ givenBy: undefined }), 'entries.0.givenBy'],
    ['an act without a year', entry({ givenBy: '999' }), 'entries.0.givenBy'],
    ['a name for an act', entry({ givenBy: { $gt: '' } }), 'entries.0.givenBy'],
    ['no day of giving', entry({ knownFrom: undefined }), 'entries.0.knownFrom'],
    ['in force before it is given', entry({ knownFrom: '2026-12-02' }), 'entries.0.inForceFrom'],
    ['no citation', entry({ basis: [] }), 'entries.0.basis'],
    ['no basis at all', entry({ basis: undefined }), 'entries.0.basis'],
    [
      'a section with its sign',
      entry({ basis: [{ act: '703/2023', section: '102 §' }] }),
      'entries.0.basis.0.section',
    ],
    ['a rule that there is not', entry({ rule: { kind: 'soon' } }), 'entries.0.rule.kind'],
    [
      'a rule that tells no join deadline',
      entry({ rule: { kind: 'fixed', day: '2027-01-01' } }),
      'entries.0.rule.kind',
    ],
    [
      'joining by service task',
      entry({ serviceTasks: ['older-people'] }),
      'entries.0.serviceTasks',
    ],
    [
      'storing without its tasks',
      entry({ obligation: 'store-documents', rule: { kind: 'fixed', day: '2027-01-01' } }),
      'entries.0.serviceTasks',
    ],
    [
      'a yearly day that not every year has',
      entry({
        obligation: 'soteri-annual-check',
        rule: { kind: 'yearly', month: 2, dayOfMonth: 29, firstYear: 2027 },
      }),
      'entries.0.rule.dayOfMonth',
    ],
    [
      'superseding what there is not',
      entry({ supersedes: ['join/307-2024', 'join/1-2000'] }),
      'entries.0.supersedes',
    ],
    [
      'superseding what is not earlier',
      entry({ knownFrom: '2024-01-01', inForceFrom: '2024-07-01', supersedes: ['join/307-2024'] }),
      'entries.0.supersedes',
    ],
    ['two answers to one duty', entry({ supersedes: [] }), 'entries.0.supersedes'],
    [
      'a duty that nobody has any more',
      entry({ binds: { sector: 'public' }, supersedes: ['join/307-2024'] }),
      'entries.0.supersedes',
    ],
  ])('%s is a 400 that names the field', async (_what, body, path) => {
    const answer = await simulate(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    for (const { message } of answer.body.errors) expect(message.length).toBeGreaterThan(5);
  });

  it('is named at the entry that is wrong, and not at its neighbours', async () => {
    const second = { ...laterJoining, id: 'join-again/1-2028', supersedes: ['join/307-2024'] };
    const { body } = await simulate({ entries: [laterJoining, second] });
    expect(body.errors).toMatchObject([{ path: 'entries.1.supersedes' }]);
  });

  it('is told in the caller’s language', async () => {
    const call = callOf(createHandler({ organisations, clock }));
    const { body } = await call({
      claims: admin,
      body: entry({ supersedes: [] }),
      headers: { 'accept-language': 'fi' },
    });
    expect(body.errors[0].message).toBe(
      'join (public, own): 2026-12-01 voimassa sekä join/307-2024 että join/999-2027',
    );
  });
});
