import * as z from 'zod';
import { Day, day, daysBetween } from '../../../domain/day.ts';
import { inOrder } from '../../../domain/in-order.ts';
import { isRed } from '../../../domain/red.ts';
import type { Outbox } from '../../adapters/outbox.ts';
import type { SendingQuota } from '../../adapters/sending-quota.ts';
import { operatorId, type Supervisors } from '../../adapters/supervisors.ts';
import { inGroups } from '../../in-groups.ts';
import { log } from '../../log.ts';
import { digestsAtOnce } from '../digests-at-once.ts';
import { warningsOf } from '../matters.ts';

export interface Dependencies {
  readonly supervisors: Pick<Supervisors, 'list'>;
  readonly outbox: Pick<Outbox, 'hasWork' | 'waitingContacts' | 'allWaiting'>;
  /** What SES still takes; undefined where it does not say. */
  readonly quota: () => Promise<SendingQuota | undefined>;
}

const Input = z.object({
  date: Day,
  /** Who is to be told that expected producers have not registered. */
  unregistered: z.object({ recipients: z.array(z.string()) }).default({ recipients: [] }),
  dryRun: z.boolean().default(false),
  /** What the shards found; of a dry run, also whom that would give something to tell. */
  shards: z.array(z.object({ toTell: z.array(z.string()).default([]) })).default([]),
});

/**
 * So many contacts in one night: the recipients and what became of each have to fit into one payload of
 * the state machine (256 KiB). A change of law concerns thousands; the others wait for the next nights.
 */
const mostContacts = 1_000;

const beginning = day('2026-01-01');

/** The contacts whose turn it is: each night begins elsewhere, so that whom no mail reaches blocks nobody. */
export const contactsInTurn = (waiting: readonly string[], date: Day): readonly string[] => {
  if (waiting.length <= mostContacts) return waiting;
  const nights = Math.abs(daysBetween(beginning, date));
  const start = (nights * mostContacts) % waiting.length;
  return [...waiting.slice(start), ...waiting.slice(0, start)].slice(0, mostContacts);
};

/** How long one digest's run must take at least, in milliseconds, so that all keep within SES's rate. */
const paceOf = (quota: SendingQuota | undefined): number =>
  quota === undefined ? 0 : Math.ceil((digestsAtOnce * 1000) / quota.perSecond);

/** What presses a recipient most, as a text to sort by: what is red first, then the day that comes first. */
const pressing = async (
  recipient: string,
  { outbox }: Pick<Dependencies, 'outbox'>,
): Promise<string> => {
  const waiting = await outbox.allWaiting(recipient);
  const [first = 'none'] = waiting
    .flatMap(({ warnings }) => warningsOf(warnings))
    .map((warning) => `${isRed(warning) ? 'a' : 'b'} ${warning.due}`)
    .toSorted(inOrder);
  return first;
};

/** Those for whom SES still takes a mail tonight, the worst first; the others wait for the next night. */
const withinQuota = async (
  recipients: readonly string[],
  quota: SendingQuota | undefined,
  dependencies: Pick<Dependencies, 'outbox'>,
): Promise<readonly string[]> => {
  if (quota === undefined || recipients.length <= quota.left) return recipients;
  const weighed = await inGroups(recipients, async (recipient) => ({
    recipient,
    weight: await pressing(recipient, dependencies),
  }));
  return weighed
    .toSorted((a, b) => inOrder(a.weight, b.weight))
    .slice(0, quota.left)
    .map(({ recipient }) => recipient);
};

/**
 * Whom something waits for, or whose digest was left under way: those a night has to turn to, as many as
 * SES still takes mails today. Only reads. In a dry run nobody is turned to, and it is told how many would be.
 */
export const createHandler = (dependencies: Dependencies) => async (event: unknown) => {
  const { supervisors, outbox, quota: asked } = dependencies;
  const { date, unregistered, dryRun, shards } = Input.parse(event);
  const everyone = [...(await supervisors.list()).map(({ id }) => id), operatorId];
  const haveWork = await inGroups(everyone, (recipient) => outbox.hasWork(recipient));
  const contacts = contactsInTurn(await outbox.waitingContacts(), date);
  const toTell = everyone.filter((one, i) => haveWork[i] || unregistered.recipients.includes(one));
  const all = [...toTell, ...contacts];
  if (dryRun) {
    const wouldTell = new Set([...all, ...shards.flatMap((shard) => shard.toTell)]);
    return { recipients: [], carriedOver: 0, pace: 0, wouldTell: wouldTell.size };
  }
  const quota = all.length === 0 ? undefined : await asked();
  const recipients = await withinQuota(all, quota, dependencies);
  const carriedOver = all.length - recipients.length;
  if (carriedOver > 0) log.error({ message: 'mails carried over', date, carriedOver });
  return { recipients, carriedOver, pace: paceOf(quota), wouldTell: 0 };
};
