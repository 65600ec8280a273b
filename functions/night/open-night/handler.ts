import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { daysBetween } from '../../../domain/day.ts';
import { type Catalogue, catalogue as ours } from '../../../domain/statute/catalogue.ts';
import type { Nights } from '../../adapters/nights.ts';
import { shardCount } from '../../adapters/organisations.ts';
import type { Supervisors } from '../../adapters/supervisors.ts';
import { catalogueHashOf } from '../../catalogue-hash.ts';
import { type Clock, dayInHelsinki, instantText } from '../../clock.ts';
import { log } from '../../log.ts';
import { addressingHashOf } from '../addressing.ts';

export interface Dependencies {
  readonly nights: Pick<Nights, 'open' | 'evaluatedBy' | 'sweptOn'>;
  readonly supervisors: Pick<Supervisors, 'list'>;
  readonly clock: Clock;
  readonly codeVersion: string;
  /** The law to evaluate by; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

/** All organisations are looked at again so many days after the last time. */
const daysBetweenSweeps = 7;

const Input = z.object({
  scheduledTime: z.iso.datetime({ offset: true }),
  /** Only to tell what the night would do. */
  dryRun: z.boolean().default(false),
});

/**
 * Opens the night of the day on which it was scheduled in Helsinki, however late it begins, and names
 * its shards. Opened again, the same night goes on, as another attempt. A catalogue that not all were
 * evaluated by yet can change any of them on no day that is known, so all are looked at; so they are
 * where other supervisors are to be warned than last time. Once a week all are swept besides, to see
 * that none has changed on a day that nobody knew of.
 *
 * A dry run, which an operator asks for with `dryRun: true`, reads and evaluates as the night would, and
 * writes, records and sends nothing.
 */
export const createHandler = ({
  nights,
  supervisors,
  clock,
  codeVersion,
  catalogue = ours,
}: Dependencies) => {
  const catalogueHash = catalogueHashOf(catalogue);
  return async (event: unknown) => {
    const { scheduledTime, dryRun } = Input.parse(event);
    const date = dayInHelsinki(Temporal.Instant.from(scheduledTime));
    if (!dryRun) await nights.open(date, instantText(clock.now()));
    const lookedAtBy = `${catalogueHash} ${addressingHashOf(await supervisors.list())}`;
    const all = (await nights.evaluatedBy()) !== lookedAtBy;
    const sweptOn = await nights.sweptOn();
    const sweep = sweptOn === undefined || daysBetween(sweptOn, date) >= daysBetweenSweeps;
    log.info({ message: 'night opened', date, codeVersion, all, sweep, dryRun });
    const shards = Array.from({ length: shardCount }, (_, shard) => shard);
    return { date, shards, all, sweep, dryRun, catalogueHash, lookedAtBy };
  };
};
