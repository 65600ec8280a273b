import type { Day } from '../../domain/day.ts';
import type { ToldProducers } from '../../domain/expected-producers.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { County } from '../../domain/statute/counties.ts';
import { type AddressMark, type Fate, isWeightier } from '../../functions/adapters/fate.ts';
import {
  type Digest,
  type DigestKey,
  isEmpty,
  type Moved,
  type Outbox,
  type Subjects,
  type WaitingMatters,
} from '../../functions/adapters/outbox.ts';
import { isContactId } from '../../functions/contact-id.ts';

interface Box {
  readonly waiting: Map<BusinessId, WaitingMatters>;
  readonly told: Map<BusinessId, Subjects>;
  readonly toldMoved: Map<BusinessId, Moved>;
  readonly toldProducers: Map<County, ToldProducers>;
  readonly digests: Map<Day, Digest>;
  readonly fates: Map<Day, Fate>;
  mark?: AddressMark;
  open?: Day;
}

/** The outbox kept in memory, as the table keeps it. */
export const inMemoryOutbox = (): Outbox => {
  const boxes = new Map<string, Box>();
  let stamps = 0;
  const boxOf = (recipient: string): Box => {
    const box = boxes.get(recipient) ?? {
      waiting: new Map(),
      told: new Map(),
      toldMoved: new Map(),
      toldProducers: new Map(),
      digests: new Map(),
      fates: new Map(),
    };
    boxes.set(recipient, box);
    return box;
  };
  const nothing = (businessId: BusinessId): WaitingMatters => ({
    businessId,
    stamp: null,
    warnings: {},
    fixed: {},
    moved: {},
  });
  const digestOf = ({ recipient, date }: DigestKey) => boxOf(recipient).digests.get(date);
  const put = ({ recipient, date }: DigestKey, digest: Digest) => {
    boxOf(recipient).digests.set(date, structuredClone(digest));
  };
  return {
    waiting: async (recipient, businessId) =>
      structuredClone(boxOf(recipient).waiting.get(businessId) ?? nothing(businessId)),
    allWaiting: async (recipient) =>
      structuredClone(
        [...boxOf(recipient).waiting.values()].sort((a, b) =>
          a.businessId < b.businessId ? -1 : 1,
        ),
      ),
    saveWaiting: async (recipient, { stamp, ...matters }) => {
      const { businessId } = matters;
      const { waiting } = boxOf(recipient);
      const there = waiting.get(businessId)?.stamp ?? null;
      const hasNone = isEmpty(matters);
      if (hasNone && stamp === null) return 'saved';
      if (there !== stamp) return 'changed-meanwhile';
      if (hasNone) {
        waiting.delete(businessId);
      } else {
        stamps += 1;
        waiting.set(businessId, structuredClone({ ...matters, stamp: `stamp ${stamps}` }));
      }
      return 'saved';
    },
    waitingContacts: async () =>
      [...boxes]
        .flatMap(([recipient, { waiting }]) =>
          isContactId(recipient) && waiting.size > 0 ? [recipient] : [],
        )
        .sort(),
    hasWork: async (recipient) => {
      const { waiting, open } = boxOf(recipient);
      return waiting.size > 0 || open !== undefined;
    },
    told: async (recipient, businessId) =>
      structuredClone(boxOf(recipient).told.get(businessId) ?? {}),
    saveTold: async (recipient, businessId, told) => {
      boxOf(recipient).told.set(businessId, structuredClone(told));
    },
    toldMoved: async (recipient, businessId) =>
      structuredClone(boxOf(recipient).toldMoved.get(businessId) ?? {}),
    saveToldMoved: async (recipient, businessId, told) => {
      boxOf(recipient).toldMoved.set(businessId, structuredClone(told));
    },
    toldProducers: async (recipient, county) =>
      structuredClone(boxOf(recipient).toldProducers.get(county) ?? {}),
    saveToldProducers: async (recipient, county, told) => {
      boxOf(recipient).toldProducers.set(county, structuredClone(told));
    },
    begin: async ({ recipient, date }) => {
      const box = boxOf(recipient);
      box.open ??= date;
      return box.open;
    },
    end: async ({ recipient, date }) => {
      const box = boxOf(recipient);
      if (box.open === date) delete box.open;
    },
    digest: async (key) => structuredClone(digestOf(key)),
    digestsSince: async ({ recipient, date }) =>
      structuredClone(
        [...boxOf(recipient).digests]
          .filter(([night]) => night >= date)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, digest]) => digest),
      ),
    store: async (key, content) => {
      const before = digestOf(key);
      const isFree =
        before === undefined ||
        before.state === 'failed' ||
        (before.state === 'pending' && before.attempts === 0);
      if (isFree) put(key, { ...content, state: 'pending', attempts: 0, lease: null });
    },
    claim: async (key, lease) => {
      const digest = digestOf(key);
      if (digest?.state !== 'pending') return undefined;
      put(key, { ...digest, state: 'claimed', lease, attempts: digest.attempts + 1 });
      return structuredClone(digestOf(key));
    },
    settle: async (key, leaseId, { state }) => {
      const digest = digestOf(key);
      if (digest?.lease?.id !== leaseId) return;
      const isLate = digest.state === 'unknown' && state === 'sent';
      if (digest.state === 'claimed' || isLate) put(key, { ...digest, state });
    },
    giveUp: async (key, now) => {
      const digest = digestOf(key);
      if (digest?.state !== 'claimed' || (digest.lease?.until ?? now) >= now) {
        return 'still-claimed';
      }
      put(key, { ...digest, state: 'unknown' });
      return 'given-up';
    },
    abandon: async (key) => {
      const digest = digestOf(key);
      if (digest?.state === 'pending') put(key, { ...digest, state: 'failed' });
    },
    underWay: async (recipient) => boxOf(recipient).open,
    fate: async ({ recipient, date }) => structuredClone(boxOf(recipient).fates.get(date)),
    saveFate: async ({ recipient, date }, fate) => {
      const { fates } = boxOf(recipient);
      if (isWeightier(fate, fates.get(date))) fates.set(date, structuredClone(fate));
    },
    confirm: async (key) => {
      const digest = digestOf(key);
      if (digest?.state !== 'unknown') return false;
      put(key, { ...digest, state: 'sent' });
      return true;
    },
    refuse: async (key) => {
      const digest = digestOf(key);
      if (digest?.state === 'unknown' || digest?.state === 'sent') {
        put(key, { ...digest, state: 'failed' });
      }
    },
    addressMark: async (recipient) => structuredClone(boxOf(recipient).mark),
    markAddress: async (recipient, mark) => {
      boxOf(recipient).mark = structuredClone(mark);
    },
  };
};
