import type { ExpectedProducer } from '../domain/expected-producers.ts';
import { type County, counties } from '../domain/statute/counties.ts';
import type { Directory } from './adapters/directory.ts';
import type { ExpectedProducers } from './adapters/expected-producers.ts';
import { isReachable, operatorId, type StoredSupervisor } from './adapters/supervisors.ts';
import { registeredAmong } from './registered.ts';

/*
 * Whom a county expects and who has not registered, and who is to hear of it. Nothing of it is stored:
 * it follows from the lists, the directory and what each recipient was told, whenever it is asked.
 */

export interface Lists {
  readonly expectedProducers: Pick<ExpectedProducers, 'page'>;
  readonly directory: Pick<Directory, 'page'>;
}

const readAtOnce = 500;

/** The producers of a county's list that are not active there in this service, by business ID. */
export const unregisteredIn = async (
  { expectedProducers, directory }: Lists,
  county: County,
): Promise<readonly ExpectedProducer[]> => {
  const missing: ExpectedProducer[] = [];
  let after: string | null = null;
  do {
    const page = await expectedProducers.page({ county, after, limit: readAtOnce });
    const there = await registeredAmong(directory, county, page.producers);
    missing.push(...page.producers.filter(({ businessId }) => !there.has(businessId)));
    after = page.next;
  } while (after !== null);
  return missing;
};

/** Who hears of a county's list: its supervisors, and the operator where it has none that can be reached. */
export const hearersOf = (
  county: County,
  supervisors: readonly Pick<StoredSupervisor, 'id' | 'content' | 'mark'>[],
): readonly string[] => {
  const own = supervisors
    .filter(isReachable)
    .filter(({ content }) => content.counties.includes(county));
  return own.length === 0 ? [operatorId] : own.map(({ id }) => id);
};

/** The counties of whose lists a recipient hears. */
export const countiesHeardBy = (
  recipient: string,
  supervisors: readonly Pick<StoredSupervisor, 'id' | 'content' | 'mark'>[],
): readonly County[] =>
  counties.filter((county) => hearersOf(county, supervisors).includes(recipient));
