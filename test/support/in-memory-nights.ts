import type { Day } from '../../domain/day.ts';
import type {
  DigestOutcome,
  NightAccount,
  NightRecord,
  Nights,
  SetAside,
  StoredProgress,
} from '../../functions/adapters/nights.ts';
import { noUsage, sumOf } from '../../functions/night/usage.ts';
import { noCounts } from '../../functions/night-counts.ts';

interface Night {
  opened?: { readonly startedAt: string; readonly attempts: number };
  readonly shards: Map<number, StoredProgress>;
  readonly aside: Map<string, SetAside>;
  readonly digests: Map<string, DigestOutcome>;
  usage: NightAccount['usage'];
  record?: NightRecord;
}

const notBegun: StoredProgress = {
  version: 0,
  position: null,
  inFlight: [],
  inFlightTo: null,
  counts: noCounts,
  swept: false,
};

/** Nights kept in memory, as the table keeps them. */
export const inMemoryNights = (): Nights => {
  const nights = new Map<Day, Night>();
  let evaluatedBy: string | undefined;
  let sweptOn: Day | undefined;
  const nightOf = (date: Day): Night => {
    const night = nights.get(date) ?? {
      shards: new Map(),
      aside: new Map(),
      digests: new Map(),
      usage: {},
    };
    nights.set(date, night);
    return night;
  };
  const inKeyOrder = <Value>(map: ReadonlyMap<string | number, Value>): readonly Value[] =>
    structuredClone([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value));
  return {
    open: async (date, now) => {
      const night = nightOf(date);
      const { startedAt = now, attempts = 0 } = night.opened ?? {};
      night.opened = { startedAt, attempts: attempts + 1 };
    },
    first: async () =>
      [...nights].flatMap(([date, { opened }]) => (opened ? [date] : [])).sort()[0],
    progress: async (date, shard) => structuredClone(nightOf(date).shards.get(shard) ?? notBegun),
    saveProgress: async ({ date, shard, progress, replaces }) => {
      const { shards } = nightOf(date);
      if ((shards.get(shard)?.version ?? 0) !== replaces) return 'changed-meanwhile';
      shards.set(shard, structuredClone({ ...progress, version: replaces + 1 }));
      return 'saved';
    },
    setAside: async (date, organisation) => {
      nightOf(date).aside.set(organisation.businessId, structuredClone(organisation));
    },
    allSetAside: async (date) => inKeyOrder(nightOf(date).aside),
    takeBack: async (date, businessId) => {
      nightOf(date).aside.delete(businessId);
    },
    recordDigest: async ({ date, recipient, outcome }) => {
      const { digests } = nightOf(date);
      const before = digests.get(recipient);
      const isOut = before === 'sent' || before === 'unknown';
      if (outcome === 'sent' || !isOut) digests.set(recipient, outcome);
    },
    addUsage: async (date, step, used) => {
      const night = nightOf(date);
      night.usage = { ...night.usage, [step]: sumOf([night.usage[step] ?? noUsage, used]) };
    },
    account: async (date) => {
      const { opened, shards, aside, digests, usage } = nightOf(date);
      if (opened === undefined) throw new Error(`the night of ${date} was never opened`);
      return {
        ...opened,
        shards: inKeyOrder(shards),
        setAside: inKeyOrder(aside),
        digests: inKeyOrder(digests),
        usage: structuredClone(usage),
      };
    },
    close: async (record) => {
      nightOf(record.date).record = structuredClone(record);
    },
    record: async (date) => structuredClone(nightOf(date).record),
    evaluatedBy: async () => evaluatedBy,
    saveEvaluatedBy: async (catalogueHash) => {
      evaluatedBy = catalogueHash;
    },
    sweptOn: async () => sweptOn,
    saveSweptOn: async (date) => {
      sweptOn = date;
    },
  };
};
