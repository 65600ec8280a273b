import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import type { Organisations } from '../adapters/organisations.ts';
import { type Clock, dayInHelsinki } from '../clock.ts';
import { httpFunction } from '../http.ts';
import { organisationInScope } from '../organisation-in-scope.ts';
import { planPicture } from './plan-picture.ts';
import { svgOf } from './svg.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

/** What a browser may do with the picture when it opens it by itself: show it, with its own style. */
const headers = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

/** GET /organisations/{businessId}/plan.svg: the plan as a picture, to look at or to print. */
export const createHandler = ({ organisations, clock }: Dependencies) =>
  httpFunction('get-plan-picture', async (request) => {
    const today = dayInHelsinki(clock.now());
    const { businessId, profile, assessments } = await organisationInScope(
      'get-plan-picture',
      request,
      organisations,
    );
    const { on } = request.query(z.strictObject({ on: Day.default(today) }));
    const organisation = { businessId, ...profile.content };
    const { plan } = evaluate({ organisation, assessments, waivers: [], on });
    const { language } = request;
    const picture = planPicture({ organisation: organisation.name, plan, language, today });
    return { status: 200, body: svgOf(picture), headers };
  });
