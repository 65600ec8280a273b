import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import { createHandler as exportOrganisations } from '../../../functions/api/export-organisations/handler.ts';
import { createHandler as getImport } from '../../../functions/api/get-import/handler.ts';
import {
  largestImport,
  createHandler as startImport,
} from '../../../functions/api/start-import/handler.ts';
import { createHandler as workImports } from '../../../functions/each-minute/work-imports/handler.ts';
import { aProfile } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn } from '../../support/clocks.ts';
import {
  admin,
  type Call,
  callOf,
  provider,
  type Reply,
  supervisor,
} from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';
import { inMemoryExpectedProducers } from '../../support/in-memory-expected-producers.ts';
import { inMemoryImports } from '../../support/in-memory-imports.ts';
import { inMemoryOrganisations } from '../../support/in-memory-organisations.ts';

const [first, second, third] = businessIds(3) as [BusinessId, BusinessId, BusinessId];
const header =
  'Y-tunnus;Nimi;Sektori;Hyvinvointialueet;Palvelutehtävät;Asiakastietojärjestelmä käytössä;Liittymismalli;Oma rekisteri;Tuottaa palvelunjärjestäjän lukuun;Liittynyt Kantaan';
const line = (businessId: string, { name = 'Hoiva Oy', counties = 'Kainuu', joinedOn = '' } = {}) =>
  `${businessId};"${name}";yksityinen;"${counties}";iäkkäiden palvelut;kyllä;suoraliittyminen;kyllä;ei;${joinedOn}`;
const file = (...lines: readonly string[]) => [header, ...lines].join('\r\n');

const aino = { ...admin, sub: 'aino' };
const ofKainuu = { ...supervisor('kainuu'), sub: 'kaisa' };

const aWorld = () => {
  const parts = {
    organisations: inMemoryOrganisations(),
    directory: inMemoryDirectory(),
    expectedProducers: inMemoryExpectedProducers(),
    imports: inMemoryImports(),
    trail: inMemoryAuditTrail(),
    clock: clockOn('2026-11-22'),
  };
  return { ...parts, budget: () => () => true };
};
let world: ReturnType<typeof aWorld>;
beforeEach(() => {
  world = aWorld();
});

const post = (body: string | object, call: Call = {}) =>
  callOf(startImport(world))({
    claims: aino,
    body,
    ...call,
    headers: {
      'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
      ...call.headers,
    },
  });
const get = (importId: string, call: Call = {}) =>
  callOf(getImport(world))({ claims: aino, path: { importId }, ...call });
const csv = (call: Call = {}) => callOf(exportOrganisations(world))({ claims: aino, ...call });
const profileOf = async (businessId: BusinessId) =>
  (await world.organisations.read(businessId)).profile;
const counts = ({ body }: Reply) => [body.created, body.changed, body.unchanged, body.failed];

describe('an import', () => {
  it('brings in the rows that are in order, and tells where the others are not', async () => {
    const reply = await post(
      file(
        line(first),
        line('0204819-9'),
        line(second, { joinedOn: 'eilen' }),
        line(third, { joinedOn: '1.1.2027' }),
      ),
    );
    expect(reply.status).toBe(201);
    expect(counts(reply)).toEqual([1, 0, 0, 3]);
    expect(reply.body.errors).toEqual([
      {
        row: 2,
        line: 3,
        column: 1,
        header: 'Y-tunnus',
        path: 'businessId',
        message: 'The check digit of the business ID is wrong.',
      },
      {
        row: 3,
        line: 4,
        column: 10,
        header: 'Liittynyt Kantaan',
        path: 'joinedOn',
        message: 'Must be a day of the form 1.9.2026 or 2026-09-01.',
      },
      {
        row: 4,
        line: 5,
        column: 10,
        header: 'Liittynyt Kantaan',
        path: 'joinedOn',
        message: 'The day must not be after today (2026-11-22).',
      },
    ]);
    expect((await profileOf(first))?.content).toMatchObject({
      name: 'Hoiva Oy',
      counties: ['kainuu'],
    });
    expect(await profileOf(third)).toBeUndefined();
  });

  it('lists what it brought in, as PUT does', async () => {
    await post(file(line(first)));
    const { entries } = await world.directory.page({ county: 'kainuu', after: null, limit: 5 });
    expect(entries.map(({ businessId }) => businessId)).toEqual([first]);
  });

  it('changes nothing when it is done again', async () => {
    await post(file(line(first), line(second)));
    const before = await profileOf(first);
    expect(counts(await post(file(line(first), line(second))))).toEqual([0, 0, 2, 0]);
    expect(await profileOf(first)).toEqual(before);
    const changes = world.trail.all().filter(({ about }) => about === first);
    expect(changes).toHaveLength(1);
  });

  it('puts facts right, and leaves those alone that it does not speak of', async () => {
    await post(file(line(first, { joinedOn: '1.6.2026' })));
    const reply = await post(`Y-tunnus;Nimi\n${first};Uusi nimi\n`);
    expect(counts(reply)).toEqual([0, 1, 0, 0]);
    expect((await profileOf(first))?.content).toMatchObject({
      name: 'Uusi nimi',
      joinedOn: '2026-06-01',
    });
  });

  it('says what it would do and does nothing, as a dry run', async () => {
    await post(file(line(first)));
    const before = await profileOf(first);
    const reply = await post(file(line(first, { name: 'Uusi' }), line(second), line('x')), {
      query: { dryRun: 'true' },
    });
    expect(reply.body).toMatchObject({ dryRun: true, created: 1, changed: 1, failed: 1 });
    expect(await profileOf(first)).toEqual(before);
    expect(await profileOf(second)).toBeUndefined();
  });

  it('takes JSON, with errors by the items’ numbers', async () => {
    const profile = { ...aProfile(), businessId: first };
    const reply = await post([
      profile,
      { ...profile, businessId: second, sector: 'kunta', extra: 1 },
    ]);
    expect(counts(reply)).toEqual([1, 0, 0, 1]);
    expect(reply.body.errors).toEqual([
      { row: 2, path: 'sector', message: 'Must be one of: public, private.' },
      { row: 2, path: 'extra', message: 'Unknown field.' },
    ]);
  });

  it('takes bytes in the encoding of Finnish Excel', async () => {
    const bytes = Buffer.from(file(line(first, { name: 'Päivänkakkara' })), 'latin1');
    const reply = await post(bytes.toString('base64'), {
      isBase64Encoded: true,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(counts(reply)).toEqual([1, 0, 0, 0]);
    expect((await profileOf(first))?.content.name).toBe('Päivänkakkara');
  });

  it.each<[string, string | object, Record<string, string>, Call, number, RegExp]>([
    [
      'a text that was not UTF-8',
      `${header}\n${first};P\ufffdiv\ufffd`,
      {},
      {},
      400,
      /application\/octet-stream/,
    ],
    ['an unknown header', 'Y-tunnus;Väri\n1;2', {}, {}, 400, /Väri/],
    ['no rows', [], {}, {}, 400, /empty/],
    ['items that are none', ['a'], {}, {}, 400, /object/],
    [
      'a prototype',
      '[{"__proto__":{"a":1}}]',
      { 'content-type': 'application/json' },
      {},
      400,
      /Unknown/,
    ],
    ['another type', 'a', { 'content-type': 'text/xml' }, {}, 415, /./],
    [
      'an answer that is neither yes nor no',
      file(line(first)),
      {},
      { query: { dryRun: 'maybe' } },
      400,
      /true, false/,
    ],
    ['too many bytes', 'a'.repeat(largestImport + 1), {}, {}, 413, /4096/],
    ['no subject', file(line(first)), {}, { claims: admin }, 403, /./],
    ['a provider', file(line(first)), {}, { claims: { ...provider(first), sub: 'p' } }, 403, /./],
  ])('refuses %s as a whole', async (_, body, headers, call, status, message) => {
    const reply = await post(body, { headers, ...call });
    expect(reply.status).toBe(status);
    expect(reply.text).toMatch(message);
    expect(world.trail.all()).toEqual([]);
  });

  it('sets a row aside whose storing fails for a fault of ours, and does the others', async () => {
    const { organisations } = world;
    world.organisations = {
      ...organisations,
      saveProfile: async (write) => {
        if (write.businessId === first) throw new TypeError('a fault');
        return organisations.saveProfile(write);
      },
    };
    const reply = await post(file(line(first), line(second)));
    expect(counts(reply)).toEqual([1, 0, 0, 1]);
    expect(reply.body.errors[0]).toMatchObject({ row: 1, path: '' });
  });
});

describe('who imports', () => {
  const asSupervisor = (...lines: readonly string[]) => post(file(...lines), { claims: ofKainuu });

  it('brings in organisations of her own counties', async () => {
    expect(counts(await asSupervisor(line(first)))).toEqual([1, 0, 0, 0]);
    expect(counts(await asSupervisor(line(first, { name: 'Uusi' })))).toEqual([0, 1, 0, 0]);
  });

  it('adds and takes away no county of others', async () => {
    await post(file(line(first, { counties: 'Kainuu; Lappi' })));
    const refused = { path: 'counties', column: 4 };
    for (const counties of ['Kainuu', 'Kainuu; Lappi; Satakunta']) {
      const { body } = await asSupervisor(line(first, { counties }));
      expect(body.errors).toMatchObject([refused]);
    }
    expect(counts(await asSupervisor(line(first, { counties: 'Kainuu; Lappi' })))).toEqual([
      0, 0, 1, 0,
    ]);
    expect(counts(await asSupervisor(line(first, { counties: 'Lappi' })))).toEqual([0, 1, 0, 0]);
  });

  it('is told the same of an organisation elsewhere as of one that there is not', async () => {
    await post(file(line(first, { counties: 'Lappi', joinedOn: '1.6.2026' })));
    for (const [counties, more] of [
      ['Lappi', ''],
      ['Kainuu; Lappi', ''],
      ['Kainuu', 'x'],
    ] as const) {
      const elsewhere = await asSupervisor(line(first, { counties, joinedOn: more }));
      const nowhere = await asSupervisor(line(second, { counties, joinedOn: more }));
      expect(elsewhere.body.errors).toHaveLength(1);
      expect(elsewhere.body.errors).toEqual(nowhere.body.errors);
    }
    const partly = `Y-tunnus;Nimi\n${first};Uusi\n${second};Uusi\n`;
    const { body } = await post(partly, { claims: ofKainuu });
    const of = (row: number) =>
      body.errors
        .filter((error: { row: number }) => error.row === row)
        .map(({ row: _, line: __, ...rest }: { row: number; line: number }) => rest);
    expect(of(1)).toEqual(of(2));
    expect(of(1).length).toBeGreaterThan(3);
  });

  it('changes nothing of an organisation elsewhere, and is not told why', async () => {
    await post(file(line(first, { counties: 'Lappi' })));
    const before = await profileOf(first);
    const { body } = await asSupervisor(line(first));
    expect(body.errors).toMatchObject([{ path: 'businessId' }]);
    expect(body.errors[0].message).not.toMatch(/exist|Lappi|other/i);
    expect(await profileOf(first)).toEqual(before);
  });

  it('alone reads what became of it, with an admin', async () => {
    const { body } = await asSupervisor(line(first));
    expect((await get(body.importId, { claims: ofKainuu })).status).toBe(200);
    expect((await get(body.importId)).status).toBe(200);
    const colleague = { ...ofKainuu, sub: 'toinen' };
    expect((await get(body.importId, { claims: colleague })).status).toBe(404);
    expect((await get(body.importId, { claims: supervisor('kainuu') })).status).toBe(404);
    expect((await get('A'.repeat(22))).status).toBe(404);
    expect((await get('..')).status).toBe(400);
  });
});

describe('the audit trail', () => {
  it('has the import, and every row that changes something, by who started it', async () => {
    const { body } = await post(file(line(first), line('x')), { claims: ofKainuu });
    const all = world.trail.all();
    expect(all.map(({ about, subject, role, end }) => [about, subject, role, end?.status])).toEqual(
      [
        [body.importId, 'kaisa', 'supervisor', 201],
        [first, 'kaisa', 'supervisor', 201],
      ],
    );
    expect(all[1]?.correlationId).toBe(`${body.importId}/1`);
  });
});

describe('the same import sent twice', () => {
  const key = { headers: { 'idempotency-key': 'avain' } };

  it('is one import, and answers how that one stands', async () => {
    const once = await post(file(line(first)), key);
    const again = await post(file(line(first)), key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(once.body);
    expect(again.headers['location']).toBe(`/imports/${once.body.importId}`);
  });

  it('is refused where it says something else, or would do something else', async () => {
    await post(file(line(first)), key);
    expect((await post(file(line(second)), key)).status).toBe(422);
    expect((await post(file(line(first)), { ...key, query: { dryRun: 'true' } })).status).toBe(422);
    expect(await profileOf(second)).toBeUndefined();
  });

  it('is another import under another person’s key', async () => {
    const one = await post(file(line(first)), key);
    const other = await post(file(line(first)), { ...key, claims: { ...admin, sub: 'bertta' } });
    expect(other.body.importId).not.toBe(one.body.importId);
  });

  it('is finished by the second where storing its rows broke off', async () => {
    const { imports } = world;
    world.imports = {
      ...imports,
      putRows: async () => {
        throw new StorageUnavailable(new Error('off'));
      },
    };
    expect((await post(file(line(first)), key)).status).toBe(503);
    world.imports = imports;
    expect(counts(await post(file(line(first)), key))).toEqual([1, 0, 0, 0]);
  });
});

describe('an import that takes longer than a call', () => {
  const many = businessIds(130);
  const long = file(...many.map((id) => line(id)));
  /** Time for so many chunks. */
  const timeFor = (chunks: number) => () => {
    let left = chunks;
    return () => {
      left -= 1;
      return left >= 0;
    };
  };
  const tick = (chunks = 1000) => workImports({ ...world, budget: timeFor(chunks) })();

  it('is carried on by itself, and tells how far it is', async () => {
    world.budget = timeFor(1);
    const reply = await post(long);
    expect(reply.status).toBe(202);
    expect(reply.headers['location']).toBe(`/imports/${reply.body.importId}`);
    expect(reply.body).toMatchObject({ state: 'under-way', rows: 130, done: 50, created: 50 });
    await tick(1);
    expect((await get(reply.body.importId)).body).toMatchObject({ state: 'under-way' });
    await tick();
    const { body } = await get(reply.body.importId);
    expect(body).toMatchObject({
      state: 'ended',
      done: 130,
      created: 130,
      unchanged: 0,
      failed: 0,
    });
    expect(world.imports.rowsLeft(body.importId)).toBe(0);
    expect(await profileOf(many.at(-1) as BusinessId)).toBeDefined();
  });

  it('changes nothing as a dry run, also where it is carried on', async () => {
    world.budget = timeFor(1);
    const { body } = await post(long, { query: { dryRun: 'true' } });
    await tick();
    expect((await get(body.importId)).body).toMatchObject({ state: 'ended', created: 130 });
    for (const id of many) expect(await profileOf(id)).toBeUndefined();
    expect(world.trail.all().map(({ about }) => about)).toEqual([body.importId]);
  });

  it.each(['rows', 'putResult', 'advance'] as const)(
    'loses and doubles nothing where it breaks off at %s',
    async (step) => {
      const { imports } = world;
      let calls = 0;
      world.imports = {
        ...imports,
        [step]: async (...args: readonly unknown[]) => {
          calls += 1;
          if (calls === 2) throw new StorageUnavailable(new Error('off'));
          return (imports[step] as (...all: readonly unknown[]) => Promise<unknown>)(...args);
        },
      };
      expect((await post(long)).status).toBe(503);
      const [id = ''] = await imports.unfinished(1);
      await tick();
      const { body } = await get(id);
      expect(body).toMatchObject({ state: 'ended', done: 130, failed: 0 });
      expect(body.created + body.unchanged).toBe(130);
      const changes = world.trail.all().filter(({ about }) => about !== id);
      expect(changes).toHaveLength(130);
    },
  );

  it('is worked on by one at a time', async () => {
    world.budget = timeFor(0);
    const { body } = await post(long);
    await Promise.all([tick(), tick(), tick()]);
    expect((await get(body.importId)).body).toMatchObject({
      state: 'ended',
      created: 130,
      unchanged: 0,
    });
    expect(world.trail.all().filter(({ about }) => about !== body.importId)).toHaveLength(130);
  });

  it('does not stop another that can be worked on', async () => {
    world.budget = timeFor(0);
    const bad = await post(long);
    world.clock.set('2026-11-23');
    const good = await post(file(line(first)));
    const { imports } = world;
    world.imports = {
      ...imports,
      rows: async (id, chunk) => {
        if (id === bad.body.importId) throw new StorageUnavailable(new Error('off'));
        return imports.rows(id, chunk);
      },
    };
    await expect(tick()).rejects.toThrow();
    expect((await get(good.body.importId)).body.state).toBe('ended');
    expect((await get(bad.body.importId)).body.state).toBe('under-way');
  });

  it('gives its errors in pages', async () => {
    const { body } = await post(file(...many.map((id) => line(`x${id}`))));
    expect(body.failed).toBe(130);
    expect(body.errors).toHaveLength(130);
    const firstPage = await get(body.importId, { query: { limit: '50' } });
    const seen = [...firstPage.body.errors];
    const cursor = firstPage.body.cursor;
    const next = await get(body.importId, { query: { cursor, limit: '20' } });
    seen.push(...next.body.errors);
    const last = await get(body.importId, { query: { cursor: next.body.cursor, limit: '200' } });
    seen.push(...last.body.errors);
    expect(last.body.cursor).toBeUndefined();
    expect(seen.map(({ row }) => row)).toEqual(Array.from({ length: 130 }, (_, i) => i + 1));
  });
});

describe('two who write at once', () => {
  it('lose nothing of each other: an import keeps what a PUT wrote between', async () => {
    await post(file(line(first)));
    const { organisations } = world;
    let isFirst = true;
    world.organisations = {
      ...organisations,
      saveProfile: async (write) => {
        if (isFirst) {
          isFirst = false;
          const { profile } = await organisations.read(first);
          if (profile === undefined) throw new Error('it was imported');
          const content = { ...profile.content, joinedOn: '2026-06-01' } as typeof profile.content;
          await organisations.saveProfile({ ...write, content, replaces: profile.version });
        }
        return organisations.saveProfile(write);
      },
    };
    expect(counts(await post(`Y-tunnus;Nimi\n${first};Uusi nimi\n`))).toEqual([0, 1, 0, 0]);
    expect((await profileOf(first))?.content).toMatchObject({
      name: 'Uusi nimi',
      joinedOn: '2026-06-01',
    });
  });

  it('are heard again on whether they may: a county left between is not written to', async () => {
    await post(file(line(first)));
    const { organisations } = world;
    let isFirst = true;
    world.organisations = {
      ...organisations,
      saveProfile: async (write) => {
        if (isFirst) {
          isFirst = false;
          const { profile } = await organisations.read(first);
          if (profile === undefined) throw new Error('it was imported');
          const content = { ...profile.content, counties: ['lappi'] } as typeof profile.content;
          await organisations.saveProfile({ ...write, content, replaces: profile.version });
        }
        return organisations.saveProfile(write);
      },
    };
    const reply = await post(file(line(first, { name: 'Uusi' })), { claims: ofKainuu });
    expect(counts(reply)).toEqual([0, 0, 0, 1]);
    expect((await profileOf(first))?.content).toMatchObject({
      name: 'Hoiva Oy',
      counties: ['lappi'],
    });
  });
});

describe('a list of expected producers', () => {
  const query = { kind: 'expected-producers' };
  const list = `Hyvinvointialue;Y-tunnus;Nimi\nKainuu;${first};Hoiva Oy\nKajanaland;${second};Vård Ab\n`;

  it('is imported the same way, and done again changes nothing', async () => {
    expect(counts(await post(list, { query, claims: ofKainuu }))).toEqual([2, 0, 0, 0]);
    expect(counts(await post(list, { query, claims: ofKainuu }))).toEqual([0, 0, 2, 0]);
    const renamed = await post(list.replace('Vård', 'Omsorg'), { query, claims: ofKainuu });
    expect(counts(renamed)).toEqual([0, 1, 1, 0]);
    const { producers } = await world.expectedProducers.page({
      county: 'kainuu',
      after: null,
      limit: 5,
    });
    expect(producers).toEqual([
      { businessId: first, name: 'Hoiva Oy', expectedSince: '2026-11-22' },
      { businessId: second, name: 'Omsorg Ab', expectedSince: '2026-11-22' },
    ]);
  });

  it('is refused by row for counties of others and for what is wrong, and as a whole without a column', async () => {
    const rows = `county,businessId,name\nLappi,${first},Hoiva\nKainuu,1,Hoiva\nKainuu,${first},\n`;
    const { body } = await post(rows, { query, claims: ofKainuu });
    expect(body.errors.map(({ row, path }: { row: number; path: string }) => [row, path])).toEqual([
      [1, 'county'],
      [2, 'businessId'],
      [3, 'name'],
    ]);
    expect((await post(`Y-tunnus;Nimi\n${first};x`, { query })).status).toBe(400);
  });

  it('may name one producer for two counties, and once for each', async () => {
    const rows = `county;businessId;name\nLappi;${first};a\nKainuu;${first};a\nLapland;${first};a\n`;
    expect(counts(await post(rows, { query }))).toEqual([2, 0, 0, 1]);
  });
});

describe('the export', () => {
  const rowsOf = ({ text }: Reply) =>
    text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');

  it('is a table of what one sees, that changes nothing when it is imported', async () => {
    await post(
      file(
        line(first, { name: '=1+1; -Hoiva', joinedOn: '1.6.2026' }),
        line(second, { counties: 'Lappi' }),
      ),
    );
    const exported = await csv({ headers: { 'accept-language': 'fi' } });
    expect(exported.status).toBe(200);
    expect(exported.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
    expect(exported.text.startsWith('\ufeffY-tunnus;Nimi;')).toBe(true);
    expect(rowsOf(exported)).toHaveLength(3);
    expect(exported.text).toContain('Tila;Tila todettu;Seuraava määräpäivä');
    const reply = await post(exported.text);
    expect(counts(reply)).toEqual([0, 0, 2, 0]);
    expect(rowsOf(await csv({ claims: ofKainuu }))).toHaveLength(2);
    expect((await csv({ claims: provider(first) })).status).toBe(403);
  });

  it('comes in parts, each leading to the next, with the same filters', async () => {
    await post(file(...businessIds(25).map((id) => line(id))));
    const seen: string[] = [];
    let query: Record<string, string> = { county: 'kainuu', limit: '10' };
    for (;;) {
      const part = await csv({ query });
      seen.push(
        ...rowsOf(part)
          .slice(1)
          .map((row) => row.slice(0, 9)),
      );
      const link = /^<\/organisations\.csv\?(.*)>; rel="next"$/.exec(
        String(part.headers['link'] ?? ''),
      );
      if (link === null) break;
      query = Object.fromEntries(new URLSearchParams(link[1]));
      expect(query).toMatchObject({ county: 'kainuu', limit: '10' });
    }
    expect(seen).toEqual([...businessIds(25)].sort());
  });

  it('has its headers and words in the language asked for', async () => {
    await post(file(line(first)));
    const { text } = await csv({ headers: { 'accept-language': 'sv' } });
    expect(text).toContain('FO-nummer;Namn;Sektor');
    expect(text).toContain(';privat;Kajanaland;service för äldre;ja;direkt anslutning;');
    expect(counts(await post(text))).toEqual([0, 0, 1, 0]);
  });
});
