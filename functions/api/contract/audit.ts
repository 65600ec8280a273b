import * as z from 'zod';
import { mostInPage, pageAnswer } from '../cursor.ts';
import { changesQuery } from '../list-changes/handler.ts';
import type { Operation } from './operation.ts';
import { text } from './parts.ts';

const moment = z.iso.datetime({ precision: 3 }).max(24);

const change = z.strictObject({
  at: moment.describe('When it was begun.'),
  correlationId: text(200).describe('The `x-correlation-id` of the answer that its caller got.'),
  subject: text(2000)
    .nullable()
    .describe('The subject of the token; null where the call needs none.'),
  role: text(100).nullable(),
  route: text(100).describe('What was done, by its name: `save-organisation`.'),
  about: text(300).describe('To what: a business ID, or the id of a supervisor, an import, …'),
  outcome: z
    .enum(['done', 'refused', 'failed', 'unknown'])
    .describe(
      '`failed`: a fault of ours, so that it may have been made in part. `unknown`: it is under way, or how it ended could not be written down.',
    ),
  status: z.int().min(100).max(599).optional().describe('What was answered.'),
  endedAt: moment.optional(),
});

export const listChanges: Operation = {
  tag: 'Operation',
  summary: 'Who changed what',
  description:
    'The audit trail: every change through the API, the newest first. An entry is written before anything is changed, so no change is without one; what was refused before that (400, 401, 403, 404, 412) and what found nothing to change leaves none. Entries are never changed and do not expire.',
  parameters: { query: changesQuery },
  answers: {
    200: {
      description: 'A page of changes.',
      content: {
        type: 'application/json',
        schema: z.strictObject({ changes: z.array(change).max(mostInPage), ...pageAnswer }),
        example: {
          changes: [
            {
              at: '2026-11-22T10:00:00.000Z',
              correlationId: 'JKJaXmPLvHcESHA=',
              subject: 'aino',
              role: 'admin',
              route: 'save-organisation',
              about: '0204819-8',
              outcome: 'done',
              status: 201,
              endedAt: '2026-11-22T10:00:00.250Z',
            },
          ],
        },
      },
    },
  },
  problems: [],
};
