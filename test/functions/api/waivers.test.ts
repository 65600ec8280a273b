import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptAnswers } from '../../../functions/adapters/kept-answers.ts';
import type { Organisations } from '../../../functions/adapters/organisations.ts';
import { createHandler as approveWaiver } from '../../../functions/api/approve-waiver/handler.ts';
import { createHandler as getReadiness } from '../../../functions/api/get-readiness/handler.ts';
import { createHandler as listWaivers } from '../../../functions/api/list-waivers/handler.ts';
import { createHandler as submitAssessment } from '../../../functions/api/submit-assessment/handler.ts';
import { anOrganisation } from '../../support/builders.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';
import { inMemoryKeptAnswers } from '../../support/in-memory-kept-answers.ts';
import { inMemoryOrganisations } from '../../support/in-memory-organisations.ts';

const { businessId, ...content } = anOrganisation();
const aino = { ...supervisor('etela-pohjanmaa'), sub: 'aino' };
const wish = {
  requirement: 'cards',
  reason: 'Kortit on tilattu ja tulevat tammikuussa',
  until: '2027-01-31',
  requestedBy: 'Liisa Johtaja',
};

const directory = inMemoryDirectory();
const trail = inMemoryAuditTrail();
let organisations: Organisations;
let keptAnswers: KeptAnswers;
let clock: ReturnType<typeof clockOn>;
beforeEach(async () => {
  organisations = inMemoryOrganisations();
  keptAnswers = inMemoryKeptAnswers();
  clock = clockOn('2026-11-22');
  await organisations.saveProfile({ businessId, content, replaces: 0, now: clock.now() });
});

const at: Call = { path: { businessId } };
const approve = (body: unknown = wish, call: Call = {}, store = organisations) =>
  callOf(approveWaiver({ organisations: store, keptAnswers, directory, trail, clock }))({
    ...at,
    claims: aino,
    body,
    ...call,
  });
const withKey = (key: string, body: unknown = wish, claims: Call['claims'] = aino) =>
  approve(body, { headers: { 'idempotency-key': key }, claims });
const list = async (claims: Call['claims'] = aino) =>
  callOf(listWaivers({ organisations, clock }))({ ...at, claims });
const statusOf = async (requirement: string) => {
  const { body } = await callOf(getReadiness({ organisations, clock }))({ ...at, claims: aino });
  return body.requirements.find((one: { requirement: string }) => one.requirement === requirement);
};

describe('a waiver', () => {
  it('is approved by who calls, from today to its last day', async () => {
    const { status, headers, body } = await approve();
    expect(status).toBe(201);
    expect(body).toEqual({
      ...wish,
      waiverId: body.waiverId,
      approvedBy: 'aino',
      approvedAt: '2026-11-22T10:00:00.000Z',
      from: '2026-11-22',
    });
    expect(headers['location']).toBe(`/organisations/${businessId}/waivers#${body.waiverId}`);
  });

  it('lets its requirement pass, and says what it hides, until its last day is over', async () => {
    expect(await statusOf('cards')).toMatchObject({ status: 'unknown' });
    await approve();
    expect(await statusOf('cards')).toMatchObject({ status: 'waived', underlying: 'unknown' });
    expect(await statusOf('access-rights')).toMatchObject({ status: 'unknown' });
    clock.set('2027-01-31');
    expect(await statusOf('cards')).toMatchObject({ status: 'waived' });
    clock.set('2027-02-01');
    expect(await statusOf('cards')).toMatchObject({ status: 'unknown' });
  });

  it('that holds longer decides where two hold, whichever was approved first', async () => {
    await approve({ ...wish, reason: 'pitkä', until: '2027-06-30' });
    await approve({ ...wish, reason: 'lyhyt', until: '2026-12-31' });
    expect((await statusOf('cards')).because).toContain('pitkä');
  });

  it('stands in the list with all others, the newest first, and whether it holds today', async () => {
    await approve({ ...wish, until: '2026-11-22' });
    clock.set('2026-11-23');
    await approve({ ...wish, requirement: 'security-plan' });
    const { body } = await list();
    expect(body.waivers).toMatchObject([
      { requirement: 'security-plan', from: '2026-11-23', active: true },
      { requirement: 'cards', from: '2026-11-22', active: false },
    ]);
    expect(Object.keys(body.waivers[0]).toSorted()).toEqual([
      ...['active', 'approvedAt', 'approvedBy', 'from', 'reason', 'requestedBy'],
      ...['requirement', 'until', 'waiverId'],
    ]);
  });

  it.each([
    ['who asks for it', 'aino'],
    ['who asks for it, however she writes her name', '  AINO '],
  ])('is not approved by %s', async (_, requestedBy) => {
    const { status, body } = await approve({ ...wish, requestedBy });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      type: '/problems/approver-is-requester',
      errors: [{ path: 'requestedBy' }],
    });
    expect((await list()).body.waivers).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a last day before today', { until: '2026-11-21' }, 'until'],
    ['a last day that does not exist', { until: '2026-11-31' }, 'until'],
    ['no last day', { until: null }, 'until'],
    ['an unknown requirement', { requirement: 'coffee' }, 'requirement'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a reason over its limit', { reason: 'x'.repeat(1001) }, 'reason'],
    ['nobody who asks', { requestedBy: undefined }, 'requestedBy'],
    ['a name over its limit', { requestedBy: 'x'.repeat(201) }, 'requestedBy'],
    ['an approver of its own', { approvedBy: 'brita' }, 'approvedBy'],
  ])('with %s is a 400 that names the field', async (_, fields, path) => {
    const { status, body } = await approve({ ...wish, ...fields });
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    expect((await list()).body.waivers).toEqual([]);
  });

  it.each([
    ['fi', 'Päivä ei saa olla ennen tätä päivää (2026-11-22).'],
    ['sv', 'Dagen får inte vara före i dag (2026-11-22).'],
    ['en', 'The day must not be before today (2026-11-22).'],
  ])(
    'that ends before today is explained in the language of the caller: %s',
    async (language, message) => {
      const { body } = await approve(
        { ...wish, until: '2026-11-21' },
        { headers: { 'accept-language': language } },
      );
      expect(body.errors).toEqual([{ path: 'until', message }]);
    },
  );
});

describe('who may approve and see waivers', () => {
  it.each([
    ['a supervisor of its county', aino, 201],
    ['an admin', { ...admin, sub: 'ylläpito' }, 201],
    ['a supervisor of another county', { ...supervisor('lappi'), sub: 'brita' }, 404],
    ['the provider itself', { ...provider(businessId), sub: 'liisa' }, 403],
    ['a supervisor whose token does not say who she is', supervisor('etela-pohjanmaa'), 403],
  ])('%s approves: %i', async (_, claims, status) => {
    expect((await approve(wish, { claims })).status).toBe(status);
  });

  it.each([
    ['the provider itself', provider(businessId), 200],
    ['another provider', provider('1234567-1'), 404],
    ['a supervisor of another county', supervisor('lappi'), 404],
  ])('%s sees them: %i', async (_, claims, status) => {
    await approve();
    expect((await list(claims)).status).toBe(status);
  });
});

describe('an Idempotency-Key of a waiver', () => {
  it('gets the same answer again, and approves once', async () => {
    const first = await withKey('k1');
    clock.set('2026-11-24');
    const again = await withKey('k1');
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect((await list()).body.waivers).toHaveLength(1);
  });

  it('finishes what a call that broke off left undone', async () => {
    const failing: Organisations = {
      ...organisations,
      appendWaiver: async () => {
        throw new Error('the machine went away');
      },
    };
    const headers = { 'idempotency-key': 'k1' };
    expect((await approve(wish, { headers }, failing)).status).toBe(500);
    const again = await withKey('k1');
    expect((await list()).body.waivers).toMatchObject([{ waiverId: again.body.waiverId }]);
  });

  it.each([
    ['another waiver', { ...wish, until: '2027-02-28' }, aino],
    ['the same one by somebody else', wish, { ...aino, sub: 'brita' }],
  ])('used for %s is a 422', async (_, body, claims) => {
    await withKey('k1');
    expect((await withKey('k1', body, claims)).body.type).toBe(
      '/problems/key-used-for-another-request',
    );
  });

  it('has nothing to do with the same key of an assessment', async () => {
    await withKey('k1');
    const assessed = await callOf(
      submitAssessment({ organisations, keptAnswers, directory, trail, clock }),
    )({
      ...at,
      claims: provider(businessId),
      headers: { 'idempotency-key': 'k1' },
      body: { statedOn: '2026-11-20', items: { cards: { state: 'in-progress' } } },
    });
    expect(assessed.status).toBe(201);
    const cards = assessed.body.readiness.requirements.find(
      (one: { requirement: string }) => one.requirement === 'cards',
    );
    expect(cards).toMatchObject({ status: 'waived', underlying: 'in-progress' });
  });
});
