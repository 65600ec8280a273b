import type { Day } from '../day.ts';
import type { ExpectedProducer } from '../expected-producers.ts';
import { inOrder } from '../in-order.ts';
import { lawAt } from '../law-in-force.ts';
import type { Catalogue } from '../statute/catalogue.ts';
import type { Citation } from '../statute/citation.ts';
import { type County, counties } from '../statute/counties.ts';
import { citationsOf } from './cited.ts';

/** Whom a county expects and who has not registered, as far as the recipient is to be told tonight. */
export interface UnregisteredSource {
  readonly county: County;
  readonly producers: readonly ExpectedProducer[];
}

/** One county's expected producers that have not registered in this service: one matter, not one each. */
export interface UnregisteredMatter {
  readonly county: County;
  /** Leads to all of them. */
  readonly link: string;
  /** By name; at least one. */
  readonly producers: readonly ExpectedProducer[];
  /** Where the law says that joining is their own duty. */
  readonly citations: readonly Citation[];
}

export const unregisteredMatters = (
  sources: readonly UnregisteredSource[],
  {
    night,
    publicUrl,
    catalogue,
  }: { readonly night: Day; readonly publicUrl: string; readonly catalogue: Catalogue },
): readonly UnregisteredMatter[] => {
  const { obligations } = lawAt({ validAt: night, knownAt: night }, catalogue);
  const citations = citationsOf(obligations.filter(({ obligation }) => obligation === 'join'));
  return sources
    .filter(({ producers }) => producers.length > 0)
    .map(({ county, producers }) => ({
      county,
      link: `${publicUrl}/expected-producers?county=${county}&registered=false`,
      producers: producers.toSorted(
        (a, b) => inOrder(a.name, b.name) || inOrder(a.businessId, b.businessId),
      ),
      citations,
    }))
    .toSorted((a, b) => counties.indexOf(a.county) - counties.indexOf(b.county));
};
