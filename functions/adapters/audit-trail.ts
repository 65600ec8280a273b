import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Day } from '../../domain/day.ts';
import { dayInHelsinki } from '../clock.ts';
import { asked, doneIf, fromItem, type Item, toItem } from './dynamo.ts';

/** A change that somebody has begun through the API. */
export const begunChange = z.object({
  /** The moment it was begun. */
  at: z.iso.datetime({ precision: 3 }),
  /** The id by which the log knows the call. */
  correlationId: z.string().min(1),
  /** The token's subject; null where the call needs no token, or the token names nobody. */
  subject: z.string().nullable(),
  role: z.string().nullable(),
  /** The route by its name, also one that is no more. */
  route: z.string(),
  /** What it changes: a business ID, or the id of a supervisor, an import, … */
  about: z.string(),
});
export type BegunChange = z.infer<typeof begunChange>;

/** How a change ended: the status that was answered, and when. */
export const changeEnd = z.object({
  status: z.int(),
  endedAt: z.iso.datetime({ precision: 3 }),
});
export type ChangeEnd = z.infer<typeof changeEnd>;

/** A change as the trail has it; without an end it is under way, broke off, or its end was not written. */
export interface RecordedChange extends BegunChange {
  readonly end: ChangeEnd | undefined;
}

/** A part of one day's changes, the newest first. */
export interface TrailQuestion {
  readonly day: Day;
  /** Only what stands before this place; null for the day's end. */
  readonly before: string | null;
  readonly limit: number;
}

/**
 * The audit trail: every change through the API, by the day in Finland on which it was begun. It is only
 * ever added to: an entry is begun before anything is changed, and its end is written beside it.
 */
export interface AuditTrail {
  begin(change: BegunChange): Promise<void>;
  /** The first end that is written stays. */
  end(change: BegunChange, end: ChangeEnd): Promise<void>;
  /** What was asked, and where to go on; null after the day's first. */
  page(question: TrailQuestion): Promise<{
    readonly changes: readonly RecordedChange[];
    readonly next: string | null;
  }>;
}

/** A change's place in its day: unique, since no two calls have one correlation id, and stable. */
export const placeInTrail = ({ at, correlationId }: BegunChange): string =>
  `${at}#${correlationId}`;

/** Where everything of the trail lies; nobody may change or delete what does (lib/table.ts). */
export const trailPrefix = 'AUDIT#';

const partition = (day: Day): string => `${trailPrefix}${day}`;
const dayOf = ({ at }: BegunChange): Day => dayInHelsinki(Temporal.Instant.from(at));

/** Ends sort after what they end, so that going backwards meets them first. */
const endSuffix = '#ENDED';
const isEnd = (item: Item): boolean => item['sk']?.S?.endsWith(endSuffix) === true;

/** Changes with their ends, from items in falling order; an end whose beginning is not among them is left out. */
const changesIn = (items: readonly Item[]): readonly RecordedChange[] =>
  items.flatMap((item, i) => {
    if (isEnd(item)) return [];
    const before = items[i - 1];
    const change = fromItem(begunChange, item);
    const ends = before?.['sk']?.S === `${placeInTrail(change)}${endSuffix}`;
    return [{ ...change, end: before && ends ? fromItem(changeEnd, before) : undefined }];
  });

export const dynamoAuditTrail = (client: DynamoDBClient, table: string): AuditTrail => {
  /** What stands under the key is this call's own, written before its answer was lost. */
  const putOnce = async (row: Readonly<Record<string, unknown>>): Promise<void> => {
    await doneIf(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem(row),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  };
  return {
    begin: (change) =>
      putOnce({ pk: partition(dayOf(change)), sk: `${placeInTrail(change)}#BEGUN`, ...change }),
    end: (change, end) =>
      putOnce({ pk: partition(dayOf(change)), sk: `${placeInTrail(change)}${endSuffix}`, ...end }),
    page: async ({ day, before, limit }) => {
      const { Items = [], LastEvaluatedKey } = await asked(
        client.send(
          new QueryCommand({
            TableName: table,
            ConsistentRead: true,
            ScanIndexForward: false,
            KeyConditionExpression: 'pk = :pk AND sk < :before',
            ExpressionAttributeValues: marshall({
              ':pk': partition(day),
              ':before': before ?? '~',
            }),
            Limit: 2 * limit,
          }),
        ),
      );
      const found = changesIn(Items);
      const changes = found.slice(0, limit);
      const last = changes.at(-1);
      const isWhole = LastEvaluatedKey === undefined && found.length === changes.length;
      return { changes, next: isWhole || last === undefined ? null : placeInTrail(last) };
    },
  };
};
