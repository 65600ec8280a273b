import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoWebhooks } from '../../adapters/webhooks.ts';
import { systemClock } from '../../clock.ts';
import { SaveWebhookEnv } from '../../env.ts';
import { newSecret } from '../../webhook-secrets.ts';
import { createHandler } from './handler.ts';

const env = SaveWebhookEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  webhooks: dynamoWebhooks(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
  receivers: env.RECEIVERS,
  newSecret,
});
