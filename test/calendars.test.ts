import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentials } from '../local/local-table.ts';
import { region } from '../local/template.ts';
import { aProfile } from './support/builders.ts';
import { readByIcalJs, readByNodeIcal } from './support/read-calendars.ts';
import { type Answer, type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * Calendars over HTTP on the running system, as calendar programs subscribe to them.
 */

const businessId = '0204819-8';
const path = `/organisations/${businessId}`;
let system: RunningSystem;
let admin: string;
let provider: string;
let supervisor: string;

beforeAll(async () => {
  system = await startRunningSystem('2026-05-20');
  admin = await system.token({ role: 'admin' });
  provider = await system.token({ role: 'provider', organisations: [businessId] });
  supervisor = await system.token({
    role: 'supervisor',
    subject: 'aino',
    counties: ['etela-pohjanmaa'],
  });
  await system.call('PUT', path, { token: provider, body: aProfile({ language: 'sv' }) });
  await system.call('PUT', '/supervisors/aino', {
    token: admin,
    body: {
      name: 'Aino Valvoja',
      email: 'aino@example.fi',
      language: 'fi',
      counties: ['etela-pohjanmaa'],
    },
  });
});
afterAll(() => system?.stop());

const make = (
  where: string,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  system.call('POST', `${where}/calendar`, { token, headers, body: { action: 'make' } });

/** As a calendar program reads it: by its address, without a token. */
const subscribed = (
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  expect(url.startsWith(`${system.addresses.api}/`)).toBe(true);
  return system.call('GET', url.slice(system.addresses.api.length), { headers });
};

const stored = async (): Promise<string> => {
  const { name, endpoint } = system.addresses.table;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const items: unknown[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: name })) {
    items.push(...Items);
  }
  client.destroy();
  return JSON.stringify(items);
};

test('an organisation subscribes to its deadlines, and two programs read the same in them', async () => {
  const { status, body } = await make(path, provider);
  expect(status).toBe(201);
  const calendar = await subscribed(body.url);
  expect(calendar.status).toBe(200);
  const events = readByIcalJs(calendar.body);
  expect(readByNodeIcal(calendar.body)).toEqual(events);
  const { deadlines } = (await system.call('GET', `${path}/deadlines`, { token: provider })).body;
  const dues = (deadlines as { due: string; status: string }[])
    .filter(({ status: state }) => state !== 'met')
    .map(({ due }) => due);
  const shown = events.filter(({ summary }) => summary.startsWith('Tidsfrist: '));
  expect(new Set(shown.map(({ day }) => day))).toEqual(new Set(dues));
  const etag = calendar.headers.get('etag') ?? '';
  expect((await subscribed(body.url, { 'if-none-match': etag })).status).toBe(304);
});

test('a supervisor subscribes to all organisations of her counties', async () => {
  const { status, body } = await make('/supervisors/aino', supervisor);
  expect(status).toBe(201);
  const events = readByIcalJs((await subscribed(body.url)).body);
  expect(events.some(({ summary }) => summary.includes('Esimerkkihoiva Oy'))).toBe(true);
});

test('no secret stands in the table, with an Idempotency-Key or without', async () => {
  const headers = { 'idempotency-key': '5f0e5b0e-6d0c-4c39-9a53-5a6f5a1f8f10' };
  const first = await make(path, provider, headers);
  const again = await make(path, provider, headers);
  const other = await make(path, provider);
  expect(again.body).toEqual(first.body);
  expect((await subscribed(first.body.url)).status).toBe(200);
  const everything = await stored();
  expect(everything).toContain(first.body.calendarId);
  for (const { url } of [first.body, other.body]) {
    const [secret = ''] = /[A-Za-z0-9_-]{43}(?=\.ics$)/.exec(url) ?? [];
    expect(secret).toHaveLength(43);
    expect(everything).not.toContain(secret);
  }
});

test('what is revoked is gone at once', async () => {
  const { body } = await make(path, supervisor);
  expect((await subscribed(body.url)).status).toBe(200);
  const revoked = await system.call('POST', `${path}/calendar`, {
    token: provider,
    body: { action: 'revoke', calendarId: body.calendarId },
  });
  expect(revoked.status).toBe(204);
  expect((await subscribed(body.url)).status).toBe(404);
});

test('a duty that is met leaves the calendar, and one that is not says that it is overdue', async () => {
  const { body } = await make(path, provider);
  await system.clock('2026-09-02');
  const overdue = readByIcalJs((await subscribed(body.url)).body);
  expect(overdue.some(({ summary }) => summary.startsWith('Försenat: '))).toBe(true);
  const joined = { language: 'sv', joinedOn: '2026-08-20' };
  await system.call('PUT', path, { token: provider, body: aProfile(joined) });
  const after = readByIcalJs((await subscribed(body.url)).body);
  const gone = overdue.filter(({ uid }) => after.every((event) => event.uid !== uid));
  expect(gone.length).toBeGreaterThan(0);
});
