import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { inOrder } from '../../../domain/in-order.ts';
import { type Catalogue, catalogue as ours } from '../../../domain/statute/catalogue.ts';
import type { DigestOutcome, NightAccount, NightRecord, Nights } from '../../adapters/nights.ts';
import { catalogueHashOf } from '../../catalogue-hash.ts';
import { type Clock, instantText } from '../../clock.ts';
import { log } from '../../log.ts';
import { total } from '../../night-counts.ts';
import { costOf, transitionsOf } from '../cost.ts';
import { sumOf } from '../usage.ts';

export interface Dependencies {
  readonly nights: Pick<Nights, 'account' | 'close' | 'saveEvaluatedBy' | 'saveSweptOn'>;
  readonly clock: Clock;
  readonly codeVersion: string;
  /** The law that was evaluated by; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

const step = z.object({ failed: z.boolean().default(false) });
const Input = z.object({
  date: Day,
  shards: z.array(step),
  digests: z.array(step),
  /** Looking for expected producers that have not registered. */
  unregistered: step.default({ failed: false }),
  /** The catalogue that the night was opened with. */
  catalogueHash: z.string().nullable().default(null),
  /** The catalogue and the addressees by which all are looked at once the night is whole. */
  lookedAtBy: z.string().nullable().default(null),
  /** All organisations were looked at. */
  sweep: z.boolean().default(false),
  /** Recipients who wait for the next night, because SES took no more mails. */
  carriedOver: z.int().default(0),
});
type Steps = Pick<z.infer<typeof Input>, 'shards' | 'digests' | 'unregistered'>;

const resultOf = (
  account: NightAccount,
  {
    carriedOver,
    ...by
  }: Pick<NightRecord['result'], 'catalogueHash' | 'codeVersion'> & {
    readonly carriedOver: number;
  },
): NightRecord['result'] => {
  const mails = (outcome: DigestOutcome): number =>
    account.digests.filter((one) => one === outcome).length;
  return {
    ...total(account.shards.map(({ counts }) => counts)),
    mails: {
      sent: mails('sent'),
      failed: mails('failed'),
      unknown: mails('unknown'),
      held: mails('held'),
      quiet: mails('quiet'),
      carriedOver,
      unreachable: mails('unreachable'),
    },
    setAside: account.setAside
      .map(({ businessId, error }) => ({ businessId, error }))
      .toSorted((a, b) => inOrder(a.businessId, b.businessId)),
    ...by,
  };
};

/** Partial: something due was not evaluated, a list was not looked at, or a mail did not go out. */
const isPartial = (
  { shards, digests, unregistered }: Steps,
  { setAside, mails }: NightRecord['result'],
) =>
  [...shards, ...digests, unregistered].some(({ failed }) => failed) ||
  setAside.length > 0 ||
  mails.failed > 0 ||
  mails.carriedOver > 0;

/** All organisations were come to; those that were set aside are due now. */
const isWhole = ({ shards }: Steps) => shards.every(({ failed }) => !failed);

/**
 * Closes a night: its record is made from what its steps wrote down, so closing it again after another
 * attempt counts everything once, and shows what that attempt mended. Only a whole
 * night by one catalogue spares the next one from looking at every organisation.
 */
export const createHandler = ({ nights, clock, codeVersion, catalogue = ours }: Dependencies) => {
  const catalogueHash = catalogueHashOf(catalogue);
  return async (event: unknown): Promise<NightRecord> => {
    const {
      date,
      catalogueHash: openedBy,
      lookedAtBy,
      sweep,
      carriedOver,
      ...steps
    } = Input.parse(event);
    const account = await nights.account(date);
    const result = resultOf(account, { catalogueHash, codeVersion, carriedOver });
    const extent = { shards: steps.shards.length, mails: result.mails.sent };
    const record: NightRecord = {
      date,
      status: isPartial(steps, result) ? 'partial' : 'closed',
      result,
      run: {
        startedAt: account.startedAt,
        endedAt: instantText(clock.now()),
        attempts: account.attempts,
        usage: {
          ...sumOf(Object.values(account.usage)),
          steps: account.usage,
          stateTransitions: transitionsOf(account.usage, extent.shards),
        },
        cost: costOf(account.usage, extent),
      },
    };
    await nights.close(record);
    if (isWhole(steps)) {
      if (sweep) await nights.saveSweptOn(date);
      if (lookedAtBy !== null && openedBy === catalogueHash) {
        await nights.saveEvaluatedBy(lookedAtBy);
      }
    }
    log.info({ message: 'night closed', ...record });
    return record;
  };
};
