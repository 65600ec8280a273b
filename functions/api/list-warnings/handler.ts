import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { countyKey } from '../../../domain/organisation.ts';
import { counties } from '../../../domain/statute/counties.ts';
import { warningKinds } from '../../../domain/warnings.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { countiesInReach, mayReach, organisationsInReach, reaches } from '../access.ts';
import { cursorOf, pageQuery, positionIn } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { sideOf } from '../side.ts';
import { speakerOf, warningAnswer } from '../warnings/warning-answer.ts';
import { type Stores, walkWarnings } from './walk-warnings.ts';

export interface Dependencies extends Stores {
  readonly clock: Clock;
}

export const warningsQuery = z.strictObject({
  county: countyKey.optional().describe('Of organisations active in this county.'),
  businessId: BusinessId.optional().describe('Of this organisation.'),
  kind: z.enum(warningKinds).optional().describe('About this.'),
  quiet: z.enum(['true', 'false']).optional().describe('Quiet now, or not.'),
  ...pageQuery,
});

const place = z.strictObject({
  organisation: z
    .strictObject({ county: z.enum(counties).optional(), after: z.string().max(20) })
    .nullable(),
  told: z
    .strictObject({
      of: z.string().max(20),
      kind: z.enum(warningKinds),
      id: z.string().max(100),
      due: Day,
    })
    .nullable(),
});

/**
 * GET /warnings: a page of the open warnings of the organisations in the caller's scope: what nights
 * have warned of and what still stands today, also where somebody asked for quiet.
 */
export const createHandler = ({ clock, ...stores }: Dependencies) =>
  httpFunction('list-warnings', async (request) => {
    const { caller, language } = request;
    const { cursor, limit, county, businessId, kind, quiet } = request.query(warningsQuery);
    const own = organisationsInReach('list-warnings', caller);
    const named =
      businessId === undefined
        ? own
        : [businessId].filter((one) => mayReach('list-warnings', caller, one));
    const reach = countiesInReach('list-warnings', caller);
    const asked = {
      businessIds: named,
      counties: reach.filter((one) => county === undefined || one === county),
      county,
      kind,
      quiet: quiet === undefined ? undefined : quiet === 'true',
    };
    const side = sideOf(caller);
    const { found, next } = await walkWarnings(stores, asked, {
      from: positionIn(cursor, place, { question: asked, language }),
      limit,
      side,
      on: dayInHelsinki(clock.now()),
      isInScope: ({ businessId: id, profile }) =>
        reaches('list-warnings', caller, { businessId: id, counties: profile.content.counties }),
    });
    const speaker = speakerOf(language);
    return {
      status: 200,
      body: {
        warnings: found.map(({ organisation, open }) => {
          const { name } = organisation.profile.content;
          return warningAnswer(open, { businessId: organisation.businessId, name, side, speaker });
        }),
        ...(next === undefined ? {} : { cursor: cursorOf(next, asked) }),
      },
    };
  });
