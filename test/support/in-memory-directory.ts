import { type Directory, type DirectoryEntry, endOf } from '../../functions/adapters/directory.ts';

interface Row {
  readonly entry: DirectoryEntry | null;
  readonly basedOn: number;
  readonly foundOn: string;
}

/** A directory kept in memory, as the table keeps it. */
export const inMemoryDirectory = (): Directory => {
  const byCounty = new Map<string, Map<string, Row>>();
  const put = (county: string, businessId: string, row: Row) => {
    const rows = byCounty.get(county) ?? new Map<string, Row>();
    const before = rows.get(businessId);
    const isNewer =
      before === undefined ||
      before.basedOn < row.basedOn ||
      (before.basedOn === row.basedOn && before.foundOn <= row.foundOn);
    if (isNewer) rows.set(businessId, structuredClone(row));
    byCounty.set(county, rows);
  };
  return {
    list: async (entry) => {
      for (const county of entry.counties) {
        const { businessId, basedOn, evaluatedOn: foundOn } = entry;
        put(county, businessId, { entry, basedOn, foundOn });
      }
    },
    leave: async (businessId, { counties, basedOn, on }) => {
      for (const county of counties) {
        put(county, businessId, { entry: null, basedOn, foundOn: endOf(on) });
      }
    },
    page: async ({ county, after, limit }) => {
      const all = [...(byCounty.get(county) ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .filter(([businessId]) => after === null || businessId > after);
      const rows = all.slice(0, limit);
      return {
        entries: structuredClone(rows.flatMap(([, { entry }]) => entry ?? [])),
        next: all.length > limit ? (rows.at(-1)?.[0] ?? null) : null,
      };
    },
  };
};
