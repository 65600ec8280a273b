import * as z from 'zod';
import type { Warning } from '../../../domain/warnings.ts';
import type { LinkKey } from '../../adapters/link-key.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { wordedMatter } from '../../night/send-digest/worded/matters.ts';
import type { Answer, HttpRequest } from '../http.ts';
import { sideOfRecipient } from '../side.ts';
import { openTogether } from '../warnings/open-warnings.ts';
import { speakerOf } from '../warnings/warning-answer.ts';
import { type AcknowledgementLink, readToken } from './acknowledgement-link.ts';
import { closedPage, endedPage, type Told, wrongPage } from './acknowledgement-page.ts';

export interface LinkStores {
  readonly linkKey: Pick<LinkKey, 'read'>;
  readonly organisations: Pick<Organisations, 'read'>;
  readonly clock: Clock;
}

/** What a link leads to: something that can be made quiet, or a page that says why not. */
export type Followed =
  | { readonly kind: 'open'; readonly told: Told; readonly warnings: readonly Warning[] }
  | { readonly kind: 'nothing'; readonly page: Answer };

const nothing = (page: Answer): Followed => ({ kind: 'nothing', page });

const openBehind = async (
  link: AcknowledgementLink,
  { organisations, clock }: LinkStores,
): Promise<Followed> => {
  const { profile, ...stored } = await organisations.read(link.businessId);
  if (profile === undefined) return nothing(closedPage(link));
  const on = dayInHelsinki(clock.now());
  const side = sideOfRecipient(link.recipient);
  const organisation = { ...stored, profile };
  const { warnings, matters, quietUntil } = openTogether(organisation, link, { side, on });
  if (matters.length === 0) return nothing(closedPage(link));
  const speaker = speakerOf(link.language);
  const told = {
    link,
    name: profile.content.name,
    side,
    matters: matters.map((matter) => wordedMatter(matter, speaker)),
    quietUntil,
    today: on,
  };
  return { kind: 'open', told, warnings };
};

/** Follows the link in a call's path; changes nothing. */
export const followedLink = async (request: HttpRequest, stores: LinkStores): Promise<Followed> => {
  const token = request.pathParameter('link', z.string());
  const today = dayInHelsinki(stores.clock.now());
  const read = readToken(token, { key: await stores.linkKey.read(), today });
  switch (read.kind) {
    case 'wrong':
      return nothing(wrongPage(request.language));
    case 'ended':
      return nothing(endedPage(read.link));
    case 'valid':
      return openBehind(read.link, stores);
  }
};
