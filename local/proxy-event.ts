import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Authorised } from './authoriser.ts';
import type { Match } from './routes.ts';
import { account } from './template.ts';

/** A request as it came, and what the gateway found out about it. */
export interface ProxyRequest {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  readonly match: Match;
  readonly jwt: Authorised | undefined;
  /** The local system's clock, in milliseconds. */
  readonly now: number;
}

/** The event, with the caller's claims where the route asks for a token. */
type ProxyEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: { readonly authorizer?: { readonly jwt: Authorised } };
};

/*
 * The gateway hands these on as text and all else in base64, also a body without a type and a form
 * (measured against AWS by others: ministackorg/ministack#766).
 */
const textual = /^(text\/.*|application\/(json|xml|javascript))$/;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The time as the gateway writes it: `12/Mar/2020:19:03:58 +0000`. */
const logTime = (instant: number): string => {
  const date = new Date(instant);
  const day = String(date.getUTCDate()).padStart(2, '0');
  const time = date.toISOString().slice(11, 19);
  return `${day}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}:${time} +0000`;
};

/** Names in small letters; a name that comes twice holds both values with a comma between. */
const headersOf = (request: IncomingMessage): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    if (name !== 'cookie') {
      headers[name] = values.join(',');
    }
  }
  return {
    ...headers,
    'x-amzn-trace-id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`,
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-port': String(request.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
  };
};

const queryOf = (url: URL): Record<string, string> | undefined => {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : `${before},${value}`;
  }
  return Object.keys(query).length > 0 ? query : undefined;
};

/** The event of payload format 2.0 that a request becomes. */
export const toProxyEvent = (proxied: ProxyRequest): ProxyEvent => {
  const { request, url, body, match, jwt, now } = proxied;
  const headers = headersOf(request);
  const query = queryOf(url);
  const cookies = request.headersDistinct['cookie']?.flatMap((line) => line.split(/; */));
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isText = textual.test(type);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies !== undefined && { cookies }),
    headers,
    ...(query !== undefined && { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: 'local',
      ...(jwt !== undefined && { authorizer: { jwt } }),
      domainName: url.host,
      domainPrefix: 'local',
      http: {
        method: request.method ?? '',
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
};
