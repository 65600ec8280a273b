import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoLinkKey } from '../../adapters/link-key.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { GetAcknowledgementEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetAcknowledgementEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  linkKey: dynamoLinkKey(client, env.TABLE),
  organisations: dynamoOrganisations(client, env.TABLE),
  clock: systemClock,
});
