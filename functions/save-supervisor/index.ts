import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoSupervisors } from '../adapters/supervisors.ts';
import { SaveSupervisorEnv } from '../env.ts';
import { createHandler } from './handler.ts';

const env = SaveSupervisorEnv.parse(process.env);

export const handler = createHandler({
  supervisors: dynamoSupervisors(new DynamoDBClient(), env.TABLE),
});
