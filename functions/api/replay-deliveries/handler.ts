import type { Deliveries } from '../../adapters/deliveries.ts';
import type { Webhooks } from '../../adapters/webhooks.ts';
import { instantText } from '../../clock.ts';
import { inGroups } from '../../in-groups.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { webhookOf } from '../webhooks/webhook-answer.ts';
import { mostReplayed, type ReplayOrder, replayOrder } from '../webhooks/webhook-input.ts';

export interface Dependencies extends Recording {
  readonly webhooks: Pick<Webhooks, 'read'>;
  readonly deliveries: Pick<Deliveries, 'since' | 'order'>;
}

/**
 * POST /webhooks/{id}/replays: makes deliveries due again, under the ids that they had. Called twice it
 * does no more than once, unless what it ordered has gone out between the two: then that goes out again.
 */
export const createHandler = ({ webhooks, deliveries, ...recording }: Dependencies) => {
  const idsOf = async (
    webhook: string,
    { since, after, deliveries: named = [] }: ReplayOrder,
  ): Promise<readonly string[]> =>
    since === undefined
      ? named
      : deliveries.since({ webhook, night: since, after: after ?? null, limit: mostReplayed });

  return changingFunction('replay-deliveries', recording, async (request) => {
    request.query(nothing);
    const { id: about, key: webhook } = await webhookOf(request, webhooks);
    const order = request.body(replayOrder);
    const make = async (): Promise<Answer> => {
      const ids = await idsOf(webhook, order);
      const now = instantText(recording.clock.now());
      const ordered = await inGroups(ids, (id) => deliveries.order({ webhook, id }, now));
      const mayBeMore = order.since !== undefined && ids.length === mostReplayed;
      return {
        status: 202,
        body: {
          ordered: ordered.filter((one) => one === 'ordered').length,
          unknown: ids.filter((_, i) => ordered[i] === 'unknown'),
          after: mayBeMore ? (ids.at(-1) ?? null) : null,
        },
      };
    };
    return { about, make };
  });
};
