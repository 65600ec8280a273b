import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { BusinessId } from '../../domain/identifiers.ts';
import { counties } from '../../domain/statute/counties.ts';
import { asked, doneIf, fromItem, type Item, toItem } from './dynamo.ts';

/** Whose calendar an address opens. */
export const calendarOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation'), businessId: BusinessId }),
  z.object({ kind: z.literal('supervisor'), id: z.string() }),
]);
export type CalendarOwner = z.infer<typeof calendarOwner>;

const calendar = z.object({
  owner: calendarOwner,
  /**
   * The counties of the supervisor who made it for an organisation: it opens only while the
   * organisation is active in one of them. null where the maker's reach has no counties.
   */
  counties: z.array(z.enum(counties)).nullable(),
  madeAt: z.iso.datetime({ precision: 3 }),
});
export type Calendar = z.infer<typeof calendar>;

/**
 * The addresses of calendars. An address is stored by its id alone, which is the hash of its secret, so
 * that nobody who reads the table can read a calendar.
 */
export interface Calendars {
  /** Adds an address. One that is there already stays as it is, and stays revoked. */
  add(calendarId: string, made: Calendar): Promise<void>;
  /** What an address opens; undefined where there is none, and once it is revoked. */
  find(calendarId: string): Promise<Calendar | undefined>;
  /** Ends one address of an owner, at once and for good. */
  revoke(calendarId: string, owner: CalendarOwner): Promise<'revoked' | 'not-found'>;
  /** Ends every address of an owner, at once and for good. */
  revokeAll(owner: CalendarOwner): Promise<void>;
}

/** An owner as a text, of which there is one each. */
export const ownerKey = (owner: CalendarOwner): string =>
  owner.kind === 'organisation' ? `ORG#${owner.businessId}` : `SUPERVISOR#${owner.id}`;

/** `after` is how often all of the owner's addresses had been revoked when it was made. */
const row = calendar.extend({ after: z.int(), revoked: z.boolean() });
const revocations = z.object({ times: z.int() });

const keyOf = (calendarId: string) => ({ pk: `CALENDAR#${calendarId}`, sk: 'CALENDAR' });
const revocationsKey = (owner: CalendarOwner) => ({
  pk: `CALENDARS#${ownerKey(owner)}`,
  sk: 'REVOCATIONS',
});

export const dynamoCalendars = (client: DynamoDBClient, table: string): Calendars => {
  const read = async (key: Readonly<Record<string, string>>): Promise<Item | undefined> => {
    const get = { TableName: table, ConsistentRead: true, Key: toItem(key) };
    return (await asked(client.send(new GetItemCommand(get)))).Item;
  };
  const timesRevoked = async (owner: CalendarOwner): Promise<number> => {
    const item = await read(revocationsKey(owner));
    return item === undefined ? 0 : fromItem(revocations, item).times;
  };
  return {
    add: async (calendarId, made) => {
      const after = await timesRevoked(made.owner);
      await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem({
              ...keyOf(calendarId),
              ...made,
              ownerKey: ownerKey(made.owner),
              after,
              revoked: false,
            }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
    },
    find: async (calendarId) => {
      const item = await read(keyOf(calendarId));
      if (item === undefined) return undefined;
      const { after, revoked, ...made } = fromItem(row, item);
      return revoked || (await timesRevoked(made.owner)) !== after ? undefined : made;
    },
    revoke: async (calendarId, owner) => {
      const done = await doneIf(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: toItem(keyOf(calendarId)),
            UpdateExpression: 'SET revoked = :true',
            ConditionExpression: 'ownerKey = :owner',
            ExpressionAttributeValues: marshall({ ':true': true, ':owner': ownerKey(owner) }),
          }),
        ),
      );
      return done ? 'revoked' : 'not-found';
    },
    revokeAll: async (owner) => {
      await asked(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: toItem(revocationsKey(owner)),
            UpdateExpression: 'ADD times :one',
            ExpressionAttributeValues: marshall({ ':one': 1 }),
          }),
        ),
      );
    },
  };
};
