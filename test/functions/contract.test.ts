import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../functions/contract/document.ts';
import { operations } from '../../functions/contract/operations.ts';
import { createHandler as getContract } from '../../functions/get-contract/handler.ts';
import { createHandler as getDocs } from '../../functions/get-docs/handler.ts';
import { createHandler as getDocsFile } from '../../functions/get-docs-file/handler.ts';
import { problems } from '../../functions/problem.ts';
import { everyRoute, routeNames } from '../../functions/routes.ts';
import { assertInContract } from '../support/contract-check.ts';
import { callOf } from '../support/http-calls.ts';

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
  const root = join(import.meta.dirname, '..', '..');
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

const errorsIn = async (checked: object) =>
  (await findingsIn(checked))
    .filter(({ severity }) => severity === 0)
    .map(({ code, path }) => `${code} at ${path.join('/')}`);

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

  it('has no error by the rules of OpenAPI and of OWASP', { timeout: 120_000 }, async () => {
    expect(await errorsIn(document)).toEqual([]);
    const careless = { ...document, servers: [{ url: 'http://example.fi' }] };
    expect(await errorsIn(careless)).not.toEqual([]);
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
      const none = method === 'GET' ? [] : [{}];
      expect(operation?.security, path).toEqual('open' in route ? none : undefined);
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
