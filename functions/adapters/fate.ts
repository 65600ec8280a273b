import * as z from 'zod';

/** What SES's events say of a mail, from what every later word replaces to the one that nothing does. */
export const fates = [
  'accepted',
  'delayed',
  'delivered',
  'rejected',
  'bounced-softly',
  'bounced',
  'complained',
] as const;

export const fate = z.object({
  fate: z.enum(fates),
  /** When it happened, by SES (UTC, ISO 8601). */
  at: z.iso.datetime(),
  /** SES's own words: a bounce's type and diagnosis, or the reason of a rejection. */
  detail: z.string().max(500),
  messageId: z.string(),
});
/** What became of a mail that SES took: events come more than once and out of order, so the weightiest stays. */
export type Fate = z.infer<typeof fate>;

export const isWeightier = (one: Pick<Fate, 'fate'>, other: Pick<Fate, 'fate'> | undefined) =>
  other === undefined || fates.indexOf(one.fate) > fates.indexOf(other.fate);

/** Whether the mail came to nobody, as far as is known. */
export const isLost = ({ fate }: Pick<Fate, 'fate'>): boolean =>
  fate === 'rejected' || fate === 'bounced-softly' || fate === 'bounced';

export const addressMark = z.object({
  /** The address that is no longer used. */
  email: z.string(),
  reason: z.enum(['bounced', 'complained']),
  since: z.iso.date(),
});
/** Why an address is no longer used. Another address takes its place by being saved. */
export type AddressMark = z.infer<typeof addressMark>;
