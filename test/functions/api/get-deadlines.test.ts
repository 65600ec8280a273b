import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { Organisations } from '../../../functions/adapters/organisations.ts';
import { createHandler as getDeadlines } from '../../../functions/api/get-deadlines/handler.ts';
import { createHandler as getReadiness } from '../../../functions/api/get-readiness/handler.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';
import { clockOn } from '../../support/clocks.ts';
import { type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryOrganisations } from '../../support/in-memory-organisations.ts';

const { businessId, ...content } = anOrganisation();
const today = day('2026-11-22');
const clock = clockOn(today);

let organisations: Organisations;
beforeEach(async () => {
  organisations = inMemoryOrganisations();
  await organisations.saveProfile({ businessId, content, replaces: 0, now: clock.now() });
});
const own: Call = { claims: provider(businessId), path: { businessId } };
const deadlines = (call: Call = {}) =>
  callOf(getDeadlines({ organisations, clock }))({ ...own, ...call });
const readiness = (call: Call = {}) =>
  callOf(getReadiness({ organisations, clock }))({ ...own, ...call });
const joinOf = (body: { deadlines: { id: string }[] }) =>
  body.deadlines.find(({ id }) => id === 'join');

describe('the deadlines of an organisation', () => {
  it('are those of today, by the law as known today, where no day is asked about', async () => {
    const { status, body } = await deadlines();
    expect(status).toBe(200);
    expect(body).toMatchObject({ businessId, validAt: today, knownAt: today });
    expect(joinOf(body)).toMatchObject({
      obligation: 'join',
      due: '2026-09-01',
      status: 'overdue',
      daysLeft: -82,
      through: 'self',
    });
  });

  it('stand as of the day that is asked about', async () => {
    const { body } = await deadlines({ query: { validAt: '2026-08-31' } });
    expect(body).toMatchObject({ validAt: '2026-08-31', knownAt: today });
    expect(joinOf(body)).toMatchObject({ status: 'open', daysLeft: 1 });
  });

  it('answer by the acts that were given by the day asked about', async () => {
    const asKnown = async (knownAt: string) =>
      (await deadlines({ query: { validAt: '2024-07-01', knownAt } })).body;
    expect(joinOf(await asKnown('2024-06-07'))).toMatchObject({ due: '2026-09-01' });
    expect(joinOf(await asKnown('2024-06-06'))).not.toMatchObject({ due: '2026-09-01' });
  });

  it('come with what was considered and does not bind, in the language of the caller', async () => {
    const { body } = await deadlines({ headers: { 'accept-language': 'sv' } });
    const recordings = body.notBound.find(
      ({ obligation }: { obligation: string }) => obligation === 'store-recordings',
    );
    expect(recordings.because).toBe('Organisationen gör inga video- eller ljudupptagningar.');
  });

  it.each<[Record<string, string>, string]>([
    [{ validAt: '2026-02-30' }, 'validAt'],
    [{ validAt: 'today' }, 'validAt'],
    [{ validAt: '' }, 'validAt'],
    [{ validAt: '2026-01-01,2026-02-01' }, 'validAt'],
    [{ knownAt: '22.11.2026' }, 'knownAt'],
    [{ validat: '2026-01-01' }, 'validat'],
  ])('asked for with %j are a 400 that names %s', async (query, path) => {
    const { status, body } = await deadlines({ query });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path }]);
  });
});

describe('the readiness of an organisation', () => {
  it('is all unknown before it has stated anything', async () => {
    const { status, body } = await readiness();
    expect(status).toBe(200);
    expect(body).toMatchObject({ businessId, on: today, status: 'overdue' });
    const statuses = body.requirements.map((one: { status: string }) => one.status);
    expect(statuses).toHaveLength(29);
    // A private producer with one register and one unit: no programme over units, no county's governance.
    expect(
      body.requirements.flatMap((one: { requirement: string; status: string }) =>
        one.status === 'unknown' ? [] : [[one.requirement, one.status]],
      ),
    ).toEqual([
      ['self-monitoring-programme', 'not-applicable'],
      ['county-governance', 'not-applicable'],
    ]);
  });

  it('can be asked for another day', async () => {
    await organisations.appendAssessment({
      businessId,
      assessment: anAssessment('2026-11-20', {
        'certified-system': { state: 'done', validUntil: '2026-12-31' },
      }),
      now: clock.now(),
    });
    const statusOn = async (on: string) => {
      const { body } = await readiness({ query: { on } });
      return body.requirements.find(
        ({ requirement }: { requirement: string }) => requirement === 'certified-system',
      ).status;
    };
    expect(await statusOn('2026-11-19')).toBe('unknown');
    expect(await statusOn('2026-11-22')).toBe('ready');
    expect(await statusOn('2027-01-01')).toBe('expired');
  });

  it.each<[Record<string, string>, string]>([
    [{ on: '2026-13-01' }, 'on'],
    [{ on: '2026-11-22', validAt: '2026-11-22' }, 'validAt'],
  ])('asked for with %j is a 400 that names %s', async (query, path) => {
    const { status, body } = await readiness({ query });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path }]);
  });
});

describe('both', () => {
  it.each([
    ['deadlines', deadlines],
    ['readiness', readiness],
  ])(
    '%s of an organisation out of reach are not found, before the query is looked at',
    async (_, ask) => {
      const query = { nonsense: 'x' };
      expect((await ask({ claims: provider('1234567-1'), query })).status).toBe(404);
      expect((await ask({ claims: supervisor('lappi'), query })).status).toBe(404);
      expect((await ask({ claims: supervisor('etela-pohjanmaa') })).status).toBe(200);
    },
  );
});
