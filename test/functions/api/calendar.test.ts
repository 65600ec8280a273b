import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { evaluate } from '../../../domain/evaluation.ts';
import { language } from '../../../domain/organisation.ts';
import { calendarIdOf } from '../../../functions/api/calendars/calendar-address.ts';
import {
  type CalendarEvent,
  calendarFile,
  uidOf,
} from '../../../functions/api/get-calendar/calendar-file.ts';
import { createHandler as getCalendar } from '../../../functions/api/get-calendar/handler.ts';
import { mostEvents } from '../../../functions/api/get-calendar/supervisor-calendar.ts';
import { createHandler as makeCalendar } from '../../../functions/api/make-calendar/handler.ts';
import { createHandler as makeSupervisorCalendar } from '../../../functions/api/make-supervisor-calendar/handler.ts';
import { listAnew } from '../../../functions/listing.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn, momentOf } from '../../support/clocks.ts';
import { admin, type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryCalendars } from '../../support/in-memory-calendars.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';
import { inMemoryKeptAnswers } from '../../support/in-memory-kept-answers.ts';
import { inMemoryOrganisations } from '../../support/in-memory-organisations.ts';
import { inMemorySupervisors } from '../../support/in-memory-supervisors.ts';
import { type ReadEvent, readByIcalJs, readByNodeIcal } from '../../support/read-calendars.ts';

const { businessId, ...content } = anOrganisation({ language: 'en' });
const aino = { ...supervisor('etela-pohjanmaa'), sub: 'aino' };
const own = { ...provider(businessId), sub: 'liisa' };
const publicUrl = 'https://kanta.example.fi';

/** All that is kept, as each test begins. */
const newWorld = () => {
  const clock = clockOn('2026-05-20');
  const stores = {
    organisations: inMemoryOrganisations(),
    supervisors: inMemorySupervisors(),
    directory: inMemoryDirectory(),
    calendars: inMemoryCalendars(),
    keptAnswers: inMemoryKeptAnswers(),
    trail: inMemoryAuditTrail(),
    clock,
    publicUrl,
  };
  return { ...stores, clock };
};
let world: ReturnType<typeof newWorld>;
beforeEach(async () => {
  world = newWorld();
  await save(content);
});

const save = async (profile: typeof content, replaces = 0, id = businessId): Promise<void> => {
  const now = world.clock.now();
  await world.organisations.saveProfile({ businessId: id, content: profile, replaces, now });
  await listAnew(world, id, day(now.toString().slice(0, 10)));
};

const ask = (body: unknown, call: Call = {}) =>
  callOf(makeCalendar(world))({ path: { businessId }, claims: own, body, ...call });
const askForSupervisor = (body: unknown, call: Call = {}) =>
  callOf(makeSupervisorCalendar(world))({
    path: { id: 'aino' },
    claims: { ...admin, sub: 'ylläpito' },
    body,
    ...call,
  });
const make = { action: 'make' };
const fileIn = (url: string): string => url.replace(`${publicUrl}/calendars/`, '');
const open = (url: string, call: Call = {}) =>
  callOf(getCalendar(world))({ path: { file: fileIn(url) }, ...call });
const madeBy = async (claims: Call['claims'] = own): Promise<string> =>
  (await ask(make, { claims })).body.url;
const readOwn = async (url: string): Promise<readonly ReadEvent[]> =>
  readByIcalJs((await open(url)).text);

describe('an address of a calendar', () => {
  it('is told once, to who makes it, and opens the calendar without a token', async () => {
    const { status, body } = await ask(make);
    expect(status).toBe(201);
    expect(Object.keys(body).sort()).toEqual(['calendarId', 'madeAt', 'url']);
    expect(body.url).toMatch(/^https:\/\/kanta\.example\.fi\/calendars\/[A-Za-z0-9_-]{43}\.ics$/);
    expect(body.madeAt).toBe('2026-05-20T09:00:00.000Z');
    expect(body.calendarId).toBe(calendarIdOf(fileIn(body.url).slice(0, -4)));
    const { status: found, headers, text } = await open(body.url);
    expect(found).toBe(200);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow',
      'content-language': 'en',
    });
  });

  it('is another one each time, and the ones before go on', async () => {
    const [first, second] = [await madeBy(), await madeBy()];
    expect(first).not.toBe(second);
    expect((await open(first)).status).toBe(200);
    expect((await open(second)).status).toBe(200);
  });

  it('is revoked by its id at once; then it is as one that never was', async () => {
    const { body } = await ask(make);
    const other = await madeBy();
    const revoked = await ask({ action: 'revoke', calendarId: body.calendarId });
    expect([revoked.status, revoked.text]).toEqual([204, '']);
    const after = await open(body.url);
    const never = await open(`${publicUrl}/calendars/${'x'.repeat(43)}.ics`);
    expect([after.status, never.status]).toEqual([404, 404]);
    expect(after.text).toBe(never.text);
    expect((await open(other)).status).toBe(200);
  });

  it('is revoked with all others where no id is named; new ones open again', async () => {
    const addresses = [await madeBy(), await madeBy(aino)];
    await ask({ action: 'revoke' });
    for (const address of addresses) expect((await open(address)).status).toBe(404);
    expect((await open(await madeBy())).status).toBe(200);
  });

  it.each([
    ['an id that never was', 'x'.repeat(43)],
    ['the id of another organisation’s', 'foreign'],
  ])('is not revoked by %s', async (_, which) => {
    const [id] = businessIds(1);
    if (id === undefined) throw new Error('one ID was asked for');
    await save(content, 0, id);
    const foreign = await callOf(makeCalendar(world))({
      path: { businessId: id },
      claims: admin,
      body: make,
    });
    const calendarId = which === 'foreign' ? foreign.body.calendarId : which;
    expect((await ask({ action: 'revoke', calendarId })).status).toBe(404);
    expect((await open(foreign.body.url)).status).toBe(200);
  });

  it.each([
    ['no form', ''],
    ['the id in place of the secret', 'id'],
    ['a path', '../organisations/0204819-8'],
    ['an unknown one', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ])('of %s opens nothing', async (_, secret) => {
    const { body } = await ask(make);
    const file = secret === 'id' ? `${body.calendarId}.ics` : `${secret}.ics`;
    expect((await open(file)).status).toBe(404);
  });

  it('that a supervisor made ends where the organisation leaves her counties, and comes back with it', async () => {
    const [hers, its] = [await madeBy(aino), await madeBy()];
    await save({ ...content, counties: ['lappi'] }, 1);
    expect((await open(hers)).status).toBe(404);
    expect((await open(its)).status).toBe(200);
    await save({ ...content, counties: ['lappi', 'etela-pohjanmaa'] }, 2);
    expect((await open(hers)).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['the provider itself', own, 201],
    ['a supervisor of its county', aino, 201],
    ['an admin', admin, 201],
    ['another provider', provider('2000000-3'), 404],
    ['a supervisor of another county', supervisor('lappi'), 404],
    ['who has no role', {}, 403],
  ])('is made by %s: %s', async (_, claims, status) => {
    expect((await ask(make, { claims })).status).toBe(status);
  });

  it.each<[string, unknown, string]>([
    ['nothing to do', {}, 'action'],
    ['something else to do', { action: 'burn' }, 'action'],
    ['an id to make', { ...make, calendarId: 'x'.repeat(43) }, 'calendarId'],
    ['an id that is none', { action: 'revoke', calendarId: 'x' }, 'calendarId'],
  ])('asked for with %s is a 400 that names the field', async (_, body, path) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path }]);
  });

  it('stands in the audit trail as a change of the organisation, without its secret', async () => {
    const { body } = await ask(make);
    const trail = JSON.stringify(world.trail.all());
    expect(world.trail.all()).toMatchObject([{ route: 'make-calendar', about: businessId }]);
    expect(trail).not.toContain(fileIn(body.url).slice(0, 43));
  });
});

describe('an address made with an Idempotency-Key', () => {
  const withKey = (key: string, claims: Call['claims'] = own, body: unknown = make) =>
    ask(body, { claims, headers: { 'idempotency-key': key } });

  it('is the same one when the call comes again, also while others are made', async () => {
    const first = await withKey('avain 1');
    const second = await withKey('avain 1');
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect((await withKey('avain 2')).body.url).not.toBe(first.body.url);
  });

  it('stays revoked when the call comes again', async () => {
    const { body } = await withKey('avain 1');
    await ask({ action: 'revoke', calendarId: body.calendarId });
    expect((await withKey('avain 1')).body).toEqual(body);
    expect((await open(body.url)).status).toBe(404);
  });

  it('is not told to somebody else with the same key', async () => {
    await withKey('avain 1');
    const { status, text } = await withKey('avain 1', aino);
    expect(status).toBe(422);
    expect(text).not.toContain('/calendars/');
  });

  it('is finished by a second call where the first broke off', async () => {
    const { calendars } = world;
    world.calendars = {
      ...calendars,
      add: async () => {
        throw new Error('broke off');
      },
    };
    expect((await withKey('avain 1')).status).toBe(500);
    world.calendars = calendars;
    const { body } = await withKey('avain 1');
    expect((await open(body.url)).status).toBe(200);
  });
});

describe('an organisation’s calendar', () => {
  it('is read alike by two foreign programs', async () => {
    const { text } = await open(await madeBy());
    const read = readByIcalJs(text);
    expect(read.length).toBeGreaterThan(3);
    expect(readByNodeIcal(text)).toEqual(read);
  });

  it('has an event for each day on which an unmet duty is due, and what it says holds', async () => {
    const events = await readOwn(await madeBy());
    const { deadlines } = evaluate({
      organisation: { businessId, ...content },
      assessments: [],
      waivers: [],
      on: day('2026-05-20'),
    });
    const days = new Set(
      events.flatMap((event) => (/Deadline/.test(event.summary) ? event.day : [])),
    );
    expect(days).toEqual(new Set(deadlines.map(({ due }) => due)));
    const joining = events.find(({ summary }) => summary.startsWith('Deadline: Joining'));
    expect(joining).toMatchObject({
      day: '2026-09-01',
      url: `${publicUrl}/organisations/${businessId}`,
    });
    expect(joining?.description).toContain('Law: Act 703/2023, section');
    expect(joining?.description).toContain('Make a self-assessment');
    expect(joining?.description).toContain(`${publicUrl}/organisations/${businessId}`);
  });

  it('rings at nine in Helsinki, winter and summer', async () => {
    const [summer] = (await readOwn(await madeBy())).flatMap(({ alarms }) => alarms);
    expect(summer).toMatch(/^2026-0[678]-\d\dT06:00:00Z$/);
    world.clock.set('2027-05-20');
    const winter = (await readOwn(await madeBy())).flatMap(({ alarms }) => alarms);
    expect(winter).toContain('2028-03-01T07:00:00Z');
  });

  it.each([
    ['fi', 'Määräpäivä: ', 'Lainkohta: '],
    ['sv', 'Tidsfrist: ', 'Lagrum: '],
    ['en', 'Deadline: ', 'Law: '],
  ] as const)('speaks the organisation’s language: %s', async (own, title, law) => {
    await save({ ...content, language: language.parse(own) }, 1);
    const { headers } = await open(await madeBy(), { headers: { 'accept-language': 'de' } });
    expect(headers['content-language']).toBe(own);
    const events = await readOwn(await madeBy());
    expect(events.some(({ summary }) => summary.startsWith(title))).toBe(true);
    expect(events.some(({ description }) => description.includes(law))).toBe(true);
  });

  it('says that a duty is overdue since its day, and has none of what is met', async () => {
    const url = await madeBy();
    world.clock.set('2026-11-22');
    const overdue = (await readOwn(url)).find(({ summary }) => summary.startsWith('Overdue: Join'));
    expect(overdue).toMatchObject({ day: '2026-09-01', alarms: [] });
    expect(overdue?.description).toContain('Was due on 1 September 2026');
    await save({ ...content, joinedOn: day('2026-11-20') }, 1);
    expect((await readOwn(url)).some(({ uid }) => uid === overdue?.uid)).toBe(false);
  });

  it('keeps the name of an event whose day is moved, with a higher sequence', async () => {
    const url = await madeBy();
    const patients = async () => {
      const events = await readOwn(url);
      return events.find(({ summary }) => summary.includes('Joining'));
    };
    const before = await patients();
    world.clock.set('2026-05-21');
    expect(await patients()).toEqual(before);
    // Who begins later joins later (703/2023 102 §: no day before its ground).
    await save({ ...content, operatingSince: day('2026-10-12') }, 1);
    const after = await patients();
    expect(after?.day).toBe('2026-10-12');
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
    expect(String(after?.stamp) > String(before?.stamp)).toBe(true);
  });

  it('raises the sequence of what has become overdue, and tells when', async () => {
    const url = await madeBy();
    const joining = async () =>
      (await readOwn(url)).find(({ uid }) => uid === uidOf(businessId, 'deadline', 'join'));
    world.clock.set('2026-09-01');
    const open = await joining();
    world.clock.set('2026-09-02');
    const overdue = await joining();
    expect(overdue?.sequence).toBe((open?.sequence ?? 0) + 1);
    expect(overdue?.stamp).toBe('2026-09-01T21:00:00Z');
  });

  it('raises it with every assessment and waiver', async () => {
    const url = await madeBy();
    const sequences = async () => (await readOwn(url)).map(({ sequence }) => sequence);
    const before = Math.max(...(await sequences()));
    const now = world.clock.now();
    const assessment = anAssessment('2026-05-20', { cards: { state: 'in-progress' } });
    await world.organisations.appendAssessment({ businessId, assessment, now });
    expect(Math.min(...(await sequences()))).toBeGreaterThan(before);
  });

  it('is the same bytes twice, and is not sent again to who has it', async () => {
    const url = await madeBy();
    const first = await open(url);
    world.clock.set('2026-05-21');
    const second = await open(url, { headers: { 'if-none-match': `W/${first.headers['etag']}` } });
    expect([second.status, second.text]).toEqual([304, '']);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    await save({ ...content, name: 'Toinen Oy' }, 1);
    const third = await open(url, { headers: { 'if-none-match': String(first.headers['etag']) } });
    expect(third.status).toBe(200);
  });

  it('holds no names or addresses of persons, and no evidence', async () => {
    const maija = { name: 'Maija Meikäläinen', email: 'maija@example.fi', language: 'fi' } as const;
    await save({ ...content, contacts: [maija] }, 1);
    const { text } = await open(await madeBy());
    expect(text).not.toMatch(/maija/i);
  });
});

describe('a supervisor’s calendar', () => {
  beforeEach(async () => {
    await world.supervisors.save({
      id: 'aino',
      content: {
        name: 'Aino Valvoja',
        email: 'aino@example.fi',
        language: 'en',
        counties: ['etela-pohjanmaa'],
      },
      replaces: 0,
    });
  });
  const herUrl = async (): Promise<string> => (await askForSupervisor(make)).body.url;

  it('has one event for each organisation and due day, and its duties by name', async () => {
    const { text } = await open(await herUrl());
    const read = readByIcalJs(text);
    expect(readByNodeIcal(text)).toEqual(read);
    const joining = read.find(({ day: due }) => due === '2026-09-01');
    expect(joining?.summary).toBe('Deadline: Esimerkkihoiva Oy: 5 duties');
    expect(joining?.description).toContain('Joining');
    expect(joining?.alarms).toEqual(['2026-08-02T06:00:00Z']);
    const days = read.map(({ day: due }) => due);
    expect(new Set(days).size).toBe(days.length);
    expect(text).not.toContain('aino@example.fi');
  });

  it('follows her counties as they are, and ends with her record’s last county', async () => {
    const url = await herUrl();
    await world.supervisors.save({
      id: 'aino',
      content: { name: 'Aino', email: 'aino@example.fi', language: 'en', counties: ['lappi'] },
      replaces: 1,
    });
    expect(readByIcalJs((await open(url)).text)).toEqual([]);
  });

  it('says that a day has passed', async () => {
    const url = await herUrl();
    const before = await readOwn(url);
    world.clock.set('2026-09-02');
    const after = await readOwn(url);
    const joining = after.find(({ day: due }) => due === '2026-09-01');
    expect(joining?.summary).toBe('Overdue: Esimerkkihoiva Oy: 5 duties');
    const same = before.find(({ uid }) => uid === joining?.uid);
    expect(joining?.sequence).toBe((same?.sequence ?? 0) + 1);
  });

  it('raises the sequence with what is found anew', async () => {
    const url = await herUrl();
    const before = (await readOwn(url)).find(({ day: due }) => due === '2026-09-01');
    await save({ ...content, name: 'Uusi Nimi Oy' }, 1);
    const after = (await readOwn(url)).find(({ day: due }) => due === '2026-09-01');
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
  });

  it('holds the nearest days where there are too many, and says how many are left out', async () => {
    const [first] = (
      await world.directory.page({ county: 'etela-pohjanmaa', after: null, limit: 1 })
    ).entries;
    if (first === undefined) throw new Error('an organisation is listed');
    const ids = [...businessIds(mostEvents + 20)];
    for (const id of ids) {
      const far = ids.indexOf(id) >= mostEvents;
      const due = day(far ? '2029-10-01' : '2026-09-01');
      await world.directory.list({
        ...first,
        businessId: id,
        deadlines: [{ id: 'join', due, status: 'open' }],
      });
    }
    const events = await readOwn(await herUrl());
    expect(events).toHaveLength(mostEvents + 1);
    const last = events.find(({ uid }) => uid === uidOf('aino', 'left-out'));
    expect(last?.summary).toContain('entries were left out');
    expect(events.filter(({ day: due }) => due === '2026-09-01').length).toBeGreaterThanOrEqual(
      mostEvents - 2,
    );
  });

  it.each<[string, Record<string, unknown>, string, number]>([
    ['an admin', admin, 'aino', 201],
    ['she herself', aino, 'aino', 201],
    ['another supervisor of the same county', { ...aino, sub: 'brita' }, 'aino', 404],
    ['a supervisor whose token does not say who she is', supervisor('lappi'), 'aino', 404],
    ['a provider', own, 'aino', 403],
    ['an admin for nobody', admin, 'brita', 404],
  ])('is made by %s', async (_, claims, id, status) => {
    expect((await askForSupervisor(make, { claims, path: { id } })).status).toBe(status);
  });

  it('is revoked apart from the organisations’', async () => {
    const [hers, its] = [await herUrl(), await madeBy()];
    await askForSupervisor({ action: 'revoke' });
    expect([(await open(hers)).status, (await open(its)).status]).toEqual([404, 200]);
  });
});

describe('a calendar file', () => {
  const event = (summary: string): CalendarEvent => ({
    uid: uidOf(summary),
    day: day('2026-09-01'),
    summary,
    description: `${summary}\nnext line`,
    url: publicUrl,
    sequence: 1,
    changedAt: Temporal.Instant.from('2026-05-20T09:00:00Z'),
    alarm: { at: momentOf('2026-08-02', '09:00'), text: summary },
  });
  const fileOf = (name: string): string =>
    calendarFile({ name, description: name, language: 'fi', events: [event(name)] });

  it.each([
    ['a line break that would begin a property', 'Hoiva\r\nATTENDEE:mailto:x@example.org'],
    ['a line break that would end the event', 'Hoiva\nEND:VEVENT\nEND:VCALENDAR'],
    ['commas, semicolons, colons and quotes', 'Hoiva, "Koti"; a:b, c'],
    ['emoji and marks that reverse text', 'Hoiva 👩🏽‍⚕️🏳️‍🌈 \u202eytoh\u202c \u200f'],
    ['three hundred letters of two bytes', 'ä'.repeat(300)],
    ['three hundred emoji', '👩🏽‍⚕️'.repeat(43)],
    ['control characters', 'Hoiva\u0000\u0007\u001b[31m\u0085 Oy'],
    ['half a character', 'Hoiva \ud83d Oy'],
    ['what looks like a property', 'BEGIN:VALARM'],
  ])('carries a name with %s unharmed', (_, name) => {
    const text = fileOf(name);
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no other is allowed
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f]/);
    const read = readByIcalJs(text);
    expect(read).toHaveLength(1);
    expect(readByNodeIcal(text)).toEqual(read);
    const plain = name
      .toWellFormed()
      .replaceAll(/\r\n/g, '\n')
      .replaceAll(/\p{Cc}/gu, ' ');
    expect(read[0]?.summary).toBe(plain);
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getAllProperties().map(({ name: its }) => its)).toEqual([
      ...['version', 'prodid', 'name', 'x-wr-calname', 'x-wr-caldesc'],
      ...['refresh-interval', 'x-published-ttl'],
    ]);
  });

  // node-ical takes an escaped backslash before an n for a line break, which is its own mistake.
  it('carries backslashes unharmed', () => {
    const name = 'Hoiva \\n \\, \\';
    expect(readByIcalJs(fileOf(name))[0]?.summary).toBe(name);
  });

  it('is of whole days that leave people free', () => {
    const text = fileOf('Hoiva');
    expect(text).toContain('DTSTART;VALUE=DATE:20260901\r\n');
    expect(text).toContain('TRANSP:TRANSPARENT\r\n');
    expect(text).toContain('TRIGGER;VALUE=DATE-TIME:20260802T060000Z\r\n');
    expect(text).not.toContain('METHOD');
  });
});
