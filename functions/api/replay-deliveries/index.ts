import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoDeliveries } from '../../adapters/deliveries.ts';
import { dynamoWebhooks } from '../../adapters/webhooks.ts';
import { systemClock } from '../../clock.ts';
import { ReplayDeliveriesEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ReplayDeliveriesEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  webhooks: dynamoWebhooks(client, env.TABLE),
  deliveries: dynamoDeliveries(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
});
