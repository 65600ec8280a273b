import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeVersion } from '../bin/code-version.ts';
import { UsageError } from './options.ts';

/*
 * The synthesised app, made anew only when something it is made from has changed. An assembly lies
 * under the hash of its inputs and is moved there whole, so that two starts at the same time, or a
 * start that is stopped in the middle, leave nothing half-made behind.
 */

/** All that the template and the bundles are made from. */
const inputs = ['bin', 'domain', 'functions', 'lib', 'cdk.json', 'package-lock.json'];
/** So long after a start its assembly stays, because that start may still run. */
const keptFor = 3 * 60 * 60 * 1000;

const Cdk = z.object({ app: z.string(), context: z.record(z.string(), z.unknown()).default({}) });

export interface SynthesisProps {
  /** The repository's folder. */
  readonly root: string;
  /** Stops the work half-way. */
  readonly signal: AbortSignal;
}

const filesOf = async (root: string, path: string): Promise<readonly string[]> => {
  const whole = join(root, path);
  if (!existsSync(whole)) {
    return [];
  }
  if ((await stat(whole)).isFile()) {
    return [path];
  }
  const entries = await readdir(whole, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
};

const hashOf = async (root: string, version: string): Promise<string> => {
  const files = (await Promise.all(inputs.map((input) => filesOf(root, input)))).flat().sort();
  const hash = createHash('sha256').update(`${process.version} ${version}`);
  for (const file of files) {
    hash.update(`\0${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
};

/** Runs the app as the CDK's own command would, with what it says kept for the one clear line. */
const runApp = async ({ root, signal }: SynthesisProps, outdir: string): Promise<void> => {
  const cdk = await readFile(join(root, 'cdk.json'), 'utf8');
  const { app, context } = Cdk.parse(JSON.parse(cdk));
  const [, ...args] = app.split(' ');
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: {
        ...process.env,
        CDK_OUTDIR: outdir,
        CDK_CONTEXT_JSON: JSON.stringify(context),
        READINESS_STAGE: 'local',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that the bundlers it starts end with it.
      detached: true,
    });
    signal.addEventListener('abort', () => {
      if (child.pid !== undefined && child.exitCode === null) {
        process.kill(-child.pid, 'SIGTERM');
      }
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => said.push(chunk));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
        return;
      }
      const lines = said.join('').split('\n');
      const fault = lines.find((line) => /error/i.test(line)) ?? lines.findLast(Boolean) ?? '';
      reject(new UsageError(`The CDK app could not be synthesised: ${fault.trim()}`));
    });
  });
};

const removeOld = async (folder: string, kept: string): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => name !== kept);
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > keptFor) {
      await rm(path, { recursive: true, force: true });
    }
  }
};

/** The folder of an assembly that is up to date; it is made where there is none. */
export const synthesise = async (props: SynthesisProps): Promise<string> => {
  const { root } = props;
  const name = await hashOf(root, codeVersion());
  const folder = join(root, '.build', 'assembly');
  const directory = join(folder, name);
  if (existsSync(join(directory, 'manifest.json'))) {
    await utimes(directory, new Date(), new Date());
    return directory;
  }
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(join(folder, 'draft-'));
  try {
    await runApp(props, draft);
    // On Lambda no package.json lies above a bundle, so ours must not decide how it is loaded.
    await writeFile(join(draft, 'package.json'), '{}\n');
    await rename(draft, directory).catch((error: unknown) => {
      if (!existsSync(join(directory, 'manifest.json'))) {
        throw error;
      }
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await removeOld(folder, name);
  return directory;
};

const Artifact = z.object({
  type: z.string(),
  properties: z
    .object({ templateFile: z.string().optional(), directoryName: z.string().optional() })
    .default({}),
});
const Manifest = z.object({ artifacts: z.record(z.string(), Artifact).default({}) });

/** A stack of an assembly: the folder it lies in, its template and its list of files. */
export interface StackFiles {
  readonly directory: string;
  readonly template: string;
  readonly assets: string;
}

/** The stacks of an assembly, those of its stages too. */
export const stacksOf = async (directory: string): Promise<readonly StackFiles[]> => {
  const manifest = await readFile(join(directory, 'manifest.json'), 'utf8');
  const { artifacts } = Manifest.parse(JSON.parse(manifest));
  const found = await Promise.all(
    Object.entries(artifacts).map(async ([name, { type, properties }]) => {
      if (type === 'cdk:cloud-assembly' && properties.directoryName !== undefined) {
        return stacksOf(join(directory, properties.directoryName));
      }
      if (type === 'aws:cloudformation:stack' && properties.templateFile !== undefined) {
        return [{ directory, template: properties.templateFile, assets: `${name}.assets.json` }];
      }
      return [];
    }),
  );
  return found.flat();
};
