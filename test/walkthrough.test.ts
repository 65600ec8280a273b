import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient, Body } from '../local/api-client.ts';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem, type TokenFor } from './support/running-system.ts';

/*
 * The whole story, over HTTP, as its people live it: a provider registers and reads its deadlines,
 * states what it has done, the night looks, the supervisor reads one mail; what is fixed is told. They
 * call through the client that is made from the contract.
 */

const businessId = '0204819-8';
const own = { path: { businessId } };
let system: RunningSystem;
let provider: ApiClient;
let supervisor: ApiClient;
let admin: ApiClient;

/** The organisation, with what matters changed, as its own client sends it. */
const profileWith = (facts: Record<string, unknown> = {}) =>
  aProfile(facts) as Body<'/organisations/{businessId}', 'put'>;

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  const client = async (holder: TokenFor) => system.client(await system.token(holder));
  provider = await client({ role: 'provider', organisations: [businessId] });
  supervisor = await client({ role: 'supervisor', counties: ['etela-pohjanmaa'] });
  admin = await client({ role: 'admin' });
});
afterAll(() => system?.stop());

describe('a provider and its supervisor', () => {
  test('the provider registers its organisation and reads back what it stated', async () => {
    const created = await provider.PUT('/organisations/{businessId}', {
      params: own,
      body: profileWith(),
    });
    expect(created.response.status).toBe(201);
    const read = await provider.GET('/organisations/{businessId}', { params: own });
    expect(read.response.status).toBe(200);
    expect(read.data).toMatchObject({ ...aProfile(), businessId });
    expect(read.response.headers.get('etag')).toBe(created.response.headers.get('etag'));
  });

  test('it reads which days bind it, by which section and why', async () => {
    const { data } = await provider.GET('/organisations/{businessId}/deadlines', {
      params: { ...own, header: { 'accept-language': 'en' } },
    });
    expect(data).toMatchObject({ businessId, validAt: '2026-11-22', knownAt: '2026-11-22' });
    const storing = data?.deadlines.find(({ id }) => id === 'store-documents/older-people');
    expect(storing).toMatchObject({
      due: '2026-09-01',
      status: 'overdue',
      daysLeft: -82,
      through: 'self',
      basis: [
        { act: '703/2023', section: '69', subsection: 1 },
        { act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' },
      ],
    });
    expect(storing?.trace.at(-1)?.text).toBe('The day is therefore 1 September 2026.');
  });

  test('it reads when it can be ready at the earliest, and what decides that, in its own language', async () => {
    const plan = async (language: string) =>
      (
        await provider.GET('/organisations/{businessId}/plan', {
          params: { ...own, header: { 'accept-language': language } },
        })
      ).data;
    const finnish = await plan('fi');
    expect(finnish).toMatchObject({
      businessId,
      on: '2026-11-22',
      status: 'too-late',
      target: { deadline: 'join', due: '2026-09-01', status: 'overdue' },
      earliestFinish: '2027-11-22',
      slack: -447,
      criticalSteps: ['decision-and-project', 'production-use'],
    });
    expect(finnish?.because).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Määräpäivä 1.9.2026 on ohitettu'),
        expect.stringContaining('valmista on aikaisintaan 22.11.2027'),
        expect.stringContaining('Työ olisi pitänyt aloittaa viimeistään 1.9.2025'),
        expect.stringContaining('noin puoli vuotta'),
      ]),
    );
    const swedish = (await plan('sv'))?.because.join(' ');
    expect(swedish).toContain('Tidsfristen den 1 september 2026 har löpt ut');
    expect(swedish).toContain('tidigast den 22 november 2027');
    const english = (await plan('en'))?.because.join(' ');
    expect(english).toContain('on 22 November 2027 at the earliest');
    const cards = finnish?.steps.find(({ step }) => step === 'cards');
    expect(cards).toMatchObject({
      requirement: 'cards',
      leadTimeText: 'noin 1,5–2 viikkoa',
      latestStart: '2026-08-14',
      earliestFinish: '2027-01-03',
      ask: ['Digi- ja väestötietovirasto'],
    });
  });

  test('it looks at its plan as a picture, in its own language', async () => {
    const { data, response } = await provider.GET('/organisations/{businessId}/plan.svg', {
      params: { ...own, header: { 'accept-language': 'sv' } },
      parseAs: 'text',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(data).toMatch(/^<svg .*Klart tidigast den 22 november 2027.*<\/svg>\n$/s);
  });

  test('the operator names the supervisor of its county', async () => {
    const { response } = await admin.PUT('/supervisors/{id}', {
      params: { path: { id: 'maija' } },
      body: {
        name: 'Maija Valvoja',
        email: 'maija@example.fi',
        language: 'fi',
        counties: ['etela-pohjanmaa'],
      },
    });
    expect(response.status).toBe(201);
  });

  test('before any assessment everything is unknown, and the overdue deadlines decide', async () => {
    const { data } = await supervisor.GET('/organisations/{businessId}/readiness', { params: own });
    expect(data).toMatchObject({ status: 'overdue', on: '2026-11-22' });
    expect(
      data?.requirements.every(({ status }) => ['unknown', 'not-applicable'].includes(status)),
    ).toBe(true);
  });

  test('it states what it has done, and a retry of the same request changes nothing', async () => {
    const state = () =>
      provider.POST('/organisations/{businessId}/assessments', {
        params: { ...own, header: { 'idempotency-key': 'first-statement' } },
        body: {
          statedOn: '2026-11-20',
          items: {
            'certified-system': {
              state: 'done',
              validUntil: '2028-05-31',
              evidence: 'Astori 1234',
            },
            cards: { state: 'in-progress' },
            'access-rights': { state: 'not-started' },
          },
        },
      });
    const first = await state();
    expect(first.response.status).toBe(201);
    expect(first.data?.readiness.requirements).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          requirement: 'certified-system',
          status: 'ready',
          validUntil: '2028-05-31',
          holdsUp: ['join'],
        }),
        expect.objectContaining({ requirement: 'cards', status: 'in-progress' }),
        expect.objectContaining({ requirement: 'access-rights', status: 'missing' }),
        expect.objectContaining({ requirement: 'security-plan', status: 'unknown' }),
      ]),
    );
    const again = await state();
    expect(again.data).toEqual(first.data);
    const history = await supervisor.GET('/organisations/{businessId}/assessments', {
      params: own,
    });
    expect(history.data?.assessments).toHaveLength(1);
  });

  test('the night finds it overdue, and the supervisor gets one mail that says what and why', async () => {
    const record = await system.night('2026-11-22');
    expect(record).toMatchObject({
      date: '2026-11-22',
      status: 'closed',
      result: { evaluated: 1, changed: 1, mails: { sent: 1, failed: 0, unknown: 0 }, setAside: [] },
    });
    const mails = await system.mails();
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.destination.to).toEqual([expect.stringContaining('maija@example.fi')]);
    expect(mail?.subject).toContain('1 palvelunantaja myöhässä');
    for (const part of [mail?.body.text, mail?.body.html]) {
      expect(part).toContain('Esimerkkihoiva Oy');
      expect(part).toContain('1.9.2026');
      expect(part).toContain('102 §');
    }
  });

  test('the same night again sends nothing a second time and leaves the same record', async () => {
    const { data: before } = await admin.GET('/nights/{date}', {
      params: { path: { date: '2026-11-22' } },
    });
    const again = await system.night('2026-11-22');
    expect(again.result).toEqual(before?.result);
    expect(await system.mails()).toHaveLength(1);
  });

  test('the next night has nothing new to say', async () => {
    const record = await system.night('2026-11-23');
    expect(record.result).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    expect(await system.mails()).toHaveLength(1);
  });

  test('what was missing is fixed, and the next night tells the supervisor so', async () => {
    await system.clock('2026-11-24');
    const joined = profileWith({
      joinedOn: '2026-11-24',
      storingSince: { 'older-people': '2026-11-24' },
    });
    const saved = await provider.PUT('/organisations/{businessId}', { params: own, body: joined });
    expect(saved.response.status).toBe(200);
    const done = { state: 'done', validUntil: '2029-12-31' };
    const asked = await provider.GET('/organisations/{businessId}/readiness', { params: own });
    const needed = (asked.data?.requirements ?? [])
      .filter(({ status }) => status !== 'not-applicable')
      .map(({ requirement }) => [requirement, done]);
    const { data } = await provider.POST('/organisations/{businessId}/assessments', {
      params: { ...own, header: { 'idempotency-key': 'all-done' } },
      body: {
        statedOn: '2026-11-24',
        items: { ...Object.fromEntries(needed), 'soteri-check': { state: 'done' } },
      },
    });
    expect(data?.readiness.status).toBe('ready');
    expect(data?.readiness.deadlines.find(({ id }) => id === 'join')).toMatchObject({
      status: 'met',
      metOn: '2026-11-24',
      late: true,
    });
    const record = await system.night('2026-11-24');
    expect(record.result).toMatchObject({
      evaluated: 1,
      changed: 1,
      warnings: 0,
      mails: { sent: 1 },
    });
    const mail = (await system.mails()).at(-1);
    expect(mail?.body.text).toMatch(/Korjattu|Kuntoon/i);
  });

  test('a supervisor who is named later hears what stands already, the next night', async () => {
    const other = '0245929-6';
    await admin.PUT('/organisations/{businessId}', {
      params: { path: { businessId: other } },
      body: profileWith({ name: 'Toinen Hoiva Oy', counties: ['lappi'] }),
    });
    await system.night('2026-11-25');
    expect((await system.mails()).at(-1)?.destination.to).toEqual(['operator@example.fi']);
    await admin.PUT('/supervisors/{id}', {
      params: { path: { id: 'aila' } },
      body: {
        name: 'Aila Valvoja',
        email: 'aila@example.fi',
        language: 'sv',
        counties: ['lappi'],
      },
    });
    await system.night('2026-11-26');
    const mail = (await system.mails()).at(-1);
    expect(mail?.destination.to).toEqual([expect.stringContaining('aila@example.fi')]);
    expect(mail?.body.text).toContain('Toinen Hoiva Oy');
    expect(mail?.body.text).toContain('den 1 september 2026');
  });

  test('the supervisor waives a requirement at the provider’s request, and everyone in scope sees it', async () => {
    const waivers = '/organisations/{businessId}/waivers';
    const body: Body<typeof waivers, 'post'> = {
      requirement: 'cards',
      reason: 'Kortit vaihdetaan',
      until: '2027-03-31',
      requestedBy: 'Liisa Johtaja',
    };
    const refused = await provider.POST(waivers, { params: own, body });
    expect(refused.response.status).toBe(403);
    expect(refused.error).toMatchObject({ type: '/problems/forbidden' });
    const { response } = await supervisor.POST(waivers, { params: own, body });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toContain(`/organisations/${businessId}/waivers`);
    const { data: seen } = await provider.GET(waivers, { params: own });
    expect(seen?.waivers).toMatchObject([{ ...body, active: true, approvedBy: 'someone' }]);
  });

  test('it looks back: what changed on which day, and what was known on one of them', async () => {
    const { data } = await supervisor.GET('/organisations/{businessId}/readiness/history', {
      params: own,
    });
    expect(data?.days).toMatchObject([
      { on: '2026-11-24', status: 'ready' },
      { on: '2026-11-22', status: 'overdue' },
    ]);
    const then = await supervisor.GET('/organisations/{businessId}/readiness', {
      params: { ...own, query: { on: '2026-11-23' } },
    });
    expect(then.data).toMatchObject({
      knownAs: 'then',
      status: 'overdue',
      recorded: { on: '2026-11-22', status: 'overdue', sameCatalogue: true, agrees: true },
    });
  });

  test('one of its units lags behind, and it is as ready as that one', async () => {
    const unit = { oid: '1.2.246.10.2048198.10.1', name: 'Esimerkkikoti' };
    const two = [unit, { oid: '1.2.246.10.2048198.10.2', name: 'Malliryhmäkoti' }];
    const profile = profileWith({
      joinedOn: '2026-11-24',
      storingSince: { 'older-people': '2026-11-24' },
      units: two,
    });
    const saved = await provider.PUT('/organisations/{businessId}', { params: own, body: profile });
    expect(saved.response.status).toBe(200);
    const state = (units: string[]) =>
      provider.POST('/organisations/{businessId}/assessments', {
        params: own,
        body: {
          statedOn: '2026-11-24',
          items: { 'self-monitoring-plan': { state: 'not-started' } },
          units,
        },
      });
    const foreign = await state(['1.2.246.10.9999999.10.7']);
    expect(foreign.response.status).toBe(400);
    expect(foreign.error).toMatchObject({ errors: [{ path: 'units.0' }] });
    const { data } = await state([unit.oid]);
    const verdict = data?.readiness.requirements.find(
      ({ requirement }) => requirement === 'self-monitoring-plan',
    );
    expect(verdict).toMatchObject({
      status: 'missing',
      unitCounts: { missing: 1, ready: 1 },
      units: [{ ...unit, status: 'missing' }],
    });
    expect(verdict?.because).toContain('Esimerkkikoti');
  });

  test('the operator verifies that no entry of any history was touched', async () => {
    const { name, endpoint } = system.addresses.table;
    const command = join(import.meta.dirname, '..', 'bin', 'verify-history.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [
      command,
      '--table',
      name,
      '--endpoint',
      endpoint,
    ]);
    expect(stdout).toMatch(/^2 organisations, \d+ entries: all as written\n$/);
  });

  test('a provider elsewhere, a supervisor elsewhere and an unknown number all get the same 404', async () => {
    const client = async (holder: TokenFor) => system.client(await system.token(holder));
    const other = await client({ role: 'provider', organisations: ['0166906-4'] });
    const elsewhere = await client({ role: 'supervisor', counties: ['kainuu'] });
    const read = (by: ApiClient, params: typeof own) =>
      by.GET('/organisations/{businessId}', { params });
    const hidden = await read(other, own);
    const away = await read(elsewhere, own);
    const none = await read(admin, { path: { businessId: '1366959-8' } });
    for (const { error, response } of [hidden, away, none]) {
      expect(response.status).toBe(404);
      expect({ ...error, correlationId: '' }).toEqual({ ...none.error, correlationId: '' });
    }
  });
});
