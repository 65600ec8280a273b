import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoExpectedProducers } from '../adapters/expected-producers.ts';
import { RemoveExpectedProducerEnv } from '../env.ts';
import { createHandler } from './handler.ts';

const env = RemoveExpectedProducerEnv.parse(process.env);

export const handler = createHandler({
  expectedProducers: dynamoExpectedProducers(new DynamoDBClient(), env.TABLE),
});
