import { askingPage } from '../acknowledgement/acknowledgement-page.ts';
import { followedLink, type LinkStores } from '../acknowledgement/followed-link.ts';
import { httpFunction } from '../http.ts';

export type Dependencies = LinkStores;

/**
 * GET /acknowledge/{link}: the page behind a mail's link, which asks until when to be quiet. It changes
 * nothing, so what opens links before their reader does (a scanner of mails) does no harm.
 */
export const createHandler = (stores: Dependencies) =>
  httpFunction('get-acknowledgement', async (request) => {
    const followed = await followedLink(request, stores);
    return followed.kind === 'open' ? askingPage(followed.told, false) : followed.page;
  });
