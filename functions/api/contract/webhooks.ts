import * as z from 'zod';
import { BusinessId } from '../../../domain/identifiers.ts';
import { EventId } from '../../adapters/deliveries.ts';
import { eventTypes, mostWebhooks, WebhookId, webhookContent } from '../../adapters/webhooks.ts';
import { mostInPage, pageAnswer } from '../cursor.ts';
import { nothing } from '../input.ts';
import {
  deliveriesQuery,
  mostReplayed,
  putWebhook,
  replayOrder,
} from '../webhooks/webhook-input.ts';
import type { Operation } from './operation.ts';
import { ifMatch } from './organisations.ts';
import { instant, text } from './parts.ts';
import { webhookEvents } from './webhook-events.ts';

const tag = 'Webhooks';
const path = z.strictObject({ id: WebhookId.describe('A name of your own choosing.') });
const etag = z.strictObject({
  etag: text(100).describe('The tag of this version, for `If-Match`.'),
});

const webhook = webhookContent
  .extend({ url: z.url().max(500), id: WebhookId })
  .meta({ id: 'Webhook', description: 'Who is called, and about what.' });
const secret = z
  .string()
  .max(50)
  .regex(/^whsec_[A-Za-z0-9+/]{43}=$/)
  .describe('What the calls are signed with (Standard Webhooks). Shown in this answer alone.');

const body = {
  url: 'https://county.example.fi/kanta-readiness',
  events: ['status-changed', 'warning-raised'],
  counties: ['etela-pohjanmaa'],
  language: 'fi',
  active: true,
};
const example = { id: 'county-system', ...body };
const exampleSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDKgCt3kdmhpM=';
const exampleId = 'evt_20260902_K7zV0qMdyTqJ0dYlQwq6nq1Xv2c';

const json = (schema: z.ZodType, shown: unknown) =>
  ({ type: 'application/json', schema, example: shown }) as const;

export const saveWebhook: Operation = {
  tag,
  summary: 'Say who is called, and about what',
  description: `Creates or replaces a webhook. The address must be https, at port 443 or 8443, and must not lead into a private network, neither by itself nor by what its name resolves to when it is called. \`counties\` limits the events to organisations active in them; \`language\` is that of the reasons in the events. At most ${mostWebhooks} webhooks. Only the answer that creates it holds the secret.`,
  parameters: { path, query: nothing, header: ifMatch },
  body: [json(putWebhook('public'), body)],
  answers: {
    200: { description: 'Replaced.', content: json(webhook, example), headers: etag },
    201: {
      description: 'Created.',
      content: json(webhook.extend({ secret }), { ...example, secret: exampleSecret }),
      headers: etag,
    },
  },
  problems: ['changed-meanwhile', 'too-large', 'too-many-webhooks'],
};

export const getWebhook: Operation = {
  tag,
  summary: 'Read who is called, and about what',
  description: 'A webhook as it can be put again. Its secret is not shown.',
  parameters: { path, query: nothing },
  answers: { 200: { description: 'The webhook.', content: json(webhook, example), headers: etag } },
  problems: ['not-found'],
};

export const deleteWebhook: Operation = {
  tag,
  summary: 'End the calls',
  description: 'Deletes a webhook. It is not called any more, nor about what still waits.',
  parameters: { path, query: nothing, header: ifMatch },
  answers: { 204: { description: 'Deleted.' } },
  problems: ['not-found', 'changed-meanwhile'],
};

export const listWebhooks: Operation = {
  tag,
  summary: 'List the webhooks',
  description: 'Everyone who is called, in the order of their ids.',
  parameters: { query: nothing },
  answers: {
    200: {
      description: 'The webhooks.',
      content: json(z.strictObject({ webhooks: z.array(webhook).max(2 * mostWebhooks) }), {
        webhooks: [example],
      }),
    },
  },
  problems: [],
};

export const rotateWebhookSecret: Operation = {
  tag,
  summary: 'Make another secret',
  description:
    'The secrets before it sign alongside for a day, so that a receiver can change over in peace: until then each call has a signature by every one of them. A second call makes yet another secret; of more than five the oldest end at once.',
  parameters: { path, query: nothing },
  answers: {
    201: {
      description: 'The new secret.',
      content: json(
        z.strictObject({
          secret,
          previousValidUntil: instant.nullable(),
        }),
        { secret: exampleSecret, previousValidUntil: '2026-09-03T08:00:00.000Z' },
      ),
    },
  },
  problems: ['not-found'],
};

const delivery = z.strictObject({
  id: EventId,
  type: z.enum(eventTypes),
  businessId: BusinessId,
  recordedAt: instant,
  state: z
    .enum(['pending', 'delivered', 'failed'])
    .describe('`failed`: not tried again by itself.'),
  attempts: z.int().min(0).max(1000).describe('Since it was recorded, or last ordered again.'),
  lastAttempt: z
    .strictObject({
      at: instant,
      outcome: text(100).describe(
        '`answered-` with the status, or why there was no answer: `timed-out`, ….',
      ),
    })
    .nullable(),
  nextAttemptAt: instant.nullable().describe('null where nothing is to come.'),
  event: z.union([
    webhookEvents['status-changed'].payload,
    webhookEvents['warning-raised'].payload,
  ]),
});

export const listDeliveries: Operation = {
  tag,
  summary: 'See what was told, and what came of it',
  description: 'The deliveries of the last 90 days, those of the newest night first, in pages.',
  parameters: { path, query: deliveriesQuery },
  answers: {
    200: {
      description: 'A page of deliveries.',
      content: json(
        z.strictObject({ deliveries: z.array(delivery).max(mostInPage), ...pageAnswer }),
        {
          deliveries: [
            {
              id: exampleId,
              type: 'status-changed',
              businessId: '1234567-1',
              recordedAt: '2026-09-02T00:30:12.000Z',
              state: 'pending',
              attempts: 1,
              lastAttempt: { at: '2026-09-02T00:31:02.000Z', outcome: 'answered-503' },
              nextAttemptAt: '2026-09-02T00:32:09.000Z',
              event: webhookEvents['status-changed'].example,
            },
          ],
        },
      ),
    },
  },
  problems: ['not-found'],
};

export const replayDeliveries: Operation = {
  tag,
  summary: 'Tell again what was missed',
  description: `Makes deliveries due again under the ids they had: those named in \`deliveries\`, or all of the night \`since\` and later ones, ${mostReplayed} at a time. Where \`after\` of the answer is not null there may be more: call again with it.`,
  parameters: { path, query: nothing },
  body: [json(replayOrder, { since: '2026-09-02' })],
  answers: {
    202: {
      description: 'Ordered; they go out within minutes.',
      content: json(
        z.strictObject({
          ordered: z.int().min(0).max(mostReplayed),
          unknown: z.array(EventId).max(mostReplayed).describe('Not among its deliveries.'),
          after: EventId.nullable(),
        }),
        { ordered: 12, unknown: [], after: null },
      ),
    },
  },
  problems: ['not-found', 'too-large'],
};
