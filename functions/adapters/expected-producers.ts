import {
  DeleteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { ExpectedProducer } from '../../domain/expected-producers.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import type { County } from '../../domain/statute/counties.ts';
import { asked, doneIf, fromItem, toItem } from './dynamo.ts';

/** Which producers a county expects, each under its business ID. A list says nothing of who has registered. */
export interface ExpectedProducers {
  /** Puts a producer on the county's list; of one that is there only the name changes, never since when. */
  expect(county: County, producer: ExpectedProducer): Promise<'added' | 'renamed' | 'unchanged'>;
  remove(county: County, businessId: BusinessId): Promise<'removed' | 'not-listed'>;
  /** A part of a county's list by business ID, from after one on, and where to go on; null after the last. */
  page(question: {
    readonly county: County;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<{
    readonly producers: readonly ExpectedProducer[];
    readonly next: string | null;
  }>;
}

const row = z
  .object({ sk: BusinessId, name: z.string(), expectedSince: Day })
  .transform(({ sk, ...rest }): ExpectedProducer => ({ businessId: sk, ...rest }));

const partition = (county: County): string => `EXPECTED#${county}`;
const keyOf = (county: County, businessId: BusinessId) =>
  toItem({ pk: partition(county), sk: businessId });

export const dynamoExpectedProducers = (
  client: DynamoDBClient,
  table: string,
): ExpectedProducers => ({
  expect: async (county, { businessId, name, expectedSince }) => {
    const update = client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keyOf(county, businessId),
        UpdateExpression: 'SET #name = :name, expectedSince = if_not_exists(expectedSince, :since)',
        ConditionExpression: 'attribute_not_exists(pk) OR #name <> :name',
        ExpressionAttributeNames: { '#name': 'name' },
        ExpressionAttributeValues: marshall({ ':name': name, ':since': expectedSince }),
        ReturnValues: 'ALL_OLD',
      }),
    );
    if (!(await doneIf(update))) return 'unchanged';
    const { Attributes } = await update;
    return Attributes === undefined ? 'added' : 'renamed';
  },
  remove: async (county, businessId) => {
    const isRemoved = await doneIf(
      client.send(
        new DeleteItemCommand({
          TableName: table,
          Key: keyOf(county, businessId),
          ConditionExpression: 'attribute_exists(pk)',
        }),
      ),
    );
    return isRemoved ? 'removed' : 'not-listed';
  },
  page: async ({ county, after, limit }) => {
    const { Items = [], LastEvaluatedKey } = await asked(
      client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: marshall({ ':pk': partition(county), ':after': after ?? ' ' }),
          Limit: limit,
        }),
      ),
    );
    const producers = Items.map((item) => fromItem(row, item));
    return {
      producers,
      next: LastEvaluatedKey === undefined ? null : (producers.at(-1)?.businessId ?? null),
    };
  },
});
