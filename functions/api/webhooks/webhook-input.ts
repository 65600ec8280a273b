import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { each } from '../../../domain/organisation.ts';
import { EventId } from '../../adapters/deliveries.ts';
import { type Webhook, WebhookId, webhookContent } from '../../adapters/webhooks.ts';
import type { Receivers } from '../../receivers.ts';
import { pageQuery } from '../cursor.ts';
import { receiverUrl } from './receiver-url.ts';

/** A webhook as it comes in; its id may stand in it, where it is read and put again. */
export const putWebhook = (receivers: Receivers, id: z.ZodType<string> = WebhookId) =>
  webhookContent
    .extend({ url: receiverUrl(receivers), id: id.optional() })
    .transform(({ id: _, ...webhook }): Webhook => webhook);

/** Which page of a webhook's deliveries is asked for. */
export const deliveriesQuery = z.strictObject(pageQuery);

/** So many are told again in one call; a longer replay is taken up again where it stopped. */
export const mostReplayed = 500;

/** What is told again: all of a night and later ones, from a delivery on where that is named; or these. */
export const replayOrder = z
  .strictObject({
    since: Day.optional(),
    after: EventId.optional(),
    deliveries: each(EventId, 1, mostReplayed).optional(),
  })
  .refine(({ since, deliveries }) => (since === undefined) !== (deliveries === undefined), {
    params: { rule: 'since-or-deliveries' },
  });
export type ReplayOrder = z.infer<typeof replayOrder>;
