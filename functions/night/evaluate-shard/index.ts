import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import { dynamoDeliveries } from '../../adapters/deliveries.ts';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { patience } from '../../adapters/dynamo.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { dynamoOutbox } from '../../adapters/outbox.ts';
import { meterUnits } from '../../adapters/request-units.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { dynamoWebhooks } from '../../adapters/webhooks.ts';
import { systemClock } from '../../clock.ts';
import { EvaluateShardEnv } from '../../env.ts';
import { metered } from '../usage.ts';
import { createHandler } from './handler.ts';

const env = EvaluateShardEnv.parse(process.env);
const client = new DynamoDBClient(patience);
const nights = dynamoNights(client, env.TABLE);
const metering = { units: meterUnits(client), clock: systemClock, addUsage: nights.addUsage };

export const handler = metered(
  'evaluate-shard',
  metering,
  createHandler({
    nights,
    organisations: dynamoOrganisations(client, env.TABLE),
    directory: dynamoDirectory(client, env.TABLE),
    outbox: dynamoOutbox(client, env.TABLE),
    supervisors: dynamoSupervisors(client, env.TABLE),
    webhooks: dynamoWebhooks(client, env.TABLE),
    deliveries: dynamoDeliveries(client, env.TABLE),
    clock: systemClock,
    catalogue,
  }),
);
