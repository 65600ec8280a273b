import ipaddr from 'ipaddr.js';

/*
 * Which addresses we call on someone's behalf. Whoever names the receiver of a webhook may name any
 * host, and any host may resolve to anything: none may lead to us, to our neighbours or to what a cloud
 * offers only to its own (169.254.169.254).
 */

/** All that the internet routes of IPv6 today; what lies outside is for special uses, or yet for none. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

const parsed = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  ipaddr.isValid(address) ? ipaddr.parse(address) : undefined;

/** Whether an address lies in public. IPv6 that wraps an IPv4 address (mapped, NAT64, 6to4) does not. */
export const isPublicAddress = (address: string): boolean => {
  const read = parsed(address);
  if (read === undefined || read.range() !== 'unicast') return false;
  return read instanceof ipaddr.IPv4 || read.match(globalUnicast);
};

export const isLoopback = (address: string): boolean => parsed(address)?.range() === 'loopback';
