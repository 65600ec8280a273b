import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Catalogue, catalogue as ours } from '../../domain/statute/catalogue.ts';
import type { Nights } from '../adapters/nights.ts';
import { shardCount } from '../adapters/organisations.ts';
import { catalogueHashOf } from '../catalogue-hash.ts';
import { type Clock, dayInHelsinki, instantText } from '../clock.ts';

export interface Dependencies {
  readonly nights: Pick<Nights, 'open' | 'evaluatedBy'>;
  readonly clock: Clock;
  readonly codeVersion: string;
  /** The law to evaluate by; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

const Input = z.object({ scheduledTime: z.iso.datetime({ offset: true }) });

/**
 * Opens the night of the day on which it was scheduled in Helsinki, however late it begins, and names
 * its shards. Opened again, the same night goes on, as another attempt. A catalogue that not all were
 * evaluated by yet can change any of them on no day that is known, so all are looked at.
 */
export const createHandler = ({ nights, clock, codeVersion, catalogue = ours }: Dependencies) => {
  const catalogueHash = catalogueHashOf(catalogue);
  return async (event: unknown) => {
    const { scheduledTime } = Input.parse(event);
    const date = dayInHelsinki(Temporal.Instant.from(scheduledTime));
    await nights.open(date, instantText(clock.now()));
    const all = (await nights.evaluatedBy()) !== catalogueHash;
    console.log({ message: 'night opened', date, codeVersion, all });
    const shards = Array.from({ length: shardCount }, (_, shard) => shard);
    return { date, shards, all, catalogueHash };
  };
};
