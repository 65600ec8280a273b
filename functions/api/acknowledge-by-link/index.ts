import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoLinkKey } from '../../adapters/link-key.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { AcknowledgeByLinkEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = AcknowledgeByLinkEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  linkKey: dynamoLinkKey(client, env.TABLE),
  organisations: dynamoOrganisations(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
});
