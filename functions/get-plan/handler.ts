import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import type { Organisations } from '../adapters/organisations.ts';
import { type Clock, dayInHelsinki } from '../clock.ts';
import { httpFunction } from '../http.ts';
import { factsFor } from '../known-facts.ts';
import { organisationInScope } from '../organisation-in-scope.ts';
import { planAnswer } from '../plan-answer.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

/** GET /organisations/{businessId}/plan: what must be started, and when, to make the deadline. */
export const createHandler = ({ organisations, clock }: Dependencies) =>
  httpFunction('get-plan', async (request) => {
    const today = dayInHelsinki(clock.now());
    const stored = await organisationInScope('get-plan', request, organisations);
    const { on } = request.query(z.strictObject({ on: Day.default(today) }));
    const { facts, knownAs } = factsFor(stored, { on, today });
    const { plan } = evaluate({ ...facts, on });
    const answer = planAnswer(plan, request.language);
    return { status: 200, body: { businessId: stored.businessId, knownAs, ...answer } };
  });
