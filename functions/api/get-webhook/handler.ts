import type { Webhooks } from '../../adapters/webhooks.ts';
import { entityTag } from '../../entity-tag.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { webhookAnswer, webhookOf } from '../webhooks/webhook-answer.ts';

export interface Dependencies {
  readonly webhooks: Pick<Webhooks, 'read'>;
}

/** GET /webhooks/{id}: who is called about what, as it can be put again. */
export const createHandler = ({ webhooks }: Dependencies) =>
  httpFunction('get-webhook', async (request) => {
    request.query(nothing);
    const stored = await webhookOf(request, webhooks);
    return {
      status: 200,
      headers: { etag: entityTag(stored.content) },
      body: webhookAnswer(stored),
    };
  });
