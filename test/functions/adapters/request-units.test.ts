import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meterUnits } from '../../../functions/adapters/request-units.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
let TableName: string;
beforeAll(async () => {
  dynamo = await startDynamo();
  TableName = await dynamo.newTable();
});
afterAll(() => dynamo.stop());

const Key = { pk: { S: 'a' }, sk: { S: 'b' } };

describe('a client that is metered', () => {
  it('adds up what DynamoDB charged, reads and writes apart, from one question to the next', async () => {
    const client = dynamo.newClient();
    const meter = meterUnits(client);
    await client.send(
      new PutItemCommand({ TableName, Item: { ...Key, x: { S: 'x'.repeat(1500) } } }),
    );
    await client.send(new GetItemCommand({ TableName, Key }));
    await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'a' } },
      }),
    );
    expect(meter.take()).toEqual({ readUnits: 1.5, writeUnits: 2 });
    await client.send(new DeleteItemCommand({ TableName, Key }));
    expect(meter.take()).toEqual({ readUnits: 0, writeUnits: 2 });
    expect(meter.take()).toEqual({ readUnits: 0, writeUnits: 0 });
  });

  it('counts a condition that failed as one unit, and passes its error on', async () => {
    const client = dynamo.newClient();
    const meter = meterUnits(client);
    const put = new PutItemCommand({
      TableName,
      Item: { pk: { S: 'nobody' }, sk: { S: 'b' } },
      ConditionExpression: 'attribute_exists(pk)',
    });
    await expect(client.send(put)).rejects.toThrow(ConditionalCheckFailedException);
    expect(meter.take()).toEqual({ readUnits: 0, writeUnits: 1 });
  });
});
