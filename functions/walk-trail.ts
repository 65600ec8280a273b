import { addDays, type Day } from '../domain/day.ts';
import { type AuditTrail, placeInTrail, type RecordedChange } from './adapters/audit-trail.ts';

/*
 * Going through the audit trail backwards, day by day. A change's place in it never moves and what is
 * new comes before all that was read, so pages stay stable.
 */

/** Which changes are asked for; what is left out asks nothing. */
export interface AskedChanges {
  readonly from: Day;
  readonly to: Day;
  readonly subject?: string | undefined;
  readonly about?: string | undefined;
}

/** Where a walk has come to: in a day, before this place in it; null for the day's end. */
export interface PlaceInTrail {
  readonly day: Day;
  readonly before: string | null;
}

/** No more is read for one page, however few of them are asked for. */
const mostReads = 100;
const readAtOnce = 200;

const isAsked = (change: RecordedChange, { subject, about }: AskedChanges): boolean =>
  (subject === undefined || change.subject === subject) &&
  (about === undefined || change.about === about);

/**
 * The changes that are asked for, from a place on, the newest first and at most `limit`; and where to go
 * on, undefined at the end. Where few of many are asked for it may give none and go on.
 */
export const walkTrail = async (
  trail: Pick<AuditTrail, 'page'>,
  asked: AskedChanges,
  { place, limit }: { readonly place: PlaceInTrail | undefined; readonly limit: number },
): Promise<{
  readonly changes: readonly RecordedChange[];
  readonly next: PlaceInTrail | undefined;
}> => {
  const found: RecordedChange[] = [];
  let here = place ?? { day: asked.to, before: null };
  for (let reads = 0; here.day >= asked.from; reads += 1) {
    if (reads === mostReads) return { changes: found, next: here };
    const { changes, next } = await trail.page({ ...here, limit: readAtOnce });
    for (const change of changes) {
      if (isAsked(change, asked)) found.push(change);
      const after = { day: here.day, before: placeInTrail(change) };
      if (found.length === limit) return { changes: found, next: after };
    }
    here = next === null ? { day: addDays(here.day, -1), before: null } : { ...here, before: next };
  }
  return { changes: found, next: undefined };
};
