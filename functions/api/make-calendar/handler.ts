import type { Organisations } from '../../adapters/organisations.ts';
import { countiesInReach } from '../access.ts';
import { type AddressDependencies, changedAddresses } from '../calendars/calendar-address.ts';
import { changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies extends AddressDependencies, Recording {
  readonly organisations: Pick<Organisations, 'read'>;
}

/**
 * POST /organisations/{businessId}/calendar: makes a secret address of the organisation's calendar, or
 * revokes one or all. One that a supervisor makes reaches as far as she does: her counties are kept.
 */
export const createHandler = ({ organisations, trail, clock, ...addresses }: Dependencies) =>
  changingFunction('make-calendar', { trail, clock }, async (request) => {
    const route = 'make-calendar';
    const { businessId } = await organisationInScope(route, request, organisations);
    request.query(nothing);
    const { caller } = request;
    return changedAddresses(addresses, {
      route,
      request,
      owner: { kind: 'organisation', businessId },
      counties: caller.role === 'supervisor' ? [...countiesInReach(route, caller)] : null,
      now: clock.now(),
    });
  });
