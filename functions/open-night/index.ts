import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoNights } from '../adapters/nights.ts';
import { systemClock } from '../clock.ts';
import { OpenNightEnv } from '../env.ts';
import { createHandler } from './handler.ts';

const env = OpenNightEnv.parse(process.env);

export const handler = createHandler({
  nights: dynamoNights(new DynamoDBClient(), env.TABLE),
  clock: systemClock,
  codeVersion: env.CODE_VERSION,
});
