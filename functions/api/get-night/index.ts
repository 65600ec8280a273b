import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoNights } from '../../adapters/nights.ts';
import { GetNightEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetNightEnv.parse(process.env);

export const handler = createHandler({
  nights: dynamoNights(new DynamoDBClient(), env.TABLE),
});
