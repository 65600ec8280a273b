import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { GetReadinessHistoryEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetReadinessHistoryEnv.parse(process.env);

export const handler = createHandler({
  organisations: dynamoOrganisations(new DynamoDBClient(), env.TABLE),
});
