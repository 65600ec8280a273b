import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { GetPlanEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetPlanEnv.parse(process.env);

export const handler = createHandler({
  organisations: dynamoOrganisations(new DynamoDBClient(), env.TABLE),
  clock: systemClock,
});
