import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { isWorkingDay } from '../../../domain/days-off.ts';
import { toldOfProducers } from '../../../domain/expected-producers.ts';
import { isRed, turnsRed } from '../../../domain/red.ts';
import { type Catalogue, catalogue as ours } from '../../../domain/statute/catalogue.ts';
import { subjectOf } from '../../../domain/warnings.ts';
import type { Directory } from '../../adapters/directory.ts';
import type { ExpectedProducers } from '../../adapters/expected-producers.ts';
import type { Mailer, SendOutcome } from '../../adapters/mailer.ts';
import type { DigestOutcome, Nights } from '../../adapters/nights.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import {
  type Digest,
  type DigestKey,
  isStorable,
  type Matters,
  type Outbox,
  type Settlement,
  type Unregistered,
} from '../../adapters/outbox.ts';
import type { Settings } from '../../adapters/settings.ts';
import { isReachable, operatorId, type Supervisors } from '../../adapters/supervisors.ts';
import { type Clock, instantText } from '../../clock.ts';
import { contactOf, organisationOf } from '../../contact-id.ts';
import { keyTag } from '../../digest-key-tag.ts';
import { inGroups } from '../../in-groups.ts';
import { log } from '../../log.ts';
import { toldAfter, warningsOf, withoutTold } from '../matters.ts';
import { type Addressee, type Composition, checkAgain, composeDigest } from './compose-digest.ts';
import { keyText, messageOf, tagOf } from './message.ts';
import { unregisteredToTell } from './unregistered-to-tell.ts';

export interface Dependencies {
  readonly organisations: Pick<Organisations, 'read'>;
  readonly supervisors: Pick<Supervisors, 'read' | 'list'>;
  readonly expectedProducers: Pick<ExpectedProducers, 'page'>;
  readonly directory: Pick<Directory, 'page'>;
  readonly outbox: Outbox;
  readonly nights: Pick<Nights, 'recordDigest'>;
  readonly settings: Settings;
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** Waits before the next attempt. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly mailFrom: string;
  readonly operatorEmail: string;
  /** Where links in mails lead, without a slash at its end. */
  readonly publicUrl: string;
  /** The law by which what waits is checked again; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

/** Another run holds the digest at this moment, or broke off while it did: its outcome will be known later. */
export class DigestUnderWay extends Error {
  constructor() {
    super('the digest is being sent by another run');
    this.name = 'DigestUnderWay';
  }
}

const Input = z.object({
  date: Day,
  recipient: z.string().min(1),
  /** How long its run must take at least where a mail goes out, in milliseconds. */
  pace: z.int().min(0).default(0),
});

/** Whether a digest is there to be sent, and if not, why. */
type Prepared = 'stored' | 'quiet' | 'unreachable' | 'nothing';

/** Longer than one attempt can take; after it, who holds the lease has fallen silent. */
const leaseTime = { minutes: 3 } as const;
/** Waits between the attempts at a mail that SES refuses, in milliseconds. */
const pauses = [1_000, 5_000] as const;
const mostAttempts = pauses.length + 1;

/**
 * Sends one recipient's digest of one night, and answers what became of it.
 *
 * A second run sends nothing twice. The mail's bytes are stored before the first attempt; an attempt
 * needs a claim, and a claim is never given twice for one that may have gone out. A definite refusal is
 * tried again, and after the last attempt its warnings wait for the next night. A mail in doubt is
 * `unknown` for a person to decide, and is not sent again. What a mail tells stops waiting only once its
 * outcome is written down, and no other digest of the recipient is begun before that.
 */
export const createHandler = (dependencies: Dependencies) => {
  const { organisations, supervisors, outbox, nights, settings, mailer, clock } = dependencies;

  /** Who a recipient is now; undefined for a contact that the organisation does not name any more. */
  const addresseeOf = async (recipient: string): Promise<Addressee | undefined> => {
    if (recipient === operatorId) {
      return {
        audience: 'operator',
        name: '',
        address: dependencies.operatorEmail,
        language: 'fi',
        // There is nobody after the operator.
        isReachable: true,
      };
    }
    const businessId = organisationOf(recipient);
    if (businessId !== undefined) {
      const { profile } = await organisations.read(businessId);
      const contacts = profile?.content.contacts ?? [];
      const contact = contactOf(recipient, { businessId, contacts });
      return (
        contact && {
          audience: 'contact',
          name: contact.name,
          address: contact.email,
          language: contact.language,
          isReachable: (await outbox.addressMark(recipient)) === undefined,
        }
      );
    }
    const supervisor = await supervisors.read(recipient);
    if (supervisor === undefined) throw new Error(`nobody is registered as ${recipient}`);
    const { name, email, language } = supervisor.content;
    return {
      audience: 'supervisor',
      name,
      address: email,
      language,
      isReachable: isReachable(supervisor),
    };
  };

  /** What a mail that is out, or may be, told: it is known to have been told, and waits no more. */
  const clearTold = async (recipient: string, matters: Matters): Promise<void> => {
    const { businessId } = matters;
    const told = await outbox.told(recipient, businessId);
    await outbox.saveTold(recipient, businessId, toldAfter(told, matters));
    if (Object.keys(matters.moved).length > 0) {
      const toldMoved = await outbox.toldMoved(recipient, businessId);
      await outbox.saveToldMoved(recipient, businessId, { ...toldMoved, ...matters.moved });
    }
    for (;;) {
      const waiting = await outbox.waiting(recipient, businessId);
      const saved = await outbox.saveWaiting(recipient, withoutTold(waiting, matters));
      if (saved === 'saved') return;
    }
  };

  /** Likewise of expected producers: they are not told again for four weeks. */
  const keepTold = async (
    { recipient, date }: DigestKey,
    { county, businessIds }: Unregistered,
  ): Promise<void> => {
    const told = await outbox.toldProducers(recipient, county);
    const after = toldOfProducers(told, businessIds, date);
    await outbox.saveToldProducers(recipient, county, after);
  };

  /** Whether SES has said by now what became of a mail in doubt; then it is in doubt no more. */
  const settledBySes = async (key: DigestKey): Promise<boolean> => {
    const said = await outbox.fate(key);
    if (said === undefined) return false;
    if (said.fate === 'rejected') await outbox.refuse(key);
    else await outbox.confirm(key);
    return true;
  };

  /** Brings a digest that will not be tried any more to its end, from wherever it was left. */
  const conclude = async (key: DigestKey): Promise<DigestOutcome> => {
    const digest = await outbox.digest(key);
    const record = (outcome: DigestOutcome) => nights.recordDigest({ ...key, outcome });
    switch (digest?.state) {
      case 'claimed':
        if ((await outbox.giveUp(key, instantText(clock.now()))) === 'still-claimed') {
          throw new DigestUnderWay();
        }
        return conclude(key);
      case 'sent':
      case 'unknown':
        if (digest.state === 'unknown' && (await settledBySes(key))) return conclude(key);
        await record(digest.state);
        await inGroups(digest.included, (matters) => clearTold(key.recipient, matters));
        await inGroups(digest.unregistered, (missing) => keepTold(key, missing));
        await outbox.end(key);
        return digest.state;
      case 'pending':
        await outbox.abandon(key);
        return conclude(key);
      case 'failed':
      case undefined:
        await record('failed');
        await outbox.end(key);
        return 'failed';
    }
  };

  /** Ends without a mail; a digest that was stored and not tried is not kept for later. */
  const endWithout = async (key: DigestKey, outcome: Exclude<Prepared, 'stored'> | 'held') => {
    await outbox.abandon(key);
    await nights.recordDigest({ ...key, outcome });
    await outbox.end(key);
    return outcome;
  };

  /** Whether something turned red for the recipient since she was last told of it. */
  const tellsRed = async (
    recipient: string,
    { included, unregistered }: Pick<Composition, 'included' | 'unregistered'>,
  ): Promise<boolean> => {
    const ofOrganisations = await inGroups(included, async ({ businessId, warnings }) => {
      const red = warningsOf(warnings).filter(isRed);
      if (red.length === 0) return false;
      const told = await outbox.told(recipient, businessId);
      return red.some((warning) => turnsRed(warning, told[subjectOf(warning)]));
    });
    // Whoever is missing from a county's list is so from the first day on.
    const ofCounties = await inGroups(unregistered, async ({ county, businessIds }) => {
      const told = await outbox.toldProducers(recipient, county);
      return businessIds.some((businessId) => told[businessId] === undefined);
    });
    return [...ofOrganisations, ...ofCounties].includes(true);
  };

  /** Stores the digest of what waits and is still so, unless it has to wait or nothing is left to tell. */
  const prepare = async (key: DigestKey): Promise<Prepared> => {
    const to = await addresseeOf(key.recipient);
    const waiting = await outbox.allWaiting(key.recipient);
    if (to === undefined) {
      const nothing = { warnings: {}, fixed: {}, moved: {} };
      await inGroups(waiting, (one) => outbox.saveWaiting(key.recipient, { ...one, ...nothing }));
      return 'nothing';
    }
    if (!to.isReachable) return 'unreachable';
    const checked = await checkAgain(waiting, {
      on: key.date,
      side: to.audience === 'contact' ? 'provider' : 'overseers',
      organisations,
      catalogue: dependencies.catalogue ?? ours,
    });
    await inGroups(
      checked.filter(({ isChanged }) => isChanged),
      ({ waiting: left }) => outbox.saveWaiting(key.recipient, left),
    );
    const composition = composeDigest(checked, {
      night: key.date,
      to,
      unregistered: await unregisteredToTell(dependencies, key),
      publicUrl: dependencies.publicUrl,
      contact: dependencies.operatorEmail,
      reference: keyText(key),
      catalogue: dependencies.catalogue ?? ours,
    });
    if (composition === undefined) return 'nothing';
    const isDayOff = !isWorkingDay(key.date);
    if (isDayOff && !(await tellsRed(key.recipient, composition))) return 'quiet';
    const { rendered, included, unregistered } = composition;
    const envelope = {
      key,
      rendered,
      language: to.language,
      from: dependencies.mailFrom,
      to,
      replyTo: dependencies.operatorEmail,
      now: clock.now(),
    };
    const message = await messageOf(envelope, (one) =>
      isStorable({ ...one, included, unregistered }),
    );
    await outbox.store(key, { ...message, included, unregistered });
    return 'stored';
  };

  /** One attempt; false where nobody may make one any more. */
  const attempt = async (key: DigestKey): Promise<boolean> => {
    const lease = { id: randomUUID(), until: instantText(clock.now().add(leaseTime)) };
    const digest = await outbox.claim(key, lease);
    if (digest === undefined) return false;
    const { to, message, attempts } = digest;
    const outcome = await mailer.send({
      from: dependencies.mailFrom,
      to,
      message,
      tag: tagOf(key),
      keyTag: keyTag(key),
    });
    const settlement = settlementOf(outcome, attempts);
    if (settlement.state !== 'sent') {
      log.error({ message: 'mail not sent', digest: tagOf(key), ...settlement });
    }
    await outbox.settle(key, lease.id, settlement);
    return settlement.state === 'pending';
  };

  const send = async (key: DigestKey): Promise<DigestOutcome> => {
    for (const milliseconds of [...pauses, 0]) {
      if (!(await attempt(key))) break;
      await dependencies.pause(milliseconds);
    }
    return conclude(key);
  };

  const outcomeOf = async (key: DigestKey): Promise<DigestOutcome> => {
    for (let open = await outbox.begin(key); open !== key.date; open = await outbox.begin(key)) {
      await conclude({ recipient: key.recipient, date: open });
    }
    const before = await outbox.digest(key);
    if (before !== undefined && isOver(before)) return conclude(key);
    if (!(await settings.sendingIsOn())) return endWithout(key, 'held');
    const isTried = before?.state === 'pending' && before.attempts > 0;
    const prepared = isTried ? 'stored' : await prepare(key);
    return prepared === 'stored' ? send(key) : endWithout(key, prepared);
  };

  return async (event: unknown) => {
    const { pace, ...key } = Input.parse(event);
    const begun = clock.now();
    const outcome = await outcomeOf(key);
    const took = clock.now().since(begun).total('milliseconds');
    if (outcome === 'sent' && took < pace) await dependencies.pause(pace - took);
    return { recipient: key.recipient, outcome };
  };
};

/** Out, perhaps out, or in another run's hands; what failed is composed anew when the night runs again. */
const isOver = ({ state }: Digest): boolean => {
  switch (state) {
    case 'sent':
    case 'unknown':
    case 'claimed':
      return true;
    case 'pending':
    case 'failed':
      return false;
  }
};

const settlementOf = (outcome: SendOutcome, attempts: number): Settlement => {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', messageId: outcome.messageId };
    case 'unknown':
      return { state: 'unknown', reason: outcome.reason };
    case 'refused':
      return { state: attempts < mostAttempts ? 'pending' : 'failed', reason: outcome.reason };
  }
};
