import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../functions/api/contract/document.ts';
import { operations } from '../../../functions/api/contract/operations.ts';
import { createHandler as getContract } from '../../../functions/api/get-contract/handler.ts';
import { createHandler as getDocs } from '../../../functions/api/get-docs/handler.ts';
import { createHandler as getDocsFile } from '../../../functions/api/get-docs-file/handler.ts';
import { problems } from '../../../functions/api/problem.ts';
import {
  everyRoute,
  type RouteName,
  rateOf,
  routeNames,
  routes,
} from '../../../functions/api/routes.ts';
import {
  assertInContract,
  assertMayBeTaken,
  faultInRequest,
} from '../../support/contract-check.ts';
import { callOf, uncheckedCallOf } from '../../support/http-calls.ts';

const document = openApiDocument('1.0.0');

interface Finding {
  readonly code: string;
  readonly severity: number;
  readonly path: readonly string[];
}

/** What spectral finds in a document; 0 is an error, 1 a warning. */
const findingsIn = async (checked: object): Promise<readonly Finding[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'contract-'));
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(checked));
  const root = join(import.meta.dirname, '..', '..', '..');
  const command = join(root, 'node_modules', '@stoplight', 'spectral-cli', 'dist', 'index.js');
  const rules = join(root, 'test', 'support', 'spectral.yaml');
  const args = [command, 'lint', file, '-r', rules, '-f', 'json', '--quiet'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((failed) => failed);
  await rm(folder, { recursive: true });
  return JSON.parse(stdout);
};

const told = ({ code, path }: Finding) => `${code} at ${path.join('/')}`;
const isError = ({ severity }: Finding) => severity === 0;

/** What cannot be satisfied with truth: the gateway asks for no token where a route is open. */
const isOpenRoute = ({ code, path }: Finding) =>
  code === 'owasp:api8:2023-define-error-responses-401' &&
  everyRoute().some(([, route]) => route.open !== undefined && route.path === path[1]);
/** Texts in which anything may stand: whole files, and what callers named or wrote themselves. */
const anyTexts = ['content/text/', 'propertyNames', 'properties/path', 'properties/url', '{file}'];
const isAnyText = ({ code, path }: Finding) =>
  code === 'owasp:api4:2023-string-restricted' &&
  anyTexts.some((place) => path.join('/').includes(place));

describe('The contract', () => {
  it('is OpenAPI 3.1 and describes each route by method and path', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(
      everyRoute()
        .map(([, { method, path }]) => `${method} ${path}`)
        .sort(),
    );
  });

  it('has nothing against the rules of OpenAPI and of OWASP', { timeout: 120_000 }, async () => {
    const findings = await findingsIn(document);
    expect(findings.filter(isError).map(told)).toEqual([]);
    const warnings = findings.filter((one) => !isOpenRoute(one) && !isAnyText(one));
    expect(warnings.map(told)).toEqual([]);
    const careless = { ...document, servers: [{ url: 'http://example.fi' }] };
    expect((await findingsIn(careless)).filter(isError)).not.toEqual([]);
  });

  it.each(routeNames)('gives examples of %s that its own schemas allow', (name) => {
    const { body = [], answers } = operations[name];
    const contents = Object.values(answers).flatMap(({ content = [] }) => content);
    for (const { schema, example, type } of [...body, ...contents]) {
      const parsed = schema.safeParse(example);
      expect(parsed.error?.issues ?? [], `${name} ${type}`).toEqual([]);
    }
  });

  it('tells of every kind of problem, and of what the gateway answers by itself', () => {
    for (const kind of Object.keys(problems)) {
      expect(document.info.description).toContain(`/problems/${kind}`);
    }
    expect(document.info.description).toContain('429');
  });

  it('asks for a token where the gateway does', () => {
    for (const [, { method, path, ...route }] of everyRoute()) {
      const operation = document.paths?.[path]?.[method.toLowerCase() as 'get'];
      expect(operation?.security, path).toEqual('open' in route ? [{}] : undefined);
    }
  });

  it('is answered as it is, and has a page made of files of our own', async () => {
    const answered = await callOf(getContract({ version: '1.0.0' }))({});
    expect(answered.body).toEqual(JSON.parse(JSON.stringify(document)));
    const page = await callOf(getDocs())({});
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const addresses = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, to]) => to);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) expect(address).toMatch(/^\/(docs\/|openapi)|^data:,$/);
    expect(page.text).not.toMatch(/<script>|onload=/);
  });

  it('comes compressed for who can read that', async () => {
    const { headers, text } = await uncheckedCallOf(getContract({ version: '1.0.0' }))({
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    const unpacked = gunzipSync(Buffer.from(text, 'base64')).toString('utf8');
    expect(JSON.parse(unpacked)).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it.each(routeNames)('says how much %s lets through, in words and as data', (name) => {
    const { method, path } = routes[name];
    const operation = document.paths?.[path]?.[method.toLowerCase() as 'get'] as {
      readonly description: string;
      readonly requestBody?: object;
      readonly 'x-largest-body'?: number;
      readonly 'x-rate-limit': object;
    };
    const rate = rateOf(name);
    expect(operation['x-rate-limit']).toEqual({ callsPerSecond: rate, burst: 2 * rate });
    expect(operation.description).toContain(`At most ${rate} calls a second`);
    const isBounded = operation['x-largest-body'] !== undefined;
    expect(isBounded).toBe(operation.requestBody !== undefined);
  });

  it('serves the files of its page and no others', async () => {
    const file = (name: string) =>
      callOf(getDocsFile({ read: async (asked) => Buffer.from(asked) }))({ path: { file: name } });
    const style = await file('page.css');
    expect(style.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' });
    expect(Buffer.from(style.text, 'base64').toString()).toBe('page.css');
    for (const name of ['index.mjs', '..', '__proto__', 'swagger-ui.css.map']) {
      expect((await file(name)).status).toBe(404);
    }
  });
});

describe('An answer', () => {
  const answer = { status: 200, type: 'application/json' };

  it('passes where the contract has it', () => {
    expect(() =>
      assertInContract('get-health', { ...answer, body: { status: 'ok', version: '1' } }),
    ).not.toThrow();
  });

  it.each([
    ['another status', { ...answer, status: 204, body: {} }],
    ['another type', { ...answer, type: 'text/html', body: '' }],
    ['a field more', { ...answer, body: { status: 'ok', version: '1', more: 1 } }],
    ['a field less', { ...answer, body: { status: 'ok' } }],
  ])('fails with %s', (_, given) => {
    expect(() => assertInContract('get-health', given)).toThrow(/contract/);
  });
});

describe('A call', () => {
  const path = { businessId: '0204819-8' };
  const fault = (name: RouteName, request: object) => faultInRequest(name, { path, ...request });

  it('passes where the contract allows it', () => {
    expect(fault('get-deadlines', { query: { validAt: '2026-11-22' } })).toBeUndefined();
    expect(fault('list-assessments', { query: { limit: '200' } })).toBeUndefined();
    const body = { statedOn: '2026-11-22', items: { cards: { state: 'in-progress' } } };
    const headers = { 'idempotency-key': 'one' };
    expect(fault('submit-assessment', { headers, body })).toBeUndefined();
  });

  it.each<[string, RouteName, object]>([
    ['a path of another form', 'get-deadlines', { path: { businessId: '1' } }],
    ['a query of another form', 'get-deadlines', { query: { validAt: '2026-02-30' } }],
    ['a query out of bounds', 'list-assessments', { query: { limit: '201' } }],
    ['an unknown query', 'get-deadlines', { query: { on: '2026-11-22' } }],
    ['a header of another form', 'submit-assessment', { headers: { 'idempotency-key': '' } }],
    ['no body', 'submit-assessment', {}],
    ['a body of another form', 'submit-assessment', { body: { statedOn: 'today' } }],
  ])('must be refused with %s', (_, name, request) => {
    expect(fault(name, request)).toBeDefined();
    const call = { status: 200, request: { path, ...request } };
    expect(() => assertMayBeTaken(name, call)).toThrow(/does not allow/);
    expect(() => assertMayBeTaken(name, { ...call, status: 400 })).not.toThrow();
  });
});
