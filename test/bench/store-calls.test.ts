import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packed, replay, unpacked, watch } from '../../bench/store-calls.ts';
import { type LocalDynamo, startDynamo } from '../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

test('calls that were watched are made again for another, and write where nobody reads', async () => {
  const { client } = dynamo;
  const TableName = await dynamo.newTable();
  const keyOf = (id: string) => ({ pk: { S: `ORG#${id}` }, sk: { S: 'STATE' } });
  const calls = watch(client);
  await client.send(new GetItemCommand({ TableName, Key: keyOf('1') }));
  const Item = { ...keyOf('1'), bytes: { B: new Uint8Array([1, 2]) } };
  const ConditionExpression = 'attribute_not_exists(pk)';
  await client.send(new PutItemCommand({ TableName, Item, ConditionExpression }));
  const seen = [...calls];
  await replay(client, unpacked(packed({ businessId: '1', calls: seen, status: 200 })), {
    businessId: '2',
    place: 'aside',
  });
  expect(calls.slice(2)).toEqual([
    { command: 'GetItemCommand', input: { TableName, Key: keyOf('2') } },
    {
      command: 'PutItemCommand',
      input: {
        TableName,
        Item: { ...Item, pk: { S: 'BENCH#aside' } },
        ConditionExpression,
      },
    },
  ]);
  const { Count } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'ORG#2' } },
    }),
  );
  expect(Count).toBe(0);
});
