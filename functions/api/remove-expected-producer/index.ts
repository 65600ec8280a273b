import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoExpectedProducers } from '../../adapters/expected-producers.ts';
import { systemClock } from '../../clock.ts';
import { RemoveExpectedProducerEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = RemoveExpectedProducerEnv.parse(process.env);

const client = new DynamoDBClient();

export const handler = createHandler({
  expectedProducers: dynamoExpectedProducers(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
});
