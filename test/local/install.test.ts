import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../local/install.mjs');

const a = { version: '1.0.0', integrity: 'sha512-a' };
const b = { version: '2.0.0', integrity: 'sha512-b' };
const elsewhere = { version: '1.0.0', integrity: 'sha512-c', optional: true };
const lock = { '': { name: 'x' }, 'node_modules/a': a, 'node_modules/e': elsewhere };

/** An npm that installs nothing and writes down how it was called. */
const fakeNpm = `
  import { appendFileSync } from 'node:fs';
  appendFileSync('called', process.argv.slice(2).join(' ') + (process.env.CI ?? ''));
  process.exit(Number(process.env.NPM_EXIT ?? 0));
`;

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'install-'));
  await put('local/install.mjs', await readFile(script, 'utf8'));
  await put('npm.js', fakeNpm);
  await put('package.json', '{"type":"module"}');
});
afterEach(() => rm(root, { recursive: true }));

const put = async (file: string, content: string | object) => {
  await mkdir(dirname(join(root, file)), { recursive: true });
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await writeFile(join(root, file), text);
};

/** Runs the script beside a lock file and, where given, what npm says it has installed. */
const install = async (installed: object | undefined, environment: Record<string, string> = {}) => {
  await put('package-lock.json', { packages: lock });
  if (installed !== undefined) {
    await put('node_modules/.package-lock.json', { packages: installed });
  }
  await put('node_modules/.bin/node', '');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['local/install.mjs'], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    env: {
      PATH: process.env['PATH'],
      npm_execpath: join(root, 'npm.js'),
      npm_node_execpath: process.execPath,
      ...environment,
    },
  });
  const called = await readFile(join(root, 'called'), 'utf8').catch(() => '');
  return { status, stdout, stderr, called };
};

describe('Installing before npm start and npm test', () => {
  test.each<[object | undefined, string]>([
    [undefined, 'nothing is installed'],
    [{ 'node_modules/a': b }, 'another version is'],
    [{ 'node_modules/a': { ...a, integrity: 'sha512-x' } }, 'another package of that version is'],
    [{ 'node_modules/e': elsewhere }, 'a package is missing'],
    [{ 'node_modules/a': a, 'node_modules/b': b }, 'a package is there that should not be'],
  ])('calls npm ci, with one line that says so, when of %j: %s', async (installed) => {
    const { status, stdout, called } = await install(installed);
    expect({ status, called: called.slice(0, 3) }).toEqual({ status: 0, called: 'ci ' });
    expect(stdout).toMatch(/^Installing packages[^\n]*\n$/);
  });

  test.each<[object, string]>([
    [{ 'node_modules/a': a }, 'a package for another platform is missing'],
    [{ 'node_modules/a': a, 'node_modules/e': elsewhere }, 'everything is there'],
  ])('says and does nothing when of %j: %s', async (installed) => {
    expect(await install(installed)).toEqual({ status: 0, stdout: '', stderr: '', called: '' });
  });

  test('works where nobody can be asked', async () => {
    expect(await install(undefined, { CI: 'true' })).toMatchObject({
      status: 0,
      called: expect.stringMatching(/^ci .*true$/),
    });
  });

  test('installs a package inside this one where its folder is named', async () => {
    await put('package-lock.json', {});
    await put('bench/package-lock.json', { packages: lock });
    const { status } = spawnSync(process.execPath, ['local/install.mjs', 'bench'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], npm_execpath: join(root, 'npm.js') },
    });
    expect(status).toBe(0);
    expect(await readFile(join(root, 'bench/called'), 'utf8')).toMatch(/^ci /);
  });

  test('ends with one line and 1 when npm fails', async () => {
    const { status, stderr } = await install(undefined, { NPM_EXIT: '7' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^npm ci failed[^\n]*\n$/);
  });

  test('ends with one line and 1 where there is no npm', async () => {
    const { status, stderr } = await install(undefined, { npm_execpath: '', PATH: root });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^npm was not found[^\n]*\n$/);
  });

  test('ends with one line and 1 where the lock file is missing', async () => {
    await cp(join(root, 'local'), join(root, 'other/local'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, ['other/local/install.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^package-lock.json is missing[^\n]*\n$/);
  });
});
