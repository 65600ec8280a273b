import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import { patience } from '../../adapters/dynamo.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { meterUnits } from '../../adapters/request-units.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { OpenNightEnv } from '../../env.ts';
import { metered } from '../usage.ts';
import { createHandler } from './handler.ts';

const env = OpenNightEnv.parse(process.env);

const client = new DynamoDBClient(patience);
const nights = dynamoNights(client, env.TABLE);
const metering = { units: meterUnits(client), clock: systemClock, addUsage: nights.addUsage };

export const handler = metered(
  'open-night',
  metering,
  createHandler({
    nights,
    supervisors: dynamoSupervisors(client, env.TABLE),
    clock: systemClock,
    catalogue,
    codeVersion: env.CODE_VERSION,
  }),
);
