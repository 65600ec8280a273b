import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoExpectedProducers } from '../../adapters/expected-producers.ts';
import { dynamoOutbox } from '../../adapters/outbox.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { FindUnregisteredEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = FindUnregisteredEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  expectedProducers: dynamoExpectedProducers(client, env.TABLE),
  directory: dynamoDirectory(client, env.TABLE),
  supervisors: dynamoSupervisors(client, env.TABLE),
  outbox: dynamoOutbox(client, env.TABLE),
});
