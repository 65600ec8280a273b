import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { GetSupervisorEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetSupervisorEnv.parse(process.env);

export const handler = createHandler({
  supervisors: dynamoSupervisors(new DynamoDBClient(), env.TABLE),
});
