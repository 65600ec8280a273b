import * as z from 'zod';
import { BusinessId } from '../../../domain/identifiers.ts';
import { organisationProfile } from '../../../domain/organisation.ts';
import { pageAnswer } from '../cursor.ts';
import { nothing } from '../input.ts';
import { listQuery } from '../list-organisations/handler.ts';
import { putProfile } from '../save-organisation/handler.ts';
import type { Operation } from './operation.ts';
import {
  anyDay,
  businessIdPath,
  count,
  day,
  deadlineId,
  overallStatus,
  requirementOnce,
  text,
} from './parts.ts';

const profileExample = {
  name: 'Esimerkkihoiva Oy',
  sector: 'private',
  counties: ['etela-pohjanmaa'],
  serviceTasks: ['older-people', 'disability-services'],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
  makesRecordings: false,
  recordingsOnly: false,
  recordsPatientData: false,
  joinedOn: null,
  storingSince: {},
  language: 'fi',
  contacts: [{ name: 'Aino Esimerkki', email: 'aino@example.fi', language: 'fi' }],
  units: [{ oid: '1.2.246.10.2048198.10.1', name: 'Esimerkkikoti' }],
};

/** What is stored where the example was put: every field, with what it is when nothing was said. */
const storedExample = {
  businessId: '0204819-8',
  ...profileExample,
  recordingsSince: {},
  patientDataSince: null,
  plannedJoinOn: null,
  readsOrSignsInKanta: null,
  systemUsedToJoin: null,
  mainJoiner: null,
  registeredInSoteri: null,
  operatingSince: null,
  endedOn: null,
  systemSince: null,
  taskSince: {},
  organisers: [],
};

const warning = z.strictObject({ path: text(200), message: text() });

const profileAnswer = organisationProfile(anyDay)
  .safeExtend({ businessId: BusinessId })
  .meta({ id: 'Organisation', description: 'An organisation, as it can be put again.' });
const savedAnswer = organisationProfile(anyDay).safeExtend({
  businessId: BusinessId,
  warnings: z
    .array(warning)
    .max(2000)
    .optional()
    .describe('What is odd without being wrong; nothing was refused.'),
});

const etag = z.strictObject({
  etag: text(100).describe('The tag of this version, for `If-Match`.'),
});

export const ifMatch = z.strictObject({
  'if-match': text(1000)
    .optional()
    .describe('Only if this version still stands: an `ETag`, or `*`. Otherwise 412.'),
});

const saved = (description: string) => ({
  description,
  headers: etag,
  content: { type: 'application/json' as const, schema: savedAnswer, example: storedExample },
});

export const saveOrganisation: Operation = {
  tag: 'Organisations',
  summary: 'Register an organisation, or put its facts right',
  description:
    'Creates or replaces the profile. The same content again writes nothing. Days of what has happened are not after today. Without `If-Match` the last of two writers wins.',
  parameters: { path: businessIdPath, query: nothing, header: ifMatch },
  body: [{ type: 'application/json', schema: putProfile(anyDay), example: profileExample }],
  answers: {
    200: saved('It was replaced, or stood so already.'),
    201: saved('It was created.'),
  },
  problems: ['not-found', 'changed-meanwhile', 'too-large'],
};

export const getOrganisation: Operation = {
  tag: 'Organisations',
  summary: 'The facts recorded of an organisation',
  description: 'The profile, as it can be put again.',
  parameters: { path: businessIdPath, query: nothing },
  answers: {
    200: {
      description: 'The profile.',
      headers: etag,
      content: { type: 'application/json', schema: profileAnswer, example: storedExample },
    },
  },
  problems: ['not-found'],
};

const listed = z
  .strictObject({
    businessId: BusinessId,
    name: text(300),
    sector: z.enum(['public', 'private']),
    counties: profileAnswer.shape.counties,
    serviceTasks: profileAnswer.shape.serviceTasks,
    status: overallStatus,
    statusText: text(200),
    evaluatedOn: day.describe(
      'The day of the evaluation that found this; it holds until a later one finds another.',
    ),
    nextDeadline: z
      .strictObject({ id: deadlineId, due: day, status: z.enum(['open', 'overdue']) })
      .optional()
      .describe('The first duty that is not met.'),
    deadlinesNotMet: count,
    missing: requirementOnce.describe('The requirements that are missing, unknown or expired.'),
  })
  .meta({ id: 'ListedOrganisation' });

export const listOrganisations: Operation = {
  tag: 'Organisations',
  summary: 'The organisations in one’s scope, and how each stands',
  description:
    'Each once, by county and business ID; a place does not move when facts change, so pages stay stable under writes. A county outside the scope gives none.',
  parameters: { query: listQuery },
  answers: {
    200: {
      description: 'A page; a page may hold fewer than asked for and still be followed by another.',
      content: {
        type: 'application/json',
        schema: z.strictObject({ organisations: z.array(listed).max(200), ...pageAnswer }),
        example: {
          organisations: [
            {
              businessId: '0204819-8',
              name: 'Esimerkkihoiva Oy',
              sector: 'private',
              counties: ['etela-pohjanmaa'],
              serviceTasks: ['older-people'],
              status: 'overdue',
              statusText: 'Overdue',
              evaluatedOn: '2026-11-22',
              nextDeadline: { id: 'join', due: '2026-09-01', status: 'overdue' },
              deadlinesNotMet: 6,
              missing: ['cards'],
            },
          ],
        },
      },
    },
  },
  problems: [],
};
