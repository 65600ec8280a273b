import type { Temporal } from 'temporal-polyfill';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Directory } from '../adapters/directory.ts';
import type { Organisations, StoredProfile } from '../adapters/organisations.ts';
import { dayInHelsinki } from '../clock.ts';
import { leaveFirst, listAnew } from '../listing.ts';
import { Problem } from './problem.ts';
import { type Replaced, replaced } from './replaced.ts';

export interface ProfileStores {
  readonly organisations: Pick<Organisations, 'read' | 'saveProfile'>;
  readonly directory: Pick<Directory, 'list' | 'leave'>;
}

export interface ProfileWrite {
  readonly businessId: BusinessId;
  readonly content: OrganisationProfile;
  readonly now: Temporal.Instant;
  /** The caller's If-Match. */
  readonly ifMatch?: string | undefined;
  /** Whether only what was found may be replaced: then another who was quicker is told as a Problem. */
  readonly onlyFound?: boolean;
}

/** Puts a profile in place of what was found, and lists the organisation as it stands with it. */
export const putInPlace = async (
  { organisations, directory }: ProfileStores,
  { businessId, content, now, ifMatch, onlyFound = false }: ProfileWrite,
  found: StoredProfile | undefined,
): Promise<Replaced> => {
  const outcome = await replaced(
    {
      content,
      ifMatch,
      read: async () => {
        if (onlyFound) throw new Problem('changed-meanwhile');
        return (await organisations.read(businessId)).profile;
      },
      write: (replaces) =>
        organisations.saveProfile({
          businessId,
          content,
          replaces,
          now,
          beforehand: () =>
            leaveFirst(
              { organisations, directory },
              { businessId, counties: content.counties, replaces },
              dayInHelsinki(now),
            ),
        }),
    },
    found,
  );
  if (outcome !== 'unchanged') {
    await listAnew({ organisations, directory }, businessId, dayInHelsinki(now));
  }
  return outcome;
};
