import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import type { StoredWebhook, Webhooks } from '../../adapters/webhooks.ts';
import { entityTag, ifMatchHolds } from '../../entity-tag.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';
import { webhookOf } from '../webhooks/webhook-answer.ts';

export interface Dependencies extends Recording {
  readonly webhooks: Pick<Webhooks, 'read' | 'remove'>;
}

/** Writers that meet again and again this often are no accident. */
const mostRaces = 20;

/**
 * DELETE /webhooks/{id}: nobody is called any more, not about what waits either. A second call finds
 * nothing to remove and answers 404.
 */
export const createHandler = ({ webhooks, ...recording }: Dependencies) =>
  changingFunction('delete-webhook', recording, async (request) => {
    request.query(nothing);
    const ifMatch = request.header('if-match');
    const found = async (): Promise<StoredWebhook> => {
      const stored = await webhookOf(request, webhooks);
      if (ifMatch !== undefined && !ifMatchHolds(ifMatch, entityTag(stored.content))) {
        throw new Problem('changed-meanwhile');
      }
      return stored;
    };
    const make = async (): Promise<Answer> => {
      for (let race = 0; race < mostRaces; race += 1) {
        const { id, version } = await found();
        if ((await webhooks.remove(id, version)) === 'removed') return { status: 204 };
      }
      throw new StorageUnavailable(new Error('too many writers at once'));
    };
    return { about: (await found()).id, make };
  });
