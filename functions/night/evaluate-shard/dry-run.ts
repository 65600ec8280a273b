import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import type { DueOrganisation, Organisations } from '../../adapters/organisations.ts';
import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import { nightCounts, noCounts, total } from '../../night-counts.ts';
import type { Batch, Evaluated } from './evaluate-organisation.ts';

/** As many are named at most, so that what all shards found fits into the state machine's payload. */
const mostNamed = { toTell: 300, setAside: 20 } as const;

/** How far the dry run of a shard is; since it writes nothing, it hands this on to itself. */
export const dryProgress = z.object({
  position: z.string().nullable().default(null),
  counts: nightCounts.default(noCounts),
  /** Whom it would give something to tell. */
  toTell: z.array(z.string()).default([]),
  setAside: z.array(z.object({ businessId: BusinessId, error: z.string() })).default([]),
});
export type DryProgress = z.infer<typeof dryProgress>;

export interface DryRun {
  readonly date: Day;
  readonly shard: number;
  /** All organisations, not only those due. */
  readonly whole: boolean;
  readonly progress: DryProgress;
  readonly batch: Omit<Batch, 'number' | 'countedDue' | 'dryRun' | 'date'>;
}

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'due' | 'inShard'>;
  readonly evaluate: (businessId: BusinessId, batch: Batch) => Promise<Evaluated>;
  readonly batchSize: number;
  readonly hasTime: (context: Pick<Context, 'getRemainingTimeInMillis'>) => boolean;
}

/** Evaluates a shard page by page as the night would, and tells what that would change; writes nothing. */
export const dryRunShard =
  ({ organisations, evaluate, batchSize, hasTime }: Dependencies) =>
  async (
    { date, shard, whole, progress, batch }: DryRun,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ) => {
    const pageAfter = (after: string | null): Promise<readonly DueOrganisation[]> => {
      const page = { shard, after, limit: batchSize };
      return whole ? organisations.inShard(page) : organisations.due({ ...page, through: date });
    };
    const evaluateOne = async ({ businessId }: DueOrganisation) => {
      try {
        const evaluated = await evaluate(businessId, {
          ...batch,
          date,
          number: 0,
          countedDue: false,
          dryRun: true,
        });
        return { ...evaluated, setAside: [] };
      } catch (error) {
        if (error instanceof StorageUnavailable) throw error;
        const setAside = [{ businessId, error: String(error).slice(0, 300) }];
        return { counts: { ...noCounts, due: 1 }, toTell: [], setAside };
      }
    };
    let { position, counts, toTell, setAside } = progress;
    do {
      const page = await pageAfter(position);
      const last = page.at(-1);
      if (last === undefined) return { shard, done: true, counts, toTell, setAside };
      const found = await Promise.all(page.map(evaluateOne));
      counts = total([counts, ...found.map((one) => one.counts)]);
      toTell = [...new Set([...toTell, ...found.flatMap((one) => one.toTell)])];
      toTell = toTell.slice(0, mostNamed.toTell);
      setAside = [...setAside, ...found.flatMap((one) => one.setAside)];
      setAside = setAside.slice(0, mostNamed.setAside);
      position = last.position;
    } while (hasTime(context));
    return { shard, done: false, position, counts, toTell, setAside };
  };
