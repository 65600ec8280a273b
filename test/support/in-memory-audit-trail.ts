import { Temporal } from 'temporal-polyfill';
import {
  type AuditTrail,
  type BegunChange,
  type ChangeEnd,
  placeInTrail,
  type RecordedChange,
} from '../../functions/adapters/audit-trail.ts';
import { dayInHelsinki } from '../../functions/clock.ts';

/** An audit trail kept in memory, as the table keeps it. */
export interface InMemoryAuditTrail extends AuditTrail {
  /** Everything in it, in the order in which it was begun. */
  readonly all: () => readonly RecordedChange[];
}

export const inMemoryAuditTrail = (): InMemoryAuditTrail => {
  const begun = new Map<string, BegunChange>();
  const ends = new Map<string, ChangeEnd>();
  const withEnd = (change: BegunChange): RecordedChange => ({
    ...change,
    end: structuredClone(ends.get(placeInTrail(change))),
  });
  return {
    all: () => [...begun.values()].map(withEnd),
    begin: async (change) => {
      const place = placeInTrail(change);
      if (!begun.has(place)) begun.set(place, structuredClone(change));
    },
    end: async (change, end) => {
      const place = placeInTrail(change);
      if (!ends.has(place)) ends.set(place, structuredClone(end));
    },
    page: async ({ day, before, limit }) => {
      const found = [...begun]
        .filter(([, { at }]) => dayInHelsinki(Temporal.Instant.from(at)) === day)
        .filter(([place]) => before === null || place < before)
        .sort(([a], [b]) => (a < b ? 1 : -1));
      const page = found.slice(0, limit);
      return {
        changes: page.map(([, change]) => withEnd(change)),
        next: found.length > limit ? (page.at(-1)?.[0] ?? null) : null,
      };
    },
  };
};
