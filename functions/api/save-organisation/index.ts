import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { SaveOrganisationEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = SaveOrganisationEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  organisations: dynamoOrganisations(client, env.TABLE),
  directory: dynamoDirectory(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
});
