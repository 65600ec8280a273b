import { statedIn } from '../../../domain/assessment.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { listPages, pageOf } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
}

/** GET /organisations/{businessId}/assessments: everything it has stated, the last received first. */
export const createHandler = ({ organisations }: Dependencies) =>
  httpFunction('list-assessments', async (request) => {
    const { businessId, assessments } = await organisationInScope(
      'list-assessments',
      request,
      organisations,
    );
    const { cursor, limit } = request.query(listPages);
    const { page, ...next } = pageOf(assessments.toReversed(), {
      cursor,
      limit,
      positionOf: ({ assessmentId }) => assessmentId,
      question: { businessId },
      language: request.language,
    });
    return {
      status: 200,
      body: {
        assessments: page.map(({ assessmentId, receivedAt, ...assessment }) => ({
          assessmentId,
          receivedAt,
          ...statedIn(assessment),
        })),
        ...next,
      },
    };
  });
