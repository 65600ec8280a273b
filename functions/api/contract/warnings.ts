import * as z from 'zod';
import { acknowledgementRequest } from '../../../domain/acknowledgement.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { warningKinds } from '../../../domain/warnings.ts';
import { warningIdPath } from '../acknowledge-warning/handler.ts';
import { mostInPage, pageAnswer } from '../cursor.ts';
import { nothing } from '../input.ts';
import { warningsQuery } from '../list-warnings/handler.ts';
import type { Operation } from './operation.ts';
import { basis, citationText, day, daysApart, firstDay, instant, text } from './parts.ts';
import { idempotencyKey } from './readiness.ts';

const kind = z
  .enum(warningKinds)
  .describe('A deadline, evidence that ends, a statement that lapses, a waiver that ends, a plan.');
const subject = text(100).describe(
  'Which: a deadline’s id, or a requirement, with the day on which units of it end.',
);
const warningId = warningIdPath.describe('The same from rung to rung.');
const until = day.describe('The last day of the quiet.');
const note = text(1000).optional();
const by = text(300).describe('Who asked: a token’s subject, or the recipient of a mail.');

const warning = z
  .strictObject({
    id: warningId,
    businessId: BusinessId,
    name: text(300).describe('The organisation’s.'),
    kind,
    subject,
    due: day,
    rung: daysApart.describe(
      'When it was last warned of, in days from the due day: -30 is before.',
    ),
    daysLeft: daysApart,
    title: text(500),
    because: z.array(text(4000)).max(20).describe('When, and what more there is to know.'),
    nextStep: text(4000).optional(),
    basis,
    citation: citationText,
    quietUntil: until.optional(),
    quietBy: by.optional(),
  })
  .meta({ id: 'Warning', description: 'What a night has warned of and what still stands.' });

const exampleId = 'MDIwNDgxOS04fGRlYWRsaW5lOmpvaW58MjAyNi0wOS0wMQ';

export const listWarnings: Operation = {
  tag: 'Warnings',
  summary: 'Which warnings are open',
  description:
    'What nights have warned of and what still stands today, of the organisations in the caller’s scope, in the order of `GET /organisations`, of each the worst first. A warning that is quiet is open as well. Quiet is told as the caller’s side asked for it: a provider’s acknowledgement silences nobody who oversees it, nor the other way round.',
  parameters: { query: warningsQuery },
  answers: {
    200: {
      description: 'A page of warnings.',
      content: {
        type: 'application/json',
        schema: z.strictObject({ warnings: z.array(warning).max(mostInPage), ...pageAnswer }),
        example: {
          warnings: [
            {
              id: exampleId,
              businessId: '0204819-8',
              name: 'Esimerkkihoiva Oy',
              kind: 'deadline',
              subject: 'join',
              due: '2026-09-01',
              rung: 56,
              daysLeft: -82,
              title: 'Joining the national client data repository',
              because: ['Was due on 1 September 2026, 82 days ago.'],
              nextStep: 'Ask the organisation for a self-assessment: 19 requirements are unknown.',
              basis: [{ act: '703/2023', section: '67', subsection: 1 }],
              citation: 'Act 703/2023, section 67(1)',
              quietUntil: '2026-12-31',
              quietBy: 'maija',
            },
          ],
        },
      },
    },
  },
  problems: [],
};

export const acknowledgeWarning: Operation = {
  tag: 'Warnings',
  summary: 'Be quiet about a warning until a day',
  description:
    'Through that day nobody of the caller’s side is mailed about it; the day after, the most urgent warning that has come due meanwhile is sent once. A supervisor’s or an administrator’s acknowledgement holds for all who oversee the organisation, a provider’s for its own contact persons alone. It changes no deadline, no status and no plan, and the warning stays open. The last acknowledgement counts, also where it ends earlier; one whose due day moves ends. At most 90 days.',
  parameters: {
    path: z.strictObject({ id: warningId.meta({ example: exampleId }) }),
    query: nothing,
    header: idempotencyKey,
  },
  body: [
    {
      type: 'application/json',
      schema: acknowledgementRequest(firstDay),
      example: { until: '1900-03-01', note: 'Joins in December, by phone.' },
    },
  ],
  answers: {
    201: {
      description: 'It is quiet.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          acknowledgementId: text(100),
          warning: warningId,
          businessId: BusinessId,
          kind,
          subject,
          due: day,
          until,
          note,
          by,
          at: instant,
        }),
        example: {
          acknowledgementId: '9f0e6a52-33a8-4c5c-8a5d-0d7f0d0f5a11',
          warning: exampleId,
          businessId: '0204819-8',
          kind: 'deadline',
          subject: 'join',
          due: '2026-09-01',
          until: '2026-12-31',
          note: 'Joins in December, by phone.',
          by: 'maija',
          at: '2026-11-22T09:00:00.000Z',
        },
      },
    },
  },
  problems: ['not-found', 'too-large', 'key-used-for-another-request'],
};

const link = z
  .string()
  .max(6000)
  .regex(/^[A-Za-z0-9_.-]+$/)
  .meta({ description: 'As it stands in the mail.', example: 'eyJidXNpbmVzc0lkIjoi.c2lnbmF0dXJl' });

const page = (description: string) => ({
  description,
  content: {
    type: 'text/html',
    schema: z.string().max(100_000),
    example: '<!doctype html>',
  } as const,
});

const noLink = {
  404: page('A page that says that the link is wrong.'),
  410: page('A page that says that the link has ended.'),
};

export const getAcknowledgement: Operation = {
  tag: 'Warnings',
  summary: 'The page behind a mail’s link',
  description:
    'Says what would be quiet, and asks until when. It changes nothing, so a program that opens links in mails does no harm. Without script, in the mail’s language.',
  parameters: { path: z.strictObject({ link }) },
  answers: {
    200: page('The page; or that nothing of it is open any more.'),
    ...noLink,
  },
  problems: [],
};

export const acknowledgeByLink: Operation = {
  tag: 'Warnings',
  summary: 'Be quiet about what a mail’s link is about',
  description: 'What the page behind a mail’s link sends; it answers with a page.',
  parameters: { path: z.strictObject({ link }) },
  body: [
    {
      type: 'application/x-www-form-urlencoded',
      schema: z.strictObject({ until }),
      example: { until: '2026-12-06' },
    },
  ],
  answers: {
    200: page('A page that says what is quiet, and until when; or that nothing is open any more.'),
    ...noLink,
    422: page('The page again: the day cannot be chosen.'),
  },
  problems: ['too-large'],
};
