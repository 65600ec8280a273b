import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * The whole story, over HTTP, as its people live it: a provider registers and reads its deadlines,
 * states what it has done, the night looks, the supervisor reads one mail; what is fixed is told.
 */

const businessId = '0204819-8';
const path = `/organisations/${businessId}`;
let system: RunningSystem;
let provider: string;
let supervisor: string;
let admin: string;

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  provider = await system.token({ role: 'provider', organisations: [businessId] });
  supervisor = await system.token({ role: 'supervisor', counties: ['etela-pohjanmaa'] });
  admin = await system.token({ role: 'admin' });
});
afterAll(() => system?.stop());

describe('a provider and its supervisor', () => {
  test('the provider registers its organisation and reads back what it stated', async () => {
    const created = await system.call('PUT', path, { token: provider, body: aProfile() });
    expect(created.status).toBe(201);
    const read = await system.call('GET', path, { token: provider });
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({ ...aProfile(), businessId });
    expect(read.headers.get('etag')).toBe(created.headers.get('etag'));
  });

  test('it reads which days bind it, by which section and why', async () => {
    const { status, body } = await system.call('GET', `${path}/deadlines`, {
      token: provider,
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ businessId, validAt: '2026-11-22', knownAt: '2026-11-22' });
    const storing = body.deadlines.find(
      ({ id }: { id: string }) => id === 'store-documents/older-people',
    );
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
    expect(storing.trace.at(-1).text).toBe('The day is therefore 1 September 2026.');
  });

  test('it reads when it can be ready at the earliest, and what decides that, in its own language', async () => {
    const plan = async (language: string) =>
      (
        await system.call('GET', `${path}/plan`, {
          token: provider,
          headers: { 'accept-language': language },
        })
      ).body;
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
    expect(finnish.because).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Määräpäivä 1.9.2026 on ohitettu'),
        expect.stringContaining('valmista on aikaisintaan 22.11.2027'),
        expect.stringContaining('Työ olisi pitänyt aloittaa viimeistään 1.9.2025'),
        expect.stringContaining('noin puoli vuotta'),
      ]),
    );
    const swedish = (await plan('sv')).because.join(' ');
    expect(swedish).toContain('Tidsfristen den 1 september 2026 har löpt ut');
    expect(swedish).toContain('tidigast den 22 november 2027');
    const english = (await plan('en')).because.join(' ');
    expect(english).toContain('on 22 November 2027 at the earliest');
    const cards = finnish.steps.find(({ step }: { step: string }) => step === 'cards');
    expect(cards).toMatchObject({
      requirement: 'cards',
      leadTimeText: 'noin 1,5–2 viikkoa',
      latestStart: '2026-08-14',
      earliestFinish: '2027-01-03',
      ask: ['Digi- ja väestötietovirasto'],
    });
  });

  test('it looks at its plan as a picture, in its own language', async () => {
    const { status, headers, body } = await system.call('GET', `${path}/plan.svg`, {
      token: provider,
      headers: { 'accept-language': 'sv' },
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).toMatch(/^<svg .*Klart tidigast den 22 november 2027.*<\/svg>\n$/s);
  });

  test('the operator names the supervisor of its county', async () => {
    const { status } = await system.call('PUT', '/supervisors/maija', {
      token: admin,
      body: {
        name: 'Maija Valvoja',
        email: 'maija@example.fi',
        language: 'fi',
        counties: ['etela-pohjanmaa'],
      },
    });
    expect(status).toBe(201);
  });

  test('before any assessment everything is unknown, and the overdue deadlines decide', async () => {
    const { body } = await system.call('GET', `${path}/readiness`, { token: supervisor });
    expect(body).toMatchObject({ status: 'overdue', on: '2026-11-22' });
    expect(
      body.requirements.every(({ status }: { status: string }) =>
        ['unknown', 'not-applicable'].includes(status),
      ),
    ).toBe(true);
  });

  test('it states what it has done, and a retry of the same request changes nothing', async () => {
    const statement = {
      token: provider,
      headers: { 'idempotency-key': 'first-statement' },
      body: {
        statedOn: '2026-11-20',
        items: {
          'certified-system': { state: 'done', validUntil: '2028-05-31', evidence: 'Astori 1234' },
          cards: { state: 'in-progress' },
          'access-rights': { state: 'not-started' },
        },
      },
    };
    const first = await system.call('POST', `${path}/assessments`, statement);
    expect(first.status).toBe(201);
    expect(first.body.readiness.requirements).toEqual(
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
    const again = await system.call('POST', `${path}/assessments`, statement);
    expect(again.body).toEqual(first.body);
    const history = await system.call('GET', `${path}/assessments`, { token: supervisor });
    expect(history.body.assessments).toHaveLength(1);
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
    const before = (await system.call('GET', '/nights/2026-11-22', { token: admin })).body.result;
    const again = await system.night('2026-11-22');
    expect(again.result).toEqual(before);
    expect(await system.mails()).toHaveLength(1);
  });

  test('the next night has nothing new to say', async () => {
    const record = await system.night('2026-11-23');
    expect(record.result).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    expect(await system.mails()).toHaveLength(1);
  });

  test('what was missing is fixed, and the next night tells the supervisor so', async () => {
    await system.clock('2026-11-24');
    const joined = aProfile({
      joinedOn: '2026-11-24',
      storingSince: { 'older-people': '2026-11-24' },
    });
    expect((await system.call('PUT', path, { token: provider, body: joined })).status).toBe(200);
    const done = { state: 'done', validUntil: '2029-12-31' };
    const asked = await system.call('GET', `${path}/readiness`, { token: provider });
    const needed = asked.body.requirements
      .filter(({ status }: { status: string }) => status !== 'not-applicable')
      .map(({ requirement }: { requirement: string }) => [requirement, done]);
    const { body } = await system.call('POST', `${path}/assessments`, {
      token: provider,
      headers: { 'idempotency-key': 'all-done' },
      body: {
        statedOn: '2026-11-24',
        items: { ...Object.fromEntries(needed), 'soteri-check': { state: 'done' } },
      },
    });
    expect(body.readiness.status).toBe('ready');
    expect(body.readiness.deadlines.find(({ id }: { id: string }) => id === 'join')).toMatchObject({
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
    const unjoined = aProfile({ name: 'Toinen Hoiva Oy', counties: ['lappi'] });
    await system.call('PUT', `/organisations/${other}`, { token: admin, body: unjoined });
    await system.night('2026-11-25');
    expect((await system.mails()).at(-1)?.destination.to).toEqual(['operator@example.fi']);
    await system.call('PUT', '/supervisors/aila', {
      token: admin,
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
    const waivers = `${path}/waivers`;
    const body = {
      requirement: 'cards',
      reason: 'Kortit vaihdetaan',
      until: '2027-03-31',
      requestedBy: 'Liisa Johtaja',
    };
    const refused = await system.call('POST', waivers, { token: provider, body });
    expect(refused.status).toBe(403);
    const { status, headers } = await system.call('POST', waivers, { token: supervisor, body });
    expect(status).toBe(201);
    expect(headers.get('location')).toContain(waivers);
    const { body: seen } = await system.call('GET', waivers, { token: provider });
    expect(seen.waivers).toMatchObject([{ ...body, active: true, approvedBy: 'someone' }]);
  });

  test('it looks back: what changed on which day, and what was known on one of them', async () => {
    const { body } = await system.call('GET', `${path}/readiness/history`, { token: supervisor });
    expect(body.days).toMatchObject([
      { on: '2026-11-24', status: 'ready' },
      { on: '2026-11-22', status: 'overdue' },
    ]);
    const then = await system.call('GET', `${path}/readiness?on=2026-11-23`, { token: supervisor });
    expect(then.body).toMatchObject({
      knownAs: 'then',
      status: 'overdue',
      recorded: { on: '2026-11-22', status: 'overdue', sameCatalogue: true, agrees: true },
    });
  });

  test('one of its units lags behind, and it is as ready as that one', async () => {
    const [unit] = [{ oid: '1.2.246.10.2048198.10.1', name: 'Esimerkkikoti' }];
    const two = [unit, { oid: '1.2.246.10.2048198.10.2', name: 'Malliryhmäkoti' }];
    const profile = aProfile({
      joinedOn: '2026-11-24',
      storingSince: { 'older-people': '2026-11-24' },
      units: two,
    });
    expect((await system.call('PUT', path, { token: provider, body: profile })).status).toBe(200);
    const state = (units: unknown) =>
      system.call('POST', `${path}/assessments`, {
        token: provider,
        body: {
          statedOn: '2026-11-24',
          items: { 'self-monitoring-plan': { state: 'not-started' } },
          units,
        },
      });
    const foreign = await state(['1.2.246.10.9999999.10.7']);
    expect(foreign.status).toBe(400);
    expect(foreign.body.errors).toMatchObject([{ path: 'units.0' }]);
    const { body } = await state([unit?.oid]);
    const verdict = body.readiness.requirements.find(
      ({ requirement }: { requirement: string }) => requirement === 'self-monitoring-plan',
    );
    expect(verdict).toMatchObject({
      status: 'missing',
      unitCounts: { missing: 1, ready: 1 },
      units: [{ ...unit, status: 'missing' }],
    });
    expect(verdict.because).toContain('Esimerkkikoti');
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
    const other = await system.token({ role: 'provider', organisations: ['0166906-4'] });
    const elsewhere = await system.token({ role: 'supervisor', counties: ['kainuu'] });
    const hidden = await system.call('GET', path, { token: other });
    const away = await system.call('GET', path, { token: elsewhere });
    const none = await system.call('GET', '/organisations/1366959-8', { token: admin });
    for (const answer of [hidden, away, none]) {
      expect(answer.status).toBe(404);
      expect({ ...answer.body, correlationId: undefined }).toEqual({
        ...none.body,
        correlationId: undefined,
      });
    }
  });
});
