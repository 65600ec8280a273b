import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import type { Organisations } from '../../../functions/adapters/organisations.ts';
import { shardOf } from '../../../functions/adapters/organisations.ts';
import { createHandler as getOrganisation } from '../../../functions/api/get-organisation/handler.ts';
import { createHandler as saveOrganisation } from '../../../functions/api/save-organisation/handler.ts';
import { aProfile } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';
import { inMemoryOrganisations } from '../../support/in-memory-organisations.ts';

const id = BusinessId.parse('0204819-8');
const [foreign] = businessIds(1);
if (foreign === undefined) throw new Error('an ID was asked for');

const directory = inMemoryDirectory();
const trail = inMemoryAuditTrail();
let organisations: Organisations;
beforeEach(() => {
  organisations = inMemoryOrganisations();
});
const put = (call: Call) =>
  callOf(saveOrganisation({ organisations, directory, trail, clock: clockOn('2026-11-22') }))({
    claims: provider(id),
    path: { businessId: id },
    ...call,
  });
const get = (call: Call = {}) =>
  callOf(getOrganisation({ organisations }))({
    claims: provider(id),
    path: { businessId: id },
    ...call,
  });

describe('registering an organisation', () => {
  it('creates it, and answers the profile with everything that was left out', async () => {
    const { status, body } = await put({ body: aProfile() });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      businessId: id,
      name: 'Esimerkkihoiva Oy',
      joinedOn: null,
      storingSince: {},
      units: [],
    });
    expect(body.warnings).toBeUndefined();
  });

  it('makes it due for the coming night', async () => {
    await put({ body: aProfile() });
    const due = await organisations.due({
      shard: shardOf(id),
      through: day('2026-11-22'),
      after: null,
      limit: 25,
    });
    expect(due).toMatchObject([{ businessId: id }]);
  });

  it('is answered the same by GET, with the same ETag', async () => {
    const saved = await put({ body: aProfile({ joinedOn: '2026-11-22' }) });
    const read = await get();
    expect(read.status).toBe(200);
    expect(read.body).toEqual(saved.body);
    expect(read.headers['etag']).toBe(saved.headers['etag']);
    expect(read.headers['etag']).toMatch(/^"[^"]+"$/);
  });

  it('accepts what GET answers, as it is', async () => {
    await put({ body: aProfile({ units: [{ oid: '1.2.246.10.2048198.10.1', name: 'Yksikkö' }] }) });
    const { body, headers } = await get();
    const again = await put({ body });
    expect(again.status).toBe(200);
    expect(again.headers['etag']).toBe(headers['etag']);
  });

  it('replaces it, and its ETag changes with it', async () => {
    const first = await put({ body: aProfile() });
    const second = await put({ body: aProfile({ name: 'Uusi nimi Oy' }) });
    expect(second.status).toBe(200);
    expect(second.headers['etag']).not.toBe(first.headers['etag']);
    expect((await get()).body.name).toBe('Uusi nimi Oy');
  });

  it('writes nothing where nothing changes', async () => {
    const first = await put({ body: aProfile() });
    const before = await organisations.read(id);
    const reordered = Object.fromEntries(Object.entries(aProfile()).reverse());
    const second = await put({ body: { ...reordered, contacts: [] } });
    expect(second.status).toBe(200);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(await organisations.read(id)).toEqual(before);
  });

  it('warns of an OID that was made from another Y-tunnus, and saves all the same', async () => {
    const units = [
      { oid: '1.2.246.10.2048198.10.1', name: 'Oma' },
      { oid: '1.2.246.10.12345671.10.1', name: 'Siirtynyt' },
    ];
    const { status, body } = await put({ body: aProfile({ units }) });
    expect(status).toBe(201);
    expect(body.warnings).toMatchObject([{ path: 'units.1.oid' }]);
    expect((await get()).body.warnings).toBeUndefined();
  });
});

describe('If-Match', () => {
  const named = (name: string, ifMatch?: string) =>
    put({ body: aProfile({ name }), ...(ifMatch && { headers: { 'if-match': ifMatch } }) });

  it('that names what is stored lets the write through', async () => {
    const { headers } = await named('Eka');
    expect((await named('Toka', String(headers['etag']))).status).toBe(200);
    expect((await named('Kolmas', '*')).status).toBe(200);
  });

  it.each(['"stale"', 'W/"weak"', '', 'garbage'])(
    '%j is a 412, and nothing is written',
    async (tag) => {
      const { headers } = await named('Eka');
      const value = tag.startsWith('W/') ? `W/${headers['etag']}` : tag;
      const answer = await put({
        body: aProfile({ name: 'Toka' }),
        headers: { 'if-match': value },
      });
      expect(answer.status).toBe(412);
      expect((await get()).body.name).toBe('Eka');
    },
  );

  it('on what does not exist is a 412, and nothing is created', async () => {
    expect((await named('Eka', '*')).status).toBe(412);
    expect((await get()).status).toBe(404);
  });

  it('is looked at after the body', async () => {
    await named('Eka');
    const answer = await put({ body: { name: 'Toka' }, headers: { 'if-match': '"stale"' } });
    expect(answer.status).toBe(400);
  });

  it('protects a writer from one who was quicker between her reading and her writing', async () => {
    const { headers } = await named('Eka');
    const quicker = racing(aProfile({ name: 'Nopea' }));
    const answer = await callOf(
      saveOrganisation({ organisations: quicker, directory, trail, clock: clockOn('2026-11-22') }),
    )({
      claims: provider(id),
      path: { businessId: id },
      body: aProfile({ name: 'Hidas' }),
      headers: { 'if-match': String(headers['etag']) },
    });
    expect(answer.status).toBe(412);
    expect((await get()).body.name).toBe('Nopea');
  });

  it('left out, the last of two writers wins', async () => {
    await named('Eka');
    const quicker = racing(aProfile({ name: 'Nopea' }));
    const answer = await callOf(
      saveOrganisation({ organisations: quicker, directory, trail, clock: clockOn('2026-11-22') }),
    )({ claims: provider(id), path: { businessId: id }, body: aProfile({ name: 'Hidas' }) });
    expect(answer.status).toBe(200);
    expect((await get()).body.name).toBe('Hidas');
  });

  /** Someone else writes once, just before the first write. */
  const racing = (body: unknown): Pick<Organisations, 'read' | 'saveProfile'> => {
    let raced = false;
    return {
      read: organisations.read,
      saveProfile: async (write) => {
        if (!raced) {
          raced = true;
          await put({ body });
        }
        return organisations.saveProfile(write);
      },
    };
  };
});

describe('who may register and read an organisation', () => {
  it('a provider may not see or write another organisation, nor tell whether it exists', async () => {
    const asForeigner = { claims: provider(foreign) };
    const unknown = await get(asForeigner);
    await put({ body: aProfile() });
    const known = await get(asForeigner);
    expect(known.status).toBe(404);
    expect(known).toEqual(unknown);
    expect((await put({ ...asForeigner, body: aProfile({ name: 'Kaapattu' }) })).status).toBe(404);
    expect((await get()).body.name).toBe('Esimerkkihoiva Oy');
  });

  it('a supervisor sees those in her counties, as if there were no others', async () => {
    const unknown = await get({ claims: supervisor('etela-pohjanmaa') });
    await put({ body: aProfile({ counties: ['etela-pohjanmaa', 'pirkanmaa'] }) });
    expect((await get({ claims: supervisor('pirkanmaa', 'lappi') })).status).toBe(200);
    expect(await get({ claims: supervisor('lappi') })).toEqual(unknown);
    expect(unknown.status).toBe(404);
  });

  it('a supervisor may never write one', async () => {
    await put({ body: aProfile() });
    const answer = await put({
      claims: supervisor('etela-pohjanmaa'),
      body: aProfile({ name: 'Muu' }),
    });
    expect(answer.status).toBe(403);
  });

  it('an admin may read and write any', async () => {
    expect((await put({ claims: admin, body: aProfile() })).status).toBe(201);
    expect((await get({ claims: admin })).status).toBe(200);
  });

  it.each([
    ['no role', { organisations: id }],
    ['an unknown role', { role: 'owner', organisations: id }],
  ])('nobody with %s may do either', async (_, claims) => {
    expect((await put({ claims, body: aProfile() })).status).toBe(403);
    expect((await get({ claims })).status).toBe(403);
  });
});

describe('what is wrong is told in this order', () => {
  const broken = '{"name":';
  it('the role, before anything else', async () => {
    const call = { claims: supervisor('lappi'), path: { businessId: 'x' }, body: broken };
    expect((await put(call)).status).toBe(403);
  });
  it('then an ID in the address that is none', async () => {
    const answer = await put({ path: { businessId: '0204819-9' }, body: broken });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: 'businessId', message: 'The check digit of the business ID is wrong.' },
    ]);
  });
  it('then an organisation out of reach', async () => {
    expect((await put({ path: { businessId: foreign }, body: broken })).status).toBe(404);
  });
  it('then a query that it does not know', async () => {
    const answer = await put({ query: { dryRun: 'true' }, body: aProfile() });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].path).toBe('dryRun');
  });
});

describe('a profile that is wrong', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown service task', { serviceTasks: ['older-people', 'gardening'] }, 'serviceTasks.1'],
    ['no service task', { serviceTasks: [] }, 'serviceTasks'],
    ['a service task twice', { serviceTasks: ['older-people', 'older-people'] }, 'serviceTasks'],
    ['an unknown county', { counties: ['uusimaa'] }, 'counties.0'],
    ['a day that does not exist', { joinedOn: '2026-02-30' }, 'joinedOn'],
    ['a day of another form', { joinedOn: '1.9.2026' }, 'joinedOn'],
    ['a moment for a day', { joinedOn: '2026-09-01T00:00:00Z' }, 'joinedOn'],
    ['a day in the future of what has happened', { joinedOn: '2026-11-23' }, 'joinedOn'],
    ['a day before all calendars', { joinedOn: '0001-01-01' }, 'joinedOn'],
    [
      'a future start of storing',
      { storingSince: { 'older-people': '2027-01-01' } },
      'storingSince.older-people',
    ],
    ['storing of an unknown task', { storingSince: { gardening: null } }, 'storingSince.gardening'],
    ['an end before its start', { operatingSince: '2025-01-01', endedOn: '2024-01-01' }, 'endedOn'],
    ['a name over its limit', { name: 'x'.repeat(301) }, 'name'],
    ['a blank name', { name: '   ' }, 'name'],
    ['a name on two lines', { name: 'Hoiva\nOy' }, 'name'],
    ['a name with half a sign', { name: 'Hoiva \ud83d' }, 'name'],
    ['no name', { name: undefined }, 'name'],
    ['a name that is null', { name: null }, 'name'],
    ['a number for a name', { name: 7 }, 'name'],
    ['a text for a boolean', { ownRegister: 'true' }, 'ownRegister'],
    ['an unknown field', { vatNumber: 'FI02048198' }, 'vatNumber'],
    ['the ID of another organisation', { businessId: '1234567-1' }, 'businessId'],
    [
      'an OID with a leading zero',
      { units: [{ oid: '1.2.246.10.02048198.10.1', name: 'Y' }] },
      'units.0.oid',
    ],
    [
      'a mail address with a line break',
      { contacts: [{ name: 'A', email: 'a@example.fi\nBcc: b@example.fi' }] },
      'contacts.0.email',
    ],
    [
      'an unknown field of a contact',
      { contacts: [{ name: 'A', email: 'a@example.fi', phone: '1' }] },
      'contacts.0.phone',
    ],
  ])('with %s is a 400 that names the field, and nothing is stored', async (_, facts, path) => {
    const answer = await put({ body: aProfile(facts) });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    expect((await organisations.read(id)).state).toBeUndefined();
  });

  it.each([
    ['fi', 'Päivä ei saa olla tämän päivän (2026-11-22) jälkeen.'],
    ['sv', 'Dagen får inte vara efter i dag (2026-11-22).'],
    ['en', 'The day must not be after today (2026-11-22).'],
  ])('is explained in the language of the caller: %s', async (language, message) => {
    const answer = await put({
      body: aProfile({ joinedOn: '2027-01-01' }),
      headers: { 'accept-language': language },
    });
    expect(answer.body.errors).toEqual([{ path: 'joinedOn', message }]);
  });

  it('has all its errors told at once', async () => {
    const { body } = await put({ body: { name: 7, sector: 'charity', extra: 1 } });
    const paths = body.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['name', 'sector', 'counties', 'extra']));
  });

  it('leaves what was stored before as it was', async () => {
    await put({ body: aProfile() });
    const before = await organisations.read(id);
    await put({ body: aProfile({ joinedOn: '2027-01-01' }) });
    await put({ body: 'x'.repeat(1_000_000) });
    expect(await organisations.read(id)).toEqual(before);
  });
});
