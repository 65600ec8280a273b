import { createHash } from 'node:crypto';
import ical, {
  escape as escapedText,
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';

/** An all-day event of a calendar, in words. */
export interface CalendarEvent {
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** Never falls, and rises when the event changes. */
  readonly sequence: number;
  /** When it last changed. */
  readonly changedAt: Temporal.Instant;
  readonly alarm: { readonly at: Temporal.Instant; readonly text: string } | null;
}

export interface CalendarFile {
  readonly name: string;
  readonly description: string;
  readonly language: Language;
  readonly events: readonly CalendarEvent[];
}

/** Programs are asked to look again this often; deadlines move rarely, and nights tell what is new. */
const refreshedEvery = 12 * 60 * 60;

/** The lasting name of an event, made from what it is about. */
export const uidOf = (...about: readonly string[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  return `${hash.slice(0, 40)}@kanta-readiness`;
};

/** Texts without the control characters that RFC 5545 allows nowhere; a line break is one. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ');

/** The library writes a calendar's own texts as they are, so they are escaped here. */
const escaped = (text: string): string => escapedText(clean(text), false);

/** A calendar as iCalendar (RFC 5545): the same events are the same bytes. */
export const calendarFile = ({ name, description, language, events }: CalendarFile): string => {
  const calendar = ical({
    prodId: { company: 'Kanta readiness', product: 'Deadlines', language: language.toUpperCase() },
    name: escaped(name),
    description: escaped(description),
    ttl: refreshedEvery,
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      start: Temporal.PlainDate.from(event.day),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      summary: clean(event.summary).replaceAll('\n', ' '),
      description: clean(event.description),
      url: event.url,
      alarms:
        event.alarm === null
          ? []
          : [
              {
                type: ICalAlarmType.display,
                trigger: event.alarm.at,
                description: clean(event.alarm.text),
              },
            ],
    });
  }
  return `${calendar.toString()}\r\n`;
};
