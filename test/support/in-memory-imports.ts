import type {
  ChunkResult,
  Imports,
  NewImport,
  StoredImport,
} from '../../functions/adapters/imports.ts';
import type { ImportRow } from '../../functions/imports/import-row.ts';

interface Kept {
  job: StoredImport;
  lease: { readonly holder: string; readonly until: number } | undefined;
  readonly rows: Map<number, readonly ImportRow[]>;
  readonly results: Map<number, ChunkResult>;
}

/** Imports kept in memory, as the table keeps them. */
export const inMemoryImports = (): Imports & { rowsLeft(id: string): number } => {
  const all = new Map<string, Kept>();
  const keptOf = (id: string): Kept => {
    const kept = all.get(id);
    if (kept === undefined) throw new Error(`there is no import ${id}`);
    return kept;
  };
  return {
    begin: async (started: NewImport) => {
      if (all.has(started.id)) return 'there-already';
      const counts = { created: 0, changed: 0, unchanged: 0, failed: 0 };
      const job = { ...structuredClone(started), isOpen: false, chunksDone: 0, counts };
      all.set(started.id, { job, lease: undefined, rows: new Map(), results: new Map() });
      return 'begun';
    },
    putRows: async ({ id }, chunk, rows) => {
      keptOf(id).rows.set(chunk, structuredClone(rows));
    },
    open: async ({ id }) => {
      keptOf(id).job = { ...keptOf(id).job, isOpen: true };
    },
    read: async (id) => structuredClone(all.get(id)?.job),
    claim: async (id, { holder, until, now }) => {
      const kept = keptOf(id);
      const isFree = kept.lease === undefined || kept.lease.until <= now.epochMilliseconds;
      if (!kept.job.isOpen || kept.job.endedAt !== undefined || !isFree) return false;
      kept.lease = { holder, until: until.epochMilliseconds };
      return true;
    },
    rows: async (id, chunk) => {
      const rows = keptOf(id).rows.get(chunk);
      if (rows === undefined) throw new Error('they are gone');
      return structuredClone(rows);
    },
    putResult: async ({ id }, chunk, result) => {
      const { results } = keptOf(id);
      if (!results.has(chunk)) results.set(chunk, structuredClone(result));
      return structuredClone(results.get(chunk) ?? result);
    },
    result: async (id, chunk) => structuredClone(all.get(id)?.results.get(chunk)),
    advance: async ({ id, chunks, chunksDone }, { counts }, { holder, until, now }) => {
      const kept = keptOf(id);
      if (kept.lease?.holder !== holder || kept.job.chunksDone !== chunksDone) return false;
      const before = kept.job.counts;
      const isLast = chunksDone + 1 === chunks;
      kept.job = {
        ...kept.job,
        chunksDone: chunksDone + 1,
        counts: {
          created: before.created + counts.created,
          changed: before.changed + counts.changed,
          unchanged: before.unchanged + counts.unchanged,
          failed: before.failed + counts.failed,
        },
        ...(isLast && { endedAt: now.toString({ smallestUnit: 'millisecond' }) }),
      };
      kept.lease = isLast ? undefined : { holder, until: until.epochMilliseconds };
      kept.rows.delete(chunksDone);
      return true;
    },
    release: async (id, holder) => {
      if (keptOf(id).lease?.holder === holder) keptOf(id).lease = undefined;
    },
    unfinished: async (limit) =>
      [...all.values()]
        .filter(({ job }) => job.isOpen && job.endedAt === undefined)
        .sort((a, b) =>
          `${a.job.startedAt}#${a.job.id}` < `${b.job.startedAt}#${b.job.id}` ? -1 : 1,
        )
        .slice(0, limit)
        .map(({ job }) => job.id),
    rowsLeft: (id) => keptOf(id).rows.size,
  };
};
