import type { County } from '../../../domain/statute/counties.ts';
import type { Deliveries } from '../../adapters/deliveries.ts';
import type { StoredWebhook } from '../../adapters/webhooks.ts';
import { type Clock, instantText } from '../../clock.ts';
import type { NightEvent } from './webhook-events.ts';

export interface Telling {
  readonly deliveries: Pick<Deliveries, 'record'>;
  readonly clock: Clock;
}

/** Whether a webhook is told of an event about an organisation that is active in these counties. */
const isToldOf = (
  { content: { active, events, counties } }: StoredWebhook,
  { type }: NightEvent,
  activeIn: readonly County[],
): boolean =>
  active &&
  events.includes(type) &&
  (counties === undefined || counties.some((county) => activeIn.includes(county)));

/**
 * Puts events down to be delivered to the webhooks that asked for them. A second run finds each there
 * already: it has the same id.
 */
export const recordEvents =
  ({ deliveries, clock }: Telling) =>
  async (
    events: readonly NightEvent[],
    to: { readonly webhooks: readonly StoredWebhook[]; readonly counties: readonly County[] },
  ): Promise<void> => {
    for (const event of events) {
      for (const webhook of to.webhooks.filter((one) => isToldOf(one, event, to.counties))) {
        const { id, type, businessId } = event;
        const recordedAt = clock.now();
        const data = event.data(webhook.content.language);
        const payload = JSON.stringify({ type, timestamp: instantText(recordedAt), data });
        await deliveries.record(webhook.key, { id, type, businessId, payload, recordedAt });
      }
    }
  };
