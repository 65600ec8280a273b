import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { addDays } from '../domain/day.ts';
import { synthesise } from '../local/synthesis.ts';
import { startSystem } from '../local/system.ts';
import { synthesisedNight } from '../test/support/night-definition.ts';
import { keepTable } from './country/kept-table.ts';
import { countryAfterFirstNight, firstNight } from './request-units/night-units.ts';

/*
 * `npm run bench:country`: nights over a whole country on the local system, as `npm start` runs it: the next
 * day, with those that have come to a rung since, and the weekly sweep, in which all are evaluated. The
 * country's first night runs beforehand, by the same definition; `--kept` is the file that keeps it.
 */

// Functions run in UTC, as on Lambda.
process.env['TZ'] = 'UTC';

const root = join(import.meta.dirname, '..');
const within = join(root, '.build', 'bench');
const { values: options } = parseArgs({
  options: {
    organisations: { type: 'string', default: '100000' },
    kept: { type: 'string' },
  },
});
const count = Number(options.organisations);
const file = options.kept ?? join(within, `country-${count}.bin`);

if (!existsSync(file)) {
  await mkdir(within, { recursive: true });
  const { table } = await countryAfterFirstNight(count, synthesisedNight());
  keepTable(table, file);
}

const store = fork(join(import.meta.dirname, 'country', 'served-table.ts'), [file], {
  execArgv: ['--max-old-space-size=12000'],
});
const [ready]: unknown[] = await once(store, 'message');
const { address } = z.object({ address: z.string() }).parse(ready);
const storeFigures = async () => {
  store.send('figures');
  const [figures]: unknown[] = await once(store, 'message');
  return z.object({ calls: z.int(), memory: z.int() }).parse(figures);
};

const system = await startSystem({
  assembly: await synthesise({ root, signal: AbortSignal.timeout(600_000) }),
  port: 0,
  today: firstNight,
  dynamoEndpoint: address,
  observer: {
    log: () => {},
    failed: (name, error) => console.error(name, error),
  },
});
await system.table.turnSendingOn();

const Record = z.looseObject({
  result: z.looseObject({
    due: z.int(),
    evaluated: z.int(),
    changed: z.int(),
    warnings: z.int(),
    swept: z.int(),
    differing: z.int(),
  }),
});
const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0);
console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model}), ${megabytes(totalmem())} MB; ${count} organisations\n`,
);
console.log(
  '| night | due | evaluated | changed | swept | differing | warnings | calls to the store | s | MB | MB of the store |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const [name, date] of [
  ['the next day', addDays(firstNight, 1)],
  ['the weekly sweep', addDays(firstNight, 7)],
] as const) {
  const before = await storeFigures();
  const began = performance.now();
  const { result } = Record.parse(await system.nights.run(date));
  const seconds = (performance.now() - began) / 1000;
  const { calls, memory } = await storeFigures();
  const { due, evaluated, changed, warnings, swept, differing } = result;
  const cells = [
    name,
    due,
    evaluated,
    changed,
    swept,
    differing,
    warnings,
    calls - before.calls,
    seconds.toFixed(0),
  ];
  console.log(
    `| ${[...cells, megabytes(process.memoryUsage().rss), megabytes(memory)].join(' | ')} |`,
  );
}
await system.stop();
store.kill();
