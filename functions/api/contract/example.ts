import { type ReceivedAssessment, selfAssessment } from '../../../domain/assessment.ts';
import { day } from '../../../domain/day.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { type Organisation, organisationProfile } from '../../../domain/organisation.ts';

/*
 * The organisation of the examples, which is invented. Its deadlines, readiness and plan are computed,
 * so the examples say what the API would say. `npm start` loads an organisation with the same number.
 */

export const exampleDay = day('2026-11-22');
export const exampleId = BusinessId.parse('9000106-5');

/** A profile as it is put. */
export const exampleProfile = {
  name: 'Kotikeijun Kotihoito Oy',
  sector: 'private',
  counties: ['etela-karjala'],
  serviceTasks: ['older-people'],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
  recordsPatientData: true,
  joinedOn: '2026-07-06',
  storingSince: { 'older-people': '2026-07-06' },
  language: 'fi',
  contacts: [{ name: 'Kirsi Keiju', email: 'kirsi.keiju@kotikeiju.example.fi', language: 'fi' }],
  units: [{ oid: '1.2.246.10.90001065.10.1', name: 'Kotikeijun kotihoito, itäinen' }],
} as const;

export const exampleOrganisation: Organisation = {
  businessId: exampleId,
  ...organisationProfile(exampleDay).parse(exampleProfile),
};

/** An assessment as it is sent. */
export const exampleStatement = {
  statedOn: '2026-11-20',
  items: {
    'certified-system': { state: 'done', validUntil: '2028-05-31', evidence: 'Astori 1234' },
    cards: { state: 'in-progress', since: '2026-11-02', points: { cardAgreement: true } },
    'access-rights': { state: 'not-started' },
  },
} as const;

export const exampleAssessmentId = '6f9b7a3e-2d1c-4b8a-9e5f-0a1b2c3d4e5f';

export const exampleAssessment: ReceivedAssessment = {
  ...selfAssessment(exampleDay).parse(exampleStatement),
  assessmentId: exampleAssessmentId,
  receivedAt: '2026-11-22T08:15:30.000Z',
  receivedOn: exampleDay,
};
