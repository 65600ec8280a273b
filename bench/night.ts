import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesisedNight } from '../test/support/night-definition.ts';
import { figuresOf, type NightFigures, rowOf } from './request-units/figures-of-nights.ts';
import { countryAfterFirstNight, makeDue, measuredNight } from './request-units/night-units.ts';

/*
 * `npm run bench:night`: what a night takes of the table, by the model of DynamoDB's billing
 * (request-units/billing.ts) from the calls that the night's functions really make, run by the
 * synthesised definition over a table in memory; with nobody due, one in a hundred, and all.
 */

const { values: options } = parseArgs({
  options: { organisations: { type: 'string', default: '1000,10000' } },
});
const counts = options.organisations.split(',').map(Number);
const within = join(import.meta.dirname, '..', '.build', 'bench');

const definition = synthesisedNight();
const all: NightFigures[] = [];
const tell = (figures: NightFigures): void => {
  all.push(figures);
  process.stdout.write(`${rowOf(figures)}\n`);
};

process.stdout.write(
  '| organisations | due | read units | write units | write units of one due | state transitions | s | US$ |\n|---:|---:|---:|---:|---:|---:|---:|---:|\n',
);
for (const count of counts) {
  const { table, night, first } = await countryAfterFirstNight(count, definition);
  tell(figuresOf(count, first));
  for (const share of [0, 0.01]) {
    makeDue(table, share, measuredNight);
    tell(figuresOf(count, await night(measuredNight)));
  }
  const { rss } = process.memoryUsage();
  process.stdout.write(`${count} organisations: ${Math.round(rss / 1024 ** 2)} MB of memory\n`);
}
// A night never reads whom it does not find due: over a million with one in a hundred due it makes the
// calls of one over those ten thousand alone. At 10,000 this is checked against the real one.
await mkdir(within, { recursive: true });
await writeFile(join(within, 'night.json'), JSON.stringify(all, null, 2));
