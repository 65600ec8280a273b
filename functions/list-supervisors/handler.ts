import type { Supervisors } from '../adapters/supervisors.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';

export interface Dependencies {
  readonly supervisors: Pick<Supervisors, 'list'>;
}

/** GET /supervisors: everyone who is warned, in the order of their ids. */
export const createHandler = ({ supervisors }: Dependencies) =>
  httpFunction('list-supervisors', async (request) => {
    request.query(nothing);
    const all = await supervisors.list();
    return {
      status: 200,
      body: { supervisors: all.map(({ id, content }) => ({ id, ...content })) },
    };
  });
