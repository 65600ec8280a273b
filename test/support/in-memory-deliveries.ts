import { inOrder } from '../../domain/in-order.ts';
import { type Deliveries, type Delivery, eventIdOf } from '../../functions/adapters/deliveries.ts';
import { instantText } from '../../functions/clock.ts';

/** Deliveries kept in memory, as the table keeps them. */
export const inMemoryDeliveries = (): Deliveries => {
  const all = new Map<string, Map<string, Delivery>>();
  const of = (webhook: string): Map<string, Delivery> => all.get(webhook) ?? new Map();
  const put = (webhook: string, delivery: Delivery) => {
    all.set(webhook, of(webhook).set(delivery.id, delivery));
  };
  const sorted = (webhook: string) => [...of(webhook).values()].sort((a, b) => inOrder(a.id, b.id));
  return {
    record: async (webhook, { recordedAt, ...delivery }) => {
      if (of(webhook).has(delivery.id)) return;
      const at = instantText(recordedAt);
      const fresh = { state: 'pending', attempts: 0, lastAttempt: null } as const;
      put(webhook, { ...delivery, recordedAt: at, ...fresh, dueAt: at });
    },
    due: async ({ webhook, now, limit }) =>
      sorted(webhook)
        .flatMap(({ id, dueAt }) => (dueAt === null || dueAt > now ? [] : [{ id, dueAt }]))
        .sort((a, b) => inOrder(`${a.dueAt}#${a.id}`, `${b.dueAt}#${b.id}`))
        .slice(0, limit),
    claim: async (webhook, { id, dueAt }, until) => {
      const stored = of(webhook).get(id);
      if (stored?.dueAt !== dueAt) return undefined;
      const claimed = { ...stored, dueAt: until, attempts: stored.attempts + 1 };
      put(webhook, claimed);
      return structuredClone(claimed);
    },
    settle: async ({ webhook, id }, claimedUntil, { attempt, ...settlement }) => {
      const stored = of(webhook).get(id);
      if (stored?.dueAt !== claimedUntil) return;
      put(webhook, { ...stored, lastAttempt: attempt, dueAt: null, ...settlement });
    },
    page: async ({ webhook, before, limit }) =>
      structuredClone(
        sorted(webhook)
          .filter(({ id }) => before === null || id < before)
          .reverse()
          .slice(0, limit),
      ),
    since: async ({ webhook, night, after, limit }) =>
      sorted(webhook)
        .map(({ id }) => id)
        .filter((id) => id > (after ?? eventIdOf(night, '')))
        .slice(0, limit),
    order: async ({ webhook, id }, now) => {
      const stored = of(webhook).get(id);
      if (stored === undefined) return 'unknown';
      put(webhook, { ...stored, state: 'pending', attempts: 0, dueAt: now });
      return 'ordered';
    },
  };
};
