import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { systemClock } from '../../clock.ts';
import { CloseNightEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = CloseNightEnv.parse(process.env);

export const handler = createHandler({
  nights: dynamoNights(new DynamoDBClient(), env.TABLE),
  clock: systemClock,
  catalogue,
  codeVersion: env.CODE_VERSION,
});
