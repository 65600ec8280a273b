import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Nights } from '../adapters/nights.ts';
import { shardCount } from '../adapters/organisations.ts';
import { type Clock, dayInHelsinki, instantText } from '../clock.ts';

export interface Dependencies {
  readonly nights: Pick<Nights, 'open'>;
  readonly clock: Clock;
  readonly codeVersion: string;
}

const Input = z.object({ scheduledTime: z.iso.datetime({ offset: true }) });

/**
 * Opens the night of the day on which it was scheduled in Helsinki, however late it begins, and names
 * its shards. Opened again, the same night goes on, as another attempt.
 */
export const createHandler =
  ({ nights, clock, codeVersion }: Dependencies) =>
  async (event: unknown) => {
    const { scheduledTime } = Input.parse(event);
    const date = dayInHelsinki(Temporal.Instant.from(scheduledTime));
    await nights.open(date, instantText(clock.now()));
    console.log({ message: 'night opened', date, codeVersion });
    return { date, shards: Array.from({ length: shardCount }, (_, shard) => shard) };
  };
