import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** An event of a calendar as a foreign program reads it. */
export interface ReadEvent {
  readonly uid: string;
  /** `2026-09-01` of an all-day event; a moment of any other. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly sequence: number;
  readonly stamp: string;
  /** The moments at which it rings. */
  readonly alarms: readonly string[];
}

const byUid = (a: ReadEvent, b: ReadEvent): number => (a.uid < b.uid ? -1 : 1);

/** As ical.js reads it, which Thunderbird uses; throws where it is not iCalendar. */
export const readByIcalJs = (text: string): readonly ReadEvent[] => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents('vevent')
    .map((component): ReadEvent => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        day: event.startDate.toString(),
        summary: event.summary,
        description: event.description,
        url: String(component.getFirstPropertyValue('url')),
        sequence: event.sequence,
        stamp: String(component.getFirstPropertyValue('dtstamp')),
        alarms: component
          .getAllSubcomponents('valarm')
          .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
      };
    })
    .sort(byUid);
};

const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value
    ? String(value.val)
    : String(value ?? '');

/** `20260802T060000Z`, which node-ical leaves as it is, as `2026-08-02T06:00:00Z`. */
const asMoment = (text: string): string =>
  text.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5');

const secondsText = (date: Date): string => date.toISOString().replace('.000Z', 'Z');

/** As node-ical reads it. */
export const readByNodeIcal = (text: string): readonly ReadEvent[] =>
  Object.values(nodeIcal.sync.parseICS(text))
    .flatMap((component) => (component?.type === 'VEVENT' ? [component] : []))
    .map(
      (event): ReadEvent => ({
        uid: event.uid,
        day: event.datetype === 'date' ? localDay(event.start) : event.start.toISOString(),
        summary: textOf(event.summary),
        description: textOf(event.description),
        url: textOf(event.url),
        sequence: Number(event.sequence),
        stamp: secondsText(event.dtstamp),
        alarms: (event.alarms ?? []).map(({ trigger }) => asMoment(textOf(trigger))),
      }),
    )
    .sort(byUid);
