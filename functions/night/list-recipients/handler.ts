import * as z from 'zod';
import { Day, day, daysBetween } from '../../../domain/day.ts';
import type { Outbox } from '../../adapters/outbox.ts';
import { operatorId, type Supervisors } from '../../adapters/supervisors.ts';
import { inGroups } from '../../in-groups.ts';

export interface Dependencies {
  readonly supervisors: Pick<Supervisors, 'list'>;
  readonly outbox: Pick<Outbox, 'hasWork' | 'waitingContacts'>;
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

/**
 * Whom something waits for, or whose digest was left under way: those a night has to turn to. Only reads.
 * In a dry run nobody is turned to, and it is told how many would be.
 */
export const createHandler =
  ({ supervisors, outbox }: Dependencies) =>
  async (event: unknown) => {
    const { date, unregistered, dryRun, shards } = Input.parse(event);
    const everyone = [...(await supervisors.list()).map(({ id }) => id), operatorId];
    const haveWork = await inGroups(everyone, (recipient) => outbox.hasWork(recipient));
    const contacts = contactsInTurn(await outbox.waitingContacts(), date);
    const toTell = everyone.filter(
      (one, i) => haveWork[i] || unregistered.recipients.includes(one),
    );
    const recipients = [...toTell, ...contacts];
    if (!dryRun) return { recipients, wouldTell: 0 };
    const wouldTell = new Set([...recipients, ...shards.flatMap((shard) => shard.toTell)]);
    return { recipients: [], wouldTell: wouldTell.size };
  };
