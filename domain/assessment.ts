import * as z from 'zod';
import { Day } from './day.ts';
import { line } from './organisation.ts';
import { requirementIds } from './statute/requirements.ts';

/** What an organisation says of one requirement on one day. */
const item = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('done'),
    /** The last day on which what was done holds, where it ends. */
    validUntil: Day.nullable().optional(),
    evidence: line(1000).optional(),
  }),
  z.strictObject({ state: z.literal('in-progress'), evidence: line(1000).optional() }),
  z.strictObject({ state: z.literal('not-started'), evidence: line(1000).optional() }),
  z.strictObject({ state: z.literal('not-applicable'), reason: line(1000) }),
]);
export type AssessmentItem = z.infer<typeof item>;

/**
 * An organisation's own dated statement about its requirements. It is partial: what it leaves out
 * stays as stated before.
 */
export const selfAssessment = (today: Day) =>
  z.strictObject({
    statedOn: Day.refine((day) => day <= today, { params: { rule: 'not-after-today', today } }),
    items: z
      .partialRecord(z.enum(requirementIds), item)
      .refine((items) => Object.keys(items).length > 0, { params: { rule: 'not-empty' } }),
  });
export type SelfAssessment = z.infer<ReturnType<typeof selfAssessment>>;

/** A self-assessment as received: `receivedAt` is an instant in UTC (ISO 8601), `receivedOn` its day in Helsinki. */
export interface ReceivedAssessment extends SelfAssessment {
  readonly assessmentId: string;
  readonly receivedAt: string;
  readonly receivedOn: Day;
}
