import { askedPlan, type PlanDependencies } from '../answers/asked-plan.ts';
import { planAnswer } from '../answers/plan-answer.ts';
import { httpFunction } from '../http.ts';

export type Dependencies = PlanDependencies;

/** GET /organisations/{businessId}/plan: what must be started, and when, to make the deadline. */
export const createHandler = (dependencies: Dependencies) =>
  httpFunction('get-plan', async (request) => {
    const { organisation, plan, knownAs } = await askedPlan('get-plan', request, dependencies);
    const { businessId } = organisation;
    return { status: 200, body: { businessId, knownAs, ...planAnswer(plan, request.language) } };
  });
