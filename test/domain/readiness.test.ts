import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReceivedAssessment } from '../../domain/assessment.ts';
import { day } from '../../domain/day.ts';
import { type EvaluationInput, evaluate, overallStatuses } from '../../domain/evaluation.ts';
import type { RequirementStatus } from '../../domain/readiness.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../domain/statute/requirements/requirement-ids.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { anyAssessments, anyDay, anyOrganisation, anyWaivers } from '../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

const verdictOf = (
  id: RequirementId,
  {
    facts = {},
    assessments = [],
    waivers = [],
    on = '2026-05-01',
  }: {
    readonly facts?: Record<string, unknown>;
    readonly assessments?: readonly ReceivedAssessment[];
    readonly waivers?: readonly Waiver[];
    readonly on?: string;
  },
) => {
  const found = evaluate({
    organisation: anOrganisation(facts),
    assessments,
    waivers,
    on: day(on),
  }).requirements.find(({ requirement }) => requirement === id);
  if (found === undefined) throw new Error(`no requirement ${id}`);
  return found;
};

const stated = (id: RequirementId, item: Record<string, unknown>, on = '2026-04-01') => [
  anAssessment(on, { [id]: item }),
];

describe('a statement of done is contradicted by a point of its evidence', () => {
  test.each<{
    why: string;
    id: RequirementId;
    points: Record<string, unknown>;
    facts?: Record<string, unknown>;
    lacks: Record<string, unknown> | null;
  }>([
    {
      why: 'a system that is not in the register',
      id: 'certified-system',
      points: { inRegister: false, meetsJoiningProfile: true },
      lacks: { points: ['inRegister'] },
    },
    {
      why: 'a patient system cannot be used for social care',
      id: 'certified-system',
      points: { patientSystem: true },
      lacks: { points: ['patientSystem'] },
    },
    {
      why: 'one that is none can',
      id: 'certified-system',
      points: { patientSystem: false, inRegister: true },
      lacks: null,
    },
    {
      why: 'no joining profile and none chosen: both are named',
      id: 'certified-system',
      points: { meetsJoiningProfile: false, profileChosen: false },
      lacks: { points: ['meetsJoiningProfile', 'profileChosen'] },
    },
    {
      why: 'no register access right, for who acts for an organiser',
      id: 'certified-system',
      points: { registerAccessRight: false },
      lacks: { points: ['registerAccessRight'] },
    },
    {
      why: 'who acts for nobody else needs none',
      id: 'certified-system',
      points: { registerAccessRight: false },
      facts: { actsForOrganiser: false },
      lacks: null,
    },
    {
      why: 'certificates that nobody was authorised to get',
      id: 'service-certificates',
      points: { holder: 'vendor', authorised: false },
      lacks: { points: ['authorised'] },
    },
    {
      why: 'test certificates are asked of nobody who does not test: they are told, not judged',
      id: 'service-certificates',
      points: { holder: 'own', testCertificates: false },
      lacks: null,
    },
    {
      why: 'an archivist without a card',
      id: 'cards',
      points: { archivist: false, readersAndSigners: true },
      lacks: { points: ['archivist'] },
    },
    {
      why: 'the archivist is the main joiner’s in joint joining',
      id: 'cards',
      points: { archivist: false },
      facts: { joiningModel: 'joint', mainJoiner: false },
      lacks: null,
    },
    {
      why: 'a security plan without its Kanta part',
      id: 'security-plan',
      points: { coversKanta: false },
      lacks: { points: ['coversKanta'] },
    },
    {
      why: 'who does not join needs no Kanta part',
      id: 'security-plan',
      points: { coversKanta: false },
      facts: { usesClientDataSystem: false },
      lacks: null,
    },
    {
      why: 'access rights for one of two service tasks: the other is named',
      id: 'access-rights',
      points: { serviceTasks: ['older-people'] },
      facts: { serviceTasks: ['disability-services', 'older-people'] },
      lacks: { serviceTasks: ['disability-services'] },
    },
    {
      why: 'for both, and one it does not have',
      id: 'access-rights',
      points: { serviceTasks: ['older-people', 'disability-services', 'family-law'] },
      facts: { serviceTasks: ['disability-services', 'older-people'] },
      lacks: null,
    },
    {
      why: 'for none at all',
      id: 'access-rights',
      points: { serviceTasks: [] },
      lacks: { serviceTasks: ['older-people'] },
    },
    {
      why: 'private care has three job roles (457/2024 10 § 2 mom.)',
      id: 'access-rights',
      points: { jobRoles: ['arranging'] },
      lacks: { jobRoles: ['implementing', 'administration'] },
    },
    {
      why: 'public care has four, and a fifth with family law',
      id: 'access-rights',
      points: { jobRoles: ['arranging', 'implementing', 'administration'] },
      facts: { sector: 'public' },
      lacks: { jobRoles: ['broad-client-responsibility'] },
    },
    {
      why: 'the child welfare officer belongs to family law (14 §)',
      id: 'access-rights',
      points: {
        jobRoles: ['broad-client-responsibility', 'arranging', 'implementing', 'administration'],
      },
      facts: { sector: 'public', serviceTasks: ['family-law'] },
      lacks: { jobRoles: ['child-welfare-officer'] },
    },
    {
      why: 'no register of users',
      id: 'access-rights',
      points: { userRegister: false },
      lacks: { points: ['userRegister'] },
    },
    {
      why: 'OIDs delivered to one of two organisers',
      id: 'unit-oid-delivered',
      points: { deliveredTo: ['etela-pohjanmaa'] },
      facts: { counties: ['etela-pohjanmaa', 'pohjanmaa'] },
      lacks: { counties: ['pohjanmaa'] },
    },
    {
      why: 'the organisers that are named decide, not where it is active',
      id: 'unit-oid-delivered',
      points: { deliveredTo: ['pohjanmaa'] },
      facts: {
        counties: ['etela-pohjanmaa', 'pohjanmaa'],
        organisers: [{ county: 'pohjanmaa' }],
      },
      lacks: null,
    },
    {
      why: 'registers of organiser and own mixed',
      id: 'registers-separated',
      points: { ownFromOrganisers: false },
      lacks: { points: ['ownFromOrganisers'] },
    },
    {
      why: 'patient data apart is asked of who records it',
      id: 'registers-separated',
      points: { clientFromPatient: false },
      lacks: null,
    },
    {
      why: 'and of who does, demanded',
      id: 'registers-separated',
      points: { clientFromPatient: false },
      facts: { recordsPatientData: true },
      lacks: { points: ['clientFromPatient'] },
    },
    { why: 'nothing stated of the points', id: 'access-rights', points: {}, lacks: null },
  ])('$id: $why', ({ id, points, facts = {}, lacks }) => {
    const { status, because } = verdictOf(id, {
      facts,
      assessments: stated(id, { state: 'done', validUntil: '2029-12-31', points }),
    });
    if (lacks === null) {
      expect(status).toBe('ready');
      expect(because.kind).toBe('holds');
    } else {
      expect(status).toBe('missing');
      const none = { points: [], serviceTasks: [], jobRoles: [], counties: [] };
      expect(because).toEqual({ kind: 'lacks', statedOn: '2026-04-01', ...none, ...lacks });
    }
  });

  test('a task that began after the statement is not covered by it, from its first day', () => {
    const on = (value: string, points: Record<string, unknown> = {}) =>
      verdictOf('access-rights', {
        facts: {
          serviceTasks: ['older-people', 'disability-services'],
          taskSince: { 'disability-services': '2026-05-01' },
        },
        assessments: stated('access-rights', { state: 'done', points }),
        on: value,
      });
    expect(on('2026-04-30').status).toBe('ready');
    expect(on('2026-05-01')).toMatchObject({
      status: 'missing',
      because: { serviceTasks: ['disability-services'] },
    });
    const both = { serviceTasks: ['older-people', 'disability-services'] };
    expect(on('2026-05-01', both).status).toBe('ready');
  });

  test('of a task that began on the day of the statement it could speak', () => {
    const { status } = verdictOf('access-rights', {
      facts: { taskSince: { 'older-people': '2026-04-01' } },
      assessments: stated('access-rights', { state: 'done' }),
    });
    expect(status).toBe('ready');
  });
});

describe('where evidence has several ends the first decides', () => {
  const certificates = (item: Record<string, unknown>, on = '2026-05-01') =>
    verdictOf('service-certificates', {
      assessments: stated('service-certificates', { state: 'done', ...item }),
      on,
    });
  const points = {
    serverCertificateUntil: '2026-12-31',
    signatureCertificateUntil: '2027-12-31',
  };

  test.each<{
    why: string;
    item: Record<string, unknown>;
    until: string;
    point?: string;
    assumed: boolean;
  }>([
    {
      why: 'the server certificate ends first',
      item: { points },
      until: '2026-12-31',
      point: 'serverCertificateUntil',
      assumed: false,
    },
    {
      why: 'the signature certificate does',
      item: { points: { ...points, signatureCertificateUntil: '2026-11-30' } },
      until: '2026-11-30',
      point: 'signatureCertificateUntil',
      assumed: false,
    },
    {
      why: 'what is not stated holds as long as its source allows: a server certificate a year',
      item: { points: { signatureCertificateUntil: '2027-12-31' } },
      until: '2027-04-01',
      point: 'serverCertificateUntil',
      assumed: true,
    },
    {
      why: 'nothing stated: the shorter of the two',
      item: {},
      until: '2027-04-01',
      point: 'serverCertificateUntil',
      assumed: true,
    },
    {
      why: 'an end stated for the whole decides over what would be assumed',
      item: { validUntil: '2028-01-31' },
      until: '2028-01-31',
      assumed: false,
    },
    {
      why: 'and is itself outdone by an earlier one of a point',
      item: { validUntil: '2028-01-31', points: { serverCertificateUntil: '2026-10-31' } },
      until: '2026-10-31',
      point: 'serverCertificateUntil',
      assumed: false,
    },
  ])('$why', ({ item, until, point, assumed }) => {
    const { validUntil, because } = certificates(item);
    expect(validUntil).toBe(until);
    expect(because).toMatchObject({ kind: 'holds', until, assumed });
    expect('point' in because ? because.point : undefined).toBe(point);
  });

  test('it is expired the day after, and says which of them is', () => {
    expect(certificates({ points }, '2026-12-31').status).not.toBe('expired');
    expect(certificates({ points }, '2027-01-01')).toMatchObject({
      status: 'expired',
      because: { kind: 'ended', until: '2026-12-31', point: 'serverCertificateUntil' },
    });
  });

  test('one that ends before the duty it is needed for says which', () => {
    expect(
      certificates({ points: { ...points, serverCertificateUntil: '2026-08-31' } }),
    ).toMatchObject({
      status: 'expires-before-deadline',
      because: { kind: 'ends-before', neededOn: '2026-09-01', point: 'serverCertificateUntil' },
    });
  });

  test('the follow-up of a self-monitoring plan holds four months from the day it was published', () => {
    const plan = verdictOf('self-monitoring-plan', {
      assessments: stated('self-monitoring-plan', {
        state: 'done',
        points: { followUpPublishedOn: '2026-02-10' },
      }),
    });
    expect(plan).toMatchObject({ status: 'ready', validUntil: '2026-06-10' });
  });
});

describe('a statement ages', () => {
  const on = (id: RequirementId, item: Record<string, unknown>, value: string) =>
    verdictOf(id, { assessments: stated(id, item, '2025-04-01'), on: value });

  test.each<{
    why: string;
    id: RequirementId;
    item: Record<string, unknown>;
    before: RequirementStatus;
  }>([
    {
      why: 'access rights once defined',
      id: 'access-rights',
      item: { state: 'done' },
      before: 'ready',
    },
    {
      why: 'work in progress',
      id: 'kanta-application',
      item: { state: 'in-progress' },
      before: 'in-progress',
    },
    { why: 'work not started', id: 'cards', item: { state: 'not-started' }, before: 'missing' },
    {
      why: 'what was said not to apply',
      id: 'organiser-contract',
      item: { state: 'not-applicable', reason: 'ei ostopalveluja' },
      before: 'not-applicable',
    },
  ])('$why counts for a year, then it is unknown again', ({ id, item, before }) => {
    expect(on(id, item, '2026-04-01')).toMatchObject({ status: before, restateBy: '2026-04-01' });
    expect(on(id, item, '2026-04-02')).toMatchObject({
      status: 'unknown',
      because: { kind: 'aged', statedOn: '2025-04-01', until: '2026-04-01' },
    });
  });

  test.each<{ why: string; id: RequirementId; item: Record<string, unknown> }>([
    { why: 'what is done once and for all', id: 'kanta-application', item: { state: 'done' } },
    {
      why: 'what ends on a day of its own',
      id: 'access-rights',
      item: { state: 'done', validUntil: '2029-12-31' },
    },
    { why: 'what ends by its source', id: 'certified-system', item: { state: 'done' } },
  ])('$why does not', ({ id, item }) => {
    const later = on(id, item, '2027-04-02');
    expect(later.status).not.toBe('unknown');
    expect(later.restateBy).toBeUndefined();
  });

  test('made again, it counts again', () => {
    const assessments = [
      ...stated('access-rights', { state: 'done' }, '2025-04-01'),
      ...stated('access-rights', { state: 'done' }, '2026-03-31'),
    ];
    expect(verdictOf('access-rights', { assessments, on: '2027-03-31' })).toMatchObject({
      status: 'ready',
      restateBy: '2027-03-31',
    });
  });
});

describe('a fact of the profile shows what came before it', () => {
  const joined = { joinedOn: '2026-04-15' };
  const storing = { ...joined, storingSince: { 'older-people': '2026-04-20' } };

  test.each<{
    why: string;
    id: RequirementId;
    facts: Record<string, unknown>;
    on: string;
    status: RequirementStatus;
  }>([
    {
      why: 'joining shows the application',
      id: 'kanta-application',
      facts: joined,
      on: '2026-04-15',
      status: 'ready',
    },
    {
      why: 'but not on the day before',
      id: 'kanta-application',
      facts: joined,
      on: '2026-04-14',
      status: 'unknown',
    },
    {
      why: 'joining does not show the test',
      id: 'deployment-test',
      facts: joined,
      on: '2026-05-01',
      status: 'unknown',
    },
    {
      why: 'storing does',
      id: 'deployment-test',
      facts: storing,
      on: '2026-04-20',
      status: 'ready',
    },
    {
      why: 'from its first day on',
      id: 'deployment-test',
      facts: storing,
      on: '2026-04-19',
      status: 'unknown',
    },
    {
      why: 'the report is shown by nothing',
      id: 'deployment-report',
      facts: storing,
      on: '2026-05-01',
      status: 'unknown',
    },
    { why: 'nor are the cards', id: 'cards', facts: storing, on: '2026-05-01', status: 'unknown' },
  ])('$id: $why', ({ id, facts, on, status }) => {
    expect(verdictOf(id, { facts, on }).status).toBe(status);
  });

  test('whatever was stated until then; what is stated later against it stands', () => {
    const until = (item: Record<string, unknown>, statedOn: string) =>
      verdictOf('kanta-application', {
        facts: joined,
        assessments: stated('kanta-application', item, statedOn),
      });
    expect(until({ state: 'in-progress' }, '2026-04-15')).toMatchObject({
      status: 'ready',
      because: { kind: 'shown', fact: 'joining', since: '2026-04-15' },
    });
    expect(until({ state: 'in-progress' }, '2026-04-16').status).toBe('in-progress');
    expect(until({ state: 'done' }, '2026-04-16')).toMatchObject({
      status: 'ready',
      because: { kind: 'shown' },
    });
  });

  test('of several storing days the first', () => {
    const { because } = verdictOf('production-use', {
      facts: {
        ...joined,
        serviceTasks: ['older-people', 'working-age'],
        storingSince: { 'older-people': '2026-04-25', 'working-age': '2026-04-20' },
      },
    });
    expect(because).toEqual({ kind: 'shown', fact: 'storing', since: '2026-04-20' });
  });
});

describe('units and head office', () => {
  const units = ['1', '2', '3'].map((number) => ({
    oid: `1.2.246.10.2048198.10.${number}`,
    name: `Yksikkö ${number}`,
  }));
  const oids = units.map(({ oid }) => oid);
  const plan = (
    assessments: readonly ReceivedAssessment[],
    id: RequirementId = 'self-monitoring-plan',
    on = '2026-05-01',
  ) => verdictOf(id, { facts: { units }, assessments, on });
  const done = { 'self-monitoring-plan': { state: 'done' } };
  const missing = { 'self-monitoring-plan': { state: 'not-started' } };

  test('a statement without units is about all of them, and none is named', () => {
    const whole = plan([anAssessment('2026-04-01', done)]);
    expect(whole.status).toBe('ready');
    expect(whole.units).toBeUndefined();
  });

  test('the organisation is as ready as its worst unit, which is named', () => {
    const verdict = plan([
      anAssessment('2026-04-01', done, { overrides: { [oids[1] ?? '']: missing } }),
    ]);
    expect(verdict).toMatchObject({
      status: 'missing',
      worstUnit: units[1],
      units: [
        { ...units[0], status: 'ready' },
        { ...units[1], status: 'missing' },
        { ...units[2], status: 'ready' },
      ],
    });
  });

  test('units that were not spoken of are unknown, and so is the whole', () => {
    const verdict = plan([anAssessment('2026-04-01', done, { units: oids.slice(0, 2) })]);
    expect(verdict.status).toBe('unknown');
    expect(verdict.units?.map(({ status }) => status)).toEqual(['ready', 'ready', 'unknown']);
    expect(verdict.worstUnit).toEqual(units[2]);
  });

  test('what is said of all later counts for the one spoken of singly before', () => {
    const before = anAssessment('2026-04-01', missing, { units: oids.slice(0, 1) });
    const after = anAssessment('2026-04-20', done);
    expect(plan([before, after]).status).toBe('ready');
    expect(plan([after, before]).status).toBe('ready');
    const again = anAssessment('2026-04-25', missing, { units: oids.slice(0, 1) });
    expect(plan([before, after, again])).toMatchObject({ status: 'missing', worstUnit: units[0] });
  });

  test('an override goes before what the same assessment says of its units', () => {
    const verdict = plan([
      anAssessment('2026-04-01', missing, {
        units: oids,
        overrides: { [oids[0] ?? '']: done },
      }),
    ]);
    expect(verdict.units?.map(({ status }) => status)).toEqual(['ready', 'missing', 'missing']);
  });

  test('of units equally ready the one whose evidence ends first speaks for all', () => {
    const until = (validUntil: string) => ({
      'self-monitoring-plan': { state: 'done', validUntil },
    });
    const verdict = plan([
      anAssessment('2026-04-01', until('2026-08-31'), { units: oids.slice(0, 2) }),
      anAssessment('2026-04-02', until('2026-06-30'), { units: oids.slice(2) }),
    ]);
    expect(verdict).toMatchObject({
      status: 'ready',
      validUntil: '2026-06-30',
      worstUnit: units[2],
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>, RequirementStatus]>([
    ['unknown is worse than expired', {}, { state: 'done', validUntil: '2026-04-30' }, 'unknown'],
    [
      'expired than missing',
      { state: 'done', validUntil: '2026-04-30' },
      { state: 'not-started' },
      'expired',
    ],
    ['missing than in progress', { state: 'not-started' }, { state: 'in-progress' }, 'missing'],
    ['in progress than ready', { state: 'in-progress' }, { state: 'done' }, 'in-progress'],
    [
      'ready than not applicable',
      { state: 'done' },
      { state: 'not-applicable', reason: 'tukipalvelu' },
      'ready',
    ],
  ])('%s', (_why, one, other, status) => {
    const id = 'client-information';
    const of = (item: Record<string, unknown>, unit: number) =>
      Object.keys(item).length === 0
        ? []
        : [
            anAssessment(
              '2026-04-01',
              { [id]: item },
              { units: oids.slice(unit, unit + 1), receivedAt: `2026-04-01T10:00:0${unit}.000Z` },
            ),
          ];
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const verdict = verdictOf(id, {
        facts: { units: units.slice(0, 2) },
        assessments: [...of(first, 0), ...of(second, 1)],
      });
      expect(verdict.status).toBe(status);
    }
  });

  test('a unit that the organisation has no more is nobody’s matter', () => {
    const verdict = verdictOf('self-monitoring-plan', {
      facts: { units: units.slice(0, 1) },
      assessments: [
        anAssessment('2026-04-01', done),
        anAssessment('2026-04-02', missing, { units: [oids[2] ?? ''] }),
      ],
    });
    expect(verdict.status).toBe('ready');
    expect(verdict.units).toBeUndefined();
  });

  describe('cover the service tasks and job roles of the whole together', () => {
    const facts = { units: units.slice(0, 2), serviceTasks: ['older-people', 'working-age'] };
    const rights = (...tasks: readonly (readonly string[])[]) =>
      verdictOf('access-rights', {
        facts,
        assessments: [
          anAssessment(
            '2026-04-01',
            {},
            {
              overrides: Object.fromEntries(
                tasks.map((serviceTasks, i) => [
                  oids[i] ?? '',
                  { 'access-rights': { state: 'done', points: { serviceTasks } } },
                ]),
              ),
            },
          ),
        ],
      });

    test('each its own', () => {
      expect(rights(['older-people'], ['working-age'])).toMatchObject({
        status: 'ready',
        units: [{ status: 'ready' }, { status: 'ready' }],
      });
    });

    test('a task that none of them covers is named, of no unit', () => {
      const verdict = rights(['older-people'], ['older-people']);
      expect(verdict).toMatchObject({
        status: 'missing',
        because: { kind: 'lacks', serviceTasks: ['working-age'], jobRoles: [], points: [] },
        units: [{ status: 'ready' }, { status: 'ready' }],
      });
      expect(verdict.worstUnit).toBeUndefined();
    });

    test('what is worse in one of them goes before', () => {
      expect(rights(['older-people'])).toMatchObject({ status: 'unknown', worstUnit: units[1] });
    });
  });

  test('an assessment without a word of the whole leaves no duty of the whole met', () => {
    const registered = { 'licence-or-registration': { state: 'done' } };
    const status = (assessments: readonly ReceivedAssessment[]) =>
      evaluate({
        organisation: anOrganisation({ sector: 'public', units }),
        assessments,
        waivers: [],
        on: day('2027-11-01'),
      }).deadlines.find(({ id }) => id === 'soteri-registration');
    const two = anAssessment('2027-09-01', registered, { units: oids.slice(0, 2) });
    const third = anAssessment('2027-10-01', registered, { units: oids.slice(2) });
    expect(status([two])?.status).toBe('open');
    expect(status([two, third])).toMatchObject({ status: 'met', metOn: '2027-10-01' });
  });
});

describe('waivers', () => {
  const waiver = (from: string, until: string): Waiver => ({
    requirement: 'cards',
    reason: `${from}–${until}`,
    from: day(from),
    until: day(until),
  });
  const cards = (
    waivers: readonly Waiver[],
    on: string,
    item: Record<string, unknown> = { state: 'not-started' },
  ) => verdictOf('cards', { assessments: stated('cards', item), waivers, on });

  test('hold from the first to the last day, and hide neither the status under them nor its reason', () => {
    const one = [waiver('2026-04-15', '2026-05-01')];
    expect(cards(one, '2026-04-14').status).toBe('missing');
    expect(cards(one, '2026-04-15')).toMatchObject({
      status: 'waived',
      underlying: 'missing',
      underlyingBecause: { kind: 'stated', state: 'not-started' },
      because: { kind: 'waived', from: '2026-04-15', until: '2026-05-01' },
    });
    expect(cards(one, '2026-05-01').status).toBe('waived');
    expect(cards(one, '2026-05-02').status).toBe('missing');
  });

  test('of several the one that lasts longest is told, whatever their order', () => {
    const both = [waiver('2026-04-15', '2026-06-30'), waiver('2026-04-01', '2026-05-31')];
    for (const waivers of [both, both.toReversed()]) {
      expect(cards(waivers, '2026-05-01').because).toMatchObject({ until: '2026-06-30' });
    }
  });

  test('nothing is waived that is in order', () => {
    const one = [waiver('2026-04-15', '2026-05-31')];
    expect(cards(one, '2026-05-01', { state: 'done' }).status).toBe('ready');
    const away = { state: 'not-applicable', reason: 'ei katsota Kantaa' };
    expect(cards(one, '2026-05-01', away).status).toBe('not-applicable');
  });

  test('are of one requirement', () => {
    const other: Waiver = { ...waiver('2026-04-15', '2026-05-31'), requirement: 'card-readers' };
    expect(cards([other], '2026-05-01').status).toBe('missing');
  });
});

describe('by when something is needed', () => {
  test('the first open day of what it holds up, and today where that has passed', () => {
    const on = (value: string) => verdictOf('access-rights', { on: value });
    expect(on('2026-05-01')).toMatchObject({
      neededOn: '2026-09-01',
      holdsUp: ['join', 'store-documents'],
    });
    expect(on('2026-11-22').neededOn).toBe('2026-11-22');
  });

  test('nothing, once the duty is met', () => {
    const { neededOn, holdsUp } = verdictOf('access-rights', {
      facts: { joinedOn: '2026-04-01', storingSince: { 'older-people': '2026-04-01' } },
    });
    expect(neededOn).toBeUndefined();
    expect(holdsUp).toEqual(['join', 'store-documents']);
  });

  test('work must begin when the plan says so, and where it has no step, on the day itself', () => {
    const facts = { systemUsedToJoin: true };
    expect(verdictOf('cards', { facts }).latestStart).toBe('2026-07-17');
    expect(verdictOf('disclosure-logs', { facts }).latestStart).toBe('2026-09-01');
    expect(verdictOf('self-monitoring-plan', { facts }).latestStart).toBeUndefined();
    expect(verdictOf('county-governance', { facts }).latestStart).toBeUndefined();
  });
});

describe('whom to ask', () => {
  const asks = (mainJoiner: boolean, id: RequirementId) =>
    verdictOf(id, { facts: { joiningModel: 'joint', mainJoiner } }).ask;

  test('a tenant of a joint joining asks its main joiner first, of what belongs to the joining', () => {
    expect(asks(false, 'certified-system')[0]).toBe('main-joiner');
    expect(asks(true, 'certified-system')).not.toContain('main-joiner');
    expect(asks(false, 'cards')).toEqual(['dvv']);
  });
});

describe('what is asked', () => {
  test('only the points that concern the organisation', () => {
    const asked = (facts: Record<string, unknown>) =>
      verdictOf('security-plan', { facts }).asked.map(({ id }) => id);
    expect(asked({})).toEqual(['followsRegulation', 'coversKanta']);
    expect(asked({ counties: ['ahvenanmaa'] })).toEqual(['followsRegulation']);
  });
});

describe('the licence of a public producer', () => {
  const licence = (facts: Record<string, unknown>, on = '2027-06-01') =>
    verdictOf('licence-or-registration', { facts, on });

  test('holds up no joining: until 2028 it may produce without', () => {
    expect(licence({ sector: 'public' })).toMatchObject({
      holdsUp: ['soteri-registration'],
      neededOn: '2027-12-31',
    });
    expect(licence({ sector: 'public' }).basis).toEqual([
      expect.objectContaining({ act: '741/2023', section: '56', amendedBy: '964/2024' }),
    ]);
  });

  test('a private one may not', () => {
    expect(licence({}, '2026-05-01')).toMatchObject({ holdsUp: ['join'], neededOn: '2026-09-01' });
  });

  test('on Åland no source asks for it', () => {
    expect(licence({ counties: ['ahvenanmaa'] }, '2026-05-01').status).toBe('not-applicable');
  });
});

describe('what always holds of readiness', () => {
  const anyFacts = fc.record({
    organisation: anyOrganisation,
    assessments: anyAssessments,
    waivers: anyWaivers,
    on: anyDay,
  });
  const worseThan: readonly RequirementStatus[] = [
    'unknown',
    'expired',
    'missing',
    'in-progress',
    'expires-before-deadline',
    'ready',
  ];

  test('adding evidence never worsens: neither its requirement, nor another, nor the whole', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...requirementIds), (facts, id) => {
        const done = anAssessment(
          facts.on,
          { [id]: { state: 'done', validUntil: '2199-12-31' } },
          { receivedAt: '2031-01-01T10:00:00.000Z' },
        );
        const given: EvaluationInput = { ...facts, waivers: [] };
        const before = evaluate(given);
        const after = evaluate({ ...given, assessments: [...facts.assessments, done] });
        before.requirements.forEach(({ requirement, status }, i) => {
          const now = after.requirements[i]?.status ?? 'unknown';
          if (requirement !== id) expect([requirement, now]).toEqual([requirement, status]);
          else if (status !== 'not-applicable') {
            expect(worseThan.indexOf(now)).toBeGreaterThanOrEqual(worseThan.indexOf(status));
          }
        });
        expect(overallStatuses.indexOf(after.status)).toBeGreaterThanOrEqual(
          overallStatuses.indexOf(before.status),
        );
      }),
    );
  });

  test('a waiver changes nothing but to waived: no deadline, no plan, no evidence, nothing beside it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = evaluate({ ...facts, waivers: [] });
        const after = evaluate(facts);
        expect(after.deadlines).toEqual(before.deadlines);
        expect(after.plan).toEqual(before.plan);
        expect(after.projections).toEqual(before.projections);
        after.requirements.forEach((verdict, i) => {
          const under = before.requirements[i];
          if (verdict.status !== 'waived') {
            const { lapsed: _, ...rest } = verdict;
            expect(rest).toEqual(under);
          } else {
            const { underlying, underlyingBecause, ...rest } = verdict;
            expect({ ...rest, status: underlying, because: underlyingBecause }).toEqual(under);
          }
        });
      }),
    );
  });

  test('the order of statements in one assessment does not matter', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const turned = facts.assessments.map((assessment) => ({
          ...assessment,
          items: Object.fromEntries(Object.entries(assessment.items).reverse()),
        }));
        expect(evaluate({ ...facts, assessments: turned })).toEqual(evaluate(facts));
      }),
    );
  });

  test('nor the order in which assessments are read', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(evaluate({ ...facts, assessments: facts.assessments.toReversed() })).toEqual(
          evaluate(facts),
        );
      }),
    );
  });

  test('an organisation is no readier than any of its units', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { units = [], underlying, status } of evaluate(facts).requirements) {
          const whole = worseThan.indexOf(underlying ?? status);
          for (const unit of units) {
            if (unit.status === 'not-applicable') continue;
            expect(whole).toBeLessThanOrEqual(worseThan.indexOf(unit.status));
          }
        }
      }),
    );
  });
});
