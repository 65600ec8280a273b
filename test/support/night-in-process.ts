import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Day, day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { Catalogue } from '../../domain/statute/catalogue.ts';
import { dynamoDeliveries } from '../../functions/adapters/deliveries.ts';
import { dynamoDirectory } from '../../functions/adapters/directory.ts';
import { dynamoExpectedProducers } from '../../functions/adapters/expected-producers.ts';
import type { Mailer } from '../../functions/adapters/mailer.ts';
import { dynamoNights } from '../../functions/adapters/nights.ts';
import { dynamoOrganisations } from '../../functions/adapters/organisations.ts';
import { dynamoOutbox } from '../../functions/adapters/outbox.ts';
import { meterUnits } from '../../functions/adapters/request-units.ts';
import type { Settings } from '../../functions/adapters/settings.ts';
import { dynamoSupervisors } from '../../functions/adapters/supervisors.ts';
import { dynamoWebhooks } from '../../functions/adapters/webhooks.ts';
import type { Clock } from '../../functions/clock.ts';
import { closedOrTold, tellDryRun } from '../../functions/night/close-night/dry-run.ts';
import { createHandler as closeNight } from '../../functions/night/close-night/handler.ts';
import { createHandler as evaluateShard } from '../../functions/night/evaluate-shard/handler.ts';
import { createHandler as findUnregistered } from '../../functions/night/find-unregistered/handler.ts';
import { createHandler as listRecipients } from '../../functions/night/list-recipients/handler.ts';
import { createHandler as openNight } from '../../functions/night/open-night/handler.ts';
import { createHandler as sendDigest } from '../../functions/night/send-digest/handler.ts';
import { metered, type NightStep } from '../../functions/night/usage.ts';
import { LocalStateMachine } from '../../local/state-machine.ts';

/** What the functions of a night stand on, each as it is wired when deployed. */
export interface NightGround {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly mailer: Mailer;
  /** Sending is on, unless a test says otherwise. */
  readonly settings?: Settings;
  readonly clock: Clock;
  readonly catalogue?: Catalogue;
}

type Function = (event: unknown) => Promise<unknown>;
export type NightFunctions = Readonly<Record<NightStep, Function>>;

const context = { getRemainingTimeInMillis: () => 300_000, memoryLimitInMB: '1024' };

/** The stores of a night, over one table. */
export const storesOf = ({ client, table }: Pick<NightGround, 'client' | 'table'>) => ({
  organisations: dynamoOrganisations(client, table),
  directory: dynamoDirectory(client, table),
  outbox: dynamoOutbox(client, table),
  supervisors: dynamoSupervisors(client, table),
  webhooks: dynamoWebhooks(client, table),
  deliveries: dynamoDeliveries(client, table),
  expectedProducers: dynamoExpectedProducers(client, table),
  nights: dynamoNights(client, table),
});

/** The functions of a night in this process, as their index.ts wire them. */
export const nightFunctions = (ground: NightGround): NightFunctions => {
  const { client, clock, mailer, catalogue } = ground;
  const stores = storesOf(ground);
  const given = { ...stores, clock, ...(catalogue && { catalogue }) };
  const codeVersion = '1.0.0';
  const metering = { units: meterUnits(client), clock, addUsage: stores.nights.addUsage };
  const step = (name: NightStep, run: (event: unknown, given: never) => Promise<unknown>) => {
    const measured = metered(name, metering, run as never);
    return (event: unknown) => measured(event, context as never);
  };
  return {
    'open-night': step('open-night', openNight({ ...given, codeVersion })),
    'evaluate-shard': step('evaluate-shard', evaluateShard(given)),
    'find-unregistered': step('find-unregistered', findUnregistered(given)),
    'list-recipients': step(
      'list-recipients',
      listRecipients({ quota: async () => undefined, ...given }),
    ),
    'send-digest': step(
      'send-digest',
      sendDigest({
        ...given,
        settings: ground.settings ?? { sendingIsOn: async () => true },
        mailer,
        pause: async () => {},
        mailFrom: 'kanta@example.fi',
        operatorEmail: 'yllapito@example.fi',
        publicUrl: 'https://kanta.example.fi',
      }),
    ),
    'close-night': step(
      'close-night',
      closedOrTold(
        closeNight({ ...given, codeVersion }),
        tellDryRun({ codeVersion, ...(catalogue && { catalogue }) }),
      ),
    ),
  };
};

/** The step that a function of the template is, by its logical id: `NightOpenNightFunction…`. */
const stepOf = (arn: string): NightStep => {
  const [, name = ''] = /Night([A-Z][A-Za-z]+?)Function[0-9A-F]*$/.exec(arn) ?? [];
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).slice(1) as NightStep;
};

/** Runs nights by the synthesised definition; `invoke` does what Lambda does. */
export const nightsBy = (definition: string) => {
  const machine = new LocalStateMachine(
    'arn:aws:states:eu-north-1:000000000000:stateMachine:Night',
    definition,
  );
  return (
    date: string,
    invoke: (step: NightStep, event: unknown) => Promise<unknown>,
    more: object = {},
  ): Promise<unknown> =>
    machine.run({ scheduledTime: `${date}T00:30:00Z`, ...more }, (arn, event) =>
      invoke(stepOf(arn), event),
    );
};

/** What a person does between nights, through the stores. */
export const writesOf = (ground: Pick<NightGround, 'client' | 'table' | 'clock'>) => {
  const { organisations, supervisors } = storesOf(ground);
  return {
    save: (businessId: BusinessId, content: never) =>
      organisations.saveProfile({ businessId, content, replaces: 0, now: ground.clock.now() }),
    appoint: (id: string, content: never) => supervisors.save({ id, content, replaces: 0 }),
    dueOn: async (businessId: BusinessId): Promise<Day | null> =>
      (await organisations.read(businessId)).state?.dueOn ?? day('9999-12-31'),
  };
};
