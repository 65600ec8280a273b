import { Day } from '../domain/day.ts';
import type { DigestKey } from './adapters/outbox.ts';

/*
 * A digest's key as a tag of its mail, by which SES's events say which digest they are of. Tags take no
 * other signs than letters, digits, _ and -, so it is written in base64url.
 */

export const keyTag = ({ recipient, date }: DigestKey): string =>
  Buffer.from(`${recipient}|${date}`).toString('base64url');

/** The key that a tag says; undefined where it is none of ours. */
export const keyOfTag = (tag: string): DigestKey | undefined => {
  const [recipient = '', on] = Buffer.from(tag, 'base64url').toString('utf8').split('|');
  const date = Day.safeParse(on);
  return recipient === '' || !date.success ? undefined : { recipient, date: date.data };
};
