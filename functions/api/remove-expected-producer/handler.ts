import { BusinessId } from '../../../domain/identifiers.ts';
import { countyKey } from '../../../domain/organisation.ts';
import type { ExpectedProducers } from '../../adapters/expected-producers.ts';
import { countiesInReach } from '../access.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';

export interface Dependencies extends Recording {
  readonly expectedProducers: Pick<ExpectedProducers, 'remove'>;
}

/**
 * DELETE /expected-producers/{county}/{businessId}: takes a producer from a county's list, where it
 * stands by mistake or has ended. Asked a second time it answers 404, as for what never stood there.
 */
export const createHandler = ({ expectedProducers, ...recording }: Dependencies) =>
  changingFunction('remove-expected-producer', recording, async (request) => {
    const county = request.pathParameter('county', countyKey);
    const businessId = request.pathParameter('businessId', BusinessId);
    request.query(nothing);
    const reach = countiesInReach('remove-expected-producer', request.caller);
    if (!reach.includes(county)) throw new Problem('not-found');
    const make = async (): Promise<Answer> => {
      const outcome = await expectedProducers.remove(county, businessId);
      if (outcome === 'not-listed') throw new Problem('not-found');
      return { status: 204 };
    };
    return { about: `${county}/${businessId}`, make };
  });
