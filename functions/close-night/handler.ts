import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { DigestOutcome, NightAccount, NightRecord, Nights } from '../adapters/nights.ts';
import { catalogueHash } from '../catalogue-hash.ts';
import { type Clock, instantText } from '../clock.ts';
import { total } from '../night-counts.ts';

export interface Dependencies {
  readonly nights: Pick<Nights, 'account' | 'close'>;
  readonly clock: Clock;
  readonly codeVersion: string;
}

const step = z.object({ failed: z.boolean().default(false) });
const Input = z.object({ date: Day, shards: z.array(step), digests: z.array(step) });
type Steps = Pick<z.infer<typeof Input>, 'shards' | 'digests'>;

const resultOf = (account: NightAccount, codeVersion: string): NightRecord['result'] => {
  const mails = (outcome: DigestOutcome): number =>
    account.digests.filter((one) => one === outcome).length;
  return {
    ...total(account.shards.map(({ counts }) => counts)),
    mails: {
      sent: mails('sent'),
      failed: mails('failed'),
      unknown: mails('unknown'),
      held: mails('held'),
    },
    setAside: account.setAside
      .map(({ businessId, error }) => ({ businessId, error }))
      .toSorted((a, b) => (a.businessId < b.businessId ? -1 : 1)),
    catalogueHash,
    codeVersion,
  };
};

/** Partial: something due was not evaluated, or a mail did not go out. */
const isPartial = ({ shards, digests }: Steps, { setAside, mails }: NightRecord['result']) =>
  [...shards, ...digests].some(({ failed }) => failed) || setAside.length > 0 || mails.failed > 0;

/**
 * Closes a night: its record is made from what its steps wrote down, so closing it again after another
 * attempt counts everything once, and shows what that attempt mended.
 */
export const createHandler =
  ({ nights, clock, codeVersion }: Dependencies) =>
  async (event: unknown): Promise<NightRecord> => {
    const { date, ...steps } = Input.parse(event);
    const account = await nights.account(date);
    const result = resultOf(account, codeVersion);
    const record: NightRecord = {
      date,
      status: isPartial(steps, result) ? 'partial' : 'closed',
      result,
      run: {
        startedAt: account.startedAt,
        endedAt: instantText(clock.now()),
        attempts: account.attempts,
      },
    };
    await nights.close(record);
    console.log({ message: 'night closed', ...record });
    return record;
  };
