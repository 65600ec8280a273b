import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { patience } from '../../adapters/dynamo.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { dynamoOutbox } from '../../adapters/outbox.ts';
import { meterUnits } from '../../adapters/request-units.ts';
import { sesQuota } from '../../adapters/sending-quota.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { ListRecipientsEnv } from '../../env.ts';
import { metered } from '../usage.ts';
import { createHandler } from './handler.ts';

const env = ListRecipientsEnv.parse(process.env);
const client = new DynamoDBClient(patience);
const nights = dynamoNights(client, env.TABLE);
const metering = { units: meterUnits(client), clock: systemClock, addUsage: nights.addUsage };

export const handler = metered(
  'list-recipients',
  metering,
  createHandler({
    supervisors: dynamoSupervisors(client, env.TABLE),
    outbox: dynamoOutbox(client, env.TABLE),
    quota: sesQuota(new SESClient()),
  }),
);
