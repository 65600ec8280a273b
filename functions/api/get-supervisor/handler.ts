import { SupervisorId, type Supervisors } from '../../adapters/supervisors.ts';
import { entityTag } from '../../entity-tag.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';
import { supervisorAnswer } from '../supervisor-answer.ts';

export interface Dependencies {
  readonly supervisors: Pick<Supervisors, 'read'>;
}

/** GET /supervisors/{id}: who is warned, as it can be put again. */
export const createHandler = ({ supervisors }: Dependencies) =>
  httpFunction('get-supervisor', async (request) => {
    const id = request.pathParameter('id', SupervisorId);
    request.query(nothing);
    const stored = await supervisors.read(id);
    if (stored === undefined) throw new Problem('not-found');
    const headers = { etag: entityTag(stored.content) };
    return { status: 200, headers, body: supervisorAnswer(stored) };
  });
