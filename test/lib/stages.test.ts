import { describe, expect, it } from 'vitest';
import { environmentName, local, stageFrom } from '../../lib/stages.ts';

const reading = (settings: Readonly<Record<string, unknown>>) => (name: string) => settings[name];
const prod = { stage: 'prod', sender: 'kanta@example.fi', operator: 'ops@example.fi' };

describe('A stage', () => {
  it('is the local one where nothing is said, so that synthesis needs no account', () => {
    expect(stageFrom(reading({}))).toEqual(local);
    expect(local.region).toBeUndefined();
  });

  it('keeps its data in a region of the European Union', () => {
    expect(stageFrom(reading(prod)).region).toBe('eu-north-1');
    expect(stageFrom(reading({ ...prod, stage: 'dev' })).region).toBe('eu-north-1');
  });

  it('takes the addresses from the one who deploys it', () => {
    expect(stageFrom(reading({ ...prod, publicUrl: 'https://kanta.example.fi/' }))).toMatchObject({
      name: 'prod',
      sender: { address: 'kanta@example.fi', provedBy: 'domain' },
      operatorAddress: 'ops@example.fi',
      publicUrl: 'https://kanta.example.fi',
    });
  });

  it('believes its own user pool where no issuer is given', () => {
    expect(stageFrom(reading(prod)).issuer).toBeUndefined();
  });

  it('believes another issuer for the audiences named', () => {
    const issuer = 'https://id.example.fi/realm';
    expect(stageFrom(reading({ ...prod, issuer, audience: 'kanta  readiness' })).issuer).toEqual({
      url: issuer,
      audience: ['kanta', 'readiness'],
    });
  });

  it('says all that is missing at once, and how to give it', () => {
    const refused = () => stageFrom(reading({ stage: 'prod' }));
    expect(refused).toThrow('sender (-c sender=… or READINESS_SENDER): is missing');
    expect(refused).toThrow('operator (-c operator=… or READINESS_OPERATOR): is missing');
  });

  it.each([
    ['sender', { sender: 'kanta' }, 'is no mail address'],
    ['operator', { operator: 'operator@' }, 'is no mail address'],
    ['publicUrl', { publicUrl: 'http://kanta.example.fi' }, 'is no https address'],
    ['issuer', { issuer: 'id.example.fi', audience: 'a' }, 'is no https address'],
    ['audience', { issuer: 'https://id.example.fi' }, 'given together'],
    ['audience', { audience: 'kanta' }, 'given together'],
  ])('is refused for its %s where that is %o', (name, wrong, why) => {
    const refused = () => stageFrom(reading({ ...prod, ...wrong }));
    expect(refused).toThrow(`${environmentName(name)}): `);
    expect(refused).toThrow(why);
  });

  it.each([
    ['http://id.example.fi', 'is no https address'],
    ['http://127.0.0.1:3003', 'is no https address'],
    ['https://127.0.0.1:3003', 'is no public host'],
    ['https://127.1', 'is no public host'],
    ['https://0x7f000001', 'is no public host'],
    ['https://2130706433', 'is no public host'],
    ['https://10.0.0.7/realm', 'is no public host'],
    ['https://192.168.1.5', 'is no public host'],
    ['https://169.254.169.254', 'is no public host'],
    ['https://193.166.1.1', 'is no public host'],
    ['https://[::1]', 'is no public host'],
    ['https://[::ffff:127.0.0.1]', 'is no public host'],
    ['https://localhost', 'is no public host'],
    ['https://LOCALHOST.:8443', 'is no public host'],
    ['https://id.localhost', 'is no public host'],
    ['https://id.kanta.internal', 'is no public host'],
    ['https://keycloak', 'is no public host'],
  ])('never believes the issuer of a machine of one’s own: %s', (issuer, why) => {
    expect(() => stageFrom(reading({ ...prod, issuer, audience: 'kanta' }))).toThrow(why);
  });

  it.each(['production', 'toString', 7])('is refused where its name is %o', (stage) => {
    expect(() => stageFrom(reading({ ...prod, stage }))).toThrow(
      'The stages are: local, dev, prod.',
    );
  });
});

describe('The environment variable of a setting', () => {
  it('has the name of the setting in capitals', () => {
    expect(environmentName('publicUrl')).toBe('READINESS_PUBLIC_URL');
  });
});
