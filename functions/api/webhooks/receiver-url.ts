import { isIP } from 'node:net';
import * as z from 'zod';
import { isLoopback, isPublicAddress } from '../../public-address.ts';
import type { Receivers } from '../../receivers.ts';

/** Besides the usual one, for those who have another service there. */
const ports: readonly string[] = ['', '8443'];

/** The host of an address as a name or an IP address without brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** On this very machine, named by its address: only where receivers may be there. */
const isHere = (url: URL, receivers: Receivers): boolean =>
  receivers === 'public-and-loopback' && isLoopback(hostOf(url)) && /^https?:$/.test(url.protocol);

/** What is wrong with a receiver's address, by the rule it breaks; undefined where nothing is. */
const faultOf = (text: string, receivers: Receivers): string | undefined => {
  const url = URL.parse(text);
  if (url === null || !/^[\x21-\x7e]+$/.test(text)) return 'receiver-url';
  if (url.username !== '' || url.password !== '' || text.includes('#')) return 'receiver-url-plain';
  if (isHere(url, receivers)) return undefined;
  if (url.protocol !== 'https:') return 'receiver-url';
  if (!ports.includes(url.port)) return 'receiver-port';
  const host = hostOf(url);
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'receiver-private' : undefined;
};

/**
 * Where a webhook is received: https, at the usual port or 8443, and not at a private address. What a
 * name resolves to is looked at each time it is called.
 */
export const receiverUrl = (receivers: Receivers) =>
  z
    .string()
    .min(1)
    .max(500)
    .superRefine((text, context) => {
      const rule = faultOf(text, receivers);
      if (rule !== undefined) context.addIssue({ code: 'custom', params: { rule } });
    });
