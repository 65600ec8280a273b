import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoExpectedProducers } from '../../adapters/expected-producers.ts';
import { dynamoImports } from '../../adapters/imports.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { StartImportEnv } from '../../env.ts';
import { lasting } from '../../time-budget.ts';
import { createHandler } from './handler.ts';

const env = StartImportEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  imports: dynamoImports(client, env.TABLE),
  organisations: dynamoOrganisations(client, env.TABLE),
  directory: dynamoDirectory(client, env.TABLE),
  expectedProducers: dynamoExpectedProducers(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
  // The gateway waits for 30 seconds, and a chunk that is begun is ended.
  budget: () => lasting(15_000),
});
