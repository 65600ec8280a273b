import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { patience } from '../../adapters/dynamo.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { dynamoOutbox } from '../../adapters/outbox.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { SettleMailEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = SettleMailEnv.parse(process.env);
const client = new DynamoDBClient(patience);

export const handler = createHandler({
  outbox: dynamoOutbox(client, env.TABLE),
  supervisors: dynamoSupervisors(client, env.TABLE),
  nights: dynamoNights(client, env.TABLE),
  clock: systemClock,
});
