import type { ExpectedProducer } from '../../domain/expected-producers.ts';
import type { ExpectedProducers } from '../../functions/adapters/expected-producers.ts';

/** Lists of expected producers kept in memory, as the table keeps them. */
export const inMemoryExpectedProducers = (): ExpectedProducers => {
  const byCounty = new Map<string, Map<string, ExpectedProducer>>();
  const listOf = (county: string) => {
    const list = byCounty.get(county) ?? new Map<string, ExpectedProducer>();
    byCounty.set(county, list);
    return list;
  };
  return {
    expect: async (county, producer) => {
      const list = listOf(county);
      const before = list.get(producer.businessId);
      if (before?.name === producer.name) return 'unchanged';
      const expectedSince = before?.expectedSince ?? producer.expectedSince;
      list.set(producer.businessId, { ...producer, expectedSince });
      return before === undefined ? 'added' : 'renamed';
    },
    remove: async (county, businessId) =>
      listOf(county).delete(businessId) ? 'removed' : 'not-listed',
    page: async ({ county, after, limit }) => {
      const all = [...listOf(county).values()]
        .sort((a, b) => (a.businessId < b.businessId ? -1 : 1))
        .filter(({ businessId }) => after === null || businessId > after);
      const producers = structuredClone(all.slice(0, limit));
      return {
        producers,
        next: all.length > limit ? (producers.at(-1)?.businessId ?? null) : null,
      };
    },
  };
};
