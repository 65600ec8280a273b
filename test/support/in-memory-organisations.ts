import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { Contact } from '../../domain/organisation.ts';
import type { Warning } from '../../domain/warnings.ts';
import {
  type Decision,
  entryAfter,
  factMark,
  isSeen,
  type LogEntry,
  logKey,
  logOf,
  nextAcknowledgement,
  nextAssessment,
  nextEvaluation,
  nextProfile,
  nextWaiver,
  type OrganisationLog,
  readEntry,
} from '../../functions/adapters/organisation-log.ts';
import {
  type DueQuestion,
  type OrganisationState,
  type Organisations,
  shardOf,
} from '../../functions/adapters/organisations.ts';
import { dayInHelsinki } from '../../functions/clock.ts';

interface Kept {
  readonly entries: LogEntry[];
  readonly contacts: Map<string, readonly Contact[]>;
  state?: OrganisationState & { readonly version: number };
  expects: Set<string>;
  readonly raisedOn: Map<Day, readonly Warning[]>;
}

/** Where what no known day changes stands in the index. */
const never = '9999-12-31';

const noState: OrganisationState = {
  dueOn: null,
  verdict: null,
  raised: {},
  lastNight: null,
  catalogueHash: null,
  recipients: null,
  listed: null,
};

/** What a test sees of what is kept, beyond what the system asks for. */
export interface InMemoryOrganisations extends Organisations {
  logRows(businessId: BusinessId): Promise<readonly unknown[]>;
  contactNames(businessId: BusinessId): Promise<readonly string[]>;
  /** As a write of a profile leaves them that broke off before the profile itself. */
  leaveContacts(businessId: BusinessId, contacts: readonly Contact[]): Promise<void>;
  eraseContacts(businessId: BusinessId): Promise<void>;
}

/** Organisations kept in memory, as the table keeps them. */
export const inMemoryOrganisations = (): InMemoryOrganisations => {
  const all = new Map<BusinessId, Kept>();
  const keptOf = (businessId: BusinessId): Kept => {
    const kept = all.get(businessId) ?? {
      entries: [],
      contacts: new Map(),
      expects: new Set(),
      raisedOn: new Map(),
    };
    all.set(businessId, kept);
    return kept;
  };
  const makeDue = (kept: Kept, mark: string, now: Temporal.Instant) => {
    const { version, ...state } = kept.state ?? { ...noState, version: 0 };
    kept.state = { ...state, dueOn: dayInHelsinki(now), version: version + 1 };
    kept.expects.add(mark);
  };
  const logIn = ({ entries }: Kept): OrganisationLog =>
    logOf(entries.map((entry) => readEntry.parse(entry)));
  const append = (
    businessId: BusinessId,
    now: Temporal.Instant,
    decide: (log: OrganisationLog) => Decision,
  ) => {
    const { entries } = keptOf(businessId);
    const addition = decide(logIn(keptOf(businessId)));
    if (typeof addition === 'string') return addition;
    entries.push(entryAfter(entries.at(-1), { businessId, now, addition }));
    return 'appended';
  };
  const indexed = ({
    shard,
    through,
    after,
    limit,
  }: Omit<DueQuestion, 'through'> & { readonly through: string }) =>
    [...all]
      .flatMap(([businessId, { state }]) =>
        state !== undefined && (state.dueOn ?? never) <= through && shardOf(businessId) === shard
          ? [{ businessId, position: `${state.dueOn ?? never}#${businessId}` }]
          : [],
      )
      .filter(({ position }) => after === null || position > after)
      .sort((a, b) => (a.position < b.position ? -1 : 1))
      .slice(0, limit);
  return {
    read: async (businessId) => {
      const kept = keptOf(businessId);
      const { last: _, contacts, ...facts } = logIn(kept);
      const newest = facts.profiles.at(-1);
      const { state } = kept;
      return structuredClone({
        businessId,
        profile: newest && {
          version: newest.version,
          content: { ...newest.content, contacts: [...(kept.contacts.get(contacts ?? '') ?? [])] },
        },
        ...facts,
        state: state && {
          ...state,
          awaitsFacts: [...kept.expects].some((mark) => !isSeen(mark, facts)),
        },
        raisedOn: Object.fromEntries(kept.raisedOn),
      });
    },
    saveProfile: async ({ businessId, content, replaces, now, beforehand }) => {
      const kept = keptOf(businessId);
      makeDue(kept, factMark.profile(replaces + 1), now);
      await beforehand?.();
      const contacts = content.contacts.length === 0 ? null : randomUUID();
      const outcome = append(businessId, now, nextProfile(content, { replaces, contacts }));
      if (outcome === 'changed-meanwhile') return outcome;
      kept.contacts.clear();
      if (contacts !== null) kept.contacts.set(contacts, structuredClone(content.contacts));
      return 'saved';
    },
    appendAssessment: async ({ businessId, assessment, now }) => {
      makeDue(keptOf(businessId), factMark.assessment(assessment.assessmentId), now);
      append(businessId, now, nextAssessment(assessment));
    },
    appendWaiver: async ({ businessId, waiver, now }) => {
      makeDue(keptOf(businessId), factMark.waiver(waiver.waiverId), now);
      append(businessId, now, nextWaiver(waiver));
    },
    appendAcknowledgement: async ({ businessId, acknowledgement, now }) => {
      const mark = factMark.acknowledgement(acknowledgement.acknowledgementId);
      makeDue(keptOf(businessId), mark, now);
      append(businessId, now, nextAcknowledgement(acknowledgement));
    },
    appendEvaluation: async ({ businessId, evaluation, now }) => {
      const outcome = append(businessId, now, nextEvaluation(evaluation));
      return outcome === 'changed-meanwhile' ? outcome : 'appended';
    },
    due: async ({ through, ...question }) => indexed({ ...question, through }),
    inShard: async (question) => indexed({ ...question, through: never }),
    keepDue: async (businessId, on) => {
      const { state } = keptOf(businessId);
      if (state !== undefined && (state.dueOn ?? never) > on) {
        keptOf(businessId).state = { ...state, dueOn: on };
      }
    },
    recordRaised: async ({ businessId, date, warnings }) => {
      const { raisedOn } = keptOf(businessId);
      if (raisedOn.has(date)) return 'recorded-before';
      raisedOn.set(date, structuredClone(warnings));
      return 'recorded';
    },
    saveState: async ({ businessId, state, replaces }) => {
      const kept = keptOf(businessId);
      if ((kept.state?.version ?? 0) !== replaces) return 'changed-meanwhile';
      kept.state = { ...structuredClone(state), version: replaces + 1 };
      kept.expects = new Set();
      return 'saved';
    },
    logRows: async (businessId) =>
      keptOf(businessId).entries.map((entry) => ({
        pk: `ORG#${businessId}`,
        sk: logKey(entry.seq),
        ...entry,
      })),
    contactNames: async (businessId) => [...keptOf(businessId).contacts.keys()],
    leaveContacts: async (businessId, contacts) => {
      keptOf(businessId).contacts.set(randomUUID(), contacts);
    },
    eraseContacts: async (businessId) => keptOf(businessId).contacts.clear(),
  };
};
