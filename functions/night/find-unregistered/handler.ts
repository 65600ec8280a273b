import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { producersToTell } from '../../../domain/expected-producers.ts';
import { type County, counties } from '../../../domain/statute/counties.ts';
import type { Outbox } from '../../adapters/outbox.ts';
import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import type { StoredSupervisor, Supervisors } from '../../adapters/supervisors.ts';
import { inGroups } from '../../in-groups.ts';
import { log } from '../../log.ts';
import { hearersOf, type Lists, unregisteredIn } from '../../unregistered.ts';

export interface Dependencies extends Lists {
  readonly supervisors: Pick<Supervisors, 'list'>;
  readonly outbox: Pick<Outbox, 'toldProducers'>;
}

const Input = z.object({ date: Day });

/**
 * Whom a night has to tell that expected producers have not registered: those who were not told of
 * each in the last four weeks. Only reads, so it may run as often as it likes; what is told is found
 * again when the mail is written. A list that makes no sense is named in the log, makes the night
 * partial and holds up no other county's.
 */
export const createHandler = ({ supervisors, outbox, ...lists }: Dependencies) => {
  const toBeToldOf = async (
    county: County,
    { date, everyone }: { readonly date: Day; readonly everyone: readonly StoredSupervisor[] },
  ): Promise<readonly string[]> => {
    const missing = await unregisteredIn(lists, county);
    if (missing.length === 0) return [];
    const hearers = hearersOf(county, everyone);
    const told = await inGroups(hearers, (recipient) => outbox.toldProducers(recipient, county));
    return hearers.filter((_, i) => producersToTell(missing, told[i] ?? {}, date).length > 0);
  };

  return async (event: unknown) => {
    const { date } = Input.parse(event);
    const everyone = await supervisors.list();
    const found = await inGroups(counties, async (county) => {
      try {
        return { recipients: await toBeToldOf(county, { date, everyone }), failed: false };
      } catch (error) {
        if (error instanceof StorageUnavailable) throw error;
        const { name, stack } = error instanceof Error ? error : new Error(String(error));
        log.error({ message: 'list left out', date, county, error: name, stack });
        return { recipients: [], failed: true };
      }
    });
    return {
      recipients: [...new Set(found.flatMap(({ recipients }) => recipients))],
      failed: found.some(({ failed }) => failed),
    };
  };
};
