import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { SaveSupervisorEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = SaveSupervisorEnv.parse(process.env);

const client = new DynamoDBClient();

export const handler = createHandler({
  supervisors: dynamoSupervisors(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
});
