import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import { patience } from '../../adapters/dynamo.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { meterUnits } from '../../adapters/request-units.ts';
import { systemClock } from '../../clock.ts';
import { CloseNightEnv } from '../../env.ts';
import { metered } from '../usage.ts';
import { closedOrTold, tellDryRun } from './dry-run.ts';
import { createHandler } from './handler.ts';

const env = CloseNightEnv.parse(process.env);

const client = new DynamoDBClient(patience);
const nights = dynamoNights(client, env.TABLE);
const metering = { units: meterUnits(client), clock: systemClock, addUsage: nights.addUsage };

const { CODE_VERSION: codeVersion } = env;
const close = createHandler({ nights, clock: systemClock, catalogue, codeVersion });

export const handler = metered(
  'close-night',
  metering,
  closedOrTold(close, tellDryRun({ catalogue, codeVersion })),
);
