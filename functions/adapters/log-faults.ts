import * as z from 'zod';
import { hashOf, logKey, logPrefix } from './organisation-log.ts';
import { keptText } from './packed.ts';

/** What is wrong with an entry of a log; `entry` is its number. */
export interface LogFault {
  readonly entry: number;
  readonly what: 'changed' | 'missing' | 'out-of-order' | 'not-chained';
}

/** A row as written, with nothing that its hash does not cover. */
const wholeRow = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  seq: z.int(),
  kind: z.string(),
  at: z.string(),
  on: z.string(),
  content: keptText,
  previous: z.string().nullable(),
  hash: z.string(),
});

/** The key alone, which every row has. */
const keyOnly = z.looseObject({ sk: z.string() });

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** A key that is not as we write it stands nowhere. */
const placeOf = (sk: string): number | undefined => {
  const place = Number(sk.slice(logPrefix.length));
  return logKey(place) === sk && place > 0 ? place : undefined;
};

/**
 * Everything that is wrong with a log's rows, which are given in the order of their keys. Rows whose
 * content is wrong are still followed, so that one fault does not hide another.
 */
export const faultsIn = (businessId: string, rows: readonly unknown[]): readonly LogFault[] => {
  const faults: LogFault[] = [];
  let before: { readonly place: number; readonly hash: string | null | undefined } = {
    place: 0,
    hash: null,
  };
  for (const row of rows) {
    const place = placeOf(keyOnly.parse(row).sk);
    if (place === undefined) {
      faults.push({ entry: before.place + 1, what: 'changed' });
      continue;
    }
    const missing = range(before.place + 1, place);
    faults.push(...missing.map((entry): LogFault => ({ entry, what: 'missing' })));
    const { data } = wholeRow.safeParse(row);
    const follows = missing.length === 0 ? before.hash : undefined;
    if (data === undefined) faults.push({ entry: place, what: 'changed' });
    else if (data.seq !== place) faults.push({ entry: place, what: 'out-of-order' });
    else if (hashOf(businessId, data) !== data.hash) faults.push({ entry: place, what: 'changed' });
    else if (follows !== undefined && data.previous !== follows)
      faults.push({ entry: place, what: 'not-chained' });
    before = { place, hash: data?.seq === place ? data.hash : undefined };
  }
  return faults;
};
