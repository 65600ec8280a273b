import * as z from 'zod';
import { countyKey } from '../../../domain/organisation.ts';
import { counties } from '../../../domain/statute/counties.ts';
import type { Lists } from '../../unregistered.ts';
import { countiesInReach } from '../access.ts';
import { cursorOf, pageQuery, positionIn } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { walkExpected } from './walk-expected.ts';

export type Dependencies = Lists;

export const expectedQuery = z.strictObject({
  county: countyKey.optional().describe('On this county’s list.'),
  registered: z
    .enum(['true', 'false'])
    .optional()
    .describe('Active in that county in this service, or not.'),
  ...pageQuery,
});

const place = z.strictObject({ county: z.enum(counties), after: z.string().max(20) });

/**
 * GET /expected-producers: a page of those who stand on the lists of the caller's counties, by county
 * and business ID, each with whether it is active in that county in this service.
 */
export const createHandler = (lists: Dependencies) =>
  httpFunction('list-expected-producers', async (request) => {
    const { cursor, limit, county, registered } = request.query(expectedQuery);
    const reach = countiesInReach('list-expected-producers', request.caller);
    const asked = {
      counties: reach.filter((one) => county === undefined || one === county),
      registered: registered === undefined ? undefined : registered === 'true',
    };
    const { language } = request;
    const from = positionIn(cursor, place, { question: asked, language });
    const { producers, next } = await walkExpected(lists, asked, { from, limit });
    return {
      status: 200,
      body: {
        producers,
        ...(next === undefined ? {} : { cursor: cursorOf(next, asked) }),
      },
    };
  });
