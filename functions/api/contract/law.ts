import * as z from 'zod';
import { overallStatuses } from '../../../domain/evaluation.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { serviceTask } from '../../../domain/organisation.ts';
import { projectSituations } from '../../../domain/statute/lead-times.ts';
import { milestoneIds } from '../../../domain/statute/obligation-ids.ts';
import { catalogueHash } from '../../catalogue-hash.ts';
import { catalogueAnswer } from '../answers/answers.ts';
import { nothing } from '../input.ts';
import { simulation } from '../run-simulation/handler.ts';
import { exampleDay, exampleId, exampleProfile } from './example.ts';
import type { Operation } from './operation.ts';
import {
  act,
  ask,
  basis,
  citationText,
  count,
  day,
  deadlineId,
  hash,
  inLanguages,
  keyed,
  obligation,
  overallStatus,
  requirement,
  sources,
  step,
  text,
  word,
} from './parts.ts';
import { leadTime, window } from './plan.ts';

const dayOfMonth = z.int().min(1).max(31);
const month = z.int().min(1).max(12);

const rule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), day }),
    z.strictObject({ kind: z.literal('join'), day, lateJoinerClause: z.boolean() }),
    z.strictObject({ kind: z.literal('from-joining'), bindsFrom: day }),
    z.strictObject({ kind: z.literal('join-deadline') }),
    z.strictObject({
      kind: z.literal('yearly'),
      month,
      dayOfMonth,
      firstYear: z.int().min(1900).max(2199),
    }),
  ])
  .meta({ id: 'DayRule', description: 'How the act sets the day.' });

const fromAct = {
  id: word(),
  givenBy: act.describe('The act that gave this wording.'),
  knownFrom: day.describe('The day the act was given.'),
  inForceFrom: day,
  inForceUntil: day.optional().describe('Worked out from the entry that supersedes it.'),
  supersedes: z.array(word()).max(50),
  basis,
  text: inLanguages,
  lastVerified: day.describe('The day until which the official texts were read.'),
  citation: citationText,
  sources: z.array(z.strictObject({ act: act, name: text(300), url: z.url().max(500) })).max(20),
};

const obligationEntry = z
  .strictObject({
    ...fromAct,
    obligation,
    serviceTasks: z.array(serviceTask).max(10).nullable(),
    binds: z.strictObject({
      sector: z.enum(['public', 'private', 'any']),
      register: z.enum(['own', 'organiser', 'any']),
    }),
    rule,
  })
  .meta({ id: 'ObligationEntry', description: 'One dated demand of one act.' });

const milestoneEntry = z
  .strictObject({ ...fromAct, milestone: z.enum(milestoneIds), day })
  .meta({ id: 'MilestoneEntry' });

const yes = z.literal(true).optional();
const applicability = z
  .strictObject({
    joinsItself: yes,
    usesNationalServices: yes,
    appliesItself: yes,
    readsOrSigns: yes,
    actsForOrganiser: yes,
    recordsPatientData: yes,
    sector: z.literal('public').optional(),
    supervisionAct: yes,
    needsProgramme: yes,
    hasDuty: z.array(obligation).max(20).optional(),
    publicProducersFrom: day.optional(),
  })
  .meta({
    id: 'Applicability',
    description: 'To whom it applies; every condition named must hold.',
  });

const validitySource = { basis: basis.optional(), source: word().optional() };
const validity = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('months'),
      months: z.int().min(0).max(1200),
      ...validitySource,
    }),
    z.strictObject({ kind: z.literal('until-next'), month, dayOfMonth, ...validitySource }),
  ])
  .meta({
    id: 'Validity',
    description: 'How long evidence holds where its own end is not stated.',
  });

const pointBase = { id: word(), appliesTo: applicability.optional() };
const plainPoint = <Kind extends string>(kind: Kind) =>
  z.strictObject({ ...pointBase, kind: z.literal(kind) });
const evidencePoint = z
  .discriminatedUnion('kind', [
    plainPoint('required'),
    plainPoint('excluded'),
    plainPoint('fact'),
    z.strictObject({ ...pointBase, kind: z.literal('choice'), of: z.array(word()).max(20) }),
    z.strictObject({ ...pointBase, kind: z.literal('valid-until'), longest: validity }),
    z.strictObject({ ...pointBase, kind: z.literal('last-done-on'), holds: validity }),
    plainPoint('service-tasks'),
    plainPoint('job-roles'),
    plainPoint('counties'),
  ])
  .meta({ id: 'EvidencePoint', description: 'What an organisation may state of a requirement.' });

const requirementEntry = z
  .strictObject({
    id: requirement,
    appliesTo: applicability,
    perUnit: z.boolean(),
    basis,
    evidence: z.array(evidencePoint).max(30),
    validity: validity.nullable(),
    ageing: z.strictObject({ months: z.int().min(1).max(1200), alsoWhenDone: z.boolean() }),
    holdsUp: z.array(obligation).max(20),
    ofPublic: z
      .strictObject({
        basis,
        holdsUp: z.array(obligation).max(20),
      })
      .optional(),
    shownBy: z.enum(['joining', 'storing']).nullable(),
    ask,
    name: inLanguages,
    why: inLanguages,
    nextStep: inLanguages,
    points: keyed(word(), inLanguages, 30),
    validityText: inLanguages.optional(),
    citation: citationText,
    sources,
  })
  .meta({
    id: 'RequirementEntry',
    description: 'One readiness item: to whom, what proves it, why.',
  });

const onboardingStep = z
  .strictObject({
    step,
    name: text(300),
    requirement,
    after: z.array(step).max(30),
    leadTime: leadTime.nullable(),
  })
  .meta({ id: 'OnboardingStep' });

const catalogue = z.strictObject({
  hash: hash.describe('What evaluations are stored with.'),
  obligations: z.array(obligationEntry).max(500),
  milestones: z.array(milestoneEntry).max(100),
  requirements: z.array(requirementEntry).max(100),
  onboardingSteps: z.array(onboardingStep).max(50),
  wholeProject: z
    .array(
      z.strictObject({ situation: z.enum(projectSituations), situationText: text(500), leadTime }),
    )
    .max(5),
  countyWindows: z.array(z.strictObject({ ...window, step, sources })).max(50),
});

const example = catalogueAnswer('en', exampleDay);

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
          ...example,
          obligations: example.obligations.slice(0, 1),
          milestones: example.milestones.slice(0, 1),
          requirements: example.requirements.slice(0, 1),
          onboardingSteps: example.onboardingSteps.slice(0, 2),
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
          catalogueHash: catalogueHash,
          considered: 1,
          affected: 1,
          statuses: { from: { overdue: 1 }, to: { 'on-track': 1 } },
          warnings: { from: 3, to: 0 },
          organisations: [
            {
              businessId: exampleId,
              name: exampleProfile.name,
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
