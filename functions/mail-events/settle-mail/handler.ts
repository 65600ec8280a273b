import type { Fate } from '../../adapters/fate.ts';
import { isLost, isWeightier } from '../../adapters/fate.ts';
import type { Nights } from '../../adapters/nights.ts';
import type { DigestKey, Matters, Outbox } from '../../adapters/outbox.ts';
import { operatorId, type Supervisors } from '../../adapters/supervisors.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { isContactId } from '../../contact-id.ts';
import { inGroups } from '../../in-groups.ts';
import { log } from '../../log.ts';
import { toldBefore, withGivenBack } from '../../night/matters.ts';
import { SesEvent, saidBy } from './ses-event.ts';

export interface Dependencies {
  readonly outbox: Pick<
    Outbox,
    | 'digest'
    | 'underWay'
    | 'fate'
    | 'saveFate'
    | 'confirm'
    | 'refuse'
    | 'markAddress'
    | 'waiting'
    | 'saveWaiting'
    | 'told'
    | 'saveTold'
    | 'toldMoved'
    | 'saveToldMoved'
    | 'toldProducers'
    | 'saveToldProducers'
  >;
  readonly supervisors: Pick<Supervisors, 'mark'>;
  readonly nights: Pick<Nights, 'recordDigest'>;
  readonly clock: Clock;
}

/** The run that sent the mail has not written down what it told: until it has, nothing can be given back. */
export class NotYetOver extends Error {
  constructor() {
    super('the digest is under way');
    this.name = 'NotYetOver';
  }
}

/**
 * Takes in what SES says became of a mail. Events come at least once and in any order: the weightiest is kept,
 * and one that was taken in before changes nothing.
 *
 * A mail in doubt is settled. What a mail told that came to nobody waits again for the same recipient,
 * and an address that bounced for good, or complained, is no longer used: the next night addresses her
 * organisations anew, to whoever else is there, and at last to the operator. Throws where it has to be
 * told again a little later; Lambda does that, and keeps what fails each time.
 */
export const createHandler = ({ outbox, supervisors, nights, clock }: Dependencies) => {
  const giveBackMatters = async (recipient: string, matters: Matters): Promise<void> => {
    const { businessId } = matters;
    const told = await outbox.told(recipient, businessId);
    await outbox.saveTold(recipient, businessId, toldBefore(told, matters));
    if (Object.keys(matters.moved).length > 0) {
      const toldMoved = await outbox.toldMoved(recipient, businessId);
      const left = Object.entries(toldMoved).filter(([id]) => matters.moved[id] === undefined);
      await outbox.saveToldMoved(recipient, businessId, Object.fromEntries(left));
    }
    for (;;) {
      const waiting = await outbox.waiting(recipient, businessId);
      const saved = await outbox.saveWaiting(recipient, withGivenBack(waiting, matters));
      if (saved === 'saved') return;
    }
  };

  /** What a mail told that nobody got waits again. */
  const giveBack = async (key: DigestKey): Promise<void> => {
    const { recipient, date } = key;
    const digest = await outbox.digest(key);
    if (digest === undefined) return;
    await inGroups(digest.included, (matters) => giveBackMatters(recipient, matters));
    await inGroups(digest.unregistered, async ({ county, businessIds }) => {
      const told = await outbox.toldProducers(recipient, county);
      const left = Object.entries(told).filter(
        ([businessId, on]) => on !== date || !businessIds.some((one) => one === businessId),
      );
      await outbox.saveToldProducers(recipient, county, Object.fromEntries(left));
    });
  };

  const markAddress = async (
    { recipient }: DigestKey,
    { reason, email }: { readonly reason: 'bounced' | 'complained'; readonly email: string },
  ): Promise<void> => {
    const mark = { email, reason, since: dayInHelsinki(clock.now()) };
    if (isContactId(recipient)) await outbox.markAddress(recipient, mark);
    else if (recipient !== operatorId) await supervisors.mark(recipient, mark);
    log.error({ message: 'address no longer used', recipient, reason });
  };

  const settle = async (key: DigestKey, fate: Fate): Promise<void> => {
    if (fate.fate === 'rejected') {
      await outbox.refuse(key);
      await nights.recordDigest({ ...key, outcome: 'failed' });
    } else if (await outbox.confirm(key)) {
      await nights.recordDigest({ ...key, outcome: 'sent' });
    }
  };

  return async (event: unknown): Promise<void> => {
    const { key, fate, email } = saidBy(SesEvent.parse(event));
    if (key === undefined) {
      log.info({ message: 'a mail of nobody', messageId: fate.messageId });
      return;
    }
    const before = await outbox.fate(key);
    if (!isWeightier(fate, before)) return;
    // SES calls an answer of somebody who is away a soft bounce too; but the mail was delivered.
    if (fate.fate === 'bounced-softly' && before?.fate === 'delivered') return;
    if (isLost(fate)) {
      if ((await outbox.underWay(key.recipient)) === key.date) throw new NotYetOver();
      await giveBack(key);
    }
    await settle(key, fate);
    if (fate.fate === 'bounced' || fate.fate === 'complained') {
      await markAddress(key, { reason: fate.fate, email });
    }
    // Last, so that an event whose taking-in breaks off is taken in again.
    await outbox.saveFate(key, fate);
    log.info({ message: 'mail settled', ...key, fate: fate.fate });
  };
};
