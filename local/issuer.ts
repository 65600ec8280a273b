import { OAuth2Server } from 'oauth2-mock-server';
import { host } from './servers.ts';

/** What a token says of its holder, and for how many seconds; fewer than none: it has expired. */
export interface TokenRequest {
  readonly subject: string;
  readonly role: string;
  readonly organisations: readonly string[];
  readonly counties: readonly string[];
  readonly expiresIn: number;
}

/** What is to be altered in a token, in place. */
export type Alter = (header: Record<string, unknown>, claims: Record<string, unknown>) => void;

/** An OpenID issuer with a key of its own. */
export interface Issuer {
  readonly url: string;
  token(request: TokenRequest): Promise<string>;
  /** One whose header and claims are altered before it is signed, such as the issuer never gives. */
  alteredToken(request: TokenRequest, alter: Alter): Promise<string>;
  stop(): Promise<void>;
}

/** Tokens name the first audience, as those of a user pool's client do. */
export const startIssuer = async (port: number, audience: readonly string[]): Promise<Issuer> => {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(port, host);
  const url = `http://${host}:${server.address().port}`;
  server.issuer.url = url;
  const alteredToken = (
    { subject, role, organisations, counties, expiresIn }: TokenRequest,
    alter: Alter,
  ): Promise<string> =>
    server.issuer.buildToken({
      expiresIn,
      scopesOrTransform: (header, payload) => {
        Object.assign(payload, {
          sub: subject,
          token_use: 'access',
          client_id: audience[0],
          aud: audience[0],
          role,
          organisations: organisations.join(' '),
          counties: counties.join(' '),
        });
        // A token that has expired was given before that.
        if (expiresIn < 0) {
          payload['iat'] = payload.exp - 3600;
          payload.nbf = payload.exp - 3600;
        }
        alter(header, payload);
      },
    });
  return {
    url,
    token: (request) => alteredToken(request, () => undefined),
    alteredToken,
    stop: () => server.stop(),
  };
};
