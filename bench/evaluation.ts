import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { day } from '../domain/day.ts';
import { lawAt } from '../domain/law-in-force.ts';
import { dayInHelsinki, systemClock } from '../functions/clock.ts';
import { byEngine, byHand, type Contender, ours, sameOfOurs } from './evaluation/contenders.ts';
import { jsonRules } from './evaluation/json-rules.ts';
import { lawAsDecisions } from './evaluation/law-as-decisions.ts';
import { sampleInputs } from './evaluation/organisations.ts';
import { publicodes } from './evaluation/publicodes.ts';
import { requireSameAnswers } from './evaluation/same-answer.ts';
import { zen } from './evaluation/zen.ts';
import { median } from './figures.ts';

/*
 * `npm run bench`: how long the evaluation of one organisation takes with its full trace, beside other
 * engines that make the same decisions. Each decides of all sample organisations by turns, one at a time;
 * nothing is measured before all have given the same answers.
 */

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Number(options.rounds);
/** Before the day for joining, after it, and after the one for patient data. */
const days = ['2026-07-15', '2026-09-02', '2027-03-05'].map(day);
/** Each measurement lasts at least so long, in milliseconds. */
const atLeast = 40;

const contendersOn = (on: (typeof days)[number]): readonly Contender[] => {
  const law = lawAt({ validAt: on, knownAt: on });
  const decisions = lawAsDecisions(law);
  const engines = [
    jsonRules(decisions),
    zen(decisions, { trace: true }),
    zen(decisions, { trace: false }),
    publicodes(decisions),
  ];
  return [ours, sameOfOurs, byHand(law), ...engines.map((engine) => byEngine(decisions, engine))];
};

for (const on of days) await requireSameAnswers(contendersOn(on), sampleInputs(on));

/** Microseconds for one organisation, all of them decided of as often as fills the time. */
const measured = async (decide: readonly (() => unknown)[]): Promise<number> => {
  const begun = performance.now();
  let passes = 0;
  let passed = 0;
  do {
    for (const one of decide) {
      const decided = one();
      // Who answers at once is not made to wait for a turn of the event loop.
      if (decided instanceof Promise) await decided;
    }
    passes += 1;
    passed = performance.now() - begun;
  } while (passed < atLeast);
  return (passed * 1000) / (passes * decide.length);
};

const [on = day('2026-07-15')] = days;
const inputs = sampleInputs(on);
const subjects = contendersOn(on).map(({ name, given }) => ({
  name,
  decide: inputs.map(given),
  figures: [] as number[],
}));
// The first two rounds only warm up.
for (let round = -2; round < rounds; round += 1) {
  for (const { decide, figures } of round % 2 === 0 ? subjects : subjects.toReversed()) {
    const figure = await measured(decide);
    if (round >= 0) figures.push(figure);
  }
}

const [whole, same, ...others] = subjects;
if (whole === undefined || same === undefined) throw new Error('Nothing was measured.');
const memory = Math.round(totalmem() / 1024 ** 3);
const told = (figure: number): string => `${figure.toFixed(figure < 100 ? 1 : 0)} µs`;
console.log(
  `${dayInHelsinki(systemClock.now())}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model}), ${memory} GB; ${inputs.length} organisations, ${rounds} rounds\n`,
);
console.log('| | ours | | theirs | ratio | same answer |\n|---|---|---:|---:|---:|---|');
for (const { name, figures } of others) {
  for (const own of [same, whole]) {
    const ratio = median(figures.map((figure, i) => figure / (own.figures[i] ?? Number.NaN)));
    const cells = [
      name,
      own.name,
      told(median(own.figures)),
      told(median(figures)),
      `${ratio.toFixed(ratio < 1 ? 2 : 1)}×`,
      'yes',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
