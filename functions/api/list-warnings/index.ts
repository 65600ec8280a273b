import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { ListWarningsEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = ListWarningsEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  organisations: dynamoOrganisations(client, env.TABLE),
  directory: dynamoDirectory(client, env.TABLE),
  clock: systemClock,
});
