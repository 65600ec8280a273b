import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();

/** A function that reads one item, and does nothing else. */
export const handler = async () => {
  const Key = { pk: { S: 'NOTHING' }, sk: { S: 'HERE' } };
  await client.send(new GetItemCommand({ TableName: process.env['TABLE'], Key }));
  return { statusCode: 204 };
};
