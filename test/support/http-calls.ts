import type { Context } from 'aws-lambda';
import type { HttpEvent, HttpHandler } from '../../functions/api/http.ts';
import { assertInContract, assertMayBeTaken } from './contract-check.ts';

/** A call as a test words it. */
export interface Call {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
  readonly requestId?: string;
}

export interface Reply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | number | boolean>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the JSON it expects
  readonly body: any;
}

export const admin = { role: 'admin' };
export const provider = (...organisations: readonly string[]) => ({
  role: 'provider',
  organisations: organisations.join(' '),
});
export const supervisor = (...counties: readonly string[]) => ({
  role: 'supervisor',
  counties: counties.join(' '),
});

const eventOf = (call: Call): HttpEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: '',
  headers: { 'accept-language': 'en', ...call.headers },
  ...(call.path && { pathParameters: { ...call.path } }),
  ...(call.query && { queryStringParameters: { ...call.query } }),
  requestContext: {
    requestId: call.requestId ?? 'request 1',
    domainName: 'api.example.fi',
    ...(call.claims && { authorizer: { jwt: { claims: call.claims } } }),
  },
  ...(call.body !== undefined && {
    body: typeof call.body === 'string' ? call.body : JSON.stringify(call.body),
  }),
  isBase64Encoded: call.isBase64Encoded ?? false,
});

/** Calls a handler as API Gateway would, and reads what it answers, whatever that is. */
export const uncheckedCallOf =
  (handler: HttpHandler) =>
  async (call: Call): Promise<Reply> => {
    const { statusCode, headers = {}, body = '' } = await handler(eventOf(call), {} as Context);
    const isJson =
      String(headers['content-type']).includes('json') && !('content-encoding' in headers);
    const json = isJson && body !== '' ? JSON.parse(body) : undefined;
    return { status: statusCode, headers, text: body, body: json };
  };

/** The same; what it takes and answers is held against the contract. */
export const callOf =
  (handler: HttpHandler) =>
  async (call: Call): Promise<Reply> => {
    const reply = await uncheckedCallOf(handler)(call);
    const status = reply.status ?? 200;
    const type = String(reply.headers['content-type']);
    const { headers } = reply;
    assertInContract(handler.route, { status, type, body: reply.body ?? reply.text, headers });
    assertMayBeTaken(handler.route, { status, request: call });
    return reply;
  };
