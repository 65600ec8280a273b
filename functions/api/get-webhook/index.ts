import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoWebhooks } from '../../adapters/webhooks.ts';
import { GetWebhookEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetWebhookEnv.parse(process.env);

export const handler = createHandler({ webhooks: dynamoWebhooks(new DynamoDBClient(), env.TABLE) });
