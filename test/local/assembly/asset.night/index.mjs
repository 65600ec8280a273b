/*
 * Three steps of a night: one shard works in two goes, one fails, and the last sends a mail. And what
 * is done each minute, which counts its runs.
 */
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';

const { STEP, TABLE, CONFIGURATION_SET, PUBLIC_URL } = process.env;
const table = new DynamoDBClient();
const ses = new SESClient();
const goes = new Map();

const open = ({ scheduledTime }) => ({
  date: new Date(Date.parse(scheduledTime) + 6 * 3_600_000).toISOString().slice(0, 10),
  scheduledTime,
  shards: [0, 1],
});

const work = async ({ date, shard }) => {
  if (shard === 1) {
    throw Object.assign(new Error('cannot be read'), { name: 'BrokenShard' });
  }
  const go = (goes.get(date) ?? 0) + 1;
  goes.set(date, go);
  const Item = { pk: { S: date }, sk: { S: `${go}` }, at: { N: `${Date.now()}` } };
  await table.send(new PutItemCommand({ TableName: TABLE, Item }));
  return { shard, go, done: go >= 2 };
};

const close = async ({ date, scheduledTime, shards }) => {
  const { Items } = await table.send(
    new QueryCommand({
      TableName: TABLE,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: date } },
    }),
  );
  const lines = [
    'From: Readiness <from@example.fi>',
    'To: to@example.fi',
    `Subject: The night of ${date}`,
    'Message-ID: <ours@example.fi>',
    'Date: Thu, 01 Jan 1970 00:00:00 +0000',
    'X-Key: 123',
    '',
    `See ${PUBLIC_URL}`,
  ];
  await ses.send(
    new SendRawEmailCommand({
      Destinations: ['to@example.fi', 'hidden@example.fi'],
      ConfigurationSetName: CONFIGURATION_SET,
      Tags: [{ Name: 'digest', Value: 'abc' }],
      RawMessage: { Data: Buffer.from(lines.join('\r\n')) },
    }),
  );
  return { date, scheduledTime, shards, rows: Items.length, now: new Date().toISOString() };
};

let ticks = 0;
const tick = () => {
  ticks += 1;
  return { ticks, now: new Date().toISOString() };
};

const steps = { open, work, close, tick };

export const handler = async (event) => steps[STEP](event);
