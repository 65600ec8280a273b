import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Template } from './template.ts';

/*
 * SES's events on their way: EventBridge's default bus, the template's rule, and Lambda, which tries what
 * fails again. Their shapes are those of the Amazon SES Developer Guide.
 */

/** What SES does with mails to an address. */
export const mailFates = [
  'deliver',
  'delay',
  'bounce',
  'bounce-softly',
  'complain',
  /** SES takes it and then throws it away. */
  'reject',
  /** SES refuses to take it. */
  'refuse',
  /** SES takes it, its answer is lost, and nothing is heard of it any more. */
  'lose',
  /** SES takes it, and its answer is lost; its events come. */
  'lose-answer',
] as const;
export type MailFate = (typeof mailFates)[number];

/** A mail that SES has taken. */
export interface TakenMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | null;
  /** In milliseconds. */
  readonly at: number;
}

const RuleProperties = z.object({
  EventPattern: z.object({
    source: z.array(z.string()),
    detail: z.object({ mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }) }),
  }),
  Targets: z.tuple([z.object({ Arn: z.string() })]),
});

/** Each event by its name in the detail, and in EventBridge's own field. */
const detailTypes = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  DeliveryDelay: 'Email Delivery Delayed',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Reject: 'Email Rejected',
} as const;

const ofRecipients = (to: readonly string[]) => to.map((emailAddress) => ({ emailAddress }));

const bounceOf = (bounceType: 'Permanent' | 'Transient', { to, timestamp }: Heard) => ({
  eventType: 'Bounce' as const,
  bounce: {
    bounceType,
    bounceSubType: bounceType === 'Permanent' ? 'General' : 'MailboxFull',
    bouncedRecipients: to.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: bounceType === 'Permanent' ? '5.1.1' : '4.2.2',
      diagnosticCode:
        bounceType === 'Permanent'
          ? 'smtp; 550 5.1.1 user unknown'
          : 'smtp; 452 4.2.2 mailbox full',
    })),
    timestamp,
    feedbackId: randomUUID(),
  },
});

interface Heard {
  readonly to: readonly string[];
  readonly timestamp: string;
}

/** What is heard of a mail after it was taken, in the order in which it happens. */
const laterOf = (fate: MailFate, heard: Heard) => {
  const { to, timestamp } = heard;
  const delivery = {
    eventType: 'Delivery' as const,
    delivery: { timestamp, recipients: to, smtpResponse: '250 2.0.0 OK' },
  };
  switch (fate) {
    case 'deliver':
    case 'lose-answer':
      return [delivery];
    case 'delay':
      return [
        {
          eventType: 'DeliveryDelay' as const,
          deliveryDelay: {
            timestamp,
            delayType: 'MailboxFull',
            delayedRecipients: ofRecipients(to),
          },
        },
      ];
    case 'bounce':
      return [bounceOf('Permanent', heard)];
    case 'bounce-softly':
      return [bounceOf('Transient', heard)];
    case 'complain':
      return [
        delivery,
        {
          eventType: 'Complaint' as const,
          complaint: {
            timestamp,
            complainedRecipients: ofRecipients(to),
            complaintFeedbackType: 'abuse',
            feedbackId: randomUUID(),
          },
        },
      ];
    case 'reject':
      return [{ eventType: 'Reject' as const, reject: { reason: 'Bad content' } }];
    case 'lose':
    case 'refuse':
      return [];
  }
};

/** Everything that is heard of a mail. */
export const eventsOf = (mail: TakenMail, fate: MailFate): readonly object[] => {
  if (fate === 'lose' || fate === 'refuse') return [];
  const timestamp = new Date(mail.at).toISOString();
  const own = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
  const ses =
    mail.configurationSet === null ? [] : [['ses:configuration-set', [mail.configurationSet]]];
  const of = {
    timestamp,
    source: mail.from,
    messageId: mail.messageId,
    destination: mail.to,
    tags: Object.fromEntries([...own, ...ses]),
  };
  return [
    { eventType: 'Send' as const, send: {} },
    ...laterOf(fate, { to: mail.to, timestamp }),
  ].map((detail) => ({
    version: '0',
    id: randomUUID(),
    'detail-type': detailTypes[detail.eventType],
    source: 'aws.ses',
    account: '000000000000',
    time: timestamp,
    region: 'eu-north-1',
    resources: [],
    detail: { ...detail, mail: of },
  }));
};

/** Pauses before Lambda tries again what failed: here shorter than its minute and two. */
const pauses = [200, 500, 1_000, 2_000] as const;

const Shown = z.looseObject({
  source: z.string(),
  detail: z.looseObject({
    mail: z.looseObject({ tags: z.record(z.string(), z.array(z.string())) }),
  }),
});

/** Hands events to the function that the template's rule names, and knows when all are taken in. */
export class MailEvents {
  private readonly rules: readonly z.infer<typeof RuleProperties>[];
  private readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    template: Template,
    invoke: (functionArn: string, event: unknown) => Promise<unknown>,
  ) {
    this.rules = template
      .list('AWS::Events::Rule', RuleProperties)
      .map(({ properties }) => properties);
    this.invoke = invoke;
  }

  publish(event: unknown): void {
    const { source, detail } = Shown.parse(event);
    const matching = this.rules.filter(
      ({ EventPattern: pattern }) =>
        pattern.source.includes(source) &&
        Object.entries(pattern.detail.mail.tags).every(([name, values]) =>
          detail.mail.tags[name]?.some((value) => values.includes(value)),
        ),
    );
    for (const {
      Targets: [{ Arn }],
    } of matching) {
      const handed = this.handOver(Arn, event);
      this.underWay.add(handed);
      handed.finally(() => this.underWay.delete(handed));
    }
  }

  /** Waits until every event so far is taken in, or was tried as often as Lambda would. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async handOver(functionArn: string, event: unknown): Promise<void> {
    for (const milliseconds of [...pauses, 0]) {
      const done = await this.invoke(functionArn, event).then(
        () => true,
        () => false,
      );
      if (done) return;
      await pause(milliseconds);
    }
  }
}
