import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import type { KeptAnswers } from '../../../functions/adapters/kept-answers.ts';
import { type Organisations, shardOf } from '../../../functions/adapters/organisations.ts';
import { createHandler as getReadiness } from '../../../functions/api/get-readiness/handler.ts';
import { createHandler as listAssessments } from '../../../functions/api/list-assessments/handler.ts';
import { createHandler as submitAssessment } from '../../../functions/api/submit-assessment/handler.ts';
import { anOrganisation } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn } from '../../support/clocks.ts';
import { type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';
import { inMemoryKeptAnswers } from '../../support/in-memory-kept-answers.ts';
import { inMemoryOrganisations } from '../../support/in-memory-organisations.ts';

const ownUnit = { oid: '1.2.246.10.2048198.10.1', name: 'Esimerkkikoti' };
const { businessId, ...content } = anOrganisation({ units: [ownUnit] });
const today = day('2026-11-22');
const statement = {
  statedOn: '2026-11-20',
  items: {
    'certified-system': { state: 'done', validUntil: '2028-05-31', evidence: 'Astori 1234' },
    cards: { state: 'in-progress' },
  },
};

const directory = inMemoryDirectory();
const trail = inMemoryAuditTrail();
let organisations: Organisations;
let keptAnswers: KeptAnswers;
let clock: ReturnType<typeof clockOn>;
beforeEach(async () => {
  organisations = inMemoryOrganisations();
  keptAnswers = inMemoryKeptAnswers();
  clock = clockOn(today);
  await organisations.saveProfile({ businessId, content, replaces: 0, now: clock.now() });
});
const own: Call = { claims: provider(businessId), path: { businessId } };
const post = (call: Call, store = organisations) =>
  callOf(submitAssessment({ organisations: store, keptAnswers, directory, trail, clock }))({
    ...own,
    body: statement,
    ...call,
  });
const withKey = (key: string, body: unknown = statement) =>
  post({ headers: { 'idempotency-key': key }, body });
const history = async () =>
  (await callOf(listAssessments({ organisations }))(own)).body.assessments;

describe('submitting a self-assessment', () => {
  it('answers how the organisation stands with it', async () => {
    const { status, headers, body } = await post({});
    expect(status).toBe(201);
    expect(headers['location']).toBe(
      `/organisations/${businessId}/assessments#${body.assessmentId}`,
    );
    expect(body.readiness).toMatchObject({ status: 'overdue', on: '2026-11-22' });
    const statusOf = (id: string) =>
      body.readiness.requirements.find((one: { requirement: string }) => one.requirement === id)
        .status;
    expect(statusOf('certified-system')).toBe('ready');
    expect(statusOf('cards')).toBe('in-progress');
    expect(statusOf('access-rights')).toBe('unknown');
  });

  it('is what GET readiness says from then on', async () => {
    const { body } = await post({});
    const read = await callOf(getReadiness({ organisations, clock }))(own);
    expect(read.body).toEqual({ businessId, knownAs: 'now', ...body.readiness });
  });

  it('may speak of a single unit alone, and is read back as it was stated', async () => {
    const overrides = { [ownUnit.oid]: { 'staff-training': { state: 'in-progress' } } };
    const { status, body } = await post({ body: { statedOn: '2026-11-20', overrides } });
    expect(status).toBe(201);
    const training = body.readiness.requirements.find(
      (one: { requirement: string }) => one.requirement === 'staff-training',
    );
    expect(training).toMatchObject({
      status: 'in-progress',
      unitCounts: { 'in-progress': 1 },
      units: [{ ...ownUnit, status: 'in-progress' }],
    });
    expect(await history()).toMatchObject([{ statedOn: '2026-11-20', items: {}, overrides }]);
  });

  it('leaves it due for the coming night', async () => {
    const { state } = await organisations.read(businessId);
    await organisations.saveState({
      businessId,
      state: {
        dueOn: null,
        verdict: null,
        raised: {},
        lastNight: null,
        catalogueHash: null,
        recipients: null,
        listed: null,
      },
      replaces: state?.version ?? 0,
    });
    await post({});
    const due = { shard: shardOf(businessId), through: today, after: null, limit: 25 };
    expect(await organisations.due(due)).toHaveLength(1);
  });

  it('adds to the history and changes nothing in it, the last received first', async () => {
    await post({});
    clock.set('2026-11-23');
    await post({ body: { statedOn: '2026-11-01', items: { cards: { state: 'not-started' } } } });
    expect(await history()).toMatchObject([
      { statedOn: '2026-11-01', receivedAt: '2026-11-23T10:00:00.000Z' },
      { ...statement, receivedAt: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  it('without a key counts each submission as one of its own', async () => {
    const first = await post({});
    const second = await post({});
    expect(second.body.assessmentId).not.toBe(first.body.assessmentId);
    expect(await history()).toHaveLength(2);
  });
});

describe('an Idempotency-Key', () => {
  it('gets the same answer again, however the body is written and whatever happened since', async () => {
    const first = await withKey('k1');
    clock.set('2026-12-24');
    await post({ body: { statedOn: '2026-12-24', items: { cards: { state: 'done' } } } });
    const again = await withKey('k1', {
      items: {
        cards: statement.items.cards,
        'certified-system': statement.items['certified-system'],
      },
      statedOn: statement.statedOn,
    });
    expect(again.status).toBe(201);
    expect(again.text).toBe(first.text);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(await history()).toHaveLength(2);
  });

  it('used for another statement is a 422, and nothing is added', async () => {
    await withKey('k1');
    const other = { ...statement, statedOn: '2026-11-21' };
    const { status, body } = await withKey('k1', other);
    expect(status).toBe(422);
    expect(body.type).toBe('/problems/key-used-for-another-request');
    expect(await history()).toHaveLength(1);
  });

  it('of two calls at the same moment adds one assessment, and both get its answer', async () => {
    const [first, second] = await Promise.all([withKey('k1'), withKey('k1')]);
    expect(second.text).toBe(first.text);
    expect(await history()).toHaveLength(1);
  });

  it('finishes what a call that broke off after keeping its answer left undone', async () => {
    const brokenOff = new Error('the machine went away');
    const failing: Organisations = {
      ...organisations,
      appendAssessment: async () => {
        throw brokenOff;
      },
    };
    const headers = { 'idempotency-key': 'k1' };
    expect((await post({ headers }, failing)).status).toBe(500);
    expect(await history()).toEqual([]);
    clock.set('2026-11-25');
    const again = await withKey('k1');
    expect(again.status).toBe(201);
    expect(await history()).toMatchObject([
      { assessmentId: again.body.assessmentId, receivedAt: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  it('belongs to one organisation', async () => {
    const [other] = businessIds(1);
    if (other === undefined) throw new Error('an ID was asked for');
    await organisations.saveProfile({ businessId: other, content, replaces: 0, now: clock.now() });
    await withKey('k1');
    const { status } = await post({
      claims: provider(other),
      path: { businessId: other },
      headers: { 'idempotency-key': 'k1' },
      body: { ...statement, statedOn: '2026-11-21' },
    });
    expect(status).toBe(201);
  });

  it.each(['', 'ä', 'a\u0007', 'x'.repeat(256)])('%j is a 400 that names it', async (key) => {
    const { status, body } = await withKey(key);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'Idempotency-Key' }]);
  });

  it('of 255 signs is taken', async () => {
    expect((await withKey(` ~${'x'.repeat(253)}`)).status).toBe(201);
  });
});

describe('a statement that is wrong', () => {
  it.each<[string, unknown, string]>([
    ['a day to come', { ...statement, statedOn: '2026-11-23' }, 'statedOn'],
    ['a day that does not exist', { ...statement, statedOn: '2026-02-30' }, 'statedOn'],
    ['no items', { ...statement, items: {} }, 'items'],
    [
      'an unknown requirement',
      { ...statement, items: { ...statement.items, vibes: { state: 'done' } } },
      'items.vibes',
    ],
    [
      'an unknown state',
      { ...statement, items: { cards: { state: 'almost' } } },
      'items.cards.state',
    ],
    [
      'no reason for not applying',
      { ...statement, items: { cards: { state: 'not-applicable' } } },
      'items.cards.reason',
    ],
    [
      'an unknown field of an item',
      { ...statement, items: { cards: { state: 'done', by: 'me' } } },
      'items.cards.by',
    ],
    ['an unknown field', { ...statement, receivedAt: '2020-01-01' }, 'receivedAt'],
    [
      'a point that the requirement does not ask',
      { ...statement, items: { cards: { state: 'done', points: { inRegister: true } } } },
      'items.cards.points.inRegister',
    ],
    [
      'a point of another kind',
      { ...statement, items: { cards: { state: 'done', points: { archivist: 'yes' } } } },
      'items.cards.points.archivist',
    ],
    [
      'a choice that there is not',
      {
        ...statement,
        items: { 'service-certificates': { state: 'done', points: { holder: 'me' } } },
      },
      'items.service-certificates.points.holder',
    ],
    [
      'a service task twice',
      {
        ...statement,
        items: {
          'access-rights': {
            state: 'done',
            points: { serviceTasks: ['older-people', 'older-people'] },
          },
        },
      },
      'items.access-rights.points.serviceTasks',
    ],
    [
      'a follow-up published on a day to come',
      {
        ...statement,
        items: {
          'self-monitoring-plan': { state: 'done', points: { followUpPublishedOn: '2026-11-23' } },
        },
      },
      'items.self-monitoring-plan.points.followUpPublishedOn',
    ],
    [
      'a beginning after the day of the statement',
      { ...statement, items: { cards: { state: 'in-progress', since: '2026-11-21' } } },
      'items.cards.since',
    ],
    [
      'a unit that is not its own',
      {
        statedOn: '2026-11-20',
        items: { cards: { state: 'done' } },
        units: ['1.2.246.10.9999999.10.7'],
      },
      'units.0',
    ],
    [
      'no units',
      { statedOn: '2026-11-20', items: { cards: { state: 'done' } }, units: [] },
      'units',
    ],
    [
      'a unit for what concerns the whole',
      {
        statedOn: '2026-11-20',
        items: { 'kanta-application': { state: 'done' } },
        units: [ownUnit.oid],
      },
      'items.kanta-application',
    ],
    [
      'an override for a unit that is not its own',
      { ...statement, overrides: { '1.2.246.10.9999999.10.7': { cards: { state: 'done' } } } },
      'overrides.1.2.246.10.9999999.10.7',
    ],
    [
      'an override without a word',
      { ...statement, overrides: { [ownUnit.oid]: {} } },
      `overrides.${ownUnit.oid}`,
    ],
    [
      'an override of what concerns the whole',
      { ...statement, overrides: { [ownUnit.oid]: { 'connection-test': { state: 'done' } } } },
      `overrides.${ownUnit.oid}.connection-test`,
    ],
  ])('with %s is a 400 that names the field, and nothing is added', async (_, body, path) => {
    const answer = await post({ body, headers: { 'idempotency-key': 'k1' } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    expect(await history()).toEqual([]);
    expect((await withKey('k1')).status).toBe(201);
  });
});

describe('who may submit and read assessments', () => {
  it('a supervisor reads the history, and may not add to it', async () => {
    await post({});
    const claims = supervisor('etela-pohjanmaa');
    expect((await post({ claims })).status).toBe(403);
    const read = await callOf(listAssessments({ organisations }))({ ...own, claims });
    expect(read.body.assessments).toHaveLength(1);
  });

  it('no other provider finds the organisation', async () => {
    const claims = provider('1234567-1');
    expect((await post({ claims })).status).toBe(404);
    expect((await callOf(listAssessments({ organisations }))({ ...own, claims })).status).toBe(404);
  });

  it('an assessment needs an organisation', async () => {
    const unregistered = BusinessId.parse('1234567-1');
    const call = { claims: provider(unregistered), path: { businessId: unregistered } };
    expect((await post(call)).status).toBe(404);
  });
});
