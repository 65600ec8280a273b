import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ChunkResult,
  dynamoImports,
  type Imports,
  type NewImport,
} from '../../../functions/adapters/imports.ts';
import { momentOf } from '../../support/clocks.ts';
import { inMemoryImports } from '../../support/in-memory-imports.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const started: NewImport = {
  id: 'tuonti',
  kind: 'organisations',
  dryRun: false,
  bodyHash: 'abc',
  language: 'fi',
  startedBy: { subject: 'aino', role: 'supervisor', counties: ['kainuu'] },
  startedAt: '2026-11-22T10:00:00.000Z',
  columns: [{ path: ['storingSince', 'older-people'], column: 3, header: 'Tallentaa alkaen' }],
  rows: 2,
  chunks: 2,
};
const aRow = (row: number) => ({
  row,
  line: row + 1,
  assignments: [{ path: ['name'], value: `Hoiva ${row}` }],
  errors: [],
});
const anError = { row: 1, line: 2, column: 3, header: 'Nimi', path: 'name', message: 'Puuttuu.' };
const result = (counts: Partial<ChunkResult['counts']>, errors = [anError]): ChunkResult => ({
  counts: { created: 0, changed: 0, unchanged: 0, failed: 0, ...counts },
  errors,
});
const now = momentOf('2026-11-22');
const leaseOf = (holder: string, seconds = 0) => ({
  holder,
  now: now.add({ seconds }),
  until: now.add({ seconds: seconds + 60 }),
});

describe.each([
  ['in memory', async () => inMemoryImports()],
  ['in DynamoDB', async () => dynamoImports(dynamo.client, await dynamo.newTable())],
] as const)('imports %s', (_, make) => {
  let imports: Imports;
  beforeEach(async () => {
    imports = await make();
  });
  const opened = async () => {
    await imports.begin(started);
    await imports.putRows(started, 0, [aRow(1)]);
    await imports.putRows(started, 1, [aRow(2)]);
    await imports.open(started);
  };
  const read = async () => {
    const found = await imports.read(started.id);
    if (found === undefined) throw new Error('it was begun');
    return found;
  };

  it('finds none that was not begun', async () => {
    expect(await imports.read('toinen')).toBeUndefined();
    expect(await imports.unfinished(5)).toEqual([]);
  });

  it('keeps the first under an id', async () => {
    expect(await imports.begin(started)).toBe('begun');
    expect(await imports.begin({ ...started, bodyHash: 'toinen' })).toBe('there-already');
    expect(await read()).toEqual({
      ...started,
      isOpen: false,
      chunksDone: 0,
      counts: { created: 0, changed: 0, unchanged: 0, failed: 0 },
    });
  });

  it('has nobody work on one whose rows are not all stored', async () => {
    await imports.begin(started);
    expect(await imports.claim(started.id, leaseOf('a'))).toBe(false);
    expect(await imports.unfinished(5)).toEqual([]);
    await imports.open(started);
    expect(await imports.unfinished(5)).toEqual([started.id]);
  });

  it('is one’s at a time, until the lease has run out or is given back', async () => {
    await opened();
    expect(await imports.claim(started.id, leaseOf('a'))).toBe(true);
    expect(await imports.claim(started.id, leaseOf('b', 59))).toBe(false);
    expect(await imports.claim(started.id, leaseOf('b', 60))).toBe(true);
    await imports.release(started.id, 'a');
    expect(await imports.claim(started.id, leaseOf('c', 61))).toBe(false);
    await imports.release(started.id, 'b');
    expect(await imports.claim(started.id, leaseOf('c', 61))).toBe(true);
  });

  it('counts a chunk once, and only for who holds it', async () => {
    await opened();
    await imports.claim(started.id, leaseOf('a'));
    const before = await read();
    expect(await imports.advance(before, result({ created: 1 }), leaseOf('b'))).toBe(false);
    expect(await imports.advance(before, result({ created: 1 }), leaseOf('a'))).toBe(true);
    expect(await imports.advance(before, result({ created: 1 }), leaseOf('a'))).toBe(false);
    expect(await read()).toMatchObject({ chunksDone: 1, counts: { created: 1, failed: 0 } });
    await expect(imports.rows(started.id, 0)).rejects.toThrow();
    expect(await imports.rows(started.id, 1)).toEqual([aRow(2)]);
  });

  it('ends with its last chunk, and is nobody’s work any more', async () => {
    await opened();
    await imports.claim(started.id, leaseOf('a'));
    await imports.advance(await read(), result({ changed: 1 }), leaseOf('a'));
    await imports.advance(await read(), result({ failed: 1 }), leaseOf('a'));
    expect(await read()).toMatchObject({
      endedAt: '2026-11-22T10:00:00.000Z',
      counts: { created: 0, changed: 1, unchanged: 0, failed: 1 },
    });
    expect(await imports.unfinished(5)).toEqual([]);
    expect(await imports.claim(started.id, leaseOf('b', 600))).toBe(false);
  });

  it('keeps the first result of a chunk', async () => {
    await opened();
    const first = result({ created: 1 });
    expect(await imports.putResult(started, 0, first)).toEqual(first);
    expect(await imports.putResult(started, 0, result({ unchanged: 1 }, []))).toEqual(first);
    expect(await imports.result(started.id, 0)).toEqual(first);
    expect(await imports.result(started.id, 1)).toBeUndefined();
  });

  it('gives those to be worked on by their start', async () => {
    for (const [id, hour] of [
      ['b', '12'],
      ['a', '11'],
      ['c', '13'],
    ] as const) {
      const one = { ...started, id, startedAt: `2026-11-22T${hour}:00:00.000Z` };
      await imports.begin(one);
      await imports.open(one);
    }
    expect(await imports.unfinished(2)).toEqual(['a', 'b']);
  });
});
