import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openApiDocument } from '../../functions/contract/document.ts';
import { everyRoute, type RouteName, routes } from '../../functions/routes.ts';

/*
 * Holds answers against the contract. Every call of the tests goes through it, so what the contract
 * says of an answer is true of all that the tests see.
 */

export interface GivenAnswer {
  readonly status: number;
  readonly type: string;
  /** JSON as it was parsed; anything else as text. */
  readonly body: unknown;
}

const document = openApiDocument('test');
const ajv = new Ajv2020({ strict: false, allErrors: false, formats: { binary: true } });
// biome-ignore lint/suspicious/noExplicitAny: its types do not know how Node imports it
(formats as any).default(ajv);
ajv.addSchema(document, 'contract');

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const compiled = new Map<string, ValidateFunction>();

const validatorAt = (...keys: readonly string[]): ValidateFunction => {
  const ref = `contract#/${keys.map(escaped).map(encodeURIComponent).join('/')}`;
  const known = compiled.get(ref);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: ref });
  compiled.set(ref, validate);
  return validate;
};

/**
 * Throws where the contract and the system disagree on what comes in: a body was taken that the contract
 * does not allow. What the contract allows may be refused all the same: for a day, a check digit, a unit.
 */
export const assertTaken = (name: RouteName, status: number, body: unknown): void => {
  const { method, path } = routes[name];
  if (status >= 300 || body === undefined || typeof body === 'string') return;
  if (!isRequestInContract(name, body)) {
    throw new Error(`${method} ${path} took a body that the contract does not allow.`);
  }
};

/** Throws where the contract does not know such an answer of the route. */
export const assertInContract = (name: RouteName, { status, type, body }: GivenAnswer): void => {
  const { method, path } = routes[name];
  const verb = method.toLowerCase() as 'get';
  const operation = document.paths?.[path]?.[verb];
  if (operation === undefined) return;
  const response = operation.responses?.[String(status)];
  const said = `${method} ${path} answered ${status}`;
  if (response === undefined) throw new Error(`${said}, which the contract does not know.`);
  if (!('content' in response) || response.content === undefined) return;
  const media = type.split(';')[0] ?? '';
  if (response.content[media] === undefined) {
    throw new Error(`${said} as ${media}, which the contract does not know.`);
  }
  const keys = ['paths', path, verb, 'responses', String(status), 'content', media, 'schema'];
  const validate = validatorAt(...keys);
  if (!validate(body)) {
    const what = ajv.errorsText(validate.errors, { separator: '\n  ' });
    throw new Error(`${said} otherwise than the contract says:\n  ${what}`);
  }
};

const patterns = everyRoute().map(([name, { method, path }]) => ({
  name,
  method,
  variables: path.split('{').length,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The same for a call over HTTP; what the gateway answers where there is no such route is its own. */
export const assertCallInContract = (
  method: string,
  path: string,
  answer: {
    readonly status: number;
    readonly headers: Headers;
    readonly body: unknown;
    readonly sent: unknown;
  },
): void => {
  const [plain = ''] = path.split('?');
  const [route] = patterns
    .filter((one) => one.method === method && one.pattern.test(plain))
    .sort((a, b) => a.variables - b.variables);
  if (route === undefined) return;
  const { status, headers, body, sent } = answer;
  assertInContract(route.name, { status, type: headers.get('content-type') ?? '', body });
  assertTaken(route.name, status, sent);
};

/** Whether the contract allows a JSON body of the route; false where it takes none. */
export const isRequestInContract = (name: RouteName, body: unknown): boolean => {
  const { method, path } = routes[name];
  const verb = method.toLowerCase() as 'get';
  const request = document.paths?.[path]?.[verb]?.requestBody;
  if (request === undefined || !('content' in request)) return false;
  if (request.content['application/json'] === undefined) return false;
  const keys = ['paths', path, verb, 'requestBody', 'content', 'application/json', 'schema'];
  return validatorAt(...keys)(body) === true;
};
