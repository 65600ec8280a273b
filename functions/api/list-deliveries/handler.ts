import * as z from 'zod';
import { type Deliveries, type Delivery, EventId } from '../../adapters/deliveries.ts';
import type { Webhooks } from '../../adapters/webhooks.ts';
import { cursorOf, positionIn } from '../cursor.ts';
import { httpFunction } from '../http.ts';
import { webhookOf } from '../webhooks/webhook-answer.ts';
import { deliveriesQuery } from '../webhooks/webhook-input.ts';

export interface Dependencies {
  readonly webhooks: Pick<Webhooks, 'read'>;
  readonly deliveries: Pick<Deliveries, 'page'>;
}

const place = z.strictObject({ before: EventId });

const deliveryAnswer = ({ payload, dueAt, ...delivery }: Delivery) => ({
  ...delivery,
  nextAttemptAt: dueAt,
  event: JSON.parse(payload),
});

/** GET /webhooks/{id}/deliveries: what was told, and what came of it, the newest night first. */
export const createHandler = ({ webhooks, deliveries }: Dependencies) =>
  httpFunction('list-deliveries', async (request) => {
    const { cursor, limit } = request.query(deliveriesQuery);
    const { key: webhook } = await webhookOf(request, webhooks);
    const question = { webhook };
    const { language } = request;
    const before = positionIn(cursor, place, { question, language })?.before ?? null;
    const page = await deliveries.page({ webhook, before, limit });
    const last = page.length === limit ? page.at(-1) : undefined;
    return {
      status: 200,
      body: {
        deliveries: page.map(deliveryAnswer),
        ...(last === undefined ? {} : { cursor: cursorOf({ before: last.id }, question) }),
      },
    };
  });
