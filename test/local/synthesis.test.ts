import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../local/options.ts';
import { stacksOf, synthesise } from '../../local/synthesis.ts';

/** An app that writes an assembly as CDK does, and counts how often it was run. */
const app = `
  import { appendFileSync, writeFileSync } from 'node:fs';
  appendFileSync('runs', 'x');
  const { CDK_OUTDIR, CDK_CONTEXT_JSON, READINESS_STAGE } = process.env;
  if (CDK_OUTDIR === undefined) throw new Error('no folder');
  const { wrong } = JSON.parse(CDK_CONTEXT_JSON);
  if (wrong) { console.error('a\\nError: the stage is wrong\\nb'); process.exit(1); }
  if (wrong === false) await new Promise((resolve) => setTimeout(resolve, 60_000));
  const artifacts = { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 'T' } } };
  writeFileSync(CDK_OUTDIR + '/manifest.json', JSON.stringify({ artifacts, READINESS_STAGE }));
`;

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'synthesis-'));
  await mkdir(join(root, 'lib'));
  await put('app.mjs', app);
  await put('lib/stack.ts', '1');
  await put('cdk.json', JSON.stringify({ app: 'node app.mjs' }));
});
afterEach(() => rm(root, { recursive: true }));

const put = (file: string, text: string) => writeFile(join(root, file), text);
const runs = async () => (await readFile(join(root, 'runs'), 'utf8').catch(() => '')).length;
const assemblies = () => readdir(join(root, '.build/assembly'));
const make = (signal = new AbortController().signal) => synthesise({ root, signal });

describe('Synthesis for this machine', () => {
  test('makes the local stage, in a folder whose bundles are loaded as on Lambda', async () => {
    const directory = await make();
    const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
    expect(manifest.READINESS_STAGE).toBe('local');
    expect(await readFile(join(directory, 'package.json'), 'utf8')).toBe('{}\n');
    expect(await stacksOf(directory)).toEqual([
      { directory, template: 'T', assets: 'S.assets.json' },
    ]);
  });

  test('is done once for the same inputs, and again when one of them changes', async () => {
    const first = await make();
    expect(await make()).toBe(first);
    expect(await runs()).toBe(1);
    await put('lib/stack.ts', '2');
    expect(await make()).not.toBe(first);
    expect(await runs()).toBe(2);
    await put('lib/new.ts', '');
    await make();
    expect(await runs()).toBe(3);
    await put('README.md', 'unrelated');
    await make();
    expect(await runs()).toBe(3);
  });

  test('done twice at the same time ends in one whole assembly', async () => {
    const [one, other] = await Promise.all([make(), make()]);
    expect(one).toBe(other);
    expect(await assemblies()).toHaveLength(1);
  });

  test('leaves assemblies that another start may still use, and removes old ones', async () => {
    const old = await make();
    await put('lib/stack.ts', '2');
    await make();
    expect(await assemblies()).toHaveLength(2);
    const longAgo = new Date(Date.now() - 2 * 24 * 3_600_000);
    await utimes(old, longAgo, longAgo);
    await put('lib/stack.ts', '3');
    await make();
    expect(await assemblies()).toHaveLength(2);
  });

  test('that fails is one line that says why, and leaves nothing behind', async () => {
    await put('cdk.json', JSON.stringify({ app: 'node app.mjs', context: { wrong: true } }));
    const failure = await make().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(failure).toHaveProperty(
      'message',
      'The CDK app could not be synthesised: Error: the stage is wrong',
    );
    expect(await assemblies()).toEqual([]);
  });

  test('ends when it is told to', async () => {
    await put('cdk.json', JSON.stringify({ app: 'node app.mjs', context: { wrong: false } }));
    const ending = new AbortController();
    const synthesis = make(ending.signal).catch((error: unknown) => error);
    while ((await runs()) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    ending.abort();
    expect(await synthesis).toBeInstanceOf(UsageError);
  });
});
