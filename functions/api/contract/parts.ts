import * as z from 'zod';
import { Day } from '../../../domain/day.ts';
import { overallStatuses } from '../../../domain/evaluation.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { serviceTask, withoutControls } from '../../../domain/organisation.ts';
import { requirementStatuses } from '../../../domain/readiness.ts';
import { milestoneIds, obligationIds } from '../../../domain/statute/obligation-ids.ts';
import { stepIds } from '../../../domain/statute/onboarding-steps.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import { notBoundTexts } from '../../../domain/texts/not-bound-texts.ts';
import { planStateTexts, stepStateTexts } from '../../../domain/texts/step-texts.ts';
import { tracedBy } from '../../../domain/texts/trace-texts.ts';
import { exampleId } from './example.ts';

/** Parts that several answers have. */

/** A day for documents: what of it does not depend on a day is the same on every day. */
export const anyDay = Day.parse('2199-12-31');

/** The same, where what is asked must not lie before it. */
export const firstDay = Day.parse('1900-01-01');

/** A text without control characters. */
export const text = (max = 2000) =>
  z
    .string()
    .max(max)
    .meta({ pattern: `^${withoutControls}$` });
/** A word of ours that programs compare: `join/307-2024`. */
export const word = (max = 100) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9][A-Za-z0-9/@._-]*$/);
/** One of the keys of a table of ours. */
const keyOf = (table: Readonly<Record<string, unknown>>) => z.enum(Object.keys(table));
/** An object whose keys are not known beforehand. */
export const keyed = <Value extends z.ZodType>(keys: z.ZodString, value: Value, most: number) =>
  z.record(keys, value).meta({ maxProperties: most });
/** In each of our languages. */
export const inLanguages = z
  .strictObject({ fi: text(4000), sv: text(4000), en: text(4000) })
  .meta({ id: 'Text', description: 'A text in Finnish, Swedish and English.' });
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
  businessId: BusinessId.meta({ description: 'The Y-tunnus.', example: exampleId }),
});

export const act = z
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

export const overallStatus = z.enum(overallStatuses).meta({
  id: 'OverallStatus',
  description: 'Worst first: overdue, too-late, unknown, at-risk, on-track, ready; or not-bound.',
});
export const requirementStatus = z.enum(requirementStatuses).meta({
  id: 'RequirementStatus',
  description:
    'How a requirement stands on a day. `unknown`: nothing is stated, or too long ago; it is never taken as ready. `expires-before-deadline`: it holds today, not on the day it is needed.',
});
export const requirement = z
  .enum(requirementIds)
  .meta({ id: 'RequirementId', description: 'A readiness item.' });
export const requirementOnce = z.array(requirement).max(requirementIds.length);
export const obligation = z.enum(obligationIds);
export const step = z
  .enum(stepIds)
  .meta({ id: 'StepId', description: 'A step of the onboarding.' });
export const stepState = keyOf(stepStateTexts);
export const planState = keyOf(planStateTexts).meta({
  id: 'PlanState',
  description: `Whether the plan can be kept: ${Object.entries(planStateTexts)
    .map(([state, { en }]) => `\`${state}\` (${en})`)
    .join(', ')}.`,
});
export const deadlineStatus = z.enum(['met', 'open', 'overdue']);
export const deadlineId = word().describe(
  'The obligation, `/serviceTask` where there is one, `@organiser` where met through the organiser.',
);

const named = {
  obligation,
  name: text(300),
  serviceTask: serviceTask.optional(),
  serviceTaskName: text(300).optional(),
};
const through = z.enum(['self', 'organiser']).describe('Through whose customership of Kanta.');

const inWords = text().describe('The step in words.');

const traceStep = z
  .discriminatedUnion('step', [
    z.strictObject({
      step: z.literal('fact'),
      fact: keyOf(tracedBy.facts),
      value: z.union([text(300), z.boolean(), z.null()]),
      serviceTask: serviceTask.optional(),
      text: inWords,
    }),
    z.strictObject({
      step: z.literal('candidate'),
      rule: keyOf(tracedBy.candidates),
      day,
      basis,
      text: inWords,
    }),
    z.strictObject({
      step: z.literal('not-before'),
      floor: keyOf(tracedBy.floors),
      day,
      basis,
      text: inWords,
    }),
    z.strictObject({
      step: z.literal('not-applied'),
      alternative: keyOf(tracedBy.alternatives),
      day: day.optional(),
      basis,
      text: inWords,
    }),
    z.strictObject({
      step: z.literal('reading'),
      reading: keyOf(tracedBy.readings),
      decision: z
        .string()
        .length(4)
        .regex(/^\d{4}$/)
        .describe('The number of the decision record that argues for it.'),
      text: inWords,
    }),
    z.strictObject({
      step: z.literal('result'),
      day,
      by: keyOf(tracedBy.results),
      text: inWords,
    }),
  ])
  .meta({
    id: 'TraceStep',
    description:
      'One step on the way to a day. The day is the earliest `candidate`, but not before the latest `not-before`.',
  });
const trace = z.array(traceStep).max(60);

export const deadline = z
  .strictObject({
    id: deadlineId,
    ...named,
    due: day.describe('The last day to meet it in time.'),
    status: deadlineStatus,
    statusText: text(200),
    daysLeft: daysApart.describe('Days to the due day; negative when it has passed.'),
    metOn: day.optional(),
    late: z.literal(true).optional().describe('It was met after its day.'),
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
    id: z.enum(milestoneIds),
    name: text(500),
    due: day,
    daysLeft: daysApart,
    basis,
    citation: citationText,
  })
  .meta({ id: 'Milestone', description: 'A day that binds the national services.' });

export const notBound = z
  .strictObject({
    ...named,
    because: text(),
    reason: keyOf(notBoundTexts),
    basis,
    citation: citationText,
  })
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
