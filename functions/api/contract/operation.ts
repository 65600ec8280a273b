import type * as z from 'zod';
import type { ProblemKind } from '../problem.ts';

/*
 * What the contract says of one route, beside its method and path. The schemas of what comes in are
 * those that the handler parses by; the schemas of what goes out are checked against every answer in
 * the tests. Handlers do not import this folder, so that no function carries schemas it does not use.
 */

/** How the routes are grouped on the page. */
export const tags = {
  Deadlines: 'Which days of the law bind an organisation, and why.',
  Readiness: 'What an organisation has stated, how it stands, and what is let pass.',
  Plan: 'What must be started, and when.',
  Organisations: 'Profiles, lists, and who is expected.',
  Imports: 'Many organisations at once, and as a table.',
  Warnings: 'What is warned of.',
  Supervisors: 'Who is warned.',
  Calendars: 'Deadlines in a calendar of one’s own.',
  Webhooks: 'Changes told to other systems.',
  Law: 'The catalogue, and trying a change of it.',
  Operation: 'How the service itself does, and this contract.',
} as const;
export type Tag = keyof typeof tags;

/** A body that comes in or goes out. */
export interface Content {
  readonly type:
    | 'application/json'
    | 'application/x-www-form-urlencoded'
    | 'text/javascript'
    | 'text/css'
    | 'text/csv'
    | 'text/calendar'
    | 'text/html'
    | 'image/svg+xml'
    | 'application/octet-stream'
    | 'application/vnd.ms-excel';
  readonly schema: z.ZodType;
  readonly example: unknown;
}

export interface AnswerContract {
  readonly description: string;
  /** None where nothing but the status is answered. */
  readonly content?: Content | readonly Content[];
  readonly headers?: z.ZodObject;
}

export interface Operation {
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly parameters: {
    readonly path?: z.ZodObject;
    readonly query?: z.ZodObject;
    readonly header?: z.ZodObject;
  };
  /** Every kind of body that is taken; none where the call has no body. */
  readonly body?: readonly Content[];
  /** The most bytes of a body, where it is not `usualBody`. */
  readonly largestBody?: number;
  /** The answers to calls that are in order, by status. */
  readonly answers: Readonly<Record<number, AnswerContract>>;
  /** The problems that it can answer with, beside those that every route can. */
  readonly problems: readonly ProblemKind[];
}
