import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';

/** What of a token's claims reaches a function: always text. */
export interface Authorised {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: null;
}

/** The authoriser's answer: who it is, or what the gateway writes into `www-authenticate`. */
export type Verdict =
  | { readonly kind: 'authorised'; readonly jwt: Authorised }
  | { readonly kind: 'refused'; readonly challenge: string };

export type Authorise = (authorization: string | undefined) => Promise<Verdict>;

export interface AuthoriserProps {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** The real clock, in milliseconds: tokens do not expire by the day that the system believes in. */
  readonly realNow?: () => number;
}

/**
 * A claim as the HTTP API hands it on: arrays become `[a b]`, everything else its text.
 *
 *     claimText(['a', 'b']) === '[a b]'
 */
export const claimText = (value: unknown): string => {
  if (Array.isArray(value)) {
    return `[${value.map(claimText).join(' ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${key}:${claimText(item)}`);
    return `map[${entries.join(' ')}]`;
  }
  return value === null ? '<nil>' : String(value);
};

const refuse = (description: string): Verdict => ({
  kind: 'refused',
  challenge: `Bearer scope="" error="invalid_token" error_description="${description}"`,
});

/** API Gateway compares `client_id` only where a token has no `aud`. */
const hasAudience = (payload: JWTPayload, audience: readonly string[]): boolean => {
  const { aud, client_id: client } = payload;
  const named = aud === undefined ? [client] : [aud].flat();
  return named.some((name) => typeof name === 'string' && audience.includes(name));
};

const describe = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) {
    return 'the token has expired';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `the token has an invalid claim: ${error.claim}`;
  }
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) {
    return 'the token is malformed';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return 'signing method is invalid';
  }
  return 'signature is invalid';
};

/**
 * The HTTP API's JWT authoriser for one issuer. As there, what a token is for is not looked at: an ID
 * token whose audience is right passes, and it is for the functions to see that it gives no role.
 */
export const createAuthoriser = ({
  issuer,
  audience,
  realNow = Date.now,
}: AuthoriserProps): Authorise => {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`), { cooldownDuration: 1000 });
  return async (authorization) => {
    if (authorization === undefined || authorization === '') {
      return { kind: 'refused', challenge: 'Bearer' };
    }
    const token = authorization.replace(/^Bearer +/i, '');
    const now = realNow();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer,
        requiredClaims: ['exp'],
        currentDate: new Date(now),
      });
      // The gateway finds the key by its id alone; jose also tries the only key there is.
      if (protectedHeader.kid === undefined) {
        return refuse('the token has no key id');
      }
      if (!hasAudience(payload, audience)) {
        return refuse('the token does not have a valid audience');
      }
      if (typeof payload.iat === 'number' && payload.iat * 1000 > now) {
        return refuse('the token has an invalid claim: iat');
      }
      const claims = Object.entries(payload).map(([name, value]) => [name, claimText(value)]);
      return {
        kind: 'authorised',
        jwt: { claims: Object.fromEntries(claims), scopes: null },
      };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) {
        return refuse(describe(error));
      }
      throw error;
    }
  };
};
