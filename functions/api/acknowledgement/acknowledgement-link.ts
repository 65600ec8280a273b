import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { languages } from '../../../domain/language.ts';
import { warningKinds } from '../../../domain/warnings.ts';

/*
 * The link behind a matter of a mail, by which its reader asks for quiet about it. What it allows
 * stands in it, signed (HMAC-SHA256): nothing is stored for it, and nobody but us can make one. Whoever
 * holds it can use it, so it says one thing of one organisation, and ends.
 */

const subject = z.strictObject({ kind: z.enum(warningKinds), id: z.string().min(1).max(100) });

const link = z.strictObject({
  businessId: BusinessId,
  /** The warnings that the mail tells as one matter; they fall due on one day. */
  subjects: z.array(subject).min(1).max(40),
  due: Day,
  /** Who was sent it. */
  recipient: z.string().min(1).max(200),
  /** The mail's. */
  language: z.enum(languages),
  /** Its last day. */
  until: Day,
});
export type AcknowledgementLink = z.infer<typeof link>;

/**
 * How long a link can be followed, in days: what is overdue is warned of every four weeks, so a reader
 * who was away for one mail still has the one before it, and a mail found years later does nothing.
 */
export const linkLasts = 60;

/** So that no other thing we may come to sign with the key can be passed off as a link. */
const purpose = 'acknowledgement-link.1';

const signatureOf = (key: Uint8Array, payload: string): string =>
  createHmac('sha256', key).update(`${purpose}.${payload}`).digest('base64url');

/** The token of a link, as it stands in its address. */
export const tokenOf = (content: AcknowledgementLink, key: Uint8Array): string => {
  const payload = Buffer.from(JSON.stringify(link.parse(content))).toString('base64url');
  return `${payload}.${signatureOf(key, payload)}`;
};

/** What a token allows; or that it is none of ours, was altered, or has ended. */
export type ReadLink =
  | { readonly kind: 'valid' | 'ended'; readonly link: AcknowledgementLink }
  | { readonly kind: 'wrong' };

export const readToken = (
  token: string,
  { key, today }: { readonly key: Uint8Array | undefined; readonly today: Day },
): ReadLink => {
  const [payload = '', signature = '', ...rest] = token.split('.');
  if (key === undefined || rest.length > 0) return { kind: 'wrong' };
  const right = Buffer.from(signatureOf(key, payload));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: 'wrong' };
  const content = link.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return { kind: content.until < today ? 'ended' : 'valid', link: content };
};
