import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import {
  type Directory,
  type DirectoryEntry,
  dynamoDirectory,
} from '../../../functions/adapters/directory.ts';
import { businessIds } from '../../support/business-ids.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const ids = businessIds(5);
const [first, second] = ids;
if (first === undefined || second === undefined) throw new Error('two IDs were asked for');

const anEntry = (facts: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  businessId: first,
  name: 'Esimerkkihoiva Oy',
  sector: 'private',
  counties: ['kainuu'],
  serviceTasks: ['older-people'],
  status: 'overdue',
  evaluatedOn: day('2026-11-22'),
  deadlines: [{ id: 'join', due: day('2026-09-01'), status: 'overdue' }],
  requirements: { cards: 'missing' },
  warnedOf: [],
  basedOn: 3,
  ...facts,
});

describe.each([
  ['in memory', async () => inMemoryDirectory()],
  ['in DynamoDB', async () => dynamoDirectory(dynamo.client, await dynamo.newTable())],
] as const)('the directory %s', (_, make) => {
  let directory: Directory;
  beforeEach(async () => {
    directory = await make();
  });
  const inCounty = async (county: 'kainuu' | 'lappi') =>
    (await directory.page({ county, after: null, limit: 10 })).entries;

  it('has nobody in a county that nobody was listed in', async () => {
    expect(await directory.page({ county: 'lappi', after: null, limit: 10 })).toEqual({
      entries: [],
      next: null,
    });
  });

  it('gives back an organisation under each of its counties', async () => {
    const entry = anEntry({ counties: ['kainuu', 'lappi'] });
    await directory.list(entry);
    expect(await inCounty('kainuu')).toEqual([entry]);
    expect(await inCounty('lappi')).toEqual([entry]);
  });

  it.each([
    ['later facts', { basedOn: 4 }, 'ready'],
    ['the same facts on a later day', { evaluatedOn: day('2026-11-23') }, 'ready'],
    ['the same facts on the same day', {}, 'ready'],
    [
      'earlier facts, though on a later day',
      { basedOn: 2, evaluatedOn: day('2026-12-24') },
      'overdue',
    ],
    ['the same facts on an earlier day', { evaluatedOn: day('2026-11-21') }, 'overdue'],
  ] as const)('after another that rests on %s', async (_why, facts, status) => {
    await directory.list(anEntry());
    await directory.list(anEntry({ ...facts, status: 'ready' }));
    expect((await inCounty('kainuu')).map((one) => one.status)).toEqual([status]);
  });

  const on = day('2026-11-22');
  it.each([
    ['earlier facts', { basedOn: 3 }, 0],
    ['earlier facts, on a later day', { basedOn: 3, evaluatedOn: day('2026-11-23') }, 0],
    ['the same facts on the same day', { basedOn: 4 }, 0],
    ['the same facts on a later day', { basedOn: 4, evaluatedOn: day('2026-11-23') }, 1],
    ['later facts', { basedOn: 5 }, 1],
  ])('lets an organisation leave; found again by %s', async (_why, facts, times) => {
    await directory.list(anEntry());
    await directory.leave(first, { counties: ['kainuu'], basedOn: 4, on });
    expect(await inCounty('kainuu')).toEqual([]);
    await directory.list(anEntry(facts));
    expect(await inCounty('kainuu')).toHaveLength(times);
  });

  it('keeps whom later facts have listed in a county that earlier ones would leave', async () => {
    await directory.list(anEntry({ basedOn: 5 }));
    await directory.leave(first, { counties: ['kainuu'], basedOn: 4, on });
    expect(await inCounty('kainuu')).toHaveLength(1);
  });

  it('goes on where a page ended, by business ID, to its end', async () => {
    for (const businessId of ids.toReversed()) await directory.list(anEntry({ businessId }));
    await directory.leave(second, { counties: ['kainuu'], basedOn: 4, on });
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await directory.page({ county: 'kainuu', after, limit: 2 });
      seen.push(...page.entries.map(({ businessId }) => businessId));
      after = page.next;
      if (after === null) break;
    }
    expect(after).toBeNull();
    expect(seen).toEqual(ids.filter((id) => id !== second));
  });
});
