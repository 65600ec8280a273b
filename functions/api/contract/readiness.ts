import * as z from 'zod';
import { incomingAssessment } from '../../../domain/assessment.ts';
import { evaluate } from '../../../domain/evaluation.ts';
import { BusinessId, UnitOid } from '../../../domain/identifiers.ts';
import { requirementStatuses } from '../../../domain/readiness.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import { waiverRequest } from '../../../domain/waiver.ts';
import { catalogueHash } from '../../catalogue-hash.ts';
import { readinessAnswer } from '../answers/answers.ts';
import { onDayQuery } from '../answers/on-day-query.ts';
import { listPages, pageAnswer } from '../cursor.ts';
import { nothing } from '../input.ts';
import {
  exampleAssessment,
  exampleAssessmentId,
  exampleDay,
  exampleId,
  exampleOrganisation,
  exampleStatement,
} from './example.ts';
import type { Operation } from './operation.ts';
import {
  anyDay,
  ask,
  basis,
  businessIdPath,
  citationText,
  count,
  day,
  daysApart,
  deadlineId,
  deadlineStatus,
  deadlines,
  firstDay,
  hash,
  instant,
  keyed,
  milestones,
  notBoundList,
  obligation,
  overallStatus,
  planState,
  requirement,
  requirementStatus,
  sources,
  step,
  text,
  word,
} from './parts.ts';

export const idempotencyKey = z.strictObject({
  'idempotency-key': z
    .string()
    .max(255)
    .regex(/^[\x20-\x7e]{1,255}$/)
    .optional()
    .describe(
      'A text of the caller’s own. The same key and body again get the same answer and do nothing; the same key with another body gets 422. Kept for 90 days.',
    ),
});

const location = z.strictObject({ location: text(500).describe('Where it is found.') });

const point = word(50);
const unit = z.strictObject({
  oid: UnitOid,
  name: text(300),
  status: requirementStatus,
  statusText: text(200),
  because: text(4000),
  validUntil: day.optional(),
  restateBy: day.optional(),
});
const asked = z.strictObject({
  point,
  kind: z.enum([
    'required',
    'excluded',
    'fact',
    'choice',
    'valid-until',
    'last-done-on',
    'service-tasks',
    'job-roles',
    'counties',
  ]),
  text: text(),
  of: z
    .array(z.strictObject({ value: word(50), text: text(300) }))
    .max(50)
    .optional(),
});
const projection = z.strictObject({
  point: point.optional(),
  pointName: text(500).optional(),
  validUntil: day,
  assumed: z.boolean().describe('The end is not stated: it is counted by a source.'),
  deadlines: z
    .array(
      z.strictObject({ due: day, deadlines: z.array(deadlineId).max(100), holds: z.boolean() }),
    )
    .max(100),
  renewals: z.array(day).max(100),
});
const verdict = z
  .strictObject({
    requirement,
    name: text(300),
    status: requirementStatus,
    statusText: text(200),
    underlying: requirementStatus.optional().describe('What it would be without the waiver.'),
    because: text(4000),
    validUntil: day.optional(),
    restateBy: day.optional().describe('Until when the statement counts.'),
    neededOn: day.optional(),
    latestStart: day.optional(),
    holdsUp: z.array(obligation).max(20),
    unitCounts: z
      .partialRecord(z.enum(requirementStatuses), count)
      .optional()
      .describe('How many service units stand how, where they were spoken of singly.'),
    units: z.array(unit).max(100).optional().describe('Those not in order; at most 100 are told.'),
    projection: z.array(projection).max(2000),
    why: text(4000).optional(),
    nextStep: text(4000).optional(),
    asks: z.array(asked).max(50).optional(),
    ask: ask.optional(),
    basis,
    citation: citationText,
    sources,
  })
  .meta({
    id: 'RequirementVerdict',
    description: 'How one requirement stands, why, and what to do.',
  });

const planInShort = z.strictObject({
  status: planState,
  statusText: text(300),
  earliestFinish: day.optional(),
  slack: daysApart.optional(),
  criticalSteps: z.array(step).max(30),
});

const readiness = {
  status: overallStatus,
  statusText: text(200),
  on: day,
  because: text(8000),
  requirements: z.array(verdict).max(50),
  deadlines,
  milestones,
  notBound: notBoundList,
  renewals: z
    .array(
      z.strictObject({
        by: day,
        requirement,
        name: text(300),
        point: point.optional(),
        pointName: text(500).optional(),
      }),
    )
    .max(5000),
  plan: planInShort,
  nextChange: day
    .nullable()
    .describe('The first later day on which any of this can change by time alone.'),
};

/** Shortened to what shows its form. */
const exampleReadiness = () => {
  const evaluation = evaluate({
    organisation: exampleOrganisation,
    assessments: [exampleAssessment],
    waivers: [],
    on: exampleDay,
  });
  const answer = readinessAnswer(evaluation, 'en');
  return {
    ...answer,
    requirements: answer.requirements.slice(1, 3),
    deadlines: answer.deadlines.slice(0, 1),
    notBound: answer.notBound.slice(0, 1),
    renewals: answer.renewals.slice(0, 2),
  };
};

export const submitAssessment: Operation = {
  tag: 'Readiness',
  summary: 'State how far an organisation is',
  description:
    'A self-assessment is partial: for each requirement the latest statement stands, by `statedOn`, then by receipt. It is never changed afterwards. Units must be among those of the profile.',
  parameters: { path: businessIdPath, query: nothing, header: idempotencyKey },
  body: [
    {
      type: 'application/json',
      schema: incomingAssessment({ today: anyDay, units: [] }),
      example: exampleStatement,
    },
  ],
  answers: {
    201: {
      description: 'It was taken in; how the organisation stands with it.',
      headers: location,
      content: {
        type: 'application/json',
        schema: z.strictObject({ assessmentId: text(100), readiness: z.strictObject(readiness) }),
        example: {
          assessmentId: exampleAssessmentId,
          readiness: exampleReadiness(),
        },
      },
    },
  },
  problems: ['not-found', 'too-large', 'key-used-for-another-request'],
};

const recorded = z
  .strictObject({
    on: day,
    at: instant,
    status: overallStatus,
    catalogueHash: hash,
    sameCatalogue: z.boolean(),
    agrees: z.boolean(),
    sameFacts: z.boolean(),
  })
  .nullable();

const knownAs = z
  .enum(['then', 'now'])
  .describe('Whether it rests on the facts as known at the end of that day, or as known now.');

export const getReadiness: Operation = {
  tag: 'Readiness',
  summary: 'How an organisation stands, today or on another day',
  description:
    'Deadlines, requirements, renewals and the plan in short. A day gone by is answered by what was known then, beside what the nights recorded of it. Before any assessment everything is unknown.',
  parameters: { path: businessIdPath, query: onDayQuery },
  answers: {
    200: {
      description: 'The evaluation.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          businessId: BusinessId,
          knownAs,
          ...readiness,
          recorded: recorded.optional().describe('What the nights had recorded by a day gone by.'),
        }),
        example: { businessId: exampleId, knownAs: 'now', ...exampleReadiness() },
      },
    },
  },
  problems: ['not-found'],
};

const points = keyed(point, z.union([z.boolean(), text(300), z.array(text(100)).max(50)]), 50);
const since = day.optional();
const evidence = text(1000).optional();

/** As it was taken in, by whatever catalogue that was. */
const statedItem = z
  .discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('done'),
      validUntil: day.nullable().optional(),
      since,
      evidence,
      points: points.optional(),
    }),
    z.strictObject({ state: z.literal('in-progress'), since, evidence, points: points.optional() }),
    z.strictObject({ state: z.literal('not-started'), evidence }),
    z.strictObject({ state: z.literal('not-applicable'), reason: text(1000) }),
  ])
  .meta({ id: 'StatedItem', description: 'What was stated of one requirement.' });
const statedItems = z.partialRecord(z.enum(requirementIds), statedItem);
const oid = z
  .string()
  .max(128)
  .regex(/^[0-9.]+$/);
const listedAssessment = z
  .strictObject({
    assessmentId: text(100),
    receivedAt: instant,
    statedOn: day,
    items: statedItems,
    units: z.array(oid).max(2000).optional(),
    overrides: keyed(oid, statedItems, 2000).optional(),
  })
  .meta({ id: 'ReceivedAssessment', description: 'A self-assessment as it was received.' });

export const listAssessments: Operation = {
  tag: 'Readiness',
  summary: 'What an organisation has stated',
  description: 'Every self-assessment, the last received first.',
  parameters: { path: businessIdPath, query: listPages },
  answers: {
    200: {
      description: 'A page of assessments.',
      content: {
        type: 'application/json',
        schema: z.strictObject({ assessments: z.array(listedAssessment).max(200), ...pageAnswer }),
        example: {
          assessments: [
            {
              assessmentId: exampleAssessmentId,
              receivedAt: exampleAssessment.receivedAt,
              ...exampleStatement,
            },
          ],
        },
      },
    },
  },
  problems: ['not-found'],
};

const change = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('status'),
      from: overallStatus.nullable(),
      to: overallStatus,
    }),
    z.strictObject({
      kind: z.literal('deadline'),
      id: deadlineId,
      from: deadlineStatus.nullable(),
      to: deadlineStatus.nullable(),
      due: z.strictObject({ from: day, to: day }).optional().describe('Where its day is another.'),
      name: text(500).optional(),
    }),
    z.strictObject({
      kind: z.literal('requirement'),
      id: word(50),
      from: requirementStatus.nullable(),
      to: requirementStatus.nullable(),
      name: text(500).optional(),
    }),
  ])
  .meta({
    id: 'Change',
    description: 'What was otherwise before; null where there was, or is, nothing.',
  });

export const getReadinessHistory: Operation = {
  tag: 'Readiness',
  summary: 'When an organisation’s readiness changed, and what did',
  description: 'The days on which the nights found something changed, newest first.',
  parameters: { path: businessIdPath, query: listPages },
  answers: {
    200: {
      description: 'A page of days.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          businessId: BusinessId,
          days: z
            .array(
              z.strictObject({
                on: day,
                at: instant,
                status: overallStatus,
                statusText: text(200),
                changes: z.array(change).max(500),
                catalogueHash: hash,
              }),
            )
            .max(200),
          ...pageAnswer,
        }),
        example: {
          businessId: exampleId,
          days: [
            {
              on: '2026-11-22',
              at: '2026-11-22T00:31:00.000Z',
              status: 'overdue',
              statusText: 'Overdue',
              changes: [{ kind: 'status', from: null, to: 'overdue' }],
              catalogueHash: catalogueHash,
            },
          ],
        },
      },
    },
  },
  problems: ['not-found'],
};

const exampleWaiver = {
  requirement: 'cards',
  reason: 'Kortit on tilattu, ja ne toimitetaan tammikuussa.',
  until: '2027-01-31',
  requestedBy: 'Aino Esimerkki',
};
const waiver = waiverRequest(firstDay).extend({
  until: day,
  waiverId: text(100),
  approvedBy: text(300),
  approvedAt: instant,
  from: day,
});
const exampleApproved = {
  waiverId: '0d1c7c54-0f0e-4d0b-8f0e-6f2a3b1f9a10',
  ...exampleWaiver,
  approvedBy: 'maija',
  approvedAt: '2026-11-22T09:00:00.000Z',
  from: '2026-11-22',
};

export const approveWaiver: Operation = {
  tag: 'Readiness',
  summary: 'Not demand a requirement for a time',
  description:
    'The approver is the token’s subject and someone else than who requests it. What is under the waiver still shows, and its end is warned of.',
  parameters: { path: businessIdPath, query: nothing, header: idempotencyKey },
  body: [{ type: 'application/json', schema: waiverRequest(firstDay), example: exampleWaiver }],
  answers: {
    201: {
      description: 'It was approved.',
      headers: location,
      content: { type: 'application/json', schema: waiver, example: exampleApproved },
    },
  },
  problems: ['not-found', 'too-large', 'key-used-for-another-request', 'approver-is-requester'],
};

export const listWaivers: Operation = {
  tag: 'Readiness',
  summary: 'What is not demanded, by whose decision',
  description: 'All waivers that were approved, the newest first.',
  parameters: { path: businessIdPath, query: listPages },
  answers: {
    200: {
      description: 'A page of waivers.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          waivers: z.array(waiver.extend({ active: z.boolean() })).max(200),
          ...pageAnswer,
        }),
        example: { waivers: [{ ...exampleApproved, active: true }] },
      },
    },
  },
  problems: ['not-found'],
};
