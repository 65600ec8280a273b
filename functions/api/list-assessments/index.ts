import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { ListAssessmentsEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListAssessmentsEnv.parse(process.env);

export const handler = createHandler({
  organisations: dynamoOrganisations(new DynamoDBClient(), env.TABLE),
});
