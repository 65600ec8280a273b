import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { languages } from '../../../domain/language.ts';
import { usualBody } from '../input.ts';
import { type ProblemKind, problems } from '../problem.ts';
import { everyRoute, type Route, usualRate } from '../routes.ts';
import { introduction } from './introduction.ts';
import { type AnswerContract, type Content, type Operation, tags } from './operation.ts';
import { operations } from './operations.ts';
import { text } from './parts.ts';
import { webhookEvents } from './webhook-events.ts';

/*
 * The contract as OpenAPI 3.1, from the routes, the schemas that validate and what operations.ts says
 * of each route.
 */

const problemKinds = Object.keys(problems);

const fieldError = z.strictObject({
  path: z
    .string()
    .max(2000)
    .describe('Where it is wrong, dotted: `serviceTasks.0`; empty for the whole.'),
  message: text().describe('What is wrong, in the language asked for.'),
});

const correlationId = text(200).describe('The id by which our log knows this call.');

/** An error of ours (RFC 9457). What the gateway answers by itself has another form. */
export const problemSchema = z
  .strictObject({
    type: z.enum(problemKinds.map((kind) => `/problems/${kind}`)),
    title: text(300).describe('What kind of problem it is, in the language asked for.'),
    status: z.int().min(400).max(599),
    correlationId,
    errors: z.array(fieldError).max(200).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457).' });

/** The gateway’s own answers: no route, no token, too many calls, too large a body. */
const gatewaySchema = z
  .strictObject({ message: text(300) })
  .meta({ id: 'GatewayAnswer', description: 'An answer that API Gateway makes by itself.' });

/** Headers of every answer of ours. */
const ourHeaders = z.strictObject({
  'X-Correlation-Id': correlationId,
  'X-RateLimit-Limit': z
    .int()
    .min(1)
    .max(10_000)
    .describe('Calls a second that the route lets through, of all callers together.'),
  'Access-Control-Allow-Origin': z
    .url()
    .max(300)
    .describe('The API’s own origin: browsers read it on no other site.'),
  'Content-Language': z.enum(languages).describe('The language of what is for people.'),
});

/** The gateway sends none of them with what it answers by itself. */
const gatewayHeaders = ourHeaders.partial();

/** What every route can answer: an error of ours, and what the gateway answers for it. */
const always: readonly ProblemKind[] = ['invalid-input', 'internal-error', 'unavailable'];
const withToken: readonly ProblemKind[] = ['forbidden'];

const titlesOf = (kinds: readonly ProblemKind[]): string =>
  kinds.map((kind) => `${problems[kind].title.en} (\`${kind}\`).`).join(' ');

const exampleOf = (kind: ProblemKind) => ({
  summary: problems[kind].title.en,
  value: {
    type: `/problems/${kind}`,
    title: problems[kind].title.en,
    status: problems[kind].status,
    correlationId: 'LZxq1j2fIAMEVLQ=',
    ...(kind === 'invalid-input' && { errors: [{ path: 'businessId', message: 'Is missing.' }] }),
  },
});

const retryAfter = { 'Retry-After': z.int().min(0).max(3600).describe('Seconds to wait.') };

const problemResponses = (kinds: readonly ProblemKind[]): ZodOpenApiResponsesObject => {
  const statuses = [...new Set(kinds.map((kind) => problems[kind].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: titlesOf(kinds.filter((kind) => problems[kind].status === status)),
        headers: status === 503 ? ourHeaders.extend(retryAfter) : ourHeaders,
        content: {
          'application/problem+json': {
            schema: problemSchema,
            examples: Object.fromEntries(
              kinds
                .filter((kind) => problems[kind].status === status)
                .map((kind) => [kind, exampleOf(kind)]),
            ),
          },
        },
      },
    ]),
  );
};

const gatewayResponse = (description: string, message: string) => ({
  description: `${description} The gateway answers this itself.`,
  headers: gatewayHeaders,
  content: { 'application/json': { schema: gatewaySchema, example: { message } } },
});

const tooMany = (rate: number) => ({
  ...gatewayResponse(
    `More than ${rate} calls a second, of all callers together.`,
    'Too Many Requests',
  ),
  headers: gatewayHeaders.extend({
    'Retry-After': z
      .int()
      .min(1)
      .max(60)
      .optional()
      .describe('The gateway does not send it: a second is enough.'),
  }),
});

const contentOf = (contents: readonly Content[]) =>
  Object.fromEntries(contents.map(({ type, schema, example }) => [type, { schema, example }]));

const answerOf = ({ description, content, headers }: AnswerContract) => ({
  description,
  headers: ourHeaders.extend(headers?.shape ?? {}),
  ...(content === undefined ? {} : { content: contentOf([content].flat()) }),
});

const languageHeader = z.strictObject({
  'accept-language': text(8192)
    .optional()
    .describe('`fi` (default), `sv` or `en`.')
    .meta({ example: 'en' }),
});

/** What the gateway and we let through, in words and as data. */
const limitsOf = ({ body, largestBody = usualBody }: Operation, rate: number) => ({
  words: [
    `At most ${rate} calls a second, of all callers together (burst ${2 * rate}).`,
    ...(body === undefined ? [] : [`A body of at most ${Math.floor(largestBody / 1024)} KB.`]),
  ].join(' '),
  data: {
    'x-rate-limit': { callsPerSecond: rate, burst: 2 * rate },
    ...(body === undefined ? {} : { 'x-largest-body': largestBody }),
  },
});

/** Headers that HTTP knows by other names are told in prose, since OpenAPI leaves them out. */
const operationOf = (
  name: string,
  { open, rate = usualRate }: Route,
  operation: Operation,
): ZodOpenApiOperationObject => {
  const limits = limitsOf(operation, rate);
  const { tag, summary, description, parameters, body, answers } = operation;
  const kinds = [...always, ...(open === undefined ? withToken : []), ...operation.problems];
  const { path, query, header = z.strictObject({}) } = parameters;
  return {
    operationId: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [tag],
    summary,
    description: `${description}\n\n${limits.words}`,
    // No token is asked for: whoever calls, or holds the secret of an address, needs none of the schemes.
    ...(open === undefined ? {} : { security: [{}] }),
    requestParams: {
      ...(path === undefined ? {} : { path }),
      ...(query === undefined ? {} : { query }),
      header: header.extend(languageHeader.shape),
    },
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]),
      ),
      ...problemResponses(kinds),
      ...(open === undefined ? { 401: gatewayResponse('No valid token.', 'Unauthorized') } : {}),
      429: tooMany(rate),
    },
    ...limits.data,
  };
};

const pathsOf = (): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of everyRoute()) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operationOf(name, route, operations[name]);
    paths[route.path] = path;
  }
  return paths;
};

/** How every call to another system is made, as Standard Webhooks has it. */
const callHeaders = z.strictObject({
  'webhook-id': text(100).describe(
    'The event’s id: the same event always has the same, so that one that comes twice is known.',
  ),
  'webhook-timestamp': z
    .string()
    .max(20)
    .regex(/^\d+$/)
    .describe('When this call was made, in Unix seconds.'),
  'webhook-signature': z
    .string()
    .max(1000)
    .regex(/^v1,[A-Za-z0-9+/=]+( v1,[A-Za-z0-9+/=]+)*$/)
    .describe(
      'Signatures between spaces, each `v1,` and the base64 of HMAC-SHA256 over id, timestamp and body joined by full stops; one by each secret that holds.',
    ),
});

const webhooksOf = (): ZodOpenApiPathsObject =>
  Object.fromEntries(
    Object.entries(webhookEvents).map(([type, { summary, description, payload, example }]) => [
      type,
      {
        post: {
          operationId: `on${type.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
          tags: ['Webhooks'],
          summary,
          description: `${description} Signed by Standard Webhooks. Calls may come more than once and in any order. An answer of 2xx within five seconds ends it; redirections are not followed. Anything else is tried again after 1, 5 and 30 minutes and 2, 6, 12 and 24 hours, and up to a fifth more; after that it has failed, and can be ordered again. 410 ends the webhook.`,
          security: [],
          requestParams: { header: callHeaders },
          requestBody: {
            required: true,
            content: { 'application/json': { schema: payload, example } },
          },
          responses: {
            '2XX': { description: 'Taken.' },
            410: { description: 'The receiver is gone: the webhook becomes inactive.' },
          },
        },
      },
    ]),
  );

/** The contract as OpenAPI 3.1; `version` is that of the code. */
export const openApiDocument = (version: string) =>
  createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Kanta readiness',
        version,
        description: introduction,
        contact: { name: 'The operator of the service' },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [
        {
          url: '/',
          description: 'Where this contract was read: local, staging or production.',
          'x-internal': false,
        },
      ],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      security: [{ token: [] }],
      paths: pathsOf(),
      webhooks: webhooksOf(),
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'A JWT access token of the issuer, checked by RFC8725: only RS256, issuer, audience and expiry. It carries `role` (`provider`, `supervisor`, `admin`), `organisations` and `counties` as space-separated strings.',
          },
        },
      },
    },
    {
      override: ({ jsonSchema }) => {
        if (jsonSchema.type === 'integer') jsonSchema.format = 'int32';
        // Said twice, and longer than all the rest: the format of a day says what its pattern does.
        if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') {
          delete jsonSchema.pattern;
        }
      },
    },
  );
