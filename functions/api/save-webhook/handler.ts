import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { mostWebhooks, type Webhook, WebhookId, type Webhooks } from '../../adapters/webhooks.ts';
import { entityTag } from '../../entity-tag.ts';
import type { Receivers } from '../../receivers.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';
import { type Replaced, type Replacement, replaced, stands } from '../replaced.ts';
import { webhookAnswer } from '../webhooks/webhook-answer.ts';
import { putWebhook } from '../webhooks/webhook-input.ts';

export interface Dependencies extends Recording {
  readonly webhooks: Pick<Webhooks, 'read' | 'list' | 'create' | 'saveContent'>;
  readonly receivers: Receivers;
  readonly newSecret: () => string;
}

/**
 * PUT /webhooks/{id}: creates or replaces who is called about what. The answer that creates it holds
 * its secret, which no later answer does. Asked a second time with the same content it writes nothing.
 */
export const createHandler = ({ webhooks, receivers, newSecret, ...recording }: Dependencies) =>
  changingFunction('save-webhook', recording, async (request) => {
    const id = request.pathParameter('id', WebhookId);
    request.query(nothing);
    const content = request.body(putWebhook(receivers, z.literal(id)));
    const secret = newSecret();
    const replacement: Replacement<Webhook> = {
      content,
      ifMatch: request.header('if-match'),
      read: () => webhooks.read(id),
      write: (replaces) => {
        const secrets = [{ value: secret, until: null }];
        return replaces === 0
          ? webhooks.create({ id, content, key: randomUUID(), secrets })
          : webhooks.saveContent({ id, content, replaces });
      },
    };
    const answer = (outcome: Replaced): Answer => ({
      status: outcome === 'created' ? 201 : 200,
      headers: { etag: entityTag(content) },
      body: { ...webhookAnswer({ id, content }), ...(outcome === 'created' && { secret }) },
    });
    const found = await webhooks.read(id);
    if (stands(replacement, found)) return answer('unchanged');
    if (found === undefined && (await webhooks.list()).length >= mostWebhooks) {
      throw new Problem('too-many-webhooks');
    }
    return { about: id, make: async () => answer(await replaced(replacement, found)) };
  });
