import type { Organisations } from '../../adapters/organisations.ts';
import { entityTag } from '../../entity-tag.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
}

/** GET /organisations/{businessId}: the profile, as it can be put again. */
export const createHandler = ({ organisations }: Dependencies) =>
  httpFunction('get-organisation', async (request) => {
    const { businessId, profile } = await organisationInScope(
      'get-organisation',
      request,
      organisations,
    );
    request.query(nothing);
    return {
      status: 200,
      headers: { etag: entityTag(profile.content) },
      body: { businessId, ...profile.content },
    };
  });
