import { inOrder } from '../../domain/in-order.ts';
import type { StoredWebhook, Webhooks } from '../../functions/adapters/webhooks.ts';

/** Webhooks kept in memory, as the table keeps them. */
export const inMemoryWebhooks = (): Webhooks => {
  const all = new Map<string, StoredWebhook>();
  const saved = (
    id: string,
    replaces: number,
    change: (stored: StoredWebhook) => Omit<StoredWebhook, 'version'>,
  ) => {
    const stored = all.get(id);
    if (stored?.version !== replaces) return 'changed-meanwhile';
    all.set(id, structuredClone({ ...change(stored), version: replaces + 1 }));
    return 'saved';
  };
  return {
    read: async (id) => structuredClone(all.get(id)),
    list: async () => structuredClone([...all.values()].sort((a, b) => inOrder(a.id, b.id))),
    create: async (webhook) => {
      if (all.has(webhook.id)) return 'changed-meanwhile';
      all.set(webhook.id, structuredClone({ ...webhook, version: 1 }));
      return 'saved';
    },
    saveContent: async ({ id, content, replaces }) =>
      saved(id, replaces, (stored) => ({ ...stored, content })),
    saveSecrets: async ({ id, secrets, replaces }) =>
      saved(id, replaces, (stored) => ({ ...stored, secrets })),
    remove: async (id, replaces) => {
      if (all.get(id)?.version !== replaces) return 'changed-meanwhile';
      all.delete(id);
      return 'removed';
    },
  };
};
