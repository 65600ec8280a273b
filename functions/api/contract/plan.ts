import * as z from 'zod';
import { BusinessId } from '../../../domain/identifiers.ts';
import { countyKey } from '../../../domain/organisation.ts';
import { projectSituations } from '../../../domain/statute/lead-times.ts';
import { onDayQuery } from '../answers/on-day-query.ts';
import type { Operation } from './operation.ts';
import {
  ask,
  basis,
  businessIdPath,
  citationText,
  day,
  daysApart,
  deadlineId,
  deadlineStatus,
  planState,
  requirement,
  sources,
  step,
  stepState,
  text,
} from './parts.ts';

const period = z.strictObject({
  count: z.int().min(0).max(1000),
  unit: z.enum(['days', 'weeks', 'months', 'years', 'working-days']),
});
export const leadTime = z
  .strictObject({ shortest: period, longest: period, text: text(300), sources })
  .meta({ id: 'LeadTime', description: 'How long a step takes, by its source.' });

const situation = z.enum(projectSituations);
export const window = { county: countyKey, from: day, until: day };

const stepDays = {
  earliestStart: day.optional(),
  earliestFinish: day.optional(),
  latestStart: day.optional(),
  latestFinish: day.optional(),
};

const plannedStep = z
  .strictObject({
    step,
    name: text(300),
    requirement,
    state: stepState,
    stateText: text(300),
    since: day.optional(),
    after: z.array(step).max(30),
    leadTime: leadTime.nullable(),
    leadTimeText: text(500),
    ...stepDays,
    atBest: z.strictObject(stepDays).describe('By the shortest lead times.'),
    slack: daysApart.optional(),
    late: z.boolean().optional(),
    critical: z.boolean(),
    window: z.strictObject({ ...window, passed: z.boolean(), sources }).optional(),
    nextStep: text(4000).optional(),
    ask: ask.optional(),
    basis,
    citation: citationText,
    sources,
  })
  .meta({ id: 'PlannedStep' });

const plan = z.strictObject({
  businessId: BusinessId,
  knownAs: z.enum(['then', 'now']),
  on: day,
  status: planState,
  statusText: text(300),
  because: z.array(text(4000)).max(30),
  target: z
    .strictObject({
      deadline: deadlineId,
      due: day,
      status: deadlineStatus,
      basis,
      citation: citationText,
    })
    .optional(),
  earliestFinish: day.optional(),
  earliestFinishAtBest: day.optional(),
  slack: daysApart.optional(),
  wholeProject: z
    .strictObject({
      situation,
      situationText: text(500),
      assumed: z.boolean(),
      from: day,
      begun: z.boolean(),
      variants: z
        .array(
          z.strictObject({
            situation,
            situationText: text(500),
            applies: z.boolean(),
            leadTime,
            latestStart: day,
            latestStartAtBest: day,
            earliestFinish: day,
            earliestFinishAtBest: day,
          }),
        )
        .max(5),
    })
    .optional(),
  criticalSteps: z.array(step).max(30),
  longestChain: z.array(step).max(30),
  steps: z.array(plannedStep).max(50),
});

export const getPlan: Operation = {
  tag: 'Plan',
  summary: 'What must be started, and when, to make the deadline',
  description:
    'The onboarding planned both ways with sourced lead times: latest starts counted back from the deadline, the earliest finish counted forward from the day, and what decides it. A step without a sourced lead time keeps its order and takes no time.',
  parameters: { path: businessIdPath, query: onDayQuery },
  answers: {
    200: {
      description: 'The plan.',
      content: {
        type: 'application/json',
        schema: plan,
        example: {
          businessId: '0204819-8',
          knownAs: 'now',
          on: '2026-11-22',
          status: 'no-deadline',
          statusText: 'No deadline',
          because: ['Nothing binds the organisation to join.'],
          criticalSteps: [],
          longestChain: [],
          steps: [],
        },
      },
    },
  },
  problems: ['not-found'],
};

export const getPlanPicture: Operation = {
  tag: 'Plan',
  summary: 'The plan as a picture',
  description: 'SVG without scripts, light and dark, to look at or to print.',
  parameters: { path: businessIdPath, query: onDayQuery },
  answers: {
    200: {
      description: 'The picture.',
      content: {
        type: 'image/svg+xml',
        schema: z
          .string()
          .max(1_000_000)
          .regex(/^<svg [\s\S]*<\/svg>\s*$/),
        example: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
      },
    },
  },
  problems: ['not-found'],
};
