import { parseArgs } from 'node:util';
import { Day } from '../domain/day.ts';

/** What `npm start` was asked to do. */
export interface Options {
  /** The API's port; mail, control and issuer take the three after it. */
  readonly port: number;
  /** The day the system believes it is; absent for the real clock. */
  readonly today?: Day;
  readonly empty: boolean;
  readonly once: boolean;
  /** Whether the functions' logs come to the terminal. */
  readonly verbose: boolean;
}

export const usage =
  'usage: npm start -- [--port N] [--today YYYY-MM-DD] [--empty] [--once] [--verbose]';

/** Something the person at the terminal can put right; its message is one line for her. */
export class UsageError extends Error {}

const highestPort = 65_532;

const parsePort = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > highestPort) {
    throw new UsageError(`--port ${text}: a port is a number from 1 to ${highestPort}.`);
  }
  return port;
};

const parseToday = (text: string): Day => {
  const today = Day.safeParse(text);
  if (!today.success) {
    throw new UsageError(`--today ${text}: there is no such day; write it as YYYY-MM-DD.`);
  }
  return today.data;
};

/** The options that the arguments give. Throws a UsageError for what it does not know. */
export const parseOptions = (args: readonly string[]): Options => {
  const { port, today, empty, once, verbose } = parseValues(args);
  return {
    port: parsePort(port),
    ...(today !== undefined && { today: parseToday(today) }),
    empty,
    once,
    verbose,
  };
};

const parseValues = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        today: { type: 'string' },
        empty: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${reason}. ${usage}`);
  }
};
