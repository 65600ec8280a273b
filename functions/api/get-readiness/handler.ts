import { evaluate } from '../../../domain/evaluation.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { readinessAnswer } from '../answers/answers.ts';
import { factsFor, recordedOn } from '../answers/known-facts.ts';
import { onDayQuery } from '../answers/on-day-query.ts';
import { httpFunction } from '../http.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

/**
 * GET /organisations/{businessId}/readiness: the evaluation, today or on another day. Beside a day gone
 * by stands what the nights recorded of it.
 */
export const createHandler = ({ organisations, clock }: Dependencies) =>
  httpFunction('get-readiness', async (request) => {
    const today = dayInHelsinki(clock.now());
    const stored = await organisationInScope('get-readiness', request, organisations);
    const { on = today } = request.query(onDayQuery);
    const { facts, knownAs } = factsFor(stored, { on, today });
    const evaluation = evaluate({ ...facts, on });
    return {
      status: 200,
      body: {
        businessId: stored.businessId,
        knownAs,
        ...readinessAnswer(evaluation, request.language),
        ...(on < today ? { recorded: recordedOn(stored, on) } : {}),
      },
    };
  });
