import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../../adapters/audit-trail.ts';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { dynamoKeptAnswers } from '../../adapters/kept-answers.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { systemClock } from '../../clock.ts';
import { SubmitAssessmentEnv } from '../../env.ts';
import { createHandler } from './handler.ts';

const env = SubmitAssessmentEnv.parse(process.env);
const client = new DynamoDBClient();

export const handler = createHandler({
  organisations: dynamoOrganisations(client, env.TABLE),
  keptAnswers: dynamoKeptAnswers(client, env.TABLE),
  directory: dynamoDirectory(client, env.TABLE),
  trail: dynamoAuditTrail(client, env.TABLE),
  clock: systemClock,
});
