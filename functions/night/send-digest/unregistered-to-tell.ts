import type { UnregisteredSource } from '../../../domain/digest/unregistered.ts';
import { producersToTell } from '../../../domain/expected-producers.ts';
import type { DigestKey, Outbox } from '../../adapters/outbox.ts';
import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import type { Supervisors } from '../../adapters/supervisors.ts';
import { isContactId } from '../../contact-id.ts';
import { inGroups } from '../../in-groups.ts';
import { log } from '../../log.ts';
import { countiesHeardBy, type Lists, unregisteredIn } from '../../unregistered.ts';

export interface Asked extends Lists {
  readonly supervisors: Pick<Supervisors, 'list'>;
  readonly outbox: Pick<Outbox, 'toldProducers'>;
}

/**
 * The expected producers of which a recipient is to be told on a night, as the lists and the directory
 * have them now. A list that makes no sense is named in the log, and holds up nobody else's news.
 */
export const unregisteredToTell = async (
  { supervisors, outbox, ...lists }: Asked,
  { recipient, date }: DigestKey,
): Promise<readonly UnregisteredSource[]> => {
  if (isContactId(recipient)) return [];
  const heard = countiesHeardBy(recipient, await supervisors.list());
  const found = await inGroups(heard, async (county): Promise<UnregisteredSource> => {
    try {
      const missing = await unregisteredIn(lists, county);
      const told = missing.length === 0 ? {} : await outbox.toldProducers(recipient, county);
      return { county, producers: producersToTell(missing, told, date) };
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error;
      const { name, stack } = error instanceof Error ? error : new Error(String(error));
      log.error({ message: 'list left out', date, county, error: name, stack });
      return { county, producers: [] };
    }
  });
  return found.filter(({ producers }) => producers.length > 0);
};
