import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { legalPosition } from '../../../domain/legal-position.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { deadlinesAnswer } from '../answers/answers.ts';
import { httpFunction } from '../http.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

export const momentQuery = z.strictObject({
  validAt: Day.optional().describe(
    'The day whose law in force is asked for; today where left out.',
  ),
  knownAt: Day.optional().describe('The day by which acts had to be given; today where left out.'),
});

/** GET /organisations/{businessId}/deadlines: the days that bind it, by the law of a day as known on a day. */
export const createHandler = ({ organisations, clock }: Dependencies) =>
  httpFunction('get-deadlines', async (request) => {
    const today = dayInHelsinki(clock.now());
    const { businessId, profile, assessments } = await organisationInScope(
      'get-deadlines',
      request,
      organisations,
    );
    const { validAt = today, knownAt = today } = request.query(momentQuery);
    const position = legalPosition({
      organisation: { businessId, ...profile.content },
      assessments,
      validAt,
      knownAt,
    });
    return { status: 200, body: deadlinesAnswer(businessId, position, request.language) };
  });
