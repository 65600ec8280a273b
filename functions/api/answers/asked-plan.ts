import type { Day } from '../../../domain/day.ts';
import { evaluate } from '../../../domain/evaluation.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import type { Plan } from '../../../domain/plan.ts';

import type { Organisations } from '../../adapters/organisations.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import type { HttpRequest } from '../http.ts';
import { organisationInScope } from '../organisation-in-scope.ts';
import type { RouteName } from '../routes.ts';
import { type FactsFor, factsFor } from './known-facts.ts';
import { onDayQuery } from './on-day-query.ts';

export interface PlanDependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

/** A plan as it was asked for, and by whose facts, of then or of now, it was made. */
export interface AskedPlan extends Pick<FactsFor, 'knownAs'> {
  readonly organisation: Organisation;
  readonly plan: Plan;
  readonly today: Day;
}

/** The plan of the organisation that the path names, today or `?on=` another day. */
export const askedPlan = async (
  route: RouteName,
  request: HttpRequest,
  { organisations, clock }: PlanDependencies,
): Promise<AskedPlan> => {
  const today = dayInHelsinki(clock.now());
  const stored = await organisationInScope(route, request, organisations);
  const { on = today } = request.query(onDayQuery);
  const { facts, knownAs } = factsFor(stored, { on, today });
  const { plan } = evaluate({ ...facts, on });
  return { organisation: facts.organisation, plan, knownAs, today };
};
