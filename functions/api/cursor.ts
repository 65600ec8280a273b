import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Language } from '../../domain/language.ts';
import { canonicalJson } from '../entity-tag.ts';
import { parseInput } from './input.ts';

/*
 * Pages of long lists. A cursor says where the next page begins; to its reader it is a text without
 * meaning. It holds no secret: whatever it says, only what is in the caller's scope is read from there.
 * It is bound to the question it was given for, so that the pages of one list are never mixed with
 * another's.
 */

export const mostInPage = 200;
const usualPage = 50;

/** How many are asked for: at most `most`, and `usual` where nothing is said. */
export const limitUpTo = (most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(usual)
    .meta({
      description: `How many at most, 1–${mostInPage}; a page may hold fewer and still be followed by another.`,
      override: { type: 'integer', format: 'int32', minimum: 1, maximum: most, default: usual },
    });

/** What every list takes beside its filters. */
export const pageQuery = {
  cursor: z
    .string()
    .max(2000)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .describe('Where to go on: the `cursor` of the page before.'),
  limit: limitUpTo(mostInPage, usualPage),
};

/** What the answer of every list may carry beside its items. */
export const pageAnswer = {
  cursor: z
    .string()
    .max(2000)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .describe('Where the next page begins; missing on the last.'),
};

/** What a list was asked, as far as its pages belong together. */
export type Question = Readonly<Record<string, unknown>>;

const digestOf = (question: Question): string =>
  createHash('sha256')
    .update(canonicalJson({ ...question }))
    .digest('base64url')
    .slice(0, 12);

/** The cursor of a position in the list that answers a question. */
export const cursorOf = (position: object, question: Question): string =>
  Buffer.from(canonicalJson({ at: position, of: digestOf(question) })).toString('base64url');

const jsonIn = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** The position that a cursor says; undefined without one. Throws a Problem where it is none of this list. */
export const positionIn = <Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
  { question, language }: { readonly question: Question; readonly language: Language },
): z.output<Schema> | undefined => {
  if (cursor === undefined) return undefined;
  const form = z.custom<{ readonly at: unknown }>(
    (value) =>
      z.strictObject({ at: schema, of: z.literal(digestOf(question)) }).safeParse(value).success,
    { params: { rule: 'cursor' } },
  );
  const { at } = parseInput(form, { value: jsonIn(cursor), language, within: ['cursor'] });
  return schema.parse(at);
};

/** What a list without filters takes. */
export const listPages = z.strictObject(pageQuery);

/** The position in a list that is read as a whole: what was told last. */
const lastTold = z.strictObject({ after: z.string().max(200) });

/**
 * One page of a list that is read as a whole, and the cursor of the next. `positionOf` names each item
 * for ever. Throws a Problem where the list has not what the cursor says was told last.
 */
export const pageOf = <Item>(
  items: readonly Item[],
  {
    cursor,
    limit,
    positionOf,
    ...asked
  }: {
    readonly cursor: string | undefined;
    readonly limit: number;
    readonly positionOf: (item: Item) => string;
    readonly question: Question;
    readonly language: Language;
  },
): { readonly page: readonly Item[]; readonly cursor?: string } => {
  const told = lastTold.refine(({ after }) => items.some((item) => positionOf(item) === after));
  const position = positionIn(cursor, told, asked);
  const from = items.findIndex((item) => positionOf(item) === position?.after) + 1;
  const page = items.slice(from, from + limit);
  const last = page.at(-1);
  return last === undefined || from + limit >= items.length
    ? { page }
    : { page, cursor: cursorOf({ after: positionOf(last) }, asked.question) };
};
