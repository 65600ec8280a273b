import type * as z from 'zod';
import type { ProblemKind } from '../problem.ts';

/*
 * What the contract says of one route, beside its method and path. The schemas of what comes in are
 * those that the handler parses by; the schemas of what goes out are checked against every answer in
 * the tests. Handlers do not import this folder, so that no function carries schemas it does not use.
 */

/** How the routes are grouped on the page. */
export const tags = [
  'Organisations',
  'Deadlines',
  'Readiness',
  'Plan',
  'Warnings',
  'Supervisors',
  'Imports',
  'Calendars',
  'Webhooks',
  'Law',
  'Operation',
] as const;
export type Tag = (typeof tags)[number];

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
  /** The answers to calls that are in order, by status. */
  readonly answers: Readonly<Record<number, AnswerContract>>;
  /** The problems that it can answer with, beside those that every route can. */
  readonly problems: readonly ProblemKind[];
}
