import * as z from 'zod';
import { addDays, Day } from '../../../domain/day.ts';
import type { AuditTrail, ChangeEnd, RecordedChange } from '../../adapters/audit-trail.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { walkTrail } from '../../walk-trail.ts';
import { cursorOf, pageQuery, positionIn } from '../cursor.ts';
import { httpFunction } from '../http.ts';

export interface Dependencies {
  readonly trail: Pick<AuditTrail, 'page'>;
  readonly clock: Clock;
}

/** Of a question that does not say from which day on. */
const usualDays = 30;

const word = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}]*$/u);

export const changesQuery = z.strictObject({
  from: Day.optional().describe(`From this day on; ${usualDays} days before \`to\` if left out.`),
  to: Day.optional().describe('Through this day; today if left out.'),
  subject: word.optional().describe('By this token subject.'),
  about: word.optional().describe('Of this business ID, supervisor, import or whatever has an id.'),
  ...pageQuery,
});

const place = z.strictObject({ day: Day, before: z.string().max(500).nullable() });

/** How a change ended, by what was answered. A failed one may have been made in part. */
const outcomeOf = ({ status }: ChangeEnd) => {
  if (status < 400) return 'done';
  return status < 500 ? 'refused' : 'failed';
};

const answerOf = ({ end, ...change }: RecordedChange) => ({
  ...change,
  ...(end === undefined ? { outcome: 'unknown' } : { outcome: outcomeOf(end), ...end }),
});

/** GET /audit: who changed what, and when, with how it ended; the newest first. */
export const createHandler = ({ trail, clock }: Dependencies) =>
  httpFunction('list-changes', async (request) => {
    const { cursor, limit, ...question } = request.query(changesQuery);
    const { language } = request;
    const from = positionIn(cursor, place, { question, language });
    const to = question.to ?? dayInHelsinki(clock.now());
    const asked = { ...question, from: question.from ?? addDays(to, -usualDays), to };
    const { changes, next } = await walkTrail(trail, asked, { place: from, limit });
    return {
      status: 200,
      body: {
        changes: changes.map(answerOf),
        ...(next === undefined ? {} : { cursor: cursorOf(next, question) }),
      },
    };
  });
