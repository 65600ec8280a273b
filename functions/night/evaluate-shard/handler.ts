import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { type Catalogue, catalogue as ours } from '../../../domain/statute/catalogue.ts';
import type { Deliveries } from '../../adapters/deliveries.ts';
import type { Directory } from '../../adapters/directory.ts';
import type { Nights, SetAside, ShardProgress, StoredProgress } from '../../adapters/nights.ts';
import { type Organisations, shardCount } from '../../adapters/organisations.ts';
import type { Outbox } from '../../adapters/outbox.ts';
import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import type { Supervisors } from '../../adapters/supervisors.ts';
import type { Webhooks } from '../../adapters/webhooks.ts';
import { catalogueHashOf } from '../../catalogue-hash.ts';
import type { Clock } from '../../clock.ts';
import { log } from '../../log.ts';
import { type NightCounts, noCounts, total } from '../../night-counts.ts';
import { dryProgress, dryRunShard } from './dry-run.ts';
import { evaluateOrganisation } from './evaluate-organisation.ts';

export interface Dependencies {
  readonly nights: Pick<
    Nights,
    'progress' | 'saveProgress' | 'setAside' | 'allSetAside' | 'takeBack'
  >;
  readonly organisations: Organisations;
  readonly directory: Pick<Directory, 'list' | 'leave'>;
  readonly outbox: Outbox;
  readonly supervisors: Pick<Supervisors, 'list'>;
  readonly webhooks: Pick<Webhooks, 'list'>;
  readonly deliveries: Pick<Deliveries, 'record'>;
  readonly clock: Clock;
  /** The law to evaluate by; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

const Input = z.object({
  date: Day,
  shard: z
    .int()
    .min(0)
    .max(shardCount - 1),
  /** All organisations, because the catalogue has changed since all were last evaluated. */
  all: z.boolean().default(false),
  /** All organisations, to see that none has changed unnoticed. */
  sweep: z.boolean().default(false),
  /** The catalogue that the night was opened with. */
  catalogueHash: z.string().nullable().default(null),
  dryRun: z.boolean().default(false),
  /** Only of a dry run: the night itself keeps how far it is. */
  progress: dryProgress.prefault({}),
});

/** The code was changed while the night ran: this function evaluates by another catalogue than it began with. */
export class OtherCatalogue extends Error {
  constructor() {
    super('the night was opened with another catalogue');
    this.name = 'OtherCatalogue';
  }
}

type Task = z.infer<typeof Input>;

/** As many are read, evaluated and written side by side. */
const batchSize = 25;
/** No batch is begun with less time left than this, in milliseconds. */
const timeForOne = 60_000;
const hasTime = (context: Pick<Context, 'getRemainingTimeInMillis'>): boolean =>
  context.getRemainingTimeInMillis() > timeForOne;

/**
 * Evaluates the organisations of one shard that may have changed, batch by batch, and says whether all
 * are done.
 *
 * What is in work is written down before it is begun and counted when it is over, so whoever takes the
 * shard up again, at whatever moment it was left, evaluates and counts each organisation once. One
 * that cannot be evaluated is set aside and stays due or becomes it; one that cannot be read or written for a reason
 * that is not its own stops the batch, and is tried again with it.
 *
 * Where the catalogue has changed, every organisation of the shard is looked at, and evaluated unless
 * it was by this catalogue already; so a second run only reads. A sweep looks at every organisation too,
 * evaluates also what is not due, and writes only where that differs from what is known.
 */
export const createHandler = ({
  nights,
  organisations,
  directory,
  outbox,
  supervisors,
  webhooks,
  deliveries,
  clock,
  catalogue = ours,
}: Dependencies) => {
  const stores = { organisations, directory, outbox, deliveries };
  const evaluate = evaluateOrganisation({ ...stores, clock, catalogue });
  const dryRun = dryRunShard({ organisations, evaluate, batchSize, hasTime });
  const hash = catalogueHashOf(catalogue);

  /** The batch in work: one that was left behind, or the next; undefined when nothing is due any more. */
  const takeBatch = async ({
    date,
    shard,
    all,
    sweep,
  }: Task): Promise<StoredProgress | undefined> => {
    for (;;) {
      const { version, ...progress } = await nights.progress(date, shard);
      if (progress.inFlight.length > 0) return { ...progress, version };
      const page = { shard, after: progress.position, limit: batchSize };
      const isSweeping = sweep && !progress.swept;
      const due =
        all || isSweeping
          ? await organisations.inShard(page)
          : await organisations.due({ ...page, through: date });
      const last = due.at(-1);
      if (last === undefined && progress.position === null) return undefined;
      const next: ShardProgress =
        last === undefined
          ? { ...progress, position: null, swept: sweep }
          : {
              ...progress,
              inFlight: due.map(({ businessId }) => businessId),
              inFlightTo: last.position,
            };
      const saved = await nights.saveProgress({ date, shard, progress: next, replaces: version });
      if (saved === 'saved' && last === undefined) return undefined;
      if (saved === 'saved') return { ...next, version: version + 1 };
    }
  };

  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) => {
    const task = Input.parse(event);
    const { date, shard, all, sweep } = task;
    if (all && task.catalogueHash !== null && task.catalogueHash !== hash)
      throw new OtherCatalogue();
    const [everyone, listening] = await Promise.all([supervisors.list(), webhooks.list()]);
    const told = { supervisors: everyone, webhooks: listening };
    if (task.dryRun) {
      const whole = all || sweep;
      return dryRun({ ...task, whole, batch: { all, sweep, ...told } }, context);
    }

    const evaluateOne = async (
      businessId: BusinessId,
      { number, before }: { readonly number: number; readonly before: SetAside | undefined },
    ): Promise<NightCounts> => {
      const countedDue = before !== undefined && before.batch !== number;
      try {
        const batch = { date, number, countedDue, all, sweep, dryRun: false, ...told };
        const { counts } = await evaluate(businessId, batch);
        if (before !== undefined) await nights.takeBack(date, businessId);
        return counts;
      } catch (error) {
        if (error instanceof StorageUnavailable) throw error;
        const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
        log.error({ message: 'set aside', date, businessId, error: name, stack });
        await nights.setAside(date, {
          businessId,
          error: `${name}: ${message}`.slice(0, 300),
          batch: countedDue ? before.batch : number,
        });
        await organisations.keepDue(businessId, date);
        return { ...noCounts, due: countedDue ? 0 : 1 };
      }
    };

    do {
      const taken = await takeBatch(task);
      if (taken === undefined) return { shard, done: true };
      const { version: number, ...progress } = taken;
      const aside = await nights.allSetAside(date);
      const results = await Promise.allSettled(
        progress.inFlight.map((businessId) =>
          evaluateOne(businessId, {
            number,
            before: aside.find((one) => one.businessId === businessId),
          }),
        ),
      );
      const counts = results.map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
      });
      // Another run of the same batch that was quicker has counted the same.
      await nights.saveProgress({
        date,
        shard,
        progress: {
          ...progress,
          position: progress.inFlightTo,
          inFlight: [],
          inFlightTo: null,
          counts: total([progress.counts, ...counts]),
        },
        replaces: number,
      });
    } while (hasTime(context));
    return { shard, done: false };
  };
};
