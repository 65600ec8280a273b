import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoCalendars } from '../../adapters/calendars.ts';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { GetCalendarEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = GetCalendarEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  calendars: dynamoCalendars(client, env.TABLE),
  organisations: dynamoOrganisations(client, env.TABLE),
  supervisors: dynamoSupervisors(client, env.TABLE),
  directory: dynamoDirectory(client, env.TABLE),
  publicUrl: env.PUBLIC_URL,
  clock: systemClock,
});
