import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { meterUnits } from '../../adapters/request-units.ts';
import { systemClock } from '../../clock.ts';
import { CloseNightEnv } from '../../env.ts';
import { metered } from '../usage.ts';
import { createHandler } from './handler.ts';

const env = CloseNightEnv.parse(process.env);

const client = new DynamoDBClient();
const nights = dynamoNights(client, env.TABLE);
const metering = { units: meterUnits(client), clock: systemClock, addUsage: nights.addUsage };

export const handler = metered(
  'close-night',
  metering,
  createHandler({
    nights,
    clock: systemClock,
    catalogue,
    codeVersion: env.CODE_VERSION,
  }),
);
