import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { OpenNightEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = OpenNightEnv.parse(process.env);

const client = new DynamoDBClient();

export const handler = createHandler({
  nights: dynamoNights(client, env.TABLE),
  supervisors: dynamoSupervisors(client, env.TABLE),
  clock: systemClock,
  catalogue,
  codeVersion: env.CODE_VERSION,
});
