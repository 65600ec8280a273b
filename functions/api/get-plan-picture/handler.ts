import { askedPlan, type PlanDependencies } from '../answers/asked-plan.ts';
import { httpFunction } from '../http.ts';
import { planPicture } from './plan-picture.ts';
import { svgOf } from './svg.ts';

export type Dependencies = PlanDependencies;

/** What a browser may do with the picture when it opens it by itself: show it, with its own style. */
const headers = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

/** GET /organisations/{businessId}/plan.svg: the plan as a picture, to look at or to print. */
export const createHandler = (dependencies: Dependencies) =>
  httpFunction('get-plan-picture', async (request) => {
    const asked = await askedPlan('get-plan-picture', request, dependencies);
    const { organisation, plan, today } = asked;
    const { language } = request;
    const picture = planPicture({ organisation: organisation.name, plan, language, today });
    return { status: 200, body: svgOf(picture), headers };
  });
