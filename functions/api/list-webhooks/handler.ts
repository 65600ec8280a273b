import type { Webhooks } from '../../adapters/webhooks.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { webhookAnswer } from '../webhooks/webhook-answer.ts';

export interface Dependencies {
  readonly webhooks: Pick<Webhooks, 'list'>;
}

/** GET /webhooks: everyone who is called, in the order of their ids. */
export const createHandler = ({ webhooks }: Dependencies) =>
  httpFunction('list-webhooks', async (request) => {
    request.query(nothing);
    const all = await webhooks.list();
    return { status: 200, body: { webhooks: all.map(webhookAnswer) } };
  });
