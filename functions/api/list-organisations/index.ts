import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { ListOrganisationsEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListOrganisationsEnv.parse(process.env);

export const handler = createHandler({
  directory: dynamoDirectory(new DynamoDBClient(), env.TABLE),
});
