import * as z from 'zod';
import type { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import {
  type OrganisationProfile,
  organisationProfile,
  remarksOn,
} from '../../../domain/organisation.ts';
import { dayInHelsinki } from '../../clock.ts';
import { entityTag } from '../../entity-tag.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { remarkTexts } from '../input-texts.ts';
import { placeInScope } from '../organisation-in-scope.ts';
import { type ProfileStores, putInPlace } from '../put-in-place.ts';
import { type Replaced, stands } from '../replaced.ts';

export interface Dependencies extends Recording, ProfileStores {}

/** A profile as it is put: what GET answers, with its businessId, can be put again. */
export const putProfile = (today: Day, businessId: z.ZodType<string> = BusinessId) =>
  organisationProfile(today)
    .safeExtend({ businessId: businessId.optional() })
    .transform(({ businessId: _, ...profile }): OrganisationProfile => profile);

/**
 * PUT /organisations/{businessId}: creates or replaces the profile.
 *
 * Asked a second time with the same content it writes nothing and answers the same. Without If-Match
 * the last of two writers wins; with it the second gets 412.
 */
export const createHandler = ({ organisations, directory, ...recording }: Dependencies) =>
  changingFunction('save-organisation', recording, async (request) => {
    const now = recording.clock.now();
    const today = dayInHelsinki(now);
    const { businessId, profile } = await placeInScope('save-organisation', request, organisations);
    request.query(nothing);
    const content = request.body(putProfile(today, z.literal(businessId)));
    const write = { businessId, content, now, ifMatch: request.header('if-match') };
    const warnings = remarksOn({ businessId, ...content }).map(({ path, rule }) => ({
      path,
      message: remarkTexts[rule][request.language],
    }));
    const answer = (outcome: Replaced): Answer => ({
      status: outcome === 'created' ? 201 : 200,
      headers: { etag: entityTag(content) },
      body: { businessId, ...content, ...(warnings.length > 0 && { warnings }) },
    });
    if (stands(write, profile)) return answer('unchanged');
    const make = async () => answer(await putInPlace({ organisations, directory }, write, profile));
    return { about: businessId, make };
  });
