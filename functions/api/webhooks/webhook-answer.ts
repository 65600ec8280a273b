import type { StoredWebhook } from '../../adapters/webhooks.ts';
import { WebhookId, type Webhooks } from '../../adapters/webhooks.ts';
import type { HttpRequest } from '../http.ts';
import { Problem } from '../problem.ts';

/** A webhook as it is read and put again; its secrets are not. */
export const webhookAnswer = ({ id, content }: Pick<StoredWebhook, 'id' | 'content'>) => ({
  id,
  ...content,
});

/** The webhook that the path names; 404 where there is none. */
export const webhookOf = async (
  request: HttpRequest,
  webhooks: Pick<Webhooks, 'read'>,
): Promise<StoredWebhook> => {
  const stored = await webhooks.read(request.pathParameter('id', WebhookId));
  if (stored === undefined) throw new Problem('not-found');
  return stored;
};
