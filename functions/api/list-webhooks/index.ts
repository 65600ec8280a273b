import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoWebhooks } from '../../adapters/webhooks.ts';
import { ListWebhooksEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListWebhooksEnv.parse(process.env);

export const handler = createHandler({ webhooks: dynamoWebhooks(new DynamoDBClient(), env.TABLE) });
