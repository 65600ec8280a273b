import { describe, expect, it } from 'vitest';
import { isLoopback, isPublicAddress } from '../../functions/public-address.ts';

describe('An address lies in public', () => {
  it.each([
    ['8.8.8.8', 'IPv4'],
    ['193.166.3.2', 'IPv4'],
    ['172.15.255.255', 'just before the private addresses of 172.16'],
    ['172.32.0.0', 'just after them'],
    ['100.63.255.255', 'just before those that providers share'],
    ['100.128.0.0', 'just after them'],
    ['2001:708:10::1', 'IPv6'],
    ['2a00:1450:400f::200e', 'IPv6'],
  ])('%s: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('An address is refused', () => {
  it.each([
    ['0.0.0.0', 'this machine'],
    ['0.1.2.3', 'this network'],
    ['127.0.0.1', 'this machine'],
    ['127.255.255.254', 'this machine too'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared behind a provider'],
    ['169.254.169.254', 'a cloud’s metadata'],
    ['169.254.170.2', 'a container’s credentials'],
    ['192.0.0.8', 'of protocols'],
    ['192.0.2.1', 'of documentation'],
    ['198.51.100.1', 'of documentation'],
    ['203.0.113.1', 'of documentation'],
    ['198.18.0.1', 'of benchmarks'],
    ['192.88.99.1', '6to4 relays'],
    ['192.175.48.1', 'AS112'],
    ['192.52.193.1', 'AMT'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.250', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'everyone on the network'],
    ['::', 'this machine'],
    ['::1', 'this machine'],
    ['::7f00:1', 'IPv4 in IPv6, of old'],
    ['::ffff:127.0.0.1', 'IPv4 mapped into IPv6'],
    ['::ffff:8.8.8.8', 'IPv4 mapped into IPv6, whatever it is'],
    ['::ffff:0:127.0.0.1', 'IPv4 translated into IPv6'],
    ['64:ff9b::7f00:1', 'IPv4 behind NAT64'],
    ['64:ff9b::808:808', 'IPv4 behind NAT64, whatever it is'],
    ['64:ff9b:1::a00:1', 'a network’s own NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['2001:0:53aa:64c::1', 'Teredo'],
    ['100::1', 'discarded'],
    ['2001:db8::1', 'of documentation'],
    ['3fff::1', 'of documentation'],
    ['2001:2::1', 'of benchmarks'],
    ['2001:20::1', 'ORCHID'],
    ['fc00::1', 'private'],
    ['fd00:ec2::254', 'a cloud’s metadata'],
    ['fe80::1', 'of the link'],
    ['fe80::1%eth0', 'of the link, with its zone'],
    ['fec0::1', 'of the site, of old'],
    ['ff02::1', 'multicast'],
    ['5f00::1', 'segment routing'],
    ['4000::1', 'not given out'],
    ['', 'none'],
    ['example.fi', 'a name'],
    ['8.8.8.8.8', 'no address'],
  ])('%s: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('This machine', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1'])('is %s', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  it.each(['0.0.0.0', '10.0.0.1', '::ffff:127.0.0.1', '169.254.169.254', 'localhost'])(
    'is not %s',
    (address) => {
      expect(isLoopback(address)).toBe(false);
    },
  );
});
