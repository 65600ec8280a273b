import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoCalendars } from '../../adapters/calendars.ts';
import { dynamoKeptAnswers } from '../../adapters/kept-answers.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { MakeCalendarEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = MakeCalendarEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  organisations: dynamoOrganisations(client, env.TABLE),
  calendars: dynamoCalendars(client, env.TABLE),
  keptAnswers: dynamoKeptAnswers(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  publicUrl: env.PUBLIC_URL,
  clock: systemClock,
});
