import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
} from 'aws-lambda';
import type * as z from 'zod';
import type { Language } from '../../domain/language.ts';
import type { AuditTrail } from '../adapters/audit-trail.ts';
import { StorageUnavailable } from '../adapters/storage-errors.ts';
import { type Clock, instantText } from '../clock.ts';
import { duringCall, log } from '../log.ts';
import { preferredLanguage } from './accept-language.ts';
import { type Caller, callerOf, mayUse } from './access.ts';
import { limited, parseInput, parseJson } from './input.ts';
import { Problem, problems } from './problem.ts';
import { type ChangingRoute, type ReadingRoute, type RouteName, rateOf } from './routes.ts';

/** An event of the HTTP API; it carries claims where the route has an authoriser. */
export type HttpEvent = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  readonly requestContext: Pick<APIGatewayProxyEventV2['requestContext'], 'requestId'> & {
    readonly domainName?: string;
    readonly authorizer?: { readonly jwt?: { readonly claims?: unknown } };
  };
};

/** A call as a handler reads it. Each reader throws a Problem that names what is wrong. */
export interface HttpRequest {
  readonly caller: Caller;
  readonly language: Language;
  header(name: string): string | undefined;
  pathParameter<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema>;
  query<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
  /** The body as JSON; `largest` bytes at most, 256 KB where it is left out. */
  body<Schema extends z.ZodType>(schema: Schema, largest?: number): z.output<Schema>;
  /** The body as it came, where it is not JSON. */
  bytes(largest: number): Buffer;
}

/**
 * What a handler answers: an object that is sent as JSON, or a text or bytes that are what their
 * content-type says. Without a body nothing but the status is answered. What is wrong is a Problem; only
 * a page for people says it itself (404, 410, 422).
 */
export interface Answer {
  readonly status: 200 | 201 | 202 | 204 | 303 | 304 | 404 | 410 | 422;
  readonly body?: object | string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpHandler {
  (event: HttpEvent, context: Context): Promise<APIGatewayProxyStructuredResultV2>;
  /** The route that it answers. */
  readonly route: RouteName;
}

/**
 * The gateway's own id of the call, by which its access log has it too. An `x-correlation-id` that comes
 * in is the caller's, and is not looked at: she must not choose what our log and audit trail say.
 */
const correlationIdOf = (event: HttpEvent): string => event.requestContext.requestId;

const languageOf = (event: HttpEvent): Language =>
  preferredLanguage(event.headers['accept-language']);

const bodyOf = (event: HttpEvent): Buffer =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');

const requestOf = (event: HttpEvent): HttpRequest => {
  const language = languageOf(event);
  return {
    caller: callerOf(event.requestContext.authorizer?.jwt?.claims),
    language,
    header: (name) => event.headers[name.toLowerCase()],
    pathParameter: (name, schema) =>
      parseInput(schema, { value: event.pathParameters?.[name], language, within: [name] }),
    query: (schema) => parseInput(schema, { value: event.queryStringParameters ?? {}, language }),
    body: (schema, largest) => {
      const value = parseJson(bodyOf(event), { language, largest });
      return parseInput(schema, { value, language });
    },
    bytes: (largest) => limited(bodyOf(event), { language, largest }),
  };
};

/** Browsers read the answers on the API's own site, such as its page, and on no other. */
const originOf = ({ headers, requestContext: { domainName } }: HttpEvent) =>
  domainName === undefined
    ? {}
    : {
        'access-control-allow-origin': `${headers['x-forwarded-proto'] ?? 'https'}://${domainName}`,
      };

type Result = APIGatewayProxyStructuredResultV2 & {
  readonly headers: Readonly<Record<string, string>>;
};

const answered = ({ status, body, headers = {} }: Answer): Result => {
  if (body === undefined) return { statusCode: status, headers };
  if (Buffer.isBuffer(body)) {
    return { statusCode: status, headers, body: body.toString('base64'), isBase64Encoded: true };
  }
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
};

const refused = (
  { kind, errors }: Problem,
  { language, correlationId }: { readonly language: Language; readonly correlationId: string },
): Result => {
  const { status, title } = problems[kind];
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      ...(status === 503 && { 'retry-after': '1' }),
    },
    body: JSON.stringify({
      type: `/problems/${kind}`,
      title: title[language],
      status,
      correlationId,
      ...(errors.length > 0 && { errors }),
    }),
  };
};

const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  return new Problem(error instanceof StorageUnavailable ? 'unavailable' : 'internal-error');
};

/**
 * The one wrapper of HTTP functions: it refuses roles that may never use the route, hands the handler
 * a request that parses itself, and turns every error into its status. What went wrong inside is loud
 * in the log and never in the answer; neither holds names, addresses or bodies.
 */
const answering = (
  route: RouteName,
  handle: (request: HttpRequest, correlationId: string) => Promise<Answer>,
): HttpHandler => {
  const finish = (event: HttpEvent, result: Result): APIGatewayProxyStructuredResultV2 => {
    log.info({ message: 'answered', status: result.statusCode });
    return {
      ...result,
      headers: {
        'cache-control': 'no-store',
        'content-language': languageOf(event),
        vary: 'accept-language',
        'x-ratelimit-limit': String(rateOf(route)),
        ...originOf(event),
        ...result.headers,
        'x-correlation-id': correlationIdOf(event),
      },
    };
  };
  const answer = middy<HttpEvent, APIGatewayProxyStructuredResultV2, unknown>(
    async (event: HttpEvent) => {
      const request = requestOf(event);
      if (!mayUse(route, request.caller)) throw new Problem('forbidden');
      return finish(event, answered(await handle(request, correlationIdOf(event))));
    },
  ).onError((call) => {
    const { event, error } = call;
    const problem = problemOf(error);
    if (problem !== error) {
      const { name, stack } = error instanceof Error ? error : new Error(String(error));
      log.error({ message: 'failed', error: name, stack });
    }
    const [language, correlationId] = [languageOf(event), correlationIdOf(event)];
    call.response = finish(event, refused(problem, { language, correlationId }));
  });
  const handler = (event: HttpEvent, context: Context) =>
    duringCall({ correlationId: correlationIdOf(event), route }, () => answer(event, context));
  return Object.assign(handler, { route });
};

/** A function that only reads. */
export const httpFunction = (
  route: ReadingRoute,
  handle: (request: HttpRequest) => Promise<Answer>,
): HttpHandler => answering(route, handle);

/** A change that is in order and in the caller's scope, and that nobody has begun yet. */
export interface Change {
  /** What it changes: a business ID, or the id of a supervisor, an import, … No personal data. */
  readonly about: string;
  /** Makes the change; nothing is written before it is called. */
  readonly make: () => Promise<Answer>;
}

/** Where changes are recorded, and by which clock. */
export interface Recording {
  readonly trail: Pick<AuditTrail, 'begin' | 'end'>;
  readonly clock: Clock;
}

/** What became of a change, and the error where it has no answer. */
const outcomeOf = async (make: Change['make']) => {
  try {
    const answer = await make();
    return { status: answer.status, answer };
  } catch (error) {
    return { status: problems[problemOf(error).kind].status, error };
  }
};

/**
 * A function that changes something. `decide` reads and checks, and gives the change to be made, or the
 * answer where there is nothing to change; it writes nothing.
 *
 * The change is made once it stands in the audit trail; where it cannot be written there, nothing is
 * changed. What has been made is answered as it is even if its end cannot be written: the caller must
 * not be told that it failed. Then the trail says of its end that it is not known.
 */
export const changingFunction = (
  route: ChangingRoute,
  { trail, clock }: Recording,
  decide: (request: HttpRequest) => Promise<Answer | Change>,
): HttpHandler =>
  answering(route, async (request, correlationId) => {
    const decided = await decide(request);
    if (!('make' in decided)) return decided;
    const { subject = null, role = null } = request.caller;
    const at = instantText(clock.now());
    const change = { at, correlationId, subject, role, route, about: decided.about };
    await trail.begin(change);
    const { status, ...outcome } = await outcomeOf(decided.make);
    try {
      await trail.end(change, { status, endedAt: instantText(clock.now()) });
    } catch (error) {
      const name = error instanceof Error ? error.name : String(error);
      log.error({ message: 'the end of a change is not recorded', status, error: name });
    }
    if (outcome.answer === undefined) throw outcome.error;
    return outcome.answer;
  });
