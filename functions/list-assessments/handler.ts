import { statedIn } from '../../domain/assessment.ts';
import type { Organisations } from '../adapters/organisations.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
}

/** GET /organisations/{businessId}/assessments: everything it has stated, the last received first. */
export const createHandler = ({ organisations }: Dependencies) =>
  httpFunction('list-assessments', async (request) => {
    const { assessments } = await organisationInScope('list-assessments', request, organisations);
    request.query(nothing);
    return {
      status: 200,
      body: {
        assessments: assessments
          .toReversed()
          .map(({ assessmentId, receivedAt, ...assessment }) => ({
            assessmentId,
            receivedAt,
            ...statedIn(assessment),
          })),
      },
    };
  });
