import type { ExpectedProducer } from '../../../domain/expected-producers.ts';
import type { County } from '../../../domain/statute/counties.ts';
import { registeredAmong } from '../../registered.ts';
import type { Lists } from '../../unregistered.ts';
import { inWalkingOrder, type Place } from '../../walk-directory.ts';

/** One place on one county's list. */
export interface ListedProducer extends ExpectedProducer {
  readonly county: County;
  readonly registered: boolean;
}

/** No more is read for one page, however few of them are asked for. */
const mostRead = 2000;
const readAtOnce = 200;

/**
 * What stands on the counties' lists, from a place on, at most `limit`; and where to go on, undefined
 * at the end. A place does not move when somebody registers, so pages stay stable.
 */
export const walkExpected = async (
  { expectedProducers, directory }: Lists,
  asked: { readonly counties: readonly County[]; readonly registered: boolean | undefined },
  { from, limit }: { readonly from: Place | undefined; readonly limit: number },
): Promise<{ readonly producers: readonly ListedProducer[]; readonly next: Place | undefined }> => {
  const order = inWalkingOrder(asked.counties);
  const found: ListedProducer[] = [];
  let read = 0;
  for (const county of order.slice(from === undefined ? 0 : order.indexOf(from.county))) {
    let after: string | null = from?.county === county ? from.after : null;
    do {
      const page = await expectedProducers.page({ county, after, limit: readAtOnce });
      const there = await registeredAmong(directory, county, page.producers);
      for (const { businessId, name, expectedSince } of page.producers) {
        const registered = there.has(businessId);
        if (asked.registered === undefined || asked.registered === registered) {
          found.push({ county, businessId, name, expectedSince, registered });
        }
        if (found.length === limit)
          return { producers: found, next: { county, after: businessId } };
      }
      read += page.producers.length;
      after = page.next;
      if (after !== null && read >= mostRead) return { producers: found, next: { county, after } };
    } while (after !== null);
  }
  return { producers: found, next: undefined };
};
