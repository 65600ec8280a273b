import * as z from 'zod';
import { overallStatuses } from '../../domain/evaluation.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { projectSituations } from '../../domain/statute/lead-times.ts';
import { requirementTexts } from '../../domain/statute/requirements/texts/requirement-texts.ts';
import { nothing } from '../input.ts';
import { simulation } from '../run-simulation/handler.ts';
import type { Operation } from './operation.ts';
import {
  ask,
  basis,
  citationText,
  count,
  day,
  deadlineId,
  hash,
  obligation,
  overallStatus,
  requirement,
  sources,
  step,
  text,
} from './parts.ts';
import { leadTime, window } from './plan.ts';

const inLanguages = z.strictObject({ fi: text(4000), sv: text(4000), en: text(4000) });

/** What stands in the catalogue as data of ours: its form follows our code, not the other way round. */
const asData = z.record(z.string().max(100), z.unknown());

const entry = {
  id: text(100),
  givenBy: text(20),
  knownFrom: day,
  inForceFrom: day,
  inForceUntil: day.optional(),
  supersedes: z.array(text(100)).max(50),
  basis,
  text: inLanguages,
  lastVerified: day,
  citation: citationText,
  sources: z
    .array(z.strictObject({ act: text(20), name: text(300), url: z.url().max(500) }))
    .max(20),
};

const catalogue = z.strictObject({
  hash,
  obligations: z
    .array(
      z
        .strictObject({
          ...entry,
          obligation,
          serviceTasks: z.array(text(50)).max(7).nullable(),
          binds: z.strictObject({
            sector: z.enum(['public', 'private', 'any']),
            register: z.enum(['own', 'organiser', 'any']),
          }),
          rule: asData.describe('How the act sets the day.'),
        })
        .meta({ id: 'ObligationEntry', description: 'One dated demand of one act.' }),
    )
    .max(500),
  milestones: z.array(z.strictObject({ ...entry, milestone: text(50), day })).max(100),
  requirements: z
    .array(
      z
        .strictObject({
          id: requirement,
          appliesTo: asData,
          perUnit: z.boolean(),
          basis,
          sources,
          evidence: z.array(asData).max(50).describe('The points that can be stated.'),
          validity: asData.nullable(),
          ageing: z.strictObject({ months: z.int().min(1).max(120), alsoWhenDone: z.boolean() }),
          holdsUp: z.array(obligation).max(20),
          ofPublic: asData.optional(),
          shownBy: z.enum(['joining', 'storing']).nullable(),
          ask,
          name: inLanguages,
          why: inLanguages,
          nextStep: inLanguages,
          points: z.record(z.string().max(100), inLanguages),
          citation: text(1000),
        })
        .meta({ id: 'Requirement', description: 'One readiness item.' }),
    )
    .max(Object.keys(requirementTexts).length),
  onboardingSteps: z
    .array(
      z.strictObject({
        step,
        name: text(300),
        requirement,
        after: z.array(step).max(30),
        leadTime: leadTime.nullable(),
      }),
    )
    .max(50),
  wholeProject: z
    .array(
      z.strictObject({ situation: z.enum(projectSituations), situationText: text(500), leadTime }),
    )
    .max(5),
  countyWindows: z.array(z.strictObject({ ...window, step, sources })).max(50),
});

export const getCatalogue: Operation = {
  tag: 'Law',
  summary: 'The law as data',
  description:
    'Every obligation of every act, dated and cited, the requirements with the points that can be stated, and the onboarding steps with their sourced lead times.',
  parameters: { query: nothing },
  answers: {
    200: {
      description: 'The catalogue.',
      content: {
        type: 'application/json',
        schema: catalogue,
        example: {
          hash: 'a'.repeat(64),
          obligations: [],
          milestones: [],
          requirements: [],
          onboardingSteps: [],
          wholeProject: [],
          countyWindows: [],
        },
      },
    },
  },
  problems: [],
};

const countedStatuses = z.partialRecord(z.enum(overallStatuses), count);
const fromTo = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ from: schema, to: schema });

const exampleEntry = {
  obligation: 'join',
  givenBy: '999/2026',
  knownFrom: '2026-11-20',
  inForceFrom: '2026-12-01',
  basis: [{ act: '703/2023', section: '102', subsection: 5, amendedBy: '999/2026' }],
  rule: { kind: 'join', day: '2027-01-01', lateJoinerClause: true },
};

export const runSimulation: Operation = {
  tag: 'Law',
  summary: 'Try a change of law before it is adopted',
  description:
    'Lays entries over the catalogue and tells, for the organisations in scope, which days would move and how statuses and the night’s warnings would change. It only reads: nothing is stored or sent.',
  parameters: { query: nothing },
  body: [
    {
      type: 'application/json',
      schema: simulation,
      example: { on: '2026-12-01', entries: [exampleEntry] },
    },
  ],
  answers: {
    200: {
      description: 'What would change.',
      content: {
        type: 'application/json',
        schema: z.strictObject({
          on: day,
          catalogueHash: hash,
          considered: count,
          affected: count,
          statuses: fromTo(countedStatuses),
          warnings: fromTo(count),
          organisations: z
            .array(
              z.strictObject({
                businessId: BusinessId,
                name: text(300),
                moves: z
                  .array(
                    z.strictObject({ id: deadlineId, from: day.nullable(), to: day.nullable() }),
                  )
                  .max(200),
                status: fromTo(overallStatus),
                warnings: fromTo(count),
              }),
            )
            .max(500),
          more: count.describe('Affected ones beyond those listed.'),
        }),
        example: {
          on: '2026-12-01',
          catalogueHash: 'a'.repeat(64),
          considered: 1,
          affected: 1,
          statuses: { from: { overdue: 1 }, to: { 'on-track': 1 } },
          warnings: { from: 3, to: 0 },
          organisations: [
            {
              businessId: '0204819-8',
              name: 'Esimerkkihoiva Oy',
              moves: [{ id: 'join', from: '2026-09-01', to: '2027-01-01' }],
              status: { from: 'overdue', to: 'on-track' },
              warnings: { from: 3, to: 0 },
            },
          ],
          more: 0,
        },
      },
    },
  },
  problems: ['too-large'],
};
