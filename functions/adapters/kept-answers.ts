import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { RouteName } from '../api/routes.ts';
import { asked, doneIf, fromItem, toItem } from './dynamo.ts';

/** The answer to a call that carried an Idempotency-Key, kept so that the same call gets it again. */
export interface KeptAnswer {
  /** What the call asked, hashed; the same key may not ask another thing. */
  readonly bodyHash: string;
  /** The id of the fact that the call brought. */
  readonly factId: string;
  readonly receivedAt: string;
  readonly receivedOn: Day;
  /** The answer's body as it was sent. */
  readonly answer: string;
}

/** Where the key was used: keys about different organisations or routes have nothing to do with each other. */
export interface KeyUse {
  readonly route: RouteName;
  /** What the call is about: a business ID, or who calls where it is about nothing else. */
  readonly about: string;
  readonly key: string;
  readonly now: Temporal.Instant;
}

/** Kept answers; each is forgotten 90 days after it was given. */
export interface KeptAnswers {
  find(use: KeyUse): Promise<KeptAnswer | undefined>;
  /** The first to come is kept; a later one is told so, and finds the first. */
  keep(use: KeyUse, answer: KeptAnswer): Promise<'kept' | 'another-is-kept'>;
}

export const keptFor = { hours: 90 * 24 } as const;

const seconds = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);

const row = z
  .object({
    bodyHash: z.string(),
    factId: z.string(),
    receivedAt: z.iso.datetime({ precision: 3 }),
    receivedOn: Day,
    answer: z.instanceof(Uint8Array),
    expiresAt: z.int(),
  })
  .transform(({ answer, ...rest }) => ({ ...rest, answer: gunzipSync(answer).toString('utf8') }));

const keyOf = ({ route, about, key }: KeyUse) => ({
  pk: `ANSWER#${about}`,
  sk: `${route}#${createHash('sha256').update(key).digest('base64url')}`,
});

export const dynamoKeptAnswers = (client: DynamoDBClient, table: string): KeptAnswers => ({
  find: async (use) => {
    const { Item } = await asked(
      client.send(
        new GetItemCommand({ TableName: table, ConsistentRead: true, Key: toItem(keyOf(use)) }),
      ),
    );
    if (Item === undefined) return undefined;
    const { expiresAt, ...answer } = fromItem(row, Item);
    // DynamoDB deletes what has expired within days, not at once.
    return expiresAt > seconds(use.now) ? answer : undefined;
  },
  keep: async (use, { answer, ...rest }) => {
    const expiresAt = seconds(use.now.add(keptFor));
    const done = await doneIf(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem({ ...keyOf(use), ...rest, answer: gzipSync(answer), expiresAt }),
          ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
          ExpressionAttributeValues: marshall({ ':now': seconds(use.now) }),
        }),
      ),
    );
    return done ? 'kept' : 'another-is-kept';
  },
});
