import { describe, expect, it } from 'vitest';
import { receiverUrl } from '../../../../functions/api/webhooks/receiver-url.ts';

const ruleBrokenBy = (url: string, receivers: 'public' | 'public-and-loopback' = 'public') => {
  const { error } = receiverUrl(receivers).safeParse(url);
  const [issue] = error?.issues ?? [];
  return issue?.code === 'custom' ? issue.params?.['rule'] : issue?.code;
};

describe('A receiver', () => {
  it.each([
    'https://example.fi',
    'https://example.fi/kanta?of=county',
    'https://example.fi:8443/',
    'https://example.fi:443/',
    'https://xn--sterbotten-ecb.fi/',
    'https://8.8.8.8/',
    'https://[2a00:1450:400f::200e]/',
  ])('may be %s', (url) => {
    expect(ruleBrokenBy(url)).toBeUndefined();
  });

  it.each([
    ['http://example.fi/', 'receiver-url'],
    ['ftp://example.fi/', 'receiver-url'],
    ['file:///etc/passwd', 'receiver-url'],
    ['gopher://example.fi/', 'receiver-url'],
    ['example.fi', 'receiver-url'],
    ['https://', 'receiver-url'],
    ['https://exa mple.fi/', 'receiver-url'],
    ['https://example.fi/\r\nhost: other', 'receiver-url'],
    ['https://österbotten.fi/', 'receiver-url'],
    ['https://user@example.fi/', 'receiver-url-plain'],
    ['https://user:secret@example.fi/', 'receiver-url-plain'],
    ['https://example.fi@10.0.0.1/', 'receiver-url-plain'],
    ['https://example.fi/#part', 'receiver-url-plain'],
    ['https://example.fi/#', 'receiver-url-plain'],
    ['https://example.fi:22/', 'receiver-port'],
    ['https://example.fi:80/', 'receiver-port'],
    ['https://127.0.0.1/', 'receiver-private'],
    ['https://127.1/', 'receiver-private'],
    ['https://2130706433/', 'receiver-private'],
    ['https://0x7f000001/', 'receiver-private'],
    ['https://0177.0.0.1/', 'receiver-private'],
    ['https://10.1.2.3/', 'receiver-private'],
    ['https://169.254.169.254/latest/meta-data/', 'receiver-private'],
    ['https://[::1]/', 'receiver-private'],
    ['https://[::ffff:8.8.8.8]/', 'receiver-private'],
    ['https://[fd00:ec2::254]/', 'receiver-private'],
    ['', 'too_small'],
    [`https://example.fi/${'x'.repeat(500)}`, 'too_big'],
  ])('cannot be %j: %s', (url, rule) => {
    expect(ruleBrokenBy(url)).toBe(rule);
  });
});

describe('Where the system runs on one machine, a receiver', () => {
  it.each(['http://127.0.0.1:5000/', 'https://127.0.0.1:5000/', 'http://[::1]:5000/'])(
    'may also be on that machine: %s',
    (url) => {
      expect(ruleBrokenBy(url, 'public-and-loopback')).toBeUndefined();
    },
  );

  it.each([
    ['http://example.fi/', 'receiver-url'],
    ['http://localhost:5000/', 'receiver-url'],
    ['http://10.0.0.1/', 'receiver-url'],
    ['https://10.0.0.1/', 'receiver-private'],
    ['http://user@127.0.0.1/', 'receiver-url-plain'],
    ['ftp://127.0.0.1/', 'receiver-url'],
  ])('can no more be %s: %s', (url, rule) => {
    expect(ruleBrokenBy(url, 'public-and-loopback')).toBe(rule);
  });
});
