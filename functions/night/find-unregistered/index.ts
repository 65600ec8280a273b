import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { patience } from '../../adapters/dynamo.ts';
import { dynamoExpectedProducers } from '../../adapters/expected-producers.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { dynamoOutbox } from '../../adapters/outbox.ts';
import { meterUnits } from '../../adapters/request-units.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { FindUnregisteredEnv } from '../../env.ts';
import { metered } from '../usage.ts';
import { createHandler } from './handler.ts';

const env = FindUnregisteredEnv.parse(process.env);
const client = new DynamoDBClient(patience);
const nights = dynamoNights(client, env.TABLE);
const metering = { units: meterUnits(client), clock: systemClock, addUsage: nights.addUsage };

export const handler = metered(
  'find-unregistered',
  metering,
  createHandler({
    expectedProducers: dynamoExpectedProducers(client, env.TABLE),
    directory: dynamoDirectory(client, env.TABLE),
    supervisors: dynamoSupervisors(client, env.TABLE),
    outbox: dynamoOutbox(client, env.TABLE),
  }),
);
