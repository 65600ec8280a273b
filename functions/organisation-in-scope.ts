import { BusinessId } from '../domain/identifiers.ts';
import { mayReach, reaches } from './access.ts';
import type { Organisations, StoredOrganisation, StoredProfile } from './adapters/organisations.ts';
import type { HttpRequest } from './http.ts';
import { Problem } from './problem.ts';
import type { RouteName } from './routes.ts';

/** What is stored under the path's businessId; 404 outside the caller's scope, whether it exists or not. */
export const placeInScope = async (
  route: RouteName,
  request: HttpRequest,
  organisations: Pick<Organisations, 'read'>,
): Promise<StoredOrganisation> => {
  const businessId = request.pathParameter('businessId', BusinessId);
  if (!mayReach(route, request.caller, businessId)) throw new Problem('not-found');
  const stored = await organisations.read(businessId);
  const counties = stored.profile?.content.counties ?? [];
  if (!reaches(route, request.caller, { businessId, counties })) throw new Problem('not-found');
  return stored;
};

export interface ExistingOrganisation extends StoredOrganisation {
  readonly profile: StoredProfile;
}

/** The organisation that the path names; 404 where there is none in the caller's scope. */
export const organisationInScope = async (
  route: RouteName,
  request: HttpRequest,
  organisations: Pick<Organisations, 'read'>,
): Promise<ExistingOrganisation> => {
  const { profile, ...stored } = await placeInScope(route, request, organisations);
  if (profile === undefined) throw new Problem('not-found');
  return { ...stored, profile };
};
