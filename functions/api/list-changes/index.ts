import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { systemClock } from '../../clock.ts';
import { ListChangesEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListChangesEnv.parse(process.env);

export const handler = createHandler({
  trail: dynamoAuditTrail(new DynamoDBClient(), env.TABLE),
  clock: systemClock,
});
