import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { overallStatuses } from '../../domain/evaluation.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { serviceTask } from '../../domain/organisation.ts';
import { requirementStatuses } from '../../domain/readiness.ts';
import { obligationIds } from '../../domain/statute/obligation-ids.ts';
import { stepIds } from '../../domain/statute/onboarding-steps.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';

/** Parts that several answers have. */

/** A day for documents: what of it does not depend on a day is the same on every day. */
export const anyDay = Day.parse('2199-12-31');

/** The same, where what is asked must not lie before it. */
export const firstDay = Day.parse('1900-01-01');

export const text = (max = 2000) => z.string().max(max);
export const count = z.int().min(0).max(10_000_000);
/** Days between two days. */
export const daysApart = z.int().min(-110_000).max(110_000);
export const instant = z.iso.datetime().max(40).describe('An instant in UTC.');
export const hash = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/);

export const day = Day;

export const businessIdPath = z.strictObject({
  businessId: BusinessId.meta({ description: 'The Y-tunnus.', example: '0204819-8' }),
});

const act = z
  .string()
  .max(10)
  .regex(/^[1-9][0-9]{0,4}\/[0-9]{4}$/);
const place = z.int().min(1).max(999).optional();
export const citation = z
  .strictObject({
    act,
    section: z
      .string()
      .max(6)
      .regex(/^[0-9]{1,4}( [a-z])?$/),
    subsection: place,
    item: place,
    amendedBy: act.optional().describe('The act that gave it this wording.'),
  })
  .meta({
    id: 'Citation',
    description: 'A place in an act: section (§), subsection (mom.), item (k.).',
  });
export const basis = z.array(citation).max(20);
export const citationText = text(1000).describe('The basis in words.');

export const source = z
  .strictObject({ name: text(300), dated: text(20).optional(), url: z.url().max(500).optional() })
  .meta({ id: 'Source', description: 'A document beside the acts.' });
export const sources = z.array(source).max(30);
export const ask = z.array(text(300)).max(10).describe('Whom to ask.');

export const overallStatus = z
  .enum(overallStatuses)
  .describe('Worst first: overdue, too-late, unknown, at-risk, on-track, ready; or not-bound.');
export const requirementStatus = z.enum(requirementStatuses);
export const requirement = z
  .enum(requirementIds)
  .meta({ id: 'RequirementId', description: 'A readiness item.' });
export const requirementOnce = z.array(requirement).max(requirementIds.length);
export const obligation = z.enum(obligationIds);
export const step = z.enum(stepIds);
export const deadlineStatus = z.enum(['met', 'open', 'overdue']);
export const deadlineId = z
  .string()
  .max(100)
  .describe(
    'The obligation, `/serviceTask` where there is one, `@organiser` where met through the organiser.',
  );

const named = {
  obligation,
  name: text(300),
  serviceTask: serviceTask.optional(),
  serviceTaskName: text(300).optional(),
};
const through = z.enum(['self', 'organiser']).describe('Through whose customership of Kanta.');

const traceStep = z
  .strictObject({
    step: z.enum(['fact', 'candidate', 'not-before', 'not-applied', 'reading', 'result']),
    text: text(),
    fact: text(50).optional(),
    value: z.union([text(300), z.boolean(), z.null()]).optional(),
    serviceTask: serviceTask.optional(),
    rule: text(50).optional(),
    floor: text(50).optional(),
    alternative: text(50).optional(),
    reading: text(50).optional(),
    decision: text(10).optional(),
    by: text(20).optional(),
    day: day.optional(),
    basis: basis.optional(),
  })
  .meta({
    id: 'TraceStep',
    description: 'One step on the way to a day; the day can be recomputed from them.',
  });
const trace = z.array(traceStep).max(60);

export const deadline = z
  .strictObject({
    id: deadlineId,
    ...named,
    due: day,
    status: deadlineStatus,
    statusText: text(200),
    daysLeft: daysApart,
    metOn: day.optional(),
    late: z.boolean().optional(),
    through,
    nextStep: text().optional(),
    basis,
    citation: citationText,
    trace,
  })
  .meta({
    id: 'Deadline',
    description: 'An obligation applied to one organisation, with its day and why that day.',
  });

export const milestone = z
  .strictObject({
    id: text(50),
    name: text(500),
    due: day,
    daysLeft: daysApart,
    basis,
    citation: citationText,
  })
  .meta({ id: 'Milestone', description: 'A day that binds the national services.' });

export const notBound = z
  .strictObject({ ...named, because: text(), reason: text(50), basis, citation: citationText })
  .meta({
    id: 'NotBound',
    description: 'An obligation that was considered and does not bind, and why.',
  });

export const upcoming = z
  .strictObject({
    id: deadlineId,
    ...named,
    due: day,
    through,
    act,
    inForceFrom: day,
    basis,
    citation: citationText,
    trace,
  })
  .meta({ id: 'Upcoming', description: 'A duty by an act that is given and not in force yet.' });

export const deadlines = z.array(deadline).max(100);
export const milestones = z.array(milestone).max(20);
export const notBoundList = z.array(notBound).max(100);
