import * as z from 'zod';
import type { Calendar, Calendars } from '../../adapters/calendars.ts';
import type { Directory } from '../../adapters/directory.ts';
import type { Organisations } from '../../adapters/organisations.ts';
import type { Supervisors } from '../../adapters/supervisors.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { entityTag, ifNoneMatchNames } from '../../entity-tag.ts';
import { calendarIdOf } from '../calendars/calendar-address.ts';
import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';
import { Problem } from '../problem.ts';
import { type CalendarFile, calendarFile } from './calendar-file.ts';
import { organisationCalendar } from './organisation-calendar.ts';
import { supervisorCalendar } from './supervisor-calendar.ts';

export interface Dependencies {
  readonly calendars: Pick<Calendars, 'find'>;
  readonly organisations: Pick<Organisations, 'read'>;
  readonly supervisors: Pick<Supervisors, 'read'>;
  readonly directory: Pick<Directory, 'page'>;
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** The last part of an address: the secret, as a calendar file is called. */
export const calendarFileName = z
  .string()
  .max(500)
  .describe('The secret of the address, with `.ics` at its end.');

const secretIn = (file: string): string => file.replace(/\.ics$/, '');

/** What the address opens now; undefined where its maker's reach has ended. */
const opened = async (
  { owner, counties }: Calendar,
  { organisations, supervisors, directory, publicUrl, clock }: Dependencies,
): Promise<CalendarFile | undefined> => {
  const today = dayInHelsinki(clock.now());
  switch (owner.kind) {
    case 'organisation': {
      const { profile, ...stored } = await organisations.read(owner.businessId);
      if (profile === undefined) return undefined;
      const isInReach =
        counties === null || profile.content.counties.some((one) => counties.includes(one));
      return isInReach
        ? organisationCalendar({ ...stored, profile }, { today, publicUrl })
        : undefined;
    }
    case 'supervisor': {
      const supervisor = await supervisors.read(owner.id);
      return supervisor && (await supervisorCalendar(supervisor, { directory, today, publicUrl }));
    }
  }
};

/**
 * GET /calendars/{secret}.ics: the calendar that the address opens. A wrong secret, a revoked one and
 * one without form are looked up alike, by the hash, and answered alike.
 */
export const createHandler = (dependencies: Dependencies) =>
  httpFunction('get-calendar', async (request) => {
    const file = request.pathParameter('file', calendarFileName);
    request.query(nothing);
    const calendar = await dependencies.calendars.find(calendarIdOf(secretIn(file)));
    const found = calendar && (await opened(calendar, dependencies));
    if (found === undefined) throw new Problem('not-found');
    const body = calendarFile(found);
    const etag = entityTag({ body });
    const headers = {
      'cache-control': 'private, no-cache',
      'content-language': found.language,
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      etag,
    };
    return ifNoneMatchNames(request.header('if-none-match'), etag)
      ? { status: 304, headers }
      : {
          status: 200,
          headers: {
            ...headers,
            'content-type': 'text/calendar; charset=utf-8',
            'content-disposition': 'inline; filename="kanta.ics"',
          },
          body,
        };
  });
