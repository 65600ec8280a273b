import type { ReceivedAssessment } from '../../domain/assessment.ts';
import type { Day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { Warning } from '../../domain/warnings.ts';
import {
  type Change,
  type DueQuestion,
  factMark,
  isSeen,
  type OrganisationState,
  type Organisations,
  type StoredProfile,
  shardOf,
} from '../../functions/adapters/organisations.ts';

interface Entry {
  profile?: StoredProfile;
  readonly assessments: Map<string, ReceivedAssessment>;
  state?: OrganisationState & { readonly version: number };
  expects: Set<string>;
  readonly raisedOn: Map<Day, readonly Warning[]>;
  readonly changes: Map<Day, Change>;
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
};

/** Organisations kept in memory, as the table keeps them. */
export const inMemoryOrganisations = (): Organisations => {
  const entries = new Map<BusinessId, Entry>();
  const entryOf = (businessId: BusinessId): Entry => {
    const entry = entries.get(businessId) ?? {
      assessments: new Map(),
      expects: new Set(),
      raisedOn: new Map(),
      changes: new Map(),
    };
    entries.set(businessId, entry);
    return entry;
  };
  const makeDue = (entry: Entry, mark: string, today: Day) => {
    const { version, ...state } = entry.state ?? { ...noState, version: 0 };
    entry.state = { ...state, dueOn: today, version: version + 1 };
    entry.expects.add(mark);
  };
  const indexed = ({
    shard,
    through,
    after,
    limit,
  }: Omit<DueQuestion, 'through'> & { readonly through: string }) =>
    [...entries]
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
      const { profile, state, ...entry } = entryOf(businessId);
      const assessments = [...entry.assessments.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, assessment]) => assessment);
      return structuredClone({
        businessId,
        profile,
        assessments,
        state: state && {
          ...state,
          awaitsFacts: [...entry.expects].some((mark) => !isSeen(mark, { profile, assessments })),
        },
        raisedOn: Object.fromEntries(entry.raisedOn),
        changes: Object.fromEntries(entry.changes),
      });
    },
    saveProfile: async ({ businessId, content, replaces, today }) => {
      const entry = entryOf(businessId);
      makeDue(entry, factMark.profile(replaces + 1), today);
      if ((entry.profile?.version ?? 0) !== replaces) return 'changed-meanwhile';
      entry.profile = structuredClone({ version: replaces + 1, content });
      return 'saved';
    },
    appendAssessment: async ({ businessId, assessment, today }) => {
      const entry = entryOf(businessId);
      makeDue(entry, factMark.assessment(assessment.assessmentId), today);
      const place = `${assessment.receivedAt}#${assessment.assessmentId}`;
      if (!entry.assessments.has(place)) {
        entry.assessments.set(place, structuredClone(assessment));
      }
    },
    due: async ({ through, ...question }) => indexed({ ...question, through }),
    inShard: async (question) => indexed({ ...question, through: never }),
    recordRaised: async ({ businessId, date, warnings }) => {
      const { raisedOn } = entryOf(businessId);
      if (raisedOn.has(date)) return 'recorded-before';
      raisedOn.set(date, structuredClone(warnings));
      return 'recorded';
    },
    recordChange: async ({ businessId, date, change }) => {
      entryOf(businessId).changes.set(date, structuredClone(change));
    },
    saveState: async ({ businessId, state, replaces }) => {
      const entry = entryOf(businessId);
      if ((entry.state?.version ?? 0) !== replaces) return 'changed-meanwhile';
      entry.state = { ...structuredClone(state), version: replaces + 1 };
      entry.expects = new Set();
      return 'saved';
    },
  };
};
