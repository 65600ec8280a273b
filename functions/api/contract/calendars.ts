import * as z from 'zod';
import { CalendarId, calendarRequest } from '../calendars/calendar-address.ts';
import { calendarFileName } from '../get-calendar/handler.ts';
import { nothing } from '../input.ts';
import type { Operation } from './operation.ts';
import { businessIdPath, instant, text } from './parts.ts';
import { idempotencyKey } from './readiness.ts';
import { supervisorIdPath } from './supervisors.ts';

const addresses = {
  tag: 'Calendars',
  body: [{ type: 'application/json', schema: calendarRequest, example: { action: 'make' } }],
  answers: {
    201: {
      description: 'The address is made. It is told only now, to who makes it.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          calendarId: CalendarId,
          url: z
            .url()
            .max(2000)
            .describe('The secret address: who knows it reads the calendar, without a token.'),
          madeAt: instant,
        }),
        example: {
          calendarId: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
          url: 'https://kanta.example.fi/calendars/dGhpcyBpcyBub3QgYSBzZWNyZXQgYXQgYWxsLi4uLi4.ics',
          madeAt: '2026-11-22T10:00:00.000Z',
        },
      },
    },
    204: { description: 'The address, or every address, is revoked, at once and for good.' },
  },
  problems: ['not-found', 'too-large', 'key-used-for-another-request'],
} as const satisfies Partial<Operation>;

export const makeCalendar: Operation = {
  ...addresses,
  summary: 'Makes or revokes a secret address of an organisation’s calendar',
  description:
    'Calendar programs subscribe to the address: unmet deadlines, evidence that ends, and what must begin by when. Other addresses go on when one is made. One that a supervisor makes opens only while the organisation is active in a county that her token names now. Revoking ends one address by its id, or without an id every address of the organisation, whoever made it.',
  parameters: {
    path: businessIdPath,
    query: nothing,
    header: idempotencyKey,
  },
};

export const makeSupervisorCalendar: Operation = {
  ...addresses,
  summary: 'Makes or revokes a secret address of a supervisor’s calendar',
  description:
    'The calendar has one event for each organisation in her counties and each day on which something not met is due, the 1,000 nearest days at most. It follows her counties as they are when it is read. A supervisor makes her own where her token’s subject is her id.',
  parameters: {
    path: supervisorIdPath,
    query: nothing,
    header: idempotencyKey,
  },
};

const example = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Kanta readiness//Deadlines//EN',
  'NAME:Kanta deadlines: Esimerkkihoiva Oy',
  'BEGIN:VEVENT',
  'UID:3b1c0f6d2f8a4f5e9c7b6a5d4e3f2a1b0c9d8e7f@kanta-readiness',
  'SEQUENCE:64',
  'DTSTAMP:20260522T100000Z',
  'DTSTART;VALUE=DATE:20260901',
  'SUMMARY:Deadline: Joining the client data repository and 5 other duties',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const headers = z.strictObject({
  etag: text(100).describe('Sent back as If-None-Match, it answers 304 without a change.'),
});

export const getCalendar: Operation = {
  tag: 'Calendars',
  summary: 'The calendar that a secret address opens',
  description:
    'iCalendar (RFC 5545), in the language of the organisation or supervisor. UIDs last; SEQUENCE never falls and rises when an event changes; what is met leaves the calendar. Alarms ring at nine in Helsinki on the latest start of what leads to the deadline, else thirty days before. A revoked address is answered as one that never was.',
  parameters: { path: z.strictObject({ file: calendarFileName }), query: nothing },
  answers: {
    200: {
      description: 'The calendar as it stands today.',
      headers,
      content: { type: 'text/calendar', schema: z.string().max(5_000_000), example },
    },
    304: { description: 'It is as it was.', headers },
  },
  problems: ['not-found'],
};
