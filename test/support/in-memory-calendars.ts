import { type Calendar, type Calendars, ownerKey } from '../../functions/adapters/calendars.ts';

interface Row {
  readonly made: Calendar;
  readonly after: number;
  revoked: boolean;
}

/** Addresses of calendars in memory, as the table keeps them. */
export const inMemoryCalendars = (): Calendars => {
  const rows = new Map<string, Row>();
  const revocations = new Map<string, number>();
  const times = (made: Pick<Calendar, 'owner'>) => revocations.get(ownerKey(made.owner)) ?? 0;
  return {
    add: async (calendarId, made) => {
      if (rows.has(calendarId)) return;
      rows.set(calendarId, { made: structuredClone(made), after: times(made), revoked: false });
    },
    find: async (calendarId) => {
      const row = rows.get(calendarId);
      if (row === undefined || row.revoked || times(row.made) !== row.after) return undefined;
      return structuredClone(row.made);
    },
    revoke: async (calendarId, owner) => {
      const row = rows.get(calendarId);
      if (row === undefined || ownerKey(row.made.owner) !== ownerKey(owner)) return 'not-found';
      row.revoked = true;
      return 'revoked';
    },
    revokeAll: async (owner) => {
      revocations.set(ownerKey(owner), times({ owner }) + 1);
    },
  };
};
