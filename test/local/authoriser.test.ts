import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authorise, claimText, createAuthoriser } from '../../local/authoriser.ts';
import { type Issuer, startIssuer } from '../../local/issuer.ts';

const audience = ['the-client', 'another-client'];
const holder = { subject: 'someone', role: 'provider', organisations: ['1', '2'], counties: [] };

let issuer: Issuer;
let stranger: Issuer;
let authorise: Authorise;
let strangersKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

beforeAll(async () => {
  issuer = await startIssuer(0, audience);
  stranger = await startIssuer(0, audience);
  authorise = createAuthoriser({ issuer: issuer.url, audience });
  strangersKey = (await generateKeyPair('RS256')).privateKey;
});
afterAll(async () => {
  await issuer.stop();
  await stranger.stop();
});

const aToken = (expiresIn = 3600) => issuer.token({ ...holder, expiresIn });
const partsOf = (token: string) => token.split('.');
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());
const now = () => Math.floor(Date.now() / 1000);

/** A token that the issuer gave, with other claims and no new signature. */
const forged = async (claims: object) => {
  const [header, payload, signature] = partsOf(await aToken());
  return `${header}.${encoded({ ...decoded(payload), ...claims })}.${signature}`;
};

/** A token with the claims of a good one, by the stranger's hand and the issuer's key id. */
const signedByStranger = async () => {
  const [header, payload] = partsOf(await aToken());
  return new SignJWT(decoded(payload)).setProtectedHeader(decoded(header)).sign(strangersKey);
};

describe('The authoriser', () => {
  test.each([
    ['Bearer ', 'after the word Bearer'],
    ['bearer ', 'after the word in small letters'],
    ['', 'alone, as API Gateway allows'],
  ])('believes a token of the issuer: "%s" (%s)', async (prefix) => {
    const verdict = await authorise(`${prefix}${await aToken()}`);
    expect(verdict).toMatchObject({
      kind: 'authorised',
      jwt: {
        claims: { sub: 'someone', role: 'provider', organisations: '1 2', counties: '' },
        scopes: null,
      },
    });
  });

  test('hands every claim on as text', async () => {
    const verdict = await authorise(await aToken());
    const claims = verdict.kind === 'authorised' ? Object.values(verdict.jwt.claims) : [];
    expect(claims.length).toBeGreaterThan(5);
    expect(claims.map((claim) => typeof claim)).toEqual(claims.map(() => 'string'));
  });

  test('asks for a token where there is none', async () => {
    expect(await authorise(undefined)).toEqual({ kind: 'refused', challenge: 'Bearer' });
  });

  test.each<[string, () => Promise<string>, string]>([
    ['that has expired', () => aToken(-1), 'expired'],
    [
      'of another issuer',
      () => stranger.token({ ...holder, expiresIn: 60 }),
      'signature is invalid',
    ],
    ['signed by another key', signedByStranger, 'signature is invalid'],
    ['whose role was changed', () => forged({ role: 'admin' }), 'signature is invalid'],
    [
      'without a signature (alg none)',
      async () =>
        new UnsecuredJWT({ role: 'admin' })
          .setIssuer(issuer.url)
          .setAudience('the-client')
          .setExpirationTime('1h')
          .encode(),
      'signing method',
    ],
    [
      'signed with the public key as a secret (HS256)',
      async () => {
        const publicKeys = await (await fetch(`${issuer.url}/jwks`)).text();
        const [header, payload] = partsOf(await aToken());
        return new SignJWT(decoded(payload))
          .setProtectedHeader({ ...decoded(header), alg: 'HS256' })
          .sign(new TextEncoder().encode(publicKeys));
      },
      'signing method',
    ],
    [
      'that does not name its key',
      () =>
        issuer.alteredToken({ ...holder, expiresIn: 60 }, (header) => {
          delete header['kid'];
        }),
      'no key id',
    ],
    ['that is not a token', async () => 'Bearer nonsense', 'malformed'],
    ['that is empty but for its dots', async () => '..', 'malformed'],
  ])('refuses a token %s', async (_what, token, because) => {
    const verdict = await authorise(await token());
    expect(verdict).toMatchObject({ kind: 'refused' });
    expect(verdict).toHaveProperty('challenge', expect.stringContaining('error="invalid_token"'));
    expect(verdict).toHaveProperty('challenge', expect.stringContaining(because));
  });

  test('believes a token exactly until it expires, by the real clock', async () => {
    const token = await aToken(60);
    const end = decoded(partsOf(token)[1]).exp * 1000;
    const at = (realNow: number) =>
      createAuthoriser({ issuer: issuer.url, audience, realNow: () => realNow })(token);
    expect((await at(end - 1000)).kind).toBe('authorised');
    expect((await at(end)).kind).toBe('refused');
  });
});

describe('Which claims a token must have', () => {
  /** Signed by the issuer's own key, with just these claims. */
  const verdictOn = async (claims: object) => {
    const { OAuth2Server } = await import('oauth2-mock-server');
    const server = new OAuth2Server();
    await server.issuer.keys.generate('RS256');
    await server.start(0, '127.0.0.1');
    server.issuer.url = `http://127.0.0.1:${server.address().port}`;
    const token = await server.issuer.buildToken({
      scopesOrTransform: (_header, payload) => {
        for (const name of Object.keys(payload)) {
          delete payload[name];
        }
        Object.assign(payload, { iss: server.issuer.url, ...claims });
      },
    });
    const verdict = await createAuthoriser({ issuer: server.issuer.url, audience })(token);
    await server.stop();
    return verdict;
  };

  test.each<[object, string, string]>([
    [{ aud: 'another-client', exp: 60 }, 'authorised', 'one of the audiences is named'],
    [{ aud: ['x', 'the-client'], exp: 60 }, 'authorised', 'one of several is'],
    [{ client_id: 'the-client', exp: 60 }, 'authorised', 'the client is one, and no audience is'],
    [{ aud: 'x', client_id: 'the-client', exp: 60 }, 'refused', 'the audience goes before'],
    [{ aud: 'x', exp: 60 }, 'refused', 'the audience is another'],
    [{ exp: 60 }, 'refused', 'no audience is named'],
    [{ aud: 'the-client' }, 'refused', 'it would never expire'],
    [{ aud: 'the-client', exp: 60, nbf: 30 }, 'refused', 'it is not valid yet'],
    [{ aud: 'the-client', exp: 60, iat: 30 }, 'refused', 'it was given in the future'],
    [{ aud: 'the-client', exp: 60, iat: -30, nbf: -30 }, 'authorised', 'all is in order'],
    [{ aud: 'the-client', exp: 60, iss: 'http://x' }, 'refused', 'it names another issuer'],
  ])('%j (seconds from now): %s, because %s', async (claims, kind) => {
    const absolute = Object.entries(claims).map(([name, value]) => [
      name,
      typeof value === 'number' ? now() + value : value,
    ]);
    expect((await verdictOn(Object.fromEntries(absolute))).kind).toBe(kind);
  });
});

describe('A claim on its way through the gateway', () => {
  test.each([
    [['a', 'b'], '[a b]'],
    [[], '[]'],
    ['a b', 'a b'],
    [1700000000, '1700000000'],
    [true, 'true'],
    [{ a: 1 }, 'map[a:1]'],
  ])('%j becomes "%s"', (value, text) => {
    expect(claimText(value)).toBe(text);
  });
});
