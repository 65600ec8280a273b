import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { ExportOrganisationsEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ExportOrganisationsEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  directory: dynamoDirectory(client, env.TABLE),
  organisations: dynamoOrganisations(client, env.TABLE),
});
