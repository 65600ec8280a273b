import type { StoredSupervisor, Supervisors } from '../../functions/adapters/supervisors.ts';

/** Supervisors kept in memory, as the table keeps them. */
export const inMemorySupervisors = (): Supervisors => {
  const all = new Map<string, StoredSupervisor>();
  return {
    read: async (id) => structuredClone(all.get(id)),
    list: async () => structuredClone([...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    save: async ({ id, content, replaces }) => {
      if ((all.get(id)?.version ?? 0) !== replaces) return 'changed-meanwhile';
      all.set(id, structuredClone({ id, content, version: replaces + 1 }));
      return 'saved';
    },
    mark: async (id, mark) => {
      const stored = all.get(id);
      if (stored?.content.email === mark.email) all.set(id, { ...stored, mark });
    },
  };
};
