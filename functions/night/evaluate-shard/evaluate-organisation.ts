import { quietAmong, quietEndsOn } from '../../../domain/acknowledgement.ts';
import { addDays, type Day, earliestOf } from '../../../domain/day.ts';
import { evaluate } from '../../../domain/evaluation.ts';
import { lastEvaluation } from '../../../domain/history.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { movedDays } from '../../../domain/moved-days.ts';
import { type Catalogue, catalogue as ours } from '../../../domain/statute/catalogue.ts';
import { statusChanges, type Verdict, verdictOf } from '../../../domain/verdict.ts';
import {
  asRaised,
  type Raised,
  raisedLeaving,
  settledSince,
  type Warning,
  warningKey,
  warningsToRaise,
} from '../../../domain/warnings.ts';
import type { Deliveries } from '../../adapters/deliveries.ts';
import type { Directory, DirectoryEntry } from '../../adapters/directory.ts';
import { lastFact } from '../../adapters/organisation-log.ts';
import type {
  NewEvaluation,
  OrganisationState,
  Organisations,
  StoredOrganisation,
  StoredProfile,
  StoredState,
} from '../../adapters/organisations.ts';
import type { Digest, Moved, Outbox } from '../../adapters/outbox.ts';
import { StorageUnavailable } from '../../adapters/storage-errors.ts';
import { isReachable, operatorId, type StoredSupervisor } from '../../adapters/supervisors.ts';
import type { StoredWebhook } from '../../adapters/webhooks.ts';
import { catalogueHashOf } from '../../catalogue-hash.ts';
import type { Clock } from '../../clock.ts';
import { contactIds } from '../../contact-id.ts';
import { canonicalJson } from '../../entity-tag.ts';
import { entryOf, listedHash, putInLists } from '../../listing.ts';
import { log } from '../../log.ts';
import { type NightCounts, noCounts } from '../../night-counts.ts';
import { isToldIn, movedById, withNew } from '../matters.ts';
import { recordEvents } from './record-events.ts';
import { eventsOf, type NightEvent } from './webhook-events.ts';

export interface Dependencies {
  readonly organisations: Pick<
    Organisations,
    'read' | 'recordRaised' | 'appendEvaluation' | 'saveState'
  >;
  readonly directory: Pick<Directory, 'list' | 'leave'>;
  readonly outbox: Pick<Outbox, 'waiting' | 'saveWaiting' | 'told' | 'toldMoved' | 'digestsSince'>;
  readonly deliveries: Pick<Deliveries, 'record'>;
  /** When what it finds is recorded; the day that it evaluates is the night's. */
  readonly clock: Clock;
  /** The law to evaluate by; ours, unless another is tried. */
  readonly catalogue?: Catalogue;
}

/** The part of a night's work that an organisation is evaluated in. */
export interface Batch {
  readonly date: Day;
  readonly number: number;
  /** It was set aside before in this night, and counted as due then. */
  readonly countedDue: boolean;
  readonly supervisors: readonly StoredSupervisor[];
  readonly webhooks: readonly StoredWebhook[];
  /** The catalogue has changed: also what no known day changes is evaluated. */
  readonly all: boolean;
  /** Also what is not due is evaluated, to see whether it has changed unnoticed. */
  readonly sweep: boolean;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

/** What the evaluation of an organisation adds to the night. */
export interface Evaluated {
  readonly counts: NightCounts;
  /** Whom it gave something to tell. */
  readonly toTell: readonly string[];
}

/** Why an organisation is evaluated: something may have changed, or a sweep looks whether it has. */
type Occasion = 'due' | 'swept';

/** The law that a night evaluates by. */
interface Law {
  readonly catalogue: Catalogue;
  readonly hash: string;
}

interface Known extends StoredOrganisation {
  readonly profile: StoredProfile;
  readonly state: StoredState;
}

/** What a night finds of an organisation, and what is to be written because of it. */
interface Finding {
  /** To be written in the night's ledger; undefined where the ledger stands already. */
  readonly ledger: readonly Warning[] | undefined;
  /** To be told, if nobody was told yet. */
  readonly warnings: readonly Warning[];
  readonly settled: readonly string[];
  /** Days that an entry adopted since the last evaluation has moved. */
  readonly moved: Moved;
  readonly recipients: readonly string[];
  /** Those of them who were not warned of it before, and all that stands already and they never heard. */
  readonly newcomers: readonly string[];
  readonly standing: readonly Warning[];
  /** The organisation's own people. */
  readonly contacts: readonly string[];
  /** What the webhooks are told that ask for it. */
  readonly events: readonly NightEvent[];
  /** What the log is to have of it; undefined where the log says the same already. */
  readonly evaluation: NewEvaluation | undefined;
  /** How it stands in lists now; undefined where the lists have it so, or a fact is still to come. */
  readonly listing: DirectoryEntry | undefined;
  readonly state: OrganisationState;
  readonly counts: NightCounts;
}

/** What is to be put before one recipient. */
interface News {
  readonly warnings: readonly Warning[];
  readonly settled: readonly string[];
  readonly moved: Moved;
  /** This night has put them before people once, so a digest may tell them already. */
  readonly mayBeMailed: boolean;
  readonly date: Day;
}

const mayBeOut = ({ state }: Digest): boolean =>
  state === 'sent' || state === 'claimed' || state === 'unknown';

/** Supervisors of a county that the organisation is active in, as far as mails reach them. */
const supervisorsOf = (
  { profile }: Pick<Known, 'profile'>,
  supervisors: readonly StoredSupervisor[],
) =>
  supervisors
    .filter(isReachable)
    .filter(({ content }) =>
      content.counties.some((county) => profile.content.counties.includes(county)),
    )
    .map(({ id }) => id);

/** Who hears: the operator where there is no supervisor. */
const recipientsFor = (supervisors: readonly string[]): readonly string[] =>
  supervisors.length === 0 ? [operatorId] : supervisors;

/** Whether others are to be warned of it than at the last evaluation. */
const isAddressedAnew = (
  { profile, state }: Pick<Known, 'profile' | 'state'>,
  supervisors: readonly StoredSupervisor[],
): boolean => {
  const now = recipientsFor(supervisorsOf({ profile }, supervisors));
  return canonicalJson(now) !== canonicalJson(state.recipients ?? []);
};

/** What was raised before; the night's own ledger belongs to it once it is written. */
const raisedBefore = ({ state, raisedOn }: Known, date: Day): Raised => {
  const isInState = state.lastNight !== null && state.lastNight.date >= date;
  return isInState ? state.raised : { ...state.raised, ...asRaised(raisedOn[date] ?? []) };
};

/** A status that differs, or a day that the law moved. */
const differs = (before: Verdict | null, { verdict, moved }: { verdict: Verdict; moved: Moved }) =>
  Object.entries(moved).some(([id, { to }]) => (before?.days[id]?.due ?? null) !== to) ||
  statusChanges(before, verdict).length > 0;

const findingOn = (
  organisation: Known,
  { batch, occasion }: { readonly batch: Batch; readonly occasion: Occasion },
  { catalogue, hash }: Law,
): Finding => {
  const { businessId, profile, assessments, waivers, acknowledgements } = organisation;
  const { state, raisedOn } = organisation;
  const { date, supervisors } = batch;
  const facts = {
    organisation: { businessId, ...profile.content },
    assessments,
    waivers,
    on: date,
    catalogue,
  };
  const evaluation = evaluate(facts);
  const moved = movedById(movedDays(state.verdict?.days ?? {}, facts, evaluation));
  const ledger = raisedOn[date];
  const before = raisedBefore(organisation, date);
  const reached = warningsToRaise(evaluation, before);
  // Quiet was asked for: these are raised when it ends, each at the rung that it has come to by then.
  const quiet = quietAmong(reached, acknowledgements, { side: 'overseers', on: date });
  const toRaise = reached.filter((warning) => !quiet.includes(warning));
  // What the ledger has no room for any more is left for the next night.
  const late = ledger === undefined ? [] : toRaise;
  const raised = ledger ?? toRaise;
  const standing = warningsToRaise(evaluation, {});
  const stands = new Set(standing.map((warning) => warningKey(businessId, warning)));
  const addressees = supervisorsOf(organisation, supervisors);
  const recipients = recipientsFor(addressees);
  const verdict = verdictOf(evaluation);
  // The state tells what this night changes, however often it is run; the log, what it has yet to be told.
  const isChanged = differs(state.verdict, { verdict, moved });
  // By its own day: a night that ran late comes after the one that followed it.
  const recorded = lastEvaluation(organisation.evaluations, date)?.verdict ?? null;
  const isNews = differs(recorded, { verdict, moved });
  const again = state.lastNight?.date === date;
  const changedBefore = again && state.lastNight.changed;
  const counted = again && ledger !== undefined ? [] : raised;
  const counts: NightCounts = {
    due: again || batch.countedDue || occasion === 'swept' ? 0 : 1,
    evaluated: again ? 0 : 1,
    changed: isChanged && !changedBefore ? 1 : 0,
    warnings: counted.length,
    unaddressed: addressees.length === 0 ? counted.length : 0,
    swept: occasion === 'swept' ? 1 : 0,
    differing: occasion === 'swept' ? 1 : 0,
  };
  const tomorrow = addDays(date, 1);
  const quietEnd = quietEndsOn(quiet, acknowledgements, { side: 'overseers', on: date });
  const nextChange =
    earliestOf([evaluation.nextChange, quietEnd].flatMap((change) => change ?? [])) ?? null;
  const raisedAfterwards = raisedLeaving(evaluation, before, [...late, ...quiet]);
  const entry = entryOf(organisation, evaluation, raisedAfterwards);
  const listed = state.awaitsFacts ? null : listedHash(entry);
  const warnings = raised.filter((warning) => stands.has(warningKey(businessId, warning)));
  const previousStatus = state.verdict?.status ?? null;
  return {
    ledger: ledger === undefined && raised.length > 0 ? raised : undefined,
    warnings,
    settled: settledSince(evaluation, before),
    moved,
    recipients,
    newcomers: recipients.filter((id) => state.recipients?.includes(id) === false),
    standing,
    contacts: contactIds(businessId, profile.content.contacts),
    events: eventsOf({ businessId, evaluation, previousStatus, warnings }),
    evaluation: isNews
      ? { on: date, verdict, catalogueHash: hash, basedOn: lastFact(organisation) }
      : undefined,
    listing: listed === null || listed === state.listed ? undefined : entry,
    state: {
      dueOn: state.awaitsFacts || late.length > 0 ? tomorrow : nextChange,
      verdict,
      raised: raisedAfterwards,
      lastNight: {
        date,
        batch: batch.number,
        changed: changedBefore || isChanged,
        counts,
      },
      catalogueHash: hash,
      recipients,
      listed,
    },
    counts,
  };
};

/** Its registration broke off, or goes on at this moment: there is nothing to evaluate yet. */
const findingWithoutProfile = (
  { version: _, awaitsFacts, ...state }: StoredState,
  { date }: Batch,
): Finding => ({
  ledger: undefined,
  warnings: [],
  settled: [],
  moved: {},
  recipients: [],
  newcomers: [],
  standing: [],
  contacts: [],
  events: [],
  evaluation: undefined,
  listing: undefined,
  state: { ...state, dueOn: awaitsFacts ? addDays(date, 1) : null },
  counts: noCounts,
});

/**
 * Whether a sweep found something that the last night did not know, so that the day on which the
 * organisation was to be looked at next was wrong.
 */
const isUnforeseen = (
  { ledger, settled, moved, evaluation, listing, state: found }: Finding,
  known: StoredState,
): boolean =>
  ledger !== undefined ||
  settled.length > 0 ||
  Object.keys(moved).length > 0 ||
  evaluation !== undefined ||
  listing !== undefined ||
  canonicalJson({ verdict: found.verdict }) !== canonicalJson({ verdict: known.verdict }) ||
  (found.dueOn !== null && (known.dueOn === null || found.dueOn < known.dueOn));

const nothing: Evaluated = { counts: noCounts, toTell: [] };

/** Whom a finding gives something to tell; what was put in order, only where they heard of it. */
const toTellOf = ({ warnings, moved, recipients, newcomers, standing, contacts }: Finding) => {
  const isMoved = Object.keys(moved).length > 0;
  const heard = recipients.filter((one) =>
    newcomers.includes(one) ? standing.length > 0 : warnings.length > 0 || isMoved,
  );
  return isMoved ? [...heard, ...contacts] : heard;
};

/** How often what others write meanwhile is read again at once. */
const mostRaces = 5;

/**
 * Evaluates one organisation on a night, puts what it found before whom it concerns, and answers what
 * that adds to the night; a dry run only answers.
 *
 * The order of the writes is what makes it safe to stop anywhere: the ledger of warnings, what waits
 * for each recipient, what differs from the log and from the lists, what webhooks are told, and last the
 * state, by which the organisation is no longer due. A second run in the same batch finds the state and
 * answers the same; one that finds only the ledger takes the warnings from it, and puts before nobody what
 * a digest of hers tells already. Moved days need no ledger: until the state is saved they are found
 * again, and whom they were told to is known. Nor do webhooks: what is found again has the id that it had.
 */
export const evaluateOrganisation = ({
  organisations,
  directory,
  outbox,
  deliveries,
  clock,
  catalogue = ours,
}: Dependencies) => {
  const law: Law = { catalogue, hash: catalogueHashOf(catalogue) };
  const tell = recordEvents({ deliveries, clock });

  const put = async (recipient: string, businessId: BusinessId, news: News): Promise<void> => {
    const { warnings, settled, moved, date } = news;
    const moves = Object.keys(moved).length > 0;
    if (warnings.length === 0 && settled.length === 0 && !moves) return;
    for (let race = 0; race < mostRaces; race += 1) {
      const waiting = await outbox.waiting(recipient, businessId);
      const told = settled.length === 0 ? {} : await outbox.told(recipient, businessId);
      const toldMoved = moves ? await outbox.toldMoved(recipient, businessId) : {};
      const mailed = news.mayBeMailed ? await outbox.digestsSince({ recipient, date }) : [];
      const included = mailed
        .filter(mayBeOut)
        .flatMap((digest) =>
          digest.included.filter((matters) => matters.businessId === businessId),
        );
      const untold = warnings.filter(
        (warning) => !included.some((matters) => isToldIn(warning, matters)),
      );
      const next = withNew(waiting, { warnings: untold, settled, moved, told, toldMoved });
      if (canonicalJson(next) === canonicalJson(waiting)) return;
      if ((await outbox.saveWaiting(recipient, next)) === 'saved') return;
    }
    throw new StorageUnavailable(new Error('what waits changes all the time'));
  };

  const write = async (businessId: BusinessId, finding: Finding, { date }: Batch) => {
    const { ledger, settled, moved, recipients, newcomers, contacts, evaluation } = finding;
    if (ledger !== undefined) {
      const recorded = await organisations.recordRaised({ businessId, date, warnings: ledger });
      if (recorded === 'recorded-before') return 'changed-meanwhile';
    }
    for (const recipient of recipients) {
      const isNew = newcomers.includes(recipient);
      const warnings = isNew ? finding.standing : finding.warnings;
      const mayBeMailed = warnings.length > 0 && (isNew || ledger === undefined);
      await put(recipient, businessId, { warnings, settled, moved, mayBeMailed, date });
    }
    // An organisation's own people hear, for now, only that the law moved its days: warnings are the
    // supervisors', until it can be said who wants them.
    for (const contact of contacts) {
      await put(contact, businessId, {
        warnings: [],
        settled: [],
        moved,
        mayBeMailed: false,
        date,
      });
    }
    // What the operator was told while no supervisor was there is the operator's to hear of again.
    if (!recipients.includes(operatorId)) {
      await put(operatorId, businessId, {
        warnings: [],
        settled,
        moved: {},
        mayBeMailed: false,
        date,
      });
    }
    return evaluation === undefined
      ? 'appended'
      : organisations.appendEvaluation({ businessId, evaluation, now: clock.now() });
  };

  return async (businessId: BusinessId, batch: Batch): Promise<Evaluated> => {
    for (let race = 0; race < mostRaces; race += 1) {
      const { profile, state, ...stored } = await organisations.read(businessId);
      if (state === undefined) return nothing;
      const { lastNight, dueOn, version } = state;
      if (lastNight?.date === batch.date && lastNight.batch === batch.number) {
        return { counts: lastNight.counts, toTell: [] };
      }
      // The index follows its table after a moment: what it still shows may be done.
      const isDue = dueOn !== null && dueOn <= batch.date;
      const isOutdated =
        batch.all &&
        (state.catalogueHash !== law.hash ||
          (profile !== undefined && isAddressedAnew({ profile, state }, batch.supervisors)));
      const occasion = isDue || isOutdated ? 'due' : 'swept';
      // Whom this night has evaluated stands later in the index now, where the sweep comes by again.
      const isToSweep = batch.sweep && lastNight?.date !== batch.date;
      if (occasion === 'swept' && !isToSweep) return nothing;
      const finding =
        profile === undefined
          ? findingWithoutProfile(state, batch)
          : findingOn({ ...stored, profile, state }, { batch, occasion }, law);
      if (occasion === 'swept') {
        if (!isUnforeseen(finding, state)) return { counts: { ...noCounts, swept: 1 }, toTell: [] };
        log.error({ message: 'changed unnoticed', date: batch.date, businessId, dueOn });
      }
      const evaluated = { counts: finding.counts, toTell: toTellOf(finding) };
      if (batch.dryRun) return evaluated;
      if ((await write(businessId, finding, batch)) === 'changed-meanwhile') continue;
      if (profile !== undefined && finding.listing !== undefined) {
        await putInLists(directory, { ...stored, profile }, finding.listing);
      }
      const { webhooks } = batch;
      await tell(finding.events, { webhooks, counties: profile?.content.counties ?? [] });
      const saved = await organisations.saveState({
        businessId,
        state: finding.state,
        replaces: version,
      });
      if (saved === 'saved') return evaluated;
    }
    throw new StorageUnavailable(new Error('its facts change all the time'));
  };
};
