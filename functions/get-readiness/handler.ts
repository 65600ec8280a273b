import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import type { Organisations } from '../adapters/organisations.ts';
import { readinessAnswer } from '../answers.ts';
import { type Clock, dayInHelsinki } from '../clock.ts';
import { httpFunction } from '../http.ts';
import { factsKnownOn, recordedOn } from '../known-facts.ts';
import { organisationInScope } from '../organisation-in-scope.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

/**
 * GET /organisations/{businessId}/readiness: the evaluation, today or on another day. A day gone by is
 * answered by what was known then, and beside what the nights recorded; today and coming days, and days
 * before the organisation was registered, by what is known now.
 */
export const createHandler = ({ organisations, clock }: Dependencies) =>
  httpFunction('get-readiness', async (request) => {
    const today = dayInHelsinki(clock.now());
    const stored = await organisationInScope('get-readiness', request, organisations);
    const { businessId, profile, assessments, waivers } = stored;
    const { on } = request.query(z.strictObject({ on: Day.default(today) }));
    const then = on < today ? factsKnownOn(stored, on) : undefined;
    const now = { organisation: { businessId, ...profile.content }, assessments, waivers };
    const evaluation = evaluate({ ...(then ?? now), on });
    return {
      status: 200,
      body: {
        businessId,
        knownAs: then === undefined ? 'now' : 'then',
        ...readinessAnswer(evaluation, request.language),
        ...(on < today ? { recorded: recordedOn(stored, on) } : {}),
      },
    };
  });
