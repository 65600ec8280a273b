import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { ExpectedProducer } from '../../../domain/expected-producers.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import {
  dynamoExpectedProducers,
  type ExpectedProducers,
} from '../../../functions/adapters/expected-producers.ts';
import { businessIds } from '../../support/business-ids.ts';
import { inMemoryExpectedProducers } from '../../support/in-memory-expected-producers.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const ids = businessIds(5);
const [first, second] = ids as [BusinessId, BusinessId];

const aProducer = (facts: Partial<ExpectedProducer> = {}): ExpectedProducer => ({
  businessId: first,
  name: 'Esimerkkihoiva Oy',
  expectedSince: day('2026-11-22'),
  ...facts,
});

describe.each([
  ['in memory', async () => inMemoryExpectedProducers()],
  ['in DynamoDB', async () => dynamoExpectedProducers(dynamo.client, await dynamo.newTable())],
] as const)('expected producers %s', (_, make) => {
  let expected: ExpectedProducers;
  beforeEach(async () => {
    expected = await make();
  });
  const listOf = async (county: 'kainuu' | 'lappi') =>
    (await expected.page({ county, after: null, limit: 10 })).producers;

  it('are none where no list was given', async () => {
    const page = await expected.page({ county: 'kainuu', after: null, limit: 10 });
    expect(page).toEqual({ producers: [], next: null });
  });

  it('stand on the list of their county alone', async () => {
    expect(await expected.expect('kainuu', aProducer())).toBe('added');
    expect(await listOf('kainuu')).toEqual([aProducer()]);
    expect(await listOf('lappi')).toEqual([]);
  });

  it('stay as they are when their list is given again on a later day', async () => {
    await expected.expect('kainuu', aProducer());
    const again = aProducer({ expectedSince: day('2027-01-01') });
    expect(await expected.expect('kainuu', again)).toBe('unchanged');
    expect(await listOf('kainuu')).toEqual([aProducer()]);
  });

  it('take another name, and are expected since when they were', async () => {
    await expected.expect('kainuu', aProducer());
    const renamed = aProducer({ name: 'Uusi nimi Oy', expectedSince: day('2027-01-01') });
    expect(await expected.expect('kainuu', renamed)).toBe('renamed');
    expect(await listOf('kainuu')).toEqual([aProducer({ name: 'Uusi nimi Oy' })]);
  });

  it('can be removed once, from one list and not from another', async () => {
    await expected.expect('kainuu', aProducer());
    await expected.expect('lappi', aProducer());
    expect(await expected.remove('kainuu', first)).toBe('removed');
    expect(await expected.remove('kainuu', first)).toBe('not-listed');
    expect(await listOf('kainuu')).toEqual([]);
    expect(await listOf('lappi')).toEqual([aProducer()]);
  });

  it('that were removed are expected anew when they are listed again', async () => {
    await expected.expect('kainuu', aProducer());
    await expected.remove('kainuu', first);
    const later = aProducer({ expectedSince: day('2027-01-01') });
    expect(await expected.expect('kainuu', later)).toBe('added');
    expect(await listOf('kainuu')).toEqual([later]);
  });

  it('are read page after page by business ID, to the end', async () => {
    for (const businessId of ids.toReversed()) {
      await expected.expect('kainuu', aProducer({ businessId }));
    }
    await expected.remove('kainuu', second);
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await expected.page({ county: 'kainuu', after, limit: 2 });
      seen.push(...page.producers.map(({ businessId }) => businessId));
      after = page.next;
      if (after === null) break;
    }
    expect(after).toBeNull();
    expect(seen).toEqual(ids.filter((id) => id !== second));
  });
});
