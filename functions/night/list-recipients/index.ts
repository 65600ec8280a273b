import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoOutbox } from '../../adapters/outbox.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { ListRecipientsEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListRecipientsEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  supervisors: dynamoSupervisors(client, env.TABLE),
  outbox: dynamoOutbox(client, env.TABLE),
});
