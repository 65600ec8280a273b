import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, day } from '../../../domain/day.ts';
import { type County, counties } from '../../../domain/statute/counties.ts';
import type { Directory, DirectoryEntry } from '../../../functions/adapters/directory.ts';
import { createHandler } from '../../../functions/api/list-organisations/handler.ts';
import { businessIds } from '../../support/business-ids.ts';
import { admin, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';

const ids = businessIds(40);

const anEntry = (facts: Partial<DirectoryEntry>): DirectoryEntry => ({
  businessId: ids[0] as DirectoryEntry['businessId'],
  name: 'Esimerkkihoiva Oy',
  sector: 'private',
  counties: ['kainuu'],
  serviceTasks: ['older-people'],
  status: 'overdue',
  evaluatedOn: day('2026-11-22'),
  deadlines: [],
  requirements: {},
  warnedOf: [],
  basedOn: 1,
  ...facts,
});

let directory: Directory;
beforeEach(() => {
  directory = inMemoryDirectory();
});

const list = async (query: Record<string, string> = {}, claims: object = admin) =>
  callOf(createHandler({ directory }))({ claims: { ...claims }, query });

/** Every page after the other, each given to a writer before the next is read. */
const everyPage = async (
  query: Record<string, string>,
  { claims = admin, between }: { claims?: object; between?: () => Promise<void> } = {},
) => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await list({ ...query, ...(cursor && { cursor }) }, claims);
    expect(status).toBe(200);
    seen.push(...body.organisations.map((one: { businessId: string }) => one.businessId));
    cursor = body.cursor;
    await between?.();
  } while (cursor !== undefined);
  return seen;
};

const [first, second, third] = ids as [
  DirectoryEntry['businessId'],
  DirectoryEntry['businessId'],
  DirectoryEntry['businessId'],
];

describe('the list of organisations', () => {
  it('tells how each stands, what is due next and what is missing', async () => {
    await directory.list(
      anEntry({
        deadlines: [{ id: 'join', due: day('2026-09-01'), status: 'overdue' }],
        requirements: {
          cards: 'missing',
          'access-rights': 'in-progress',
          'security-plan': 'unknown',
        },
      }),
    );
    const { body } = await list();
    expect(body).toEqual({
      organisations: [
        {
          businessId: first,
          name: 'Esimerkkihoiva Oy',
          sector: 'private',
          counties: ['kainuu'],
          serviceTasks: ['older-people'],
          status: 'overdue',
          statusText: expect.any(String),
          evaluatedOn: '2026-11-22',
          nextDeadline: { id: 'join', due: '2026-09-01', status: 'overdue' },
          deadlinesNotMet: 1,
          missing: ['cards', 'security-plan'],
        },
      ],
    });
  });

  it('has each organisation once, though it is active in several counties', async () => {
    await directory.list(anEntry({ counties: ['lappi', 'kainuu'] }));
    await directory.list(anEntry({ businessId: second, counties: ['lappi'] }));
    expect(await everyPage({})).toEqual([first, second]);
    expect(await everyPage({ county: 'lappi' })).toEqual([first, second]);
    expect(await everyPage({}, { claims: supervisor('lappi') })).toEqual([first, second]);
  });

  it('shows a supervisor the organisations of her counties, and no others', async () => {
    await directory.list(anEntry({ counties: ['kainuu'] }));
    await directory.list(anEntry({ businessId: second, counties: ['lappi'] }));
    expect(await everyPage({}, { claims: supervisor('lappi') })).toEqual([second]);
    expect(await everyPage({ county: 'kainuu' }, { claims: supervisor('lappi') })).toEqual([]);
    expect(await everyPage({}, { claims: supervisor() })).toEqual([]);
  });

  it('is not for providers', async () => {
    expect((await list({}, provider(first))).status).toBe(403);
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['status', { status: 'ready' }, [second]],
    ['service task', { serviceTask: 'family-law' }, [third]],
    ['a duty due before a day', { deadlineBefore: '2026-09-02' }, [first]],
    ['a duty due on that day, which is not before it', { deadlineBefore: '2026-09-01' }, []],
    ['a missing requirement', { missing: 'cards' }, [first]],
    ['two filters, of which both must hold', { missing: 'cards', status: 'ready' }, []],
  ])('filters by %s', async (_, query, expected) => {
    await directory.list(
      anEntry({
        deadlines: [{ id: 'join', due: day('2026-09-01'), status: 'overdue' }],
        requirements: { cards: 'expired' },
      }),
    );
    await directory.list(anEntry({ businessId: second, status: 'ready' }));
    await directory.list(
      anEntry({
        businessId: third,
        serviceTasks: ['family-law'],
        requirements: { cards: 'in-progress' },
      }),
    );
    expect(await everyPage(query)).toEqual(expected);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown filter', { colour: 'red' }, 'colour'],
    ['a status that there is not', { status: 'fine' }, 'status'],
    ['a county that there is not', { county: 'uusimaa' }, 'county'],
    ['a day that there is not', { deadlineBefore: '2026-02-30' }, 'deadlineBefore'],
    ['a requirement that there is not', { missing: 'toString' }, 'missing'],
    ['no limit at all', { limit: '' }, 'limit'],
    ['a limit of none', { limit: '0' }, 'limit'],
    ['a limit over the largest', { limit: '201' }, 'limit'],
    ['a cursor of its own making', { cursor: 'AAAA' }, 'cursor'],
    ['a cursor that is no text of ours', { cursor: '../..' }, 'cursor'],
  ])('refuses %s, and says where', async (_, query, path) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });

  it('refuses the cursor of another question', async () => {
    for (const businessId of ids) await directory.list(anEntry({ businessId }));
    const { body } = await list({ limit: '3' });
    const cursor = String(body.cursor);
    expect((await list({ limit: '5', cursor })).status).toBe(200);
    expect((await list({ status: 'overdue', cursor })).status).toBe(400);
    expect((await list({ cursor }, supervisor('kainuu'))).status).toBe(400);
  });
});

describe('its pages', () => {
  const someCounties: readonly County[] = counties.slice(0, 4);
  const anOrganisation = fc.record({
    businessId: fc.constantFrom(...ids),
    counties: fc.uniqueArray(fc.constantFrom(...someCounties), { minLength: 1 }),
    status: fc.constantFrom('overdue', 'ready'),
  });
  const days: readonly Day[] = [day('2026-11-22'), day('2026-11-23')];

  it('have everyone who does not change once, whatever is written between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anOrganisation, { selector: (one) => one.businessId, maxLength: 30 }),
        fc.array(anOrganisation, { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (there, written, limit) => {
          directory = inMemoryDirectory();
          for (const one of there) await directory.list(anEntry(one));
          const touched = new Set(written.map((one) => one.businessId));
          const still = there.filter((one) => !touched.has(one.businessId));
          const writes = written.entries();
          const seen = await everyPage(
            { limit: String(limit) },
            {
              between: async () => {
                const next = writes.next().value;
                if (next === undefined) return;
                const [n, one] = next;
                const evaluatedOn = days[n % 2] as Day;
                await directory.list(anEntry({ ...one, basedOn: 2 + n, evaluatedOn }));
              },
            },
          );
          for (const { businessId } of still) {
            expect(seen.filter((id) => id === businessId)).toEqual([businessId]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
