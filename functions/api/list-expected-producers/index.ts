import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoExpectedProducers } from '../../adapters/expected-producers.ts';
import { ListExpectedProducersEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListExpectedProducersEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  expectedProducers: dynamoExpectedProducers(client, env.TABLE),
  directory: dynamoDirectory(client, env.TABLE),
});
