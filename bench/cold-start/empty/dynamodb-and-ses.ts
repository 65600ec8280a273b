import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';

const client = new DynamoDBClient();
const mails = new SESClient();

/** A function that could send a mail, reads one item, and does nothing else. */
export const handler = async ({ mail }: { readonly mail?: Uint8Array }) => {
  const Key = { pk: { S: 'NOTHING' }, sk: { S: 'HERE' } };
  await client.send(new GetItemCommand({ TableName: process.env['TABLE'], Key }));
  if (mail !== undefined) await mails.send(new SendRawEmailCommand({ RawMessage: { Data: mail } }));
  return { statusCode: 204 };
};
