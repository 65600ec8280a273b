import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import type { ReceivedAcknowledgement } from '../../domain/acknowledgement.ts';
import { type Day, day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { Catalogue } from '../../domain/statute/catalogue.ts';
import type { Deliveries } from '../../functions/adapters/deliveries.ts';
import type { Directory } from '../../functions/adapters/directory.ts';
import type { ExpectedProducers } from '../../functions/adapters/expected-producers.ts';
import type { Nights } from '../../functions/adapters/nights.ts';
import type { Organisations } from '../../functions/adapters/organisations.ts';
import type { Outbox } from '../../functions/adapters/outbox.ts';
import type { SendingQuota } from '../../functions/adapters/sending-quota.ts';
import type { Settings } from '../../functions/adapters/settings.ts';
import type { Supervisor, Supervisors } from '../../functions/adapters/supervisors.ts';
import type { Webhooks } from '../../functions/adapters/webhooks.ts';
import { type Clock, instantText } from '../../functions/clock.ts';
import { tellDryRun } from '../../functions/night/close-night/dry-run.ts';
import { createHandler as closeNight } from '../../functions/night/close-night/handler.ts';
import { createHandler as evaluateShard } from '../../functions/night/evaluate-shard/handler.ts';
import { createHandler as findUnregistered } from '../../functions/night/find-unregistered/handler.ts';
import { createHandler as listRecipients } from '../../functions/night/list-recipients/handler.ts';
import { createHandler as openNight } from '../../functions/night/open-night/handler.ts';
import { createHandler as sendDigest } from '../../functions/night/send-digest/handler.ts';
import { anAssessment, anOrganisation } from './builders.ts';
import { clockOn } from './clocks.ts';
import { type FakeMailer, fakeMailer } from './fake-mailer.ts';
import { inMemoryDeliveries } from './in-memory-deliveries.ts';
import { inMemoryDirectory } from './in-memory-directory.ts';
import { inMemoryExpectedProducers } from './in-memory-expected-producers.ts';
import { inMemoryNights } from './in-memory-nights.ts';
import { inMemoryOrganisations } from './in-memory-organisations.ts';
import { inMemoryOutbox } from './in-memory-outbox.ts';
import { inMemorySupervisors } from './in-memory-supervisors.ts';
import { inMemoryWebhooks } from './in-memory-webhooks.ts';

/** What the functions of the night stand on. */
export interface Ground {
  readonly organisations: Organisations;
  readonly supervisors: Supervisors;
  readonly directory: Directory;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly expectedProducers: ExpectedProducers;
  readonly outbox: Outbox;
  readonly nights: Nights;
  readonly settings: Settings & { on: boolean };
  readonly mailer: FakeMailer;
  /** What SES still takes; without it, it does not say. */
  readonly quota?: () => Promise<SendingQuota | undefined>;
  readonly clock: ReturnType<typeof clockOn>;
  /** The law that the night knows; ours, unless a test says otherwise. */
  readonly catalogue?: Catalogue;
}

export const aGround = (): Ground => {
  const settings = { on: true, sendingIsOn: async () => settings.on };
  return {
    organisations: inMemoryOrganisations(),
    supervisors: inMemorySupervisors(),
    directory: inMemoryDirectory(),
    webhooks: inMemoryWebhooks(),
    deliveries: inMemoryDeliveries(),
    expectedProducers: inMemoryExpectedProducers(),
    outbox: inMemoryOutbox(),
    nights: inMemoryNights(),
    settings,
    mailer: fakeMailer(),
    clock: clockOn('2026-11-22', '02:30'),
  };
};

/** As long as a Lambda function of ours may take at most. */
const plenty = { getRemainingTimeInMillis: () => 300_000 };

/** The night as the state machine runs it: each shard and each digest catches its own failure. */
export const nightOver = (ground: Ground, context = plenty) => {
  const steps = {
    openNight: openNight({ ...ground, codeVersion: '1.0.0' }),
    evaluateShard: evaluateShard(ground),
    findUnregistered: findUnregistered(ground),
    listRecipients: listRecipients({ quota: async () => undefined, ...ground }),
    sendDigest: sendDigest({
      ...ground,
      pause: async () => {},
      mailFrom: 'kanta@example.fi',
      operatorEmail: 'ylläpito@example.fi',
      publicUrl: 'https://kanta.example.fi',
    }),
    closeNight: closeNight({ ...ground, codeVersion: '1.0.0' }),
  };
  const caught = async <Result>(
    step: () => Promise<Result>,
  ): Promise<Result | { readonly failed: true }> => {
    try {
      return await step();
    } catch {
      return { failed: true };
    }
  };
  const untilDone = async (task: { readonly date: Day; readonly shard: number }) => {
    for (;;) {
      const progress = await steps.evaluateShard(task, context);
      if (progress.done) return progress;
    }
  };
  return {
    ...steps,
    dryRun: async (date: string) => {
      const opened = await steps.openNight({ scheduledTime: `${date}T00:30:00Z`, dryRun: true });
      const shards = [];
      for (const shard of opened.shards) {
        let progress = {};
        for (let done = false; !done; ) {
          const looked = await steps.evaluateShard({ ...opened, shard, progress }, context);
          ({ done } = looked);
          progress = looked;
        }
        shards.push(progress);
      }
      const unregistered = await steps.findUnregistered({ date: opened.date });
      const listed = await steps.listRecipients({ ...opened, unregistered, shards });
      return tellDryRun({ codeVersion: '1.0.0', ...ground })({ ...opened, ...listed, shards });
    },
    run: async (date: string) => {
      ground.clock.set(date);
      const night = await steps.openNight({ scheduledTime: `${date}T00:30:00Z` });
      const shards = [];
      for (const shard of night.shards) {
        shards.push(await caught(() => untilDone({ ...night, shard })));
      }
      const unregistered = await caught(() => steps.findUnregistered({ date: night.date }));
      const { recipients, carriedOver, pace } = await steps.listRecipients({
        date: night.date,
        unregistered: { recipients: [], ...unregistered },
      });
      const digests = [];
      for (const recipient of recipients) {
        digests.push(await caught(() => steps.sendDigest({ date: night.date, recipient, pace })));
      }
      return steps.closeNight({ ...night, shards, digests, unregistered, carriedOver });
    },
  };
};

/** What a person does between nights. */
export const peopleOf = ({
  organisations,
  supervisors,
  clock,
}: Pick<Ground, 'organisations' | 'supervisors'> & { readonly clock: Clock }) => {
  return {
    register: async (businessId: BusinessId, facts: Record<string, unknown> = {}) => {
      const { businessId: _, ...content } = anOrganisation(facts);
      const { profile } = await organisations.read(businessId);
      const replaces = profile?.version ?? 0;
      await organisations.saveProfile({ businessId, content, replaces, now: clock.now() });
    },
    assess: (businessId: BusinessId, statedOn: string, items: Record<string, unknown>) =>
      organisations.appendAssessment({
        businessId,
        assessment: anAssessment(statedOn, items),
        now: clock.now(),
      }),
    acknowledge: (
      businessId: BusinessId,
      acknowledgement: Partial<ReceivedAcknowledgement> & { readonly until: Day },
    ) => {
      const now = clock.now();
      return organisations.appendAcknowledgement({
        businessId,
        acknowledgement: {
          acknowledgementId: randomUUID(),
          by: 'aino',
          side: 'overseers',
          subjects: [{ kind: 'deadline', id: 'join' }],
          due: day('2026-09-01'),
          at: instantText(now),
          ...acknowledgement,
        },
        now,
      });
    },
    appoint: async (id: string, fields: Partial<Supervisor> = {}) => {
      const content: Supervisor = {
        name: `Valvoja ${id}`,
        email: `${id}@example.fi`,
        language: 'fi',
        counties: ['etela-pohjanmaa'],
        ...fields,
      };
      const stored = await supervisors.read(id);
      await supervisors.save({ id, content, replaces: stored?.version ?? 0 });
    },
  };
};

/** The mails that went out, as their readers see them. */
export const mailsOf = ({ mailer }: Ground) =>
  Promise.all(
    mailer.delivered.map(async ({ to, message, tag }) => {
      const { subject, text, html, headers } = await simpleParser(Buffer.from(message));
      return {
        to: to.join(),
        subject: subject ?? '',
        text: text ?? '',
        html: html || '',
        headers,
        tag,
      };
    }),
  );
