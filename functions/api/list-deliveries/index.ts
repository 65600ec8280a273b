import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDeliveries } from '../../adapters/deliveries.ts';
import { dynamoWebhooks } from '../../adapters/webhooks.ts';
import { ListDeliveriesEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListDeliveriesEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  webhooks: dynamoWebhooks(client, env.TABLE),
  deliveries: dynamoDeliveries(client, env.TABLE),
});
