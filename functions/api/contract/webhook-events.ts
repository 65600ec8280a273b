import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { warningKinds } from '../../../domain/warnings.ts';
import type { EventType } from '../../adapters/webhooks.ts';
import {
  basis,
  citationText,
  deadlineStatus,
  instant,
  overallStatus,
  requirementStatus,
  text,
} from './parts.ts';

/*
 * What other systems are called with. What is signed and how stands in the description of each call
 * (document.ts), since it is the same for all.
 */

/** An event as the contract describes it. */
export interface EventContract {
  readonly summary: string;
  readonly description: string;
  readonly payload: z.ZodType;
  readonly example: unknown;
}

const id = text(100);
const because = text(5000).describe('The reason in words, in the language of the webhook.');

const deadline = z.strictObject({
  id,
  due: Day,
  status: deadlineStatus,
  because,
  basis,
  citation: citationText,
});
const requirement = z.strictObject({
  requirement: id,
  status: requirementStatus,
  because: because.describe('Without what people have written in their own words.'),
  basis,
  citation: citationText,
});

const event = <Data extends z.ZodType>(type: EventType, data: Data) =>
  z.strictObject({
    type: z.literal(type),
    timestamp: instant.describe('When it was recorded.'),
    data,
  });

const on = Day.describe('The night that found it.');

const exampleDeadline = {
  id: 'join',
  due: '2026-09-01',
  status: 'overdue',
  because:
    'The client data repository must be joined by 1 September 2026. (Act 703/2023, section 102(5), as amended by 307/2024)',
  basis: [{ act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' }],
  citation: 'Act 703/2023, section 102(5), as amended by 307/2024',
};
const exampleHead = { timestamp: '2026-09-02T00:30:12.000Z' };

/** Every event by its type. */
export const webhookEvents: Readonly<Record<EventType, EventContract>> = {
  'status-changed': {
    summary: 'The overall status of an organisation has changed',
    description:
      'Comes after a night that found another overall status than the last night had recorded; `previousStatus` is null on an organisation’s first night. What changes by day, through the API, is told after the next night. `deadlines` and `requirements` are those that decide the status.',
    payload: event(
      'status-changed',
      z.strictObject({
        businessId: BusinessId,
        previousStatus: overallStatus.nullable(),
        on,
        status: overallStatus,
        because,
        deadlines: z.array(deadline).max(100),
        requirements: z.array(requirement).max(100),
      }),
    ),
    example: {
      type: 'status-changed',
      ...exampleHead,
      data: {
        businessId: '1234567-1',
        previousStatus: 'at-risk',
        on: '2026-09-02',
        status: 'overdue',
        because: 'The day of one obligation, 1 September 2026, has passed.',
        deadlines: [exampleDeadline],
        requirements: [],
      },
    },
  },
  'warning-raised': {
    summary: 'Warnings about an organisation were raised',
    description:
      'Comes after a night that raised warnings, once with all of them, the earliest day first. A warning is raised once at each rung: `rung` is in days from `due`, negative before it. `more` counts the warnings beyond the fifty that are told.',
    payload: event(
      'warning-raised',
      z.strictObject({
        businessId: BusinessId,
        on,
        status: overallStatus,
        warnings: z
          .array(
            z.strictObject({
              kind: z.enum(warningKinds),
              id,
              due: Day,
              rung: z.int().min(-100_000).max(100_000),
              deadline: deadline.optional(),
              requirement: requirement.optional(),
            }),
          )
          .max(50),
        more: z.int().min(0).max(100_000),
      }),
    ),
    example: {
      type: 'warning-raised',
      ...exampleHead,
      data: {
        businessId: '1234567-1',
        on: '2026-09-02',
        status: 'overdue',
        warnings: [
          { kind: 'deadline', id: 'join', due: '2026-09-01', rung: 0, deadline: exampleDeadline },
        ],
        more: 0,
      },
    },
  },
};
