import { describe, expect, it } from 'vitest';
import { day } from '../../domain/day.ts';
import { producersToTell, toldOfProducers } from '../../domain/expected-producers.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import { businessIds } from '../support/business-ids.ts';

const [first, second] = businessIds(2) as [BusinessId, BusinessId];
const producer = { businessId: first, name: 'Hoiva Oy', expectedSince: day('2026-11-01') };

describe('an expected producer that has not registered', () => {
  it.each<[string, string | undefined, number]>([
    ['never', undefined, 1],
    ['on the very night, which runs again', '2026-11-22', 0],
    ['27 days before', '2026-10-26', 0],
    ['28 days before', '2026-10-25', 1],
    ['on a later day, before a past night is run', '2026-11-23', 0],
  ])('is told where the recipient was told of it %s', (_, told, count) => {
    const before = told === undefined ? {} : { [first]: day(told) };
    expect(producersToTell([producer], before, day('2026-11-22'))).toHaveLength(count);
  });

  it('is remembered as told on that night, beside what was told in the four weeks before', () => {
    const told = { [first]: day('2026-10-25'), [second]: day('2026-10-26') };
    const night = day('2026-11-22');
    expect(toldOfProducers(told, [], night)).toEqual({ [second]: '2026-10-26' });
    const after = toldOfProducers(told, [first], night);
    expect(after).toEqual({ [first]: night, [second]: '2026-10-26' });
    expect(toldOfProducers(after, [first], night)).toEqual(after);
  });
});
