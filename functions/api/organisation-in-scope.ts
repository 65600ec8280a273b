import { BusinessId } from '../../domain/identifiers.ts';
import type {
  Organisations,
  StoredOrganisation,
  StoredProfile,
} from '../adapters/organisations.ts';
import { mayReach, reaches } from './access.ts';
import type { HttpRequest } from './http.ts';
import { Problem } from './problem.ts';
import type { RouteName } from './routes.ts';

const storedInScope = async (
  route: RouteName,
  { caller, businessId }: Pick<HttpRequest, 'caller'> & { readonly businessId: BusinessId },
  organisations: Pick<Organisations, 'read'>,
): Promise<StoredOrganisation> => {
  if (!mayReach(route, caller, businessId)) throw new Problem('not-found');
  const stored = await organisations.read(businessId);
  const counties = stored.profile?.content.counties ?? [];
  if (!reaches(route, caller, { businessId, counties })) throw new Problem('not-found');
  return stored;
};

/** What is stored under the path's businessId; 404 outside the caller's scope, whether it exists or not. */
export const placeInScope = async (
  route: RouteName,
  request: HttpRequest,
  organisations: Pick<Organisations, 'read'>,
): Promise<StoredOrganisation> => {
  const businessId = request.pathParameter('businessId', BusinessId);
  return storedInScope(route, { caller: request.caller, businessId }, organisations);
};

export interface ExistingOrganisation extends StoredOrganisation {
  readonly profile: StoredProfile;
}

/** The organisation that a call names otherwise than in its path; 404 where there is none in the caller's scope. */
export const namedInScope = async (
  route: RouteName,
  { caller, businessId }: Pick<HttpRequest, 'caller'> & { readonly businessId: BusinessId },
  organisations: Pick<Organisations, 'read'>,
): Promise<ExistingOrganisation> => {
  const { profile, ...stored } = await storedInScope(route, { caller, businessId }, organisations);
  if (profile === undefined) throw new Problem('not-found');
  return { ...stored, profile };
};

/** The organisation that the path names; 404 where there is none in the caller's scope. */
export const organisationInScope = async (
  route: RouteName,
  request: HttpRequest,
  organisations: Pick<Organisations, 'read'>,
): Promise<ExistingOrganisation> => {
  const businessId = request.pathParameter('businessId', BusinessId);
  return namedInScope(route, { caller: request.caller, businessId }, organisations);
};
