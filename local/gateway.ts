import { randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { z } from 'zod';
import type { Authorise } from './authoriser.ts';
import { toProxyEvent } from './proxy-event.ts';
import { findRoute, type Route } from './routes.ts';

export interface GatewayProps {
  readonly routes: readonly Route[];
  readonly authorise: Authorise;
  readonly now: () => number;
  /** Invokes the function behind a route, and gives what it returned. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
}

/** An answer as it goes out. */
interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** API Gateway takes no larger body, and hands Lambda no larger event. */
const largestBody = 10 * 1024 * 1024;
const largestEvent = 6 * 1024 * 1024;
/** API Gateway answers 503 when a function takes longer. */
const longestWait = 30_000;

/** What the gateway answers by itself, in a form of its own. */
const own = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
});

const tooLarge = own(413, 'Request Entity Too Large');
const internalError = own(500, 'Internal Server Error');

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What a function may return in payload format 2.0. */
const ProxyResult = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The answer that a function's result becomes. */
const toAnswer = (result: unknown): Answer => {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(typeof result === 'string' ? result : JSON.stringify(result)),
    };
  }
  const parsed = ProxyResult.safeParse(result);
  if (!parsed.success) {
    return internalError;
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const given = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(given),
      ...(cookies?.length && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
};

/** The whole body, or undefined when it is too large; the rest of it is read and dropped. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBody) {
      chunks.push(chunk);
    }
  }
  return size > largestBody ? undefined : Buffer.concat(chunks);
};

const parseUrl = (request: IncomingMessage): URL | undefined => {
  const base = `http://${request.headers.host ?? 'localhost'}`;
  return URL.parse(`${base}${request.url ?? '/'}`) ?? undefined;
};

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

const handle = async (props: GatewayProps, request: IncomingMessage): Promise<Answer> => {
  const body = await readBody(request);
  const url = parseUrl(request);
  if (url === undefined || !isDecodable(url.pathname)) {
    return own(400, 'Bad Request');
  }
  const match = findRoute(props.routes, request.method ?? '', url.pathname);
  if (match === undefined) {
    return own(404, 'Not Found');
  }
  if (body === undefined) {
    return tooLarge;
  }
  const verdict = match.route.needsToken
    ? await props.authorise(request.headers.authorization)
    : undefined;
  if (verdict?.kind === 'refused') {
    return own(401, 'Unauthorized', { 'www-authenticate': verdict.challenge });
  }
  const event = toProxyEvent({ request, url, body, match, jwt: verdict?.jwt, now: props.now() });
  if (JSON.stringify(event).length > largestEvent) {
    return tooLarge;
  }
  return invoke(props, match.route, event);
};

const invoke = async (props: GatewayProps, route: Route, event: unknown): Promise<Answer> => {
  const tooLong = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => tooLong.resolve(own(503, 'Service Unavailable')), longestWait);
  try {
    const answer = props.invoke(route.functionArn, event).then(toAnswer, () => internalError);
    return await Promise.race([answer, tooLong.promise]);
  } finally {
    clearTimeout(timer);
  }
};

const send = (response: ServerResponse, answer: Answer, isHead: boolean): void => {
  const { status, headers, body } = answer;
  response.writeHead(status, {
    ...headers,
    'apigw-requestid': randomBytes(12).toString('base64url'),
    'content-length': body.length,
  });
  response.end(isHead ? undefined : body);
};

/** An imitation of API Gateway's HTTP API, as far as a caller or a function can see it. */
export const createGateway = (props: GatewayProps): Server => {
  const server = createServer((request, response) => {
    handle(props, request)
      .catch(() => internalError)
      .then((answer) => send(response, answer, request.method === 'HEAD'));
  });
  // Node's five seconds end just when a client that was busy writes to a connection it kept.
  server.keepAliveTimeout = 60_000;
  return server;
};
