import { quietUntil } from '../../../domain/acknowledgement.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { askingPage, donePage } from '../acknowledgement/acknowledgement-page.ts';
import { followedLink, type LinkStores } from '../acknowledgement/followed-link.ts';
import { receiptAt } from '../answered-once.ts';
import { type Answer, changingFunction, type Recording } from '../http.ts';

export interface Dependencies extends LinkStores, Recording {
  readonly organisations: Pick<Organisations, 'read' | 'appendAcknowledgement'>;
}

/** What a form of one day may weigh, in bytes. */
const largestForm = 1024;

/**
 * POST /acknowledge/{link}: whoever was sent the link asks for quiet until a day, and is shown what
 * became of it. Sent again, as by reloading the page, it changes nothing more.
 */
export const createHandler = ({ linkKey, organisations, ...recording }: Dependencies) =>
  changingFunction('acknowledge-by-link', recording, async (request) => {
    const { clock } = recording;
    const followed = await followedLink(request, { linkKey, organisations, clock });
    if (followed.kind === 'nothing') return followed.page;
    const { told, warnings } = followed;
    const form = new URLSearchParams(request.bytes(largestForm).toString('utf8'));
    const { data: until } = quietUntil(told.today).safeParse(form.get('until'));
    if (until === undefined) return askingPage(told, true);
    if (told.quietUntil === until) return donePage(told, until);
    const { businessId, due, recipient } = told.link;
    const now = clock.now();
    const { factId, receivedAt } = receiptAt(now);
    const make = async (): Promise<Answer> => {
      const acknowledgement = {
        acknowledgementId: factId,
        by: recipient,
        side: told.side,
        subjects: warnings.map(({ kind, id }) => ({ kind, id })),
        due,
        until,
        at: receivedAt,
      };
      await organisations.appendAcknowledgement({ businessId, acknowledgement, now });
      return donePage(told, until);
    };
    return { about: businessId, make };
  });
