import { SupervisorId, type Supervisors } from '../../adapters/supervisors.ts';
import { reachesSupervisor } from '../access.ts';
import { type AddressDependencies, changedAddresses } from '../calendars/calendar-address.ts';
import { changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';

export interface Dependencies extends AddressDependencies, Recording {
  readonly supervisors: Pick<Supervisors, 'read'>;
}

/**
 * POST /supervisors/{id}/calendar: makes a secret address of the calendar of all organisations in a
 * supervisor's counties, or revokes one or all. It follows her counties as they are when it is read.
 */
export const createHandler = ({ supervisors, trail, clock, ...addresses }: Dependencies) =>
  changingFunction('make-supervisor-calendar', { trail, clock }, async (request) => {
    const route = 'make-supervisor-calendar';
    const id = request.pathParameter('id', SupervisorId);
    const isReached = reachesSupervisor(route, request.caller, id);
    if (!isReached || (await supervisors.read(id)) === undefined) throw new Problem('not-found');
    request.query(nothing);
    return changedAddresses(addresses, {
      route,
      request,
      owner: { kind: 'supervisor', id },
      counties: null,
      now: clock.now(),
    });
  });
