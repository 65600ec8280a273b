import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesisedNight } from '../test/support/night-definition.ts';
import { figuresOf, type NightFigures, rowOf } from './request-units/figures-of-nights.ts';
import { growthPicture } from './request-units/growth-picture.ts';
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
const million = 1_000_000;

for (const count of counts) {
  const { table, night, first } = await countryAfterFirstNight(count, definition);
  tell(figuresOf(count, first));
  const before = table.snapshot();
  for (const share of [0, 0.01, 1]) {
    // A night that has sent its digests would not send them again.
    table.restore(before);
    makeDue(table, share, measuredNight);
    const figures = figuresOf(count, await night(measuredNight));
    tell(figures);
    // A night never reads whom it does not find due (a test holds it to that): over a million with so
    // many due it makes the calls of this one.
    if (count === million * 0.01 && share === 1) tell({ ...figures, organisations: million });
  }
  const { rss } = process.memoryUsage();
  process.stdout.write(`${count} organisations: ${Math.round(rss / 1024 ** 2)} MB of memory\n`);
}
await mkdir(within, { recursive: true });
await writeFile(join(within, 'night.json'), JSON.stringify(all, null, 2));
await writeFile(
  join(import.meta.dirname, '..', 'docs', 'pictures', 'night-growth.svg'),
  growthPicture(all),
);
