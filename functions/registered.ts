import type { ExpectedProducer } from '../domain/expected-producers.ts';
import type { County } from '../domain/statute/counties.ts';
import type { Directory } from './adapters/directory.ts';

/*
 * Who of those whom a county expects is there. What counts is that it is active in that county: of one
 * that is active elsewhere alone, the county's people learn no more than of one that is nowhere.
 */

const readAtOnce = 500;

/** The business IDs of some producers, in their order, that are active in the county in this service. */
export const registeredAmong = async (
  directory: Pick<Directory, 'page'>,
  county: County,
  producers: readonly Pick<ExpectedProducer, 'businessId'>[],
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  const [first, last] = [producers[0]?.businessId, producers.at(-1)?.businessId];
  if (first === undefined || last === undefined) return found;
  // A beginning of a text comes before the text.
  let after: string | null = first.slice(0, -1);
  while (after !== null && after < last) {
    const page = await directory.page({ county, after, limit: readAtOnce });
    for (const { businessId } of page.entries) found.add(businessId);
    after = page.next;
  }
  return found;
};
