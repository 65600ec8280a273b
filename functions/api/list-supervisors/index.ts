import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { ListSupervisorsEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListSupervisorsEnv.parse(process.env);

export const handler = createHandler({
  supervisors: dynamoSupervisors(new DynamoDBClient(), env.TABLE),
});
