import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openApiDocument } from '../../functions/api/contract/document.ts';
import { operations } from '../../functions/api/contract/operations.ts';
import { everyRoute, type RouteName, routes } from '../../functions/api/routes.ts';

/*
 * Holds calls against the contract, both ways: what it says of an answer is true of all that the tests
 * see, and what was taken is what it says may be sent. Every call of the tests goes through it.
 */

export interface GivenAnswer {
  readonly status: number;
  readonly type: string;
  /** JSON as it was parsed; anything else as text. */
  readonly body: unknown;
  /** By their names in small letters; not looked at where they are left out. */
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** A call as it was sent. */
export interface GivenRequest {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** By their names in small letters. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** JSON as it was parsed, or the text that was sent. */
  readonly body?: unknown;
}

const document = openApiDocument('test');
const ajvOf = (options: object) => {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: false,
    formats: { binary: true },
    ...options,
  });
  // biome-ignore lint/suspicious/noExplicitAny: its types do not know how Node imports it
  (formats as any).default(ajv);
  ajv.addSchema(document, 'contract');
  return ajv;
};
const exactly = ajvOf({});
/** Of parameters, which are texts whatever they mean. */
const fromText = ajvOf({ coerceTypes: true });

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const compiled = new Map<string, ValidateFunction>();

const validatorAt = (ajv: Ajv2020, ...keys: readonly (string | number)[]): ValidateFunction => {
  const path = keys.map((key) => encodeURIComponent(escaped(String(key)))).join('/');
  const ref = `contract#/${path}`;
  const known = compiled.get(ref);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: ref });
  compiled.set(ref, validate);
  return validate;
};

const whatIsWrong = ({ errors }: ValidateFunction): string =>
  exactly.errorsText(errors ?? null, { separator: '\n  ' });

const operationOf = (name: RouteName) => {
  const { method, path } = routes[name];
  const verb = method.toLowerCase() as 'get';
  const operation = document.paths?.[path]?.[verb];
  if (operation === undefined) throw new Error(`the contract does not know ${name}`);
  return { operation, at: ['paths', path, verb] as const, said: `${method} ${path}` };
};

/** Throws where the contract does not know such an answer of the route. */
export const assertInContract = (name: RouteName, answer: GivenAnswer): void => {
  const { status, type, body, headers } = answer;
  const { operation, at, said: asked } = operationOf(name);
  const response = operation.responses?.[String(status)];
  const said = `${asked} answered ${status}`;
  if (response === undefined) throw new Error(`${said}, which the contract does not know.`);
  if ('$ref' in response) throw new Error(`${said}: a reference is not followed`);
  const promised = Object.entries((response.headers ?? {}) as Record<string, { required?: true }>);
  for (const [header, { required }] of headers === undefined ? [] : promised) {
    const value = headers?.[header.toLowerCase()];
    if (value === undefined) {
      if (required !== true) continue;
      throw new Error(`${said} without ${header}, which the contract promises.`);
    }
    const validate = validatorAt(fromText, ...at, 'responses', status, 'headers', header, 'schema');
    if (!validate(value)) {
      throw new Error(`${said} with another ${header} than the contract says: ${value}`);
    }
  }
  if (response.content === undefined) {
    if (body === '' || body === undefined) return;
    throw new Error(`${said} with a body, which the contract does not know.`);
  }
  const media = type.split(';')[0] ?? '';
  if (response.content[media] === undefined) {
    throw new Error(`${said} as ${media}, which the contract does not know.`);
  }
  const keys = [...at, 'responses', status, 'content', media, 'schema'];
  const validate = validatorAt(exactly, ...keys);
  if (!validate(body)) {
    throw new Error(`${said} otherwise than the contract says:\n  ${whatIsWrong(validate)}`);
  }
};

/** Why the contract does not allow the call; undefined where it does. */
export const faultInRequest = (
  name: RouteName,
  { path = {}, query = {}, headers = {}, body }: GivenRequest,
): string | undefined => {
  const { operation, at } = operationOf(name);
  const given = { path, query, header: headers };
  const known = (operation.parameters ?? []).flatMap((parameter, i) =>
    '$ref' in parameter ? [] : [{ ...parameter, i }],
  );
  for (const { name: named, in: place, required, i } of known) {
    if (place !== 'path' && place !== 'query' && place !== 'header') continue;
    const value = given[place][place === 'header' ? named.toLowerCase() : named];
    if (value === undefined) {
      if (required === true) return `${named} is missing`;
      continue;
    }
    const validate = validatorAt(fromText, ...at, 'parameters', i, 'schema');
    if (!validate(value)) return `${named} (${value}): ${whatIsWrong(validate)}`;
  }
  const unknown = Object.keys(query).find(
    (key) => !known.some((parameter) => parameter.in === 'query' && parameter.name === key),
  );
  // Where the contract speaks of no query at all, as of a mail’s link, none is looked at.
  const isLookedAt = operations[name].parameters.query !== undefined;
  if (isLookedAt && unknown !== undefined) return `${unknown} is unknown`;
  const request = operation.requestBody;
  if (request === undefined || !('content' in request)) return undefined;
  if (body === undefined) return 'it has no body';
  if (request.content['application/json'] === undefined || typeof body === 'string') {
    return undefined;
  }
  const keys = [...at, 'requestBody', 'content', 'application/json', 'schema'];
  const validate = validatorAt(exactly, ...keys);
  return validate(body) ? undefined : `its body: ${whatIsWrong(validate)}`;
};

/** Throws where a call was taken that the contract does not allow. */
export const assertMayBeTaken = (
  name: RouteName,
  { request, status }: { readonly request: GivenRequest; readonly status: number },
): void => {
  if (status >= 400) return;
  const fault = faultInRequest(name, request);
  if (fault === undefined) return;
  const { said } = operationOf(name);
  throw new Error(`${said} answered ${status} to what the contract does not allow: ${fault}`);
};

const patterns = everyRoute().map(([name, { method, path }]) => ({
  name,
  method,
  variables: path.split('{').length,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The same for a call over HTTP; what the gateway answers where there is no such route is its own. */
export const assertCallInContract = (
  call: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  },
  answer: { readonly status: number; readonly headers: Headers; readonly body: unknown },
): void => {
  const url = new URL(call.path, 'http://localhost');
  const [route] = patterns
    .flatMap(({ pattern, ...one }) => {
      const match = one.method === call.method ? pattern.exec(url.pathname) : null;
      return match === null ? [] : [{ ...one, groups: match.groups ?? {} }];
    })
    .sort((a, b) => a.variables - b.variables);
  if (route === undefined) return;
  const { status, headers, body } = answer;
  const isGateways = status === 401 || status === 429;
  assertInContract(route.name, {
    status,
    type: headers.get('content-type') ?? '',
    body,
    ...(isGateways ? {} : { headers: Object.fromEntries(headers) }),
  });
  const request = {
    path: Object.fromEntries(
      Object.entries(route.groups).map(([key, value]) => [key, decodeURIComponent(value)]),
    ),
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(new Headers(call.headers)),
    body: call.body,
  };
  assertMayBeTaken(route.name, { request, status });
};

/** Whether the contract allows a JSON body of the route; false where it takes none. */
export const isRequestInContract = (name: RouteName, body: unknown): boolean => {
  const { operation, at } = operationOf(name);
  const request = operation.requestBody;
  if (request === undefined || !('content' in request)) return false;
  if (request.content['application/json'] === undefined) return false;
  const keys = [...at, 'requestBody', 'content', 'application/json', 'schema'];
  return validatorAt(exactly, ...keys)(body) === true;
};
