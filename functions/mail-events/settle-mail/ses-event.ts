import * as z from 'zod';
import type { Fate } from '../../adapters/fate.ts';
import type { DigestKey } from '../../adapters/outbox.ts';
import { keyOfTag } from '../../digest-key-tag.ts';

/*
 * SES's events as EventBridge hands them over (Amazon SES Developer Guide, "Monitor Amazon SES email
 * sending using event publishing"); only what we read of them.
 */

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const mail = z.looseObject({
  messageId: z.string(),
  timestamp: instant,
  destination: z.array(z.string()),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});
const bounce = z.looseObject({
  bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
  bounceSubType: z.string().default(''),
  bouncedRecipients: z
    .array(z.looseObject({ emailAddress: z.string(), diagnosticCode: z.string().optional() }))
    .default([]),
  timestamp: instant,
});

const detail = z.discriminatedUnion('eventType', [
  z.looseObject({ eventType: z.literal('Send'), mail }),
  z.looseObject({
    eventType: z.literal('DeliveryDelay'),
    mail,
    deliveryDelay: z.looseObject({ timestamp: instant, delayType: z.string().default('') }),
  }),
  z.looseObject({
    eventType: z.literal('Delivery'),
    mail,
    delivery: z.looseObject({ timestamp: instant, smtpResponse: z.string().default('') }),
  }),
  z.looseObject({ eventType: z.literal('Bounce'), mail, bounce }),
  z.looseObject({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.looseObject({ timestamp: instant, complaintFeedbackType: z.string().nullish() }),
  }),
  z.looseObject({
    eventType: z.literal('Reject'),
    mail,
    reject: z.looseObject({ reason: z.string().default('') }),
  }),
  z.looseObject({
    eventType: z.literal('Rendering Failure'),
    mail,
    failure: z.looseObject({ errorMessage: z.string().default('') }),
  }),
]);

export const SesEvent = z.looseObject({ source: z.literal('aws.ses'), detail });
type Detail = z.infer<typeof detail>;

const whatOf = (event: Detail): Pick<Fate, 'fate' | 'at' | 'detail'> => {
  const { timestamp } = event.mail;
  switch (event.eventType) {
    case 'Send':
      return { fate: 'accepted', at: timestamp, detail: '' };
    case 'DeliveryDelay': {
      const { timestamp: at, delayType } = event.deliveryDelay;
      return { fate: 'delayed', at, detail: delayType };
    }
    case 'Delivery':
      return {
        fate: 'delivered',
        at: event.delivery.timestamp,
        detail: event.delivery.smtpResponse,
      };
    case 'Bounce': {
      const { bounceType, bounceSubType, bouncedRecipients, timestamp: at } = event.bounce;
      const diagnosis = bouncedRecipients[0]?.diagnosticCode ?? '';
      return {
        fate: bounceType === 'Permanent' ? 'bounced' : 'bounced-softly',
        at,
        detail: [bounceType, bounceSubType, diagnosis].filter((part) => part !== '').join(', '),
      };
    }
    case 'Complaint': {
      const { timestamp: at, complaintFeedbackType } = event.complaint;
      return { fate: 'complained', at, detail: complaintFeedbackType ?? '' };
    }
    case 'Reject':
      return { fate: 'rejected', at: timestamp, detail: event.reject.reason };
    case 'Rendering Failure':
      return { fate: 'rejected', at: timestamp, detail: event.failure.errorMessage };
  }
};

/** What an event says of which digest; no key where the mail is none of ours. */
export const saidBy = ({ detail: event }: z.infer<typeof SesEvent>) => {
  const { messageId, destination, tags } = event.mail;
  const [tag = ''] = tags['key'] ?? [];
  const key: DigestKey | undefined = keyOfTag(tag);
  const what = whatOf(event);
  const fate: Fate = { ...what, detail: what.detail.slice(0, 500), messageId };
  return { key, fate, email: destination[0] ?? '' };
};
