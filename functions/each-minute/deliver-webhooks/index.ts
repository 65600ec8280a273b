import { lookup } from 'node:dns/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoDeliveries } from '../../adapters/deliveries.ts';
import { allowedAddresses, httpReceiver } from '../../adapters/receiver.ts';
import { dynamoWebhooks } from '../../adapters/webhooks.ts';
import { systemClock } from '../../clock.ts';
import { DeliverWebhooksEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = DeliverWebhooksEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  webhooks: dynamoWebhooks(client, env.TABLE),
  deliveries: dynamoDeliveries(client, env.TABLE),
  receiver: httpReceiver({
    resolve: (name) => lookup(name, { all: true }),
    allows: allowedAddresses(env.RECEIVERS),
    timeout: 5000,
  }),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
});
