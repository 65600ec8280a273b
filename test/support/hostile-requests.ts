import fc from 'fast-check';
import type { openApiDocument } from '../../functions/api/contract/document.ts';
import { everyRoute, type RouteName } from '../../functions/api/routes.ts';
import { isRequestInContract } from './contract-check.ts';

/*
 * Requests that are malformed or meant to do harm, made from the contract: every route, with a fault in
 * its path, its query, its headers, its token or its body. What would change something is made so that
 * it must be refused: its body is never one that the contract allows.
 */

export interface HostileRequest {
  readonly route: RouteName;
  readonly method: string;
  /** As it goes over the wire, not tidied by a client. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Whose token goes with it; a text that is no token of ours where it is hostile itself. */
  readonly holder: 'admin' | 'provider' | 'supervisor' | 'nobody' | { readonly token: string };
  readonly why: string;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const texts = [
  '',
  ' ',
  '\u0000',
  '\r\nSet-Cookie: a=b',
  '\ud800',
  '\u202e\u2066abc',
  '🏥'.repeat(200),
  'a'.repeat(5000),
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%24{jndi:ldap://x}',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '=cmd|calc!A0',
  '1e999',
  'NaN',
  'null',
  '2026-02-30',
  '0000-00-00',
  '+275760-09-13',
  '2026-11-22T00:00:00Z',
  '9'.repeat(400),
  '٣٤٥',
  'ｅｔｅｌａ',
];

const wrongValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER + 2,
  1e308,
  [],
  {},
  [[]],
  [null],
  { length: 1e9 },
  { $ne: null },
  { toString: 'x' },
  { constructor: { prototype: { polluted: true } } },
  Array(3000).fill('a'),
  ...texts,
];

const pathTexts = [
  '..',
  '.',
  '%2e%2e',
  '..%2f..%2fsupervisors',
  '%00',
  '%ff%fe',
  '%E0%A4%A',
  '%',
  '%0d%0aX-Injected:%201',
  '__proto__',
  'constructor',
  'a'.repeat(3000),
  '%F0%9F%8F%A5',
  '2000000-3%20',
  '%20',
  '2000000-3/',
  '2000000-3//deadlines',
  ';a=b',
  '{businessId}',
  '*',
  "'%20OR%201=1",
];

const queries = [
  'unknown=1',
  '__proto__[polluted]=1',
  '__proto__=1',
  'constructor.prototype.polluted=1',
  'limit=-1',
  'limit=0',
  'limit=1e9',
  'limit=NaN',
  'limit=10&limit=20',
  'cursor=',
  'cursor=AAAA',
  `cursor=${'A'.repeat(4000)}`,
  'cursor=%00',
  'cursor=eyJfX3Byb3RvX18iOnt9fQ',
  'cursor=../../x',
  'on=2026-02-30',
  'on=2026-11-22&on=2026-11-23',
  'on[]=2026-11-22',
  'validAt=0000-01-01',
  'validAt=%F0%9F%8F%A5',
  'knownAt=9999-99-99',
  'county=__proto__',
  'county=lappi,kainuu',
  'status=%00',
  'serviceTask=toString',
  'deadlineBefore=tomorrow',
  'missing=constructor',
  'dryRun=maybe',
  'from=x&to=y',
  '%',
  '%ff=%ff',
  '&&&===',
  `a=${'b'.repeat(6000)}`,
];

const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'idempotency-key': '' },
  { 'idempotency-key': 'a'.repeat(256) },
  { 'idempotency-key': 'ä' },
  { 'idempotency-key': '__proto__' },
  { 'if-match': '' },
  { 'if-match': '*' },
  { 'if-match': 'W/"x"' },
  { 'if-match': `"${'a'.repeat(3000)}"` },
  { 'if-match': '"a", "b", *' },
  { 'if-none-match': '*' },
  { 'accept-language': 'q=;;;,,,*;q=-1' },
  { 'accept-language': 'fi;q=999999999999999999999,sv;q=NaN' },
  { 'accept-language': `${'en,'.repeat(1500)}` },
  { 'content-type': 'text/xml' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': ';;;' },
  { 'x-correlation-id': 'a\tb' },
  { 'x-forwarded-for': '169.254.169.254' },
  { 'x-http-method-override': 'DELETE' },
  { cookie: '__proto__=1; a=b' },
];

const tokens = [
  'x',
  '..',
  'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.',
  'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYWRtaW4ifQ.c2ln',
  'a'.repeat(4000),
];

const rawBodies: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from('null'),
  Buffer.from('[]'),
  Buffer.from('"text"'),
  Buffer.from('1e999'),
  Buffer.from('{'),
  Buffer.from('{}'),
  Buffer.from('{"a":1}garbage'),
  Buffer.from("{'a':1}"),
  Buffer.from('{"__proto__":{"polluted":true}}'),
  Buffer.from('{"constructor":{"prototype":{"polluted":true}}}'),
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
  Buffer.from(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  Buffer.from(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
  Buffer.from(`{"a":"${'x'.repeat(300_000)}"}`),
  Buffer.from(`{${Array.from({ length: 5000 }, (_, i) => `"k${i}":1`).join()}}`),
  Buffer.from('a=b&c=d'),
  Buffer.from('<a/>'),
];

const placesIn = (value: Json, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((item, i) => placesIn(item, [...path, i]))
    : Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]));
  return [path, ...inner];
};

/** The value with something else at a place; `undefined` takes away what is there. */
const withAt = (
  value: Json,
  [key, ...rest]: Path,
  change: (found: Json) => Json | undefined,
): Json | undefined => {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => {
      const changed = i === key ? withAt(item, rest, change) : item;
      return changed === undefined ? [] : [changed];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const changed = name === key ? withAt(item, rest, change) : item;
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
};

const extraKeys = ['extra', 'hasOwnProperty', 'constructor', '\u0000', 'a'.repeat(2000), '🏥'];

const changes: fc.Arbitrary<(found: Json) => Json | undefined> = fc.oneof(
  fc.constantFrom(...wrongValues).map((value) => () => value),
  fc.constant(() => undefined),
  fc
    .constantFrom(...extraKeys)
    .map(
      (key) => (found: Json) =>
        typeof found === 'object' && found !== null && !Array.isArray(found)
          ? { ...found, [key]: 1 }
          : [found],
    ),
  fc.string({ unit: 'binary', maxLength: 400 }).map((value) => () => value),
);

/** An example with faults in it, such that the contract does not allow it. */
const brokenBody = (route: RouteName, example: Json): fc.Arbitrary<Buffer> => {
  const places = placesIn(example);
  const fault = fc.record({ place: fc.constantFrom(...places), change: changes });
  return fc.array(fault, { minLength: 1, maxLength: 3 }).map((faults) => {
    const broken = faults.reduce<Json>(
      (value, { place, change }) => withAt(value, place, change) ?? null,
      example,
    );
    const sure = isRequestInContract(route, broken) ? { ...Object(broken), extra: 1 } : broken;
    return Buffer.from(JSON.stringify(sure));
  });
};

interface Base {
  readonly route: RouteName;
  readonly method: string;
  readonly path: string;
  readonly example: Json | undefined;
}

const filled = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x1');

const jsonExample = (operation: unknown): Json | undefined => {
  const content = (operation as { requestBody?: { content?: Record<string, { example?: Json }> } })
    .requestBody?.content;
  return content?.['application/json']?.example;
};

/** Whether a body could be taken by a route, and would not be hostile at all. */
const isTaken = (route: RouteName, body: Buffer): boolean => {
  try {
    return isRequestInContract(route, JSON.parse(body.toString('utf8')));
  } catch {
    return false;
  }
};

const bodyFor = ({ route, example }: Base): fc.Arbitrary<Buffer | undefined> =>
  example === undefined
    ? fc.constantFrom(undefined, ...rawBodies)
    : fc.oneof(
        {
          weight: 1,
          arbitrary: fc.constantFrom(...rawBodies.filter((body) => !isTaken(route, body))),
        },
        { weight: 4, arbitrary: brokenBody(route, example) },
      );

const holders: fc.Arbitrary<HostileRequest['holder']> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('admin', 'provider', 'supervisor') },
  { weight: 1, arbitrary: fc.constant('nobody' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...tokens).map((token) => ({ token })) },
);

const encodedText = fc
  .oneof(fc.constantFrom(...texts), fc.string({ unit: 'binary', maxLength: 60 }))
  .map((text) => encodeURIComponent(text.toWellFormed()));

/** A hostile request of one route; `values` are those that its path has when it is in order. */
const against = (
  base: Base,
  values: Readonly<Record<string, string>>,
): fc.Arbitrary<HostileRequest> => {
  const { route, method, path } = base;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const badPath = fc.oneof(fc.constantFrom(...pathTexts), encodedText);
  const target =
    names.length === 0
      ? fc.constant(path)
      : fc.oneof(
          { weight: 2, arbitrary: fc.constant(filled(path, values)) },
          {
            weight: 1,
            arbitrary: fc
              .tuple(fc.constantFrom(...names), badPath)
              .map(([name, bad]) => filled(path, { ...values, [name]: bad })),
          },
        );
  const query = fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom(...queries).map((text) => `?${text}`) },
  );
  const headers = fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileHeaders) },
  );
  // What deletes has no body to be wrong: it asks for more than there is to ask.
  const isBare = method !== 'GET' && base.example === undefined;
  return fc
    .record({ target, query, headers, body: bodyFor(base), holder: holders })
    .map(({ target: raw, query: asked, headers: given, body, holder }) => ({
      route,
      method,
      target: `${raw}${isBare && asked === '' ? '?unknown=1' : asked}`,
      headers: { 'content-type': 'application/json', ...given },
      ...(method === 'GET' || body === undefined ? {} : { body }),
      holder,
      why: `${method} ${path}`,
    }));
};

/** As many hostile requests as asked for, always the same for a seed, spread over all routes. */
export const hostileRequests = (
  document: ReturnType<typeof openApiDocument>,
  {
    count,
    seed,
    values,
  }: {
    readonly count: number;
    readonly seed: number;
    readonly values: Readonly<Record<string, string>>;
  },
): readonly HostileRequest[] => {
  const bases = everyRoute().map(([route, { method, path }]): Base => {
    const operation = document.paths?.[path]?.[method.toLowerCase() as 'get'];
    return { route, method, path, example: jsonExample(operation ?? {}) };
  });
  const weighted = bases.map((base) => ({
    weight: base.method === 'GET' ? 1 : 3,
    arbitrary: against(base, values),
  }));
  return fc.sample(fc.oneof(...weighted), { numRuns: count, seed });
};
