import * as z from 'zod';
import type { Imports, StoredImport } from '../adapters/imports.ts';
import { cursorOf } from '../api/cursor.ts';
import type { RowError } from './import-row.ts';

/** Where a page of errors begins: in which chunk, and at which of its errors. */
export const errorPlace = z.strictObject({
  chunk: z.int().min(0).max(100_000),
  error: z.int().min(0).max(1_000_000),
});
export type ErrorPlace = z.infer<typeof errorPlace>;

const errorsFrom = async (
  imports: Pick<Imports, 'result'>,
  { id, chunksDone }: StoredImport,
  { from, limit }: { readonly from: ErrorPlace; readonly limit: number },
): Promise<{ readonly errors: readonly RowError[]; readonly next: ErrorPlace | undefined }> => {
  const errors: RowError[] = [];
  let first = from.error;
  for (let chunk = from.chunk; chunk < chunksDone; chunk += 1) {
    const all = (await imports.result(id, chunk))?.errors ?? [];
    const some = all.slice(first, first + limit - errors.length);
    errors.push(...some);
    if (errors.length === limit) {
      const next = { chunk, error: first + some.length };
      const isRest = next.error < all.length || chunk + 1 < chunksDone;
      return { errors, next: isRest ? next : undefined };
    }
    first = 0;
  }
  return { errors, next: undefined };
};

/** An import as it is told: how far it is, and a page of what is wrong with its rows. */
export const importAnswer = async (
  imports: Pick<Imports, 'result'>,
  started: StoredImport,
  page: { readonly from: ErrorPlace | undefined; readonly limit: number },
): Promise<object> => {
  const { id, kind, dryRun, startedAt, endedAt, rows, counts } = started;
  const from = page.from ?? { chunk: 0, error: 0 };
  const { errors, next } = await errorsFrom(imports, started, { from, limit: page.limit });
  const done = counts.created + counts.changed + counts.unchanged + counts.failed;
  return {
    importId: id,
    kind,
    dryRun,
    state: endedAt === undefined ? 'under-way' : 'ended',
    startedAt,
    ...(endedAt !== undefined && { endedAt }),
    rows,
    done,
    ...counts,
    errors,
    ...(next !== undefined && { cursor: cursorOf(next, { importId: id }) }),
  };
};
