import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import * as z from 'zod';
import { bundling } from '../lib/bundle.ts';
import { helsinkiInstant } from '../local/clock.ts';
import { synthesise } from '../local/synthesis.ts';
import {
  type BuiltFunction,
  type Clients,
  functionsOf,
} from './cold-start/functions-of-an-assembly.ts';
import { askEverything, seenFile, today } from './cold-start/seen-events.ts';
import { median } from './figures.ts';

/*
 * `node bench/cold-start.ts`: how large each function's bundle is, and how long a fresh process takes
 * to its first answer, beside an empty function with the same clients of the SDK that makes one call.
 * Both are bundled alike, get what the deployed ones get, and are started by turns, so that what else
 * the machine does falls on both. What counts is the median of the rounds' ratios.
 */

const root = join(import.meta.dirname, '..');
const within = join(root, '.build', 'bench', 'cold-start');

/** A function beside the empty one; times in milliseconds. */
export interface ColdStart {
  readonly name: string;
  readonly bytes: number;
  readonly gzippedBytes: number;
  readonly emptyBytes: number;
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  /** The same of the processor's time, which depends less on what else the machine does. */
  readonly cpuRatio: number;
  /** Whether each start of ours gave what the first one gave, and each of the empty one its own. */
  readonly sameAnswer: boolean;
}

const Seen = z.object({
  event: z.looseObject({ headers: z.record(z.string(), z.string()).optional() }),
  env: z.record(z.string(), z.string()),
});
type Seen = z.infer<typeof Seen>;

/** The event anew: with a key that was used before, the answer would be the one that was kept. */
const renewed = (event: Seen['event']): Seen['event'] =>
  event.headers?.['idempotency-key'] === undefined
    ? event
    : { ...event, headers: { ...event.headers, 'idempotency-key': randomUUID() } };

const offset = helsinkiInstant(today, '12:00').epochMilliseconds - Date.now();

interface Start {
  readonly bundle: string;
  readonly seen: Seen;
}

/** Starts a process, and waits for its first answer. */
const firstAnswer = async ({ bundle, seen }: Start) => {
  const event = join(within, 'event.json');
  await writeFile(event, JSON.stringify({ event: renewed(seen.event) }));
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [join(within, 'first-answer.mjs'), bundle, event, String(offset)],
    // As the template sets it for every function.
    {
      env: { ...seen.env, NODE_OPTIONS: '--enable-source-maps' },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const [, , stderr, answers] = child.stdio;
  if (stderr === null || !(answers instanceof stderr.constructor)) throw new Error('No pipe.');
  const said = text(stderr);
  const answered = await text(answers as typeof stderr);
  const milliseconds = performance.now() - begun;
  if (answered === '') throw new Error(`${bundle} gave no answer: ${await said}`);
  const { answer, cpu } = Answer.parse(JSON.parse(answered));
  return { milliseconds, cpu, status: answer?.statusCode ?? 200 };
};
const Answer = z.object({
  answer: z.looseObject({ statusCode: z.int().optional() }).nullable(),
  cpu: z.number(),
});

const madeBeside = async (): Promise<void> => {
  const empty = (clients: Clients) => ({
    in: join(import.meta.dirname, 'cold-start', 'empty', `${clients}.ts`),
    out: `${clients}/index`,
  });
  const outExtension = { '.js': '.cjs' };
  const entryPoints = [empty('without'), empty('dynamodb'), empty('dynamodb-and-ses')];
  await build({ ...bundling, entryPoints, outdir: within, outExtension });
  await build({
    ...bundling,
    format: 'esm',
    sourcemap: false,
    entryPoints: [join(import.meta.dirname, 'cold-start', 'first-answer.ts')],
    outfile: join(within, 'first-answer.mjs'),
  });
};

interface Rounds {
  readonly rounds: number;
  /** Only functions whose name holds it. */
  readonly only: string;
}

/** Every function of the template, the one furthest from its empty one first. */
export const coldStarts = async ({ rounds, only }: Rounds): Promise<readonly ColdStart[]> => {
  await rm(within, { recursive: true, force: true });
  await mkdir(within, { recursive: true });
  await madeBeside();
  const assembly = await synthesise({ root, signal: AbortSignal.timeout(600_000) });
  const functions = (await functionsOf(assembly)).filter(({ name }) => name.includes(only));
  const asked = await askEverything(assembly, within);
  const inCopy = (folder: string) => folder.replace(assembly, asked.assembly);
  const measured: Measured[] = [];
  for (const one of functions) {
    const json = await readFile(join(inCopy(one.folder), seenFile), 'utf8').catch(() => '{}');
    const { data: seen } = Seen.safeParse(JSON.parse(json));
    if (seen === undefined) throw new Error(`${one.name} was never asked.`);
    measured.push({ one, seen, pairs: [] });
  }
  // The first round only warms up, and shows what is answered.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { one, seen, pairs } of measured) {
      const own = { bundle: join(one.folder, 'index.cjs'), seen };
      const other = {
        bundle: join(within, one.clients, 'index.cjs'),
        seen: { ...seen, event: {} },
      };
      // Each is first as often as the other.
      const first = await firstAnswer(round % 2 === 0 ? own : other);
      const second = await firstAnswer(round % 2 === 0 ? other : own);
      pairs.push(round % 2 === 0 ? [first, second] : [second, first]);
    }
    process.stderr.write(round === 0 ? 'warm' : ` ${round}`);
  }
  process.stderr.write('\n');
  await asked.stop();
  const lines = await Promise.all(measured.map(lineOf));
  return lines.sort((one, other) => other.ratio - one.ratio);
};

type Answered = Awaited<ReturnType<typeof firstAnswer>>;
interface Measured {
  readonly one: BuiltFunction;
  readonly seen: Seen;
  /** Ours and the empty one, round by round. */
  readonly pairs: (readonly [ours: Answered, theirs: Answered])[];
}

const lineOf = async ({ one, pairs }: Measured): Promise<ColdStart> => {
  const [first, ...counted] = pairs;
  const statuses = pairs.map(([ours, theirs]) => `${ours.status} ${theirs.status}`);
  return {
    name: one.name,
    bytes: one.bytes,
    gzippedBytes: one.gzippedBytes,
    emptyBytes: (await stat(join(within, one.clients, 'index.cjs'))).size,
    ours: median(counted.map(([ours]) => ours.milliseconds)),
    theirs: median(counted.map(([, theirs]) => theirs.milliseconds)),
    ratio: median(counted.map(([ours, theirs]) => ours.milliseconds / theirs.milliseconds)),
    cpuRatio: median(counted.map(([ours, theirs]) => ours.cpu / theirs.cpu)),
    sameAnswer: (first?.[0].status ?? 500) < 500 && new Set(statuses).size === 1,
  };
};

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);

const run = async (): Promise<void> => {
  const { values: options } = parseArgs({
    options: {
      rounds: { type: 'string', default: '7' },
      only: { type: 'string', default: '' },
    },
  });
  const rounds = Number(options.rounds);
  const lines = await coldStarts({ rounds, only: options.only });
  const memory = Math.round(totalmem() / 1024 ** 3);
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model}), ${memory} GB; ${rounds} rounds\n`,
  );
  console.log(
    '| function | KB | gzipped | empty: KB | ms | empty: ms | ratio | processor’s ratio | within 1.3 |',
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|---|');
  for (const line of lines) {
    const { name, bytes, gzippedBytes, emptyBytes, ours, theirs, ratio, sameAnswer } = line;
    const cells = [
      name,
      kilobytes(bytes),
      kilobytes(gzippedBytes),
      kilobytes(emptyBytes),
      ours.toFixed(0),
      theirs.toFixed(0),
      `${ratio.toFixed(2)}×`,
      `${line.cpuRatio.toFixed(2)}×`,
      sameAnswer ? (ratio <= 1.3 ? 'yes' : 'no') : 'other answers',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const withinAim = lines.filter(({ ratio }) => ratio <= 1.3).length;
  const all = median(lines.map(({ ratio }) => ratio));
  const cpu = median(lines.map(({ cpuRatio }) => cpuRatio));
  const bytes = lines.reduce((sum, line) => sum + line.bytes, 0);
  console.log(
    `\n${withinAim} of ${lines.length} within 1.3×; the median ${all.toFixed(2)}×, of the processor’s time ${cpu.toFixed(2)}×; ${kilobytes(bytes)} KB together`,
  );
};

if (import.meta.main) await run();
