import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import { dynamoDirectory } from '../../adapters/directory.ts';
import { patience } from '../../adapters/dynamo.ts';
import { dynamoExpectedProducers } from '../../adapters/expected-producers.ts';
import { oneAttempt, sesMailer } from '../../adapters/mailer.ts';
import { dynamoNights } from '../../adapters/nights.ts';
import { dynamoOrganisations } from '../../adapters/organisations.ts';
import { dynamoOutbox } from '../../adapters/outbox.ts';
import { meterUnits } from '../../adapters/request-units.ts';
import { dynamoSettings } from '../../adapters/settings.ts';
import { dynamoSupervisors } from '../../adapters/supervisors.ts';
import { systemClock } from '../../clock.ts';
import { SendDigestEnv } from '../../env.ts';
import { metered } from '../usage.ts';
import { createHandler } from './handler.ts';

const env = SendDigestEnv.parse(process.env);
const client = new DynamoDBClient(patience);
const nights = dynamoNights(client, env.TABLE);
const metering = { units: meterUnits(client), clock: systemClock, addUsage: nights.addUsage };

export const handler = metered(
  'send-digest',
  metering,
  createHandler({
    organisations: dynamoOrganisations(client, env.TABLE),
    supervisors: dynamoSupervisors(client, env.TABLE),
    expectedProducers: dynamoExpectedProducers(client, env.TABLE),
    directory: dynamoDirectory(client, env.TABLE),
    outbox: dynamoOutbox(client, env.TABLE),
    nights,
    settings: dynamoSettings(client, env.TABLE),
    mailer: sesMailer(new SESClient(oneAttempt), env.CONFIGURATION_SET),
    clock: systemClock,
    catalogue,
    pause: (milliseconds) => setTimeout(milliseconds),
    mailFrom: env.MAIL_FROM,
    operatorEmail: env.OPERATOR_EMAIL,
    publicUrl: env.PUBLIC_URL,
  }),
);
