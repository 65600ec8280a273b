import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import type { County } from '../../../domain/statute/counties.ts';
import type { Directory } from '../../../functions/adapters/directory.ts';
import type { ExpectedProducers } from '../../../functions/adapters/expected-producers.ts';
import { createHandler as list } from '../../../functions/api/list-expected-producers/handler.ts';
import { createHandler as remove } from '../../../functions/api/remove-expected-producer/handler.ts';
import { businessIds } from '../../support/business-ids.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryDirectory } from '../../support/in-memory-directory.ts';
import { inMemoryExpectedProducers } from '../../support/in-memory-expected-producers.ts';

const ids = businessIds(30);
const [first, second, third] = ids as [BusinessId, BusinessId, BusinessId];

let expectedProducers: ExpectedProducers;
let directory: Directory;
beforeEach(() => {
  expectedProducers = inMemoryExpectedProducers();
  directory = inMemoryDirectory();
});

const listing = (county: County, ...businessIdsListed: readonly BusinessId[]) =>
  Promise.all(
    businessIdsListed.map((businessId) =>
      expectedProducers.expect(county, {
        businessId,
        name: `Hoiva ${businessId}`,
        expectedSince: day('2026-11-01'),
      }),
    ),
  );

const registering = (businessId: BusinessId, ...counties: readonly County[]) =>
  directory.list({
    businessId,
    name: 'Toinen nimi Oy',
    sector: 'private',
    counties: [...counties],
    serviceTasks: ['older-people'],
    status: 'overdue',
    evaluatedOn: day('2026-11-22'),
    deadlines: [],
    requirements: {},
    warnedOf: [],
    basedOn: 1,
  });

const asked = (query: Record<string, string> = {}, claims: object = admin) =>
  callOf(list({ expectedProducers, directory }))({ claims: { ...claims }, query });

const everyPage = async (query: Record<string, string>, claims: object = admin) => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await asked({ ...query, ...(cursor && { cursor }) }, claims);
    expect(status).toBe(200);
    for (const one of body.producers) seen.push(`${one.county} ${one.businessId}`);
    cursor = body.cursor;
  } while (cursor !== undefined);
  return seen;
};

describe('the list of expected producers', () => {
  it('tells whom a county expects since when, and whether each is there', async () => {
    await listing('kainuu', first, second);
    await registering(second, 'kainuu');
    const { body } = await asked({ county: 'kainuu' });
    const name = (businessId: string) => `Hoiva ${businessId}`;
    const facts = { county: 'kainuu', expectedSince: '2026-11-01' };
    expect(body).toEqual({
      producers: [
        { ...facts, businessId: first, name: name(first), registered: false },
        { ...facts, businessId: second, name: name(second), registered: true },
      ],
    });
  });

  it('says of one that is active elsewhere only what it says of one that is nowhere', async () => {
    await listing('kainuu', first, second);
    await registering(first, 'lappi');
    const { body } = await asked({}, supervisor('kainuu'));
    expect(body.producers).toMatchObject([
      { businessId: first, name: `Hoiva ${first}`, registered: false },
      { businessId: second, registered: false },
    ]);
    expect(JSON.stringify(body)).not.toContain('lappi');
    expect(JSON.stringify(body)).not.toContain('Toinen nimi');
  });

  it('can be asked for those who are there, and those who are not', async () => {
    await listing('kainuu', first, second, third);
    await registering(second, 'kainuu', 'lappi');
    expect(await everyPage({ registered: 'true' })).toEqual([`kainuu ${second}`]);
    expect(await everyPage({ registered: 'false' })).toEqual([
      `kainuu ${first}`,
      `kainuu ${third}`,
    ]);
  });

  it('shows a supervisor the lists of her counties alone', async () => {
    await listing('kainuu', first);
    await listing('lappi', second);
    expect(await everyPage({}, supervisor('lappi'))).toEqual([`lappi ${second}`]);
    expect(await everyPage({ county: 'kainuu' }, supervisor('lappi'))).toEqual([]);
    expect(await everyPage({}, admin)).toEqual([`kainuu ${first}`, `lappi ${second}`]);
  });

  it.each([
    ['a provider', provider(first)],
    ['who has no role of ours', {}],
  ])('is not for %s', async (_, claims) => {
    expect((await asked({}, claims)).status).toBe(403);
  });

  it('has each once, page after page, though some register between them', async () => {
    await listing('kainuu', ...ids);
    await listing('lappi', ...ids.slice(0, 5));
    const pages = await everyPage({ limit: '7' });
    expect(pages).toEqual([
      ...ids.map((id) => `kainuu ${id}`),
      ...ids.slice(0, 5).map((id) => `lappi ${id}`),
    ]);
    const { body } = await asked({ limit: '7', registered: 'false' });
    for (const id of ids.slice(0, 9)) await registering(id, 'kainuu');
    const rest = await asked({ limit: '7', registered: 'false', cursor: body.cursor });
    expect(rest.body.producers[0]).toMatchObject({ businessId: ids[9] });
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown filter', { colour: 'red' }, 'colour'],
    ['a county that there is not', { county: 'uusimaa' }, 'county'],
    ['registered by another word', { registered: 'yes' }, 'registered'],
    ['a limit over the largest', { limit: '201' }, 'limit'],
    ['a cursor of its own making', { cursor: 'AAAA' }, 'cursor'],
  ])('refuses %s, and says where', async (_, query, path) => {
    const { status, body } = await asked(query);
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });
});

describe('taking one from a list', () => {
  const removing = (county: string, businessId: string, claims: object = admin) =>
    callOf(
      remove({ expectedProducers, trail: inMemoryAuditTrail(), clock: clockOn('2026-11-22') }),
    )({
      claims: { ...claims },
      path: { county, businessId },
    });

  it('takes it from that list, once, and from no other', async () => {
    await listing('kainuu', first, second);
    await listing('lappi', first);
    expect(await removing('kainuu', first, supervisor('kainuu'))).toMatchObject({
      status: 204,
      text: '',
    });
    expect((await removing('kainuu', first, supervisor('kainuu'))).status).toBe(404);
    expect(await everyPage({})).toEqual([`kainuu ${second}`, `lappi ${first}`]);
  });

  it('answers of a list outside the counties of a supervisor as of one that has nobody', async () => {
    await listing('kainuu', first);
    const outside = await removing('kainuu', first, supervisor('lappi'));
    const nobody = await removing('lappi', first, supervisor('lappi'));
    expect(outside.status).toBe(404);
    expect(outside.body).toEqual(nobody.body);
    expect(await everyPage({})).toEqual([`kainuu ${first}`]);
  });

  it.each([
    ['a provider', 403, provider(first), 'kainuu', first],
    ['no county', 400, admin, 'uusimaa', first],
    ['no business ID', 400, admin, 'kainuu', '0000000-1'],
  ])('is refused for %s', async (_, status, claims, county, businessId) => {
    await listing('kainuu', first);
    expect((await removing(county, businessId, claims)).status).toBe(status);
    expect(await everyPage({})).toHaveLength(1);
  });
});
