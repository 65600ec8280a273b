import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Secret } from '../../functions/adapters/webhooks.ts';
import { newSecret, rotated, signedHeaders } from '../../functions/webhook-secrets.ts';

const now = Temporal.Now.instant();
const payload = '{"type":"status-changed","data":{"name":"Päiväkumpu"}}';
const signed = { id: 'evt_20261122_abc', now, payload };
const newest = (value: string): Secret => ({ value, until: null });

const accepts = (secret: string, secrets: readonly Secret[]): boolean => {
  try {
    new Webhook(secret).verify(payload, { ...signedHeaders(secrets, signed) });
    return true;
  } catch {
    return false;
  }
};

describe('A secret', () => {
  it('is 32 bytes of chance in base64, as Standard Webhooks writes it', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(one.slice(6), 'base64')).toHaveLength(32);
    expect(one).not.toBe(other);
  });
});

describe('A signature', () => {
  it('is accepted by another’s library, over the very bytes of the body', () => {
    const secret = newSecret();
    const headers = signedHeaders([newest(secret)], signed);
    expect(new Webhook(secret).verify(payload, { ...headers })).toEqual(JSON.parse(payload));
    expect(() => new Webhook(secret).verify(`${payload} `, { ...headers })).toThrow();
  });

  it.each(['webhook-id', 'webhook-timestamp'])('holds %s too', (header) => {
    const secret = newSecret();
    const headers = signedHeaders([newest(secret)], signed);
    const changed = { ...headers, [header]: `${headers[header]}1` };
    expect(() => new Webhook(secret).verify(payload, changed)).toThrow();
  });

  it('is not accepted under another secret', () => {
    expect(accepts(newSecret(), [newest(newSecret())])).toBe(false);
  });
});

describe('A secret that another took the place of', () => {
  const [first, second, third] = [newSecret(), newSecret(), newSecret()];
  const secrets = rotated([newest(first)], { value: second, now });

  it('signs alongside it for a day', () => {
    expect(signedHeaders(secrets, signed)['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
    expect(accepts(first, secrets)).toBe(true);
    expect(accepts(second, secrets)).toBe(true);
  });

  it('and no longer', () => {
    const signaturesAfter = (hours: number) =>
      signedHeaders(secrets, { ...signed, now: now.add({ hours }) })['webhook-signature']?.split(
        ' ',
      );
    expect(signaturesAfter(23)).toHaveLength(2);
    expect(signaturesAfter(24)).toHaveLength(1);
  });

  it('holds no longer because yet another comes', () => {
    const later = rotated(secrets, { value: third, now: now.add({ hours: 20 }) });
    expect(later.map(({ value }) => value)).toEqual([third, second, first]);
    expect(later[2]?.until).toBe(secrets[1]?.until);
    const muchLater = rotated(later, { value: newSecret(), now: now.add({ hours: 30 }) });
    expect(muchLater.map(({ value }) => value)).not.toContain(first);
  });

  it('ends at once where there are five newer ones', () => {
    let all: readonly Secret[] = [newest(first)];
    for (let i = 0; i < 5; i += 1) all = rotated(all, { value: newSecret(), now });
    expect(all).toHaveLength(5);
    expect(all.map(({ value }) => value)).not.toContain(first);
  });
});
