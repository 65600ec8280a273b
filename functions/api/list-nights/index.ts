import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoNights } from '../../adapters/nights.ts';
import { systemClock } from '../../clock.ts';
import { ListNightsEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListNightsEnv.parse(process.env);

export const handler = createHandler({
  nights: dynamoNights(new DynamoDBClient(), env.TABLE),
  clock: systemClock,
});
