import type { Supervisors } from '../../adapters/supervisors.ts';
import { listPages, pageOf } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { supervisorAnswer } from '../supervisor-answer.ts';

export interface Dependencies {
  readonly supervisors: Pick<Supervisors, 'list'>;
}

/** GET /supervisors: everyone who is warned, in the order of their ids. */
export const createHandler = ({ supervisors }: Dependencies) =>
  httpFunction('list-supervisors', async (request) => {
    const { cursor, limit } = request.query(listPages);
    const { page, ...next } = pageOf(await supervisors.list(), {
      cursor,
      limit,
      positionOf: ({ id }) => id,
      question: {},
      language: request.language,
    });
    return {
      status: 200,
      body: { supervisors: page.map(supervisorAnswer), ...next },
    };
  });
