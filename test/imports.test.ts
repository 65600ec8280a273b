import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largestImport } from '../functions/api/start-import/handler.ts';
import { aProfile } from './support/builders.ts';
import { businessIds } from './support/business-ids.ts';
import { type Answer, type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * Many organisations at once, over HTTP on the running system: a dry run, the import, the same again,
 * the table back out and in, files as spreadsheets make them, and imports that meet each other.
 */

const ids = businessIds(400);
let unused = 0;
/** So many business IDs that no other test writes to. */
const some = (count: number): readonly string[] => {
  unused += count;
  return ids.slice(unused - count, unused);
};

let system: RunningSystem;
let admin: string;
let kaisa: string;

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  admin = await system.token({ role: 'admin', subject: 'aino' });
  kaisa = await system.token({ role: 'supervisor', subject: 'kaisa', counties: ['kainuu'] });
});
afterAll(() => system?.stop());

const header =
  'Y-tunnus;Nimi;Sektori;Hyvinvointialueet;Palvelutehtävät;Asiakastietojärjestelmä käytössä;Liittymismalli;Oma rekisteri;Tuottaa palvelunjärjestäjän lukuun;Yhteyshenkilöt';
const line = (businessId: string, name = 'Hoiva Oy', county = 'Kainuu') =>
  `${businessId};"${name}";yksityinen;${county};iäkkäiden palvelut;kyllä;suoraliittyminen;kyllä;ei;"A <a@example.fi> (fi)"`;
const table = (lines: readonly string[]) => `${[header, ...lines].join('\r\n')}\r\n`;

const send = (
  body: string | Uint8Array,
  {
    token = admin,
    query = '',
    type = 'text/csv',
    ...headers
  }: Readonly<Record<string, string>> & { token?: string; query?: string; type?: string } = {},
): Promise<Answer> =>
  system.call('POST', `/imports${query}`, {
    token,
    body,
    headers: { 'content-type': type, 'accept-language': 'en', ...headers },
  });

const get = async (path: string, token = admin) => (await system.call('GET', path, { token })).body;

/** How an import ended, after as many minutes as it takes. */
const ended = async ({ headers, body }: Answer, token = admin) => {
  let now = body;
  while (now.state !== 'ended') {
    await system.minute();
    now = await get(headers.get('location') ?? '', token);
  }
  return now;
};
const counts = (body: Record<string, unknown>) =>
  ['created', 'changed', 'unchanged', 'failed'].map((name) => body[name]);

const exported = async (query: string, token = admin) => {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'fi' };
  const response = await fetch(`${system.addresses.api}/organisations.csv${query}`, { headers });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};

describe('a file of organisations', () => {
  const [first = '', second = '', bad = '', ...others] = some(120);
  const file = table([
    line(first, '=HYPERLINK(1) -Hoiva'),
    line(bad, 'x', 'Uusimaa'),
    line(second, 'Päivänkakkara, Åbo'),
    ...others.map((id) => line(id)),
  ]);

  test('is tried first, and changes nothing', async () => {
    const sent = await send(file, { query: '?dryRun=true' });
    expect(counts(await ended(sent))).toEqual([119, 0, 0, 1]);
    expect((await system.call('GET', `/organisations/${first}`, { token: admin })).status).toBe(
      404,
    );
    expect((await get('/organisations')).organisations).toEqual([]);
  });

  test('is brought in row by row, and what is wrong is told with its line and column', async () => {
    const sent = await send(file);
    const report = await ended(sent);
    expect(counts(report)).toEqual([119, 0, 0, 1]);
    expect(report.errors).toEqual([
      {
        row: 2,
        line: 3,
        column: 4,
        header: 'Hyvinvointialueet',
        path: 'counties',
        message: expect.stringContaining('“Uusimaa” is none of these'),
      },
    ]);
    expect((await get(`/organisations/${second}`)).name).toBe('Päivänkakkara, Åbo');
    expect((await get(`/organisations/${second}/deadlines`)).deadlines.length).toBeGreaterThan(0);
  });

  test('changes nothing when it is brought in again', async () => {
    expect(counts(await ended(await send(file)))).toEqual([0, 0, 119, 1]);
  });

  test('comes out as a table that changes nothing when it is brought in', async () => {
    const bytes = await exported('?county=kainuu');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\ufeffY-tunnus;Nimi;')).toBe(true);
    expect(text).toContain(`${first};"'=HYPERLINK(1) -Hoiva";`);
    expect(text.split('\r\n')).toHaveLength(121);
    expect(counts(await ended(await send(bytes)))).toEqual([0, 0, 119, 0]);
    expect(counts(await ended(await send(bytes, { token: kaisa }), kaisa))).toEqual([0, 0, 119, 0]);
  });

  test('stands in the audit trail by whom it was sent, row by row', async () => {
    const { changes } = await get('/audit?limit=200');
    const ofFirst = changes.filter(({ about }: { about: string }) => about === first);
    expect(ofFirst).toMatchObject([{ subject: 'aino', route: 'start-import' }]);
  });
});

describe('a file as a spreadsheet makes it', () => {
  const [id = ''] = some(1);
  const file = table([line(id, 'Päivänkakkara')]);

  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['Windows-1252', Uint8Array.from(Buffer.from(file, 'latin1')), 'application/octet-stream'],
    [
      'UTF-16 with tabs',
      Uint8Array.from(Buffer.from(`\ufeff${file.replaceAll(';', '\t')}`, 'utf16le')),
      'application/vnd.ms-excel',
    ],
    ['UTF-8', Uint8Array.from(Buffer.from(file)), 'text/csv; charset=utf-8'],
  ])('is read: %s', async (_, bytes, type) => {
    expect((await ended(await send(bytes, { type }))).failed).toBe(0);
    expect((await get(`/organisations/${id}`)).name).toBe('Päivänkakkara');
  });

  test('in another encoding is refused as a text, which has lost it on its way, and says what to do', async () => {
    const sent = await send(Uint8Array.from(Buffer.from(file, 'latin1')));
    expect(sent.status).toBe(400);
    expect(sent.body.errors[0].message).toContain('application/octet-stream');
  });

  test('may be as large as is said, whatever it is sent as, and no larger', async () => {
    const [other = ''] = some(1);
    const padded = (size: number) => {
      const start = `Y-tunnus;Nimi\n${other};`;
      return Uint8Array.from(Buffer.from(start + 'a'.repeat(size - start.length)));
    };
    for (const type of ['application/octet-stream', 'text/csv']) {
      const largest = await send(padded(largestImport), { type });
      expect([type, largest.status]).toEqual([type, 201]);
      expect(largest.body.errors).toMatchObject([{ row: 1, message: 'The row holds too much.' }]);
      const larger = await send(padded(largestImport + 1), { type });
      expect([larger.status, larger.body.type]).toEqual([413, '/problems/too-large']);
    }
  });
});

describe('imports that meet', () => {
  test('of the same file: each row is there once, and no other is lost', async () => {
    const rows = some(40);
    const file = table(rows.map((id) => line(id)));
    const sent = await Promise.all([send(file), send(file), send(file)]);
    const reports = await Promise.all(sent.map((one) => ended(one)));
    const sum = (name: string) => reports.reduce((total, report) => total + report[name], 0);
    expect([sum('created'), sum('changed'), sum('unchanged'), sum('failed')]).toEqual([
      40, 0, 80, 0,
    ]);
  });

  test('under one key: there is one import', async () => {
    const rows = some(20);
    const file = table(rows.map((id) => line(id)));
    const sent = await Promise.all(
      [1, 2, 3].map(() => send(file, { 'idempotency-key': 'sama avain' })),
    );
    expect(new Set(sent.map(({ body }) => body.importId)).size).toBe(1);
    const [one] = sent;
    expect(counts(await ended(one as Answer))).toEqual([20, 0, 0, 0]);
    const other = await send(table([line(rows[0] ?? '')]), { 'idempotency-key': 'sama avain' });
    expect(other.status).toBe(422);
  });

  test('with who puts a profile: nothing that either wrote is lost', async () => {
    const rows = some(10);
    await ended(await send(table(rows.map((id) => line(id)))));
    const names = `Y-tunnus;Nimi\n${rows.map((id) => `${id};Uusi nimi`).join('\n')}\n`;
    const days = `Y-tunnus;Liittynyt Kantaan\n${rows.map((id) => `${id};1.6.2026`).join('\n')}\n`;
    const reports = await Promise.all(
      (await Promise.all([send(names), send(days)])).map((one) => ended(one)),
    );
    expect(reports.map(({ changed }) => changed)).toEqual([10, 10]);
    for (const id of rows) {
      expect(await get(`/organisations/${id}`)).toMatchObject({
        name: 'Uusi nimi',
        joinedOn: '2026-06-01',
      });
    }
  });
});

describe('scope', () => {
  test('a supervisor brings in and takes out organisations of her counties alone', async () => {
    const [own = '', elsewhere = '', nowhere = ''] = some(3);
    const path = `/organisations/${elsewhere}`;
    await system.call('PUT', path, { token: admin, body: aProfile({ counties: ['lappi'] }) });
    const before = await get(path);
    const rows = [line(own), line(elsewhere, 'Kaapattu', 'Lappi'), line(nowhere, 'x', 'Lappi')];
    const report = await ended(await send(table(rows), { token: kaisa }), kaisa);
    expect(counts(report)).toEqual([1, 0, 0, 2]);
    const [first, second] = report.errors;
    expect({ ...first, row: 0, line: 0 }).toEqual({ ...second, row: 0, line: 0 });
    expect(await get(path)).toEqual(before);
    const text = new TextDecoder().decode(await exported('', kaisa));
    expect(text).toContain(own);
    expect(text).not.toContain(elsewhere);
    const admins = await send(table([line(own)]));
    const theirs = await system.call('GET', `/imports/${admins.body.importId}`, { token: kaisa });
    expect(theirs.status).toBe(404);
  });
});
