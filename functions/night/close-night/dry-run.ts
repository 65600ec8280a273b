import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { type Catalogue, catalogue as ours } from '../../../domain/statute/catalogue.ts';
import { catalogueHashOf } from '../../catalogue-hash.ts';
import { log } from '../../log.ts';
import { type NightCounts, nightCounts, noCounts, total } from '../../night-counts.ts';

const aside = z.object({ businessId: BusinessId, error: z.string() });

/** What a dry run found, which is written down nowhere else. */
const Found = z.object({
  date: Day,
  shards: z.array(
    z.object({
      failed: z.boolean().default(false),
      counts: nightCounts.default(noCounts),
      setAside: z.array(aside).default([]),
    }),
  ),
  wouldTell: z.int(),
});

/** What a night would do. */
export interface DryRunRecord {
  readonly date: Day;
  readonly status: 'dry-run';
  readonly result: NightCounts & {
    /** How many would be turned to; who of them gets a mail is seen when it is written. */
    readonly wouldTell: number;
    readonly setAside: readonly z.infer<typeof aside>[];
    /** Shards that could not be looked at. */
    readonly failed: number;
    readonly catalogueHash: string;
    readonly codeVersion: string;
  };
}

export interface Dependencies {
  readonly codeVersion: string;
  /** The law that was evaluated by; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

/** Adds up what a dry run found, and writes it down nowhere but in the log. */
export const tellDryRun =
  ({ codeVersion, catalogue = ours }: Dependencies) =>
  async (event: unknown): Promise<DryRunRecord> => {
    const { date, shards, wouldTell } = Found.parse(event);
    const record: DryRunRecord = {
      date,
      status: 'dry-run',
      result: {
        ...total(shards.map(({ counts }) => counts)),
        wouldTell,
        setAside: shards.flatMap(({ setAside }) => setAside),
        failed: shards.filter(({ failed }) => failed).length,
        catalogueHash: catalogueHashOf(catalogue),
        codeVersion,
      },
    };
    log.info({ message: 'night tried', ...record });
    return record;
  };

const Occasion = z.object({ dryRun: z.boolean().default(false) });

/** A night is closed; of a dry run it is told what it would have done. */
export const closedOrTold =
  <Closed, Told>(
    close: (event: unknown) => Promise<Closed>,
    tell: (event: unknown) => Promise<Told>,
  ) =>
  async (event: unknown): Promise<Closed | Told> =>
    Occasion.parse(event).dryRun ? tell(event) : close(event);
