import { costOf } from '../../functions/night/cost.ts';
import type { NightUnits } from './night-units.ts';

/** One night as the table of docs/performance.md shows it. */
export interface NightFigures {
  readonly organisations: number;
  readonly due: number;
  readonly warned: number;
  readonly mails: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly writeUnitsOfOneDue: number;
  readonly readUnitsOfOneDue: number;
  readonly calls: number;
  readonly stateTransitions: number;
  readonly seconds: number;
  readonly dollars: number;
}

/**
 * The figures of a night. Its units are those of the model, index included; what Lambda asks is by the
 * time that the functions took here, on this machine, with a gigabyte each.
 */
export const figuresOf = (
  organisations: number,
  { due, warnings, calls, all, ofDue, seconds, record }: NightUnits,
): NightFigures => {
  const { usage } = record.run;
  const mails = record.result.mails.sent;
  const steps = {
    'evaluate-shard': {
      invocations: usage?.invocations ?? 0,
      readUnits: all.read,
      writeUnits: all.write + all.indexWrite,
      seconds,
      gigabyteSeconds: seconds,
    },
  };
  const { dynamoDb, lambda } = costOf(steps, { shards: 16, mails });
  const transitions = usage?.stateTransitions ?? 0;
  return {
    organisations,
    due,
    warned: warnings,
    mails,
    readUnits: all.read,
    writeUnits: all.write + all.indexWrite,
    writeUnitsOfOneDue: due === 0 ? 0 : ofDue.write + ofDue.indexWrite,
    readUnitsOfOneDue: due === 0 ? 0 : ofDue.read,
    calls,
    stateTransitions: transitions,
    seconds,
    // State machine and Lambda included; mails apart, which depend on how many there are to write to.
    dollars: dynamoDb + lambda + transitions * 0.000025,
  };
};

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

/** As rows of a Markdown table. */
export const rowOf = (figures: NightFigures): string =>
  `| ${[
    number(figures.organisations),
    number(figures.due),
    number(figures.readUnits),
    number(figures.writeUnits),
    figures.due === 0 ? '' : figures.writeUnitsOfOneDue.toFixed(1),
    number(figures.stateTransitions),
    figures.seconds.toFixed(1),
    figures.dollars.toFixed(4),
  ].join(' | ')} |`;
