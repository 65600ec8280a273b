import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import type { Webhooks } from '../../adapters/webhooks.ts';
import { rotated } from '../../webhook-secrets.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';
import { nothing } from '../input.ts';
import { webhookOf } from '../webhooks/webhook-answer.ts';

export interface Dependencies extends Recording {
  readonly webhooks: Pick<Webhooks, 'read' | 'saveSecrets'>;
  readonly newSecret: () => string;
}

/** Writers that meet again and again this often are no accident. */
const mostRaces = 20;

/**
 * POST /webhooks/{id}/secrets: makes another secret, which only this answer shows. Those before it sign
 * alongside for a day, so a call whose answer was lost can be made again without harm: it makes yet
 * another. No answer is kept for an Idempotency-Key, since that would keep the secret to be shown again.
 */
export const createHandler = ({ webhooks, newSecret, ...recording }: Dependencies) =>
  changingFunction('rotate-webhook-secret', recording, async (request) => {
    request.query(nothing);
    const secret = newSecret();
    const make = async (): Promise<Answer> => {
      for (let race = 0; race < mostRaces; race += 1) {
        const { id, version, secrets: before } = await webhookOf(request, webhooks);
        const secrets = rotated(before, { value: secret, now: recording.clock.now() });
        if ((await webhooks.saveSecrets({ id, secrets, replaces: version })) === 'saved') {
          const [, previous] = secrets;
          return { status: 201, body: { secret, previousValidUntil: previous?.until ?? null } };
        }
      }
      throw new StorageUnavailable(new Error('too many writers at once'));
    };
    return { about: (await webhookOf(request, webhooks)).id, make };
  });
