import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { dutiesOf } from '../../domain/duties.ts';
import { lawAt } from '../../domain/law-in-force.ts';
import { anOrganisation } from '../support/builders.ts';

/*
 * The law as a lawyer would table it. Each row: the paragraph, the situation, the organisation's facts,
 * and the days that come out. "none" is considered and not bound; "absent" is not asked at all.
 */
type Facts = Record<string, unknown>;
type Row = readonly [
  paragraph: string,
  situation: string,
  facts: Facts,
  days: Record<string, string>,
];

const all = [
  'families-with-children',
  'working-age',
  'older-people',
  'child-protection',
  'disability-services',
  'substance-abuse',
  'family-law',
];
const store = (task: string) => `store-documents/${task}`;
const through = (task: string) => `store-documents/${task}@organiser`;

const publicOne: Facts = { sector: 'public', serviceTasks: all, actsForOrganiser: false };
const ownClients: Facts = { serviceTasks: all, ownRegister: true, actsForOrganiser: false };
const onBehalf: Facts = { serviceTasks: all, ownRegister: false, actsForOrganiser: true };
const both: Facts = { serviceTasks: all, ownRegister: true, actsForOrganiser: true };
const only = (task: string, facts: Facts = ownClients): Facts => ({
  ...facts,
  serviceTasks: [task],
});

const answers = (facts: Facts, validAt: string, knownAt: string): Record<string, string> => {
  const moment = { validAt: day(validAt), knownAt: day(knownAt) };
  const { duties, notBound } = dutiesOf(anOrganisation(facts), lawAt(moment));
  return Object.fromEntries([
    ...notBound.map(({ obligation, serviceTask }): [string, string] => [
      serviceTask === undefined ? obligation : `${obligation}/${serviceTask}`,
      'none',
    ]),
    ...duties.map(({ id, due }): [string, string] => [id, due]),
  ]);
};

const asked = (rows: readonly Row[], validAt: string, knownAt: string) => {
  test.each(rows)('%s: %s', (_paragraph, _situation, facts, days) => {
    const found = answers(facts, validAt, knownAt);
    for (const [id, expected] of Object.entries(days)) {
      expect(found[id] ?? 'absent', id).toBe(expected);
    }
  });
};

describe('784/2021, as it stood on 15.1.2023', () => {
  asked(
    [
      ['52 § 1 mom.', 'public social welfare joins by 1.9.2024', publicOne, { join: '2024-09-01' }],
      [
        '52 § 1 mom.',
        'private social welfare joins by 1.1.2026',
        ownClients,
        { join: '2026-01-01' },
      ],
      [
        '52 § 1 mom.',
        'there is no late-joiner clause: family law alone joins no later',
        only('family-law'),
        { join: '2026-01-01' },
      ],
      [
        '52 § 1 mom.',
        'nor do recordings alone',
        { ...ownClients, recordingsOnly: true },
        { join: '2026-01-01' },
      ],
      [
        '52 § 11 mom. 1 k.',
        'public: families with children',
        publicOne,
        { [store('families-with-children')]: '2024-09-01' },
      ],
      [
        '52 § 11 mom. 1 k.',
        'public: working age',
        publicOne,
        { [store('working-age')]: '2024-09-01' },
      ],
      [
        '52 § 11 mom. 1 k.',
        'public: older people',
        publicOne,
        { [store('older-people')]: '2024-09-01' },
      ],
      [
        '52 § 11 mom. 2 k.',
        'public: child protection',
        publicOne,
        { [store('child-protection')]: '2025-03-01' },
      ],
      [
        '52 § 11 mom. 3 k.',
        'public: disability services',
        publicOne,
        { [store('disability-services')]: '2025-09-01' },
      ],
      [
        '52 § 11 mom. 4 k.',
        'public: substance abuse',
        publicOne,
        { [store('substance-abuse')]: '2026-03-01' },
      ],
      [
        '52 § 11 mom. 5 k.',
        'public: family law',
        publicOne,
        { [store('family-law')]: '2026-09-01' },
      ],
      [
        '52 § 11 mom.',
        'a private provider acting for an organiser has the public ladder',
        onBehalf,
        {
          [through('older-people')]: '2024-09-01',
          [through('child-protection')]: '2025-03-01',
          [through('disability-services')]: '2025-09-01',
          [through('substance-abuse')]: '2026-03-01',
          [through('family-law')]: '2026-09-01',
        },
      ],
      [
        '52 § 11 mom.',
        'and no other, having no clients of its own',
        onBehalf,
        { [store('older-people')]: 'absent' },
      ],
      [
        '52 § 12 mom. 1 k.',
        'private by contract: families with children',
        ownClients,
        { [store('families-with-children')]: '2026-01-01' },
      ],
      [
        '52 § 12 mom. 1 k.',
        'private by contract: working age',
        ownClients,
        { [store('working-age')]: '2026-01-01' },
      ],
      [
        '52 § 12 mom. 1 k.',
        'private by contract: older people',
        ownClients,
        { [store('older-people')]: '2026-01-01' },
      ],
      [
        '52 § 12 mom. 1 k.',
        'private by contract: disability services',
        ownClients,
        { [store('disability-services')]: '2026-01-01' },
      ],
      [
        '52 § 12 mom. 2 k.',
        'private by contract: substance abuse',
        ownClients,
        { [store('substance-abuse')]: '2026-03-01' },
      ],
      [
        '8 § 2 mom.',
        'private child protection has no day of its own: from joining',
        ownClients,
        { [store('child-protection')]: '2026-01-01' },
      ],
      [
        '8 § 2 mom.',
        'private family law has none either',
        ownClients,
        { [store('family-law')]: '2026-01-01' },
      ],
      [
        '8 § 2 mom.',
        'it is stored from an early joining on',
        { ...ownClients, joinedOn: '2025-02-03' },
        { [store('child-protection')]: '2025-02-03' },
      ],
      [
        '8 § 2 mom.',
        'but not from before the act was in force',
        { ...ownClients, joinedOn: '2021-05-03' },
        { [store('child-protection')]: '2021-11-01' },
      ],
      [
        '52 § 12 mom. 1 k.',
        'an early joining does not bring a named day forward',
        { ...ownClients, joinedOn: '2025-02-03' },
        { [store('older-people')]: '2026-01-01' },
      ],
      [
        '52 § 11-12 mom.',
        'with both registers both ladders hold at once',
        both,
        {
          [store('older-people')]: '2026-01-01',
          [through('older-people')]: '2024-09-01',
          [store('substance-abuse')]: '2026-03-01',
          [through('substance-abuse')]: '2026-03-01',
        },
      ],
      [
        '52 § 13 mom.',
        'recordings: 1.10.2029',
        { ...publicOne, makesRecordings: true },
        { 'store-recordings/older-people': '2029-10-01' },
      ],
      [
        '52 § 13 mom.',
        'recordings, through both registers',
        { ...both, makesRecordings: true },
        {
          'store-recordings/family-law': '2029-10-01',
          'store-recordings/family-law@organiser': '2029-10-01',
        },
      ],
      [
        '27 § 2 mom.',
        'the security plan explains the services before joining',
        ownClients,
        { 'security-plan': '2026-01-01' },
      ],
      [
        '27 § 2 mom.',
        'at the latest when one joins early',
        { ...ownClients, joinedOn: '2025-02-03' },
        { 'security-plan': '2025-02-03' },
      ],
      [
        '7 § 2 mom.',
        'a private provider with no system does not have to join',
        { ...ownClients, usesClientDataSystem: false },
        { join: 'none', [store('older-people')]: 'none' },
      ],
      [
        '7 § 4 mom.',
        'on Åland one may join',
        { ...ownClients, counties: ['ahvenanmaa'] },
        { join: 'none', 'security-plan': 'none' },
      ],
      [
        '52 §',
        'the act has no sentence on permit or logs',
        publicOne,
        { 'disclosure-permit': 'absent', 'disclosure-logs': 'absent' },
      ],
      [
        '52 §',
        'nor on patient data in social welfare, nor Soteri',
        { ...publicOne, recordsPatientData: true },
        { 'patient-data': 'absent', 'soteri-registration': 'absent' },
      ],
      [
        'Kela; 52 § 11 mom.',
        'parallel joining only: no joining of its own, the public ladder through the organiser',
        { ...onBehalf, joiningModel: 'parallel' },
        { join: 'none', [through('child-protection')]: '2025-03-01' },
      ],
    ],
    '2023-01-15',
    '2023-01-15',
  );
});

describe('703/2023 as enacted, as it stood on 1.3.2024', () => {
  asked(
    [
      [
        '102 § 5 mom.',
        'public social welfare joins by 1.9.2024',
        publicOne,
        { join: '2024-09-01' },
      ],
      [
        '102 § 5 mom.',
        'private social welfare joins by 1.1.2026',
        ownClients,
        { join: '2026-01-01' },
      ],
      [
        '102 § 5 mom.',
        'late joiner: family law alone joins when its storing begins',
        only('family-law'),
        { join: '2026-09-01' },
      ],
      [
        '102 § 5 mom.',
        'late joiner: substance abuse alone',
        only('substance-abuse'),
        { join: '2026-03-01' },
      ],
      [
        '102 § 5 mom.',
        'late joiner: of two later days the first decides',
        { ...ownClients, serviceTasks: ['family-law', 'substance-abuse'] },
        { join: '2026-03-01' },
      ],
      [
        '102 § 5 mom.',
        'no late joiner: one task without a day of its own is enough',
        { ...ownClients, serviceTasks: ['family-law', 'older-people'] },
        { join: '2026-01-01' },
      ],
      [
        '102 § 5 mom.',
        'no late joiner: private child protection, whose day lies before joining',
        only('child-protection'),
        { join: '2026-01-01' },
      ],
      [
        '102 § 5 mom.',
        'late joiner, public: child protection alone',
        only('child-protection', publicOne),
        { join: '2025-03-01' },
      ],
      [
        '102 § 5 mom.',
        'late joiner, public: disability services alone',
        only('disability-services', publicOne),
        { join: '2025-09-01' },
      ],
      [
        '102 § 5 mom.',
        'late joiner: recordings alone',
        { ...ownClients, recordingsOnly: true },
        { join: '2029-10-01' },
      ],
      [
        '69 § 1 mom.',
        'three tasks have no day of their own: from joining',
        publicOne,
        {
          [store('families-with-children')]: '2024-09-01',
          [store('working-age')]: '2024-09-01',
          [store('older-people')]: '2024-09-01',
        },
      ],
      [
        '69 § 1 mom.',
        'for private providers likewise',
        ownClients,
        { [store('older-people')]: '2026-01-01' },
      ],
      [
        '69 § 1 mom.',
        'joining early brings them forward',
        { ...ownClients, joinedOn: '2024-02-05' },
        { [store('older-people')]: '2024-02-05' },
      ],
      [
        '69 § 1, 101 §§',
        'but not before the act was in force',
        { ...ownClients, joinedOn: '2023-05-02' },
        { [store('older-people')]: '2024-01-01' },
      ],
      [
        '102 § 7 mom. 1 k.',
        'child protection, private too, although before its joining day',
        ownClients,
        { [store('child-protection')]: '2025-03-01' },
      ],
      [
        '102 § 7 mom. 2 k.',
        'disability services',
        ownClients,
        { [store('disability-services')]: '2025-09-01' },
      ],
      [
        '102 § 7 mom. 3 k.',
        'substance abuse',
        publicOne,
        { [store('substance-abuse')]: '2026-03-01' },
      ],
      ['102 § 7 mom. 4 k.', 'family law', publicOne, { [store('family-law')]: '2026-09-01' }],
      [
        '102 § 7 mom. 5 k.',
        'recordings',
        { ...publicOne, makesRecordings: true },
        { 'store-recordings/child-protection': '2029-10-01' },
      ],
      [
        '102 § 7 mom.',
        'the ladder does not split by register any more',
        both,
        { [store('older-people')]: '2026-01-01', [through('older-people')]: 'absent' },
      ],
      [
        '102 § 3 mom.',
        'patient data: 1.10.2026',
        { ...publicOne, recordsPatientData: true },
        { 'patient-data': '2026-10-01' },
      ],
      [
        '77 § 2 mom.',
        'the security plan, before joining',
        publicOne,
        { 'security-plan': '2024-09-01' },
      ],
      [
        '102 § 5 mom.',
        'as enacted it has no sentence on permit or logs',
        publicOne,
        { 'disclosure-permit': 'absent', 'disclosure-logs': 'absent' },
      ],
      [
        '67 § 2 mom.',
        'a private provider with no system does not have to join',
        { ...ownClients, usesClientDataSystem: false },
        { join: 'none' },
      ],
      [
        '67 § 1 mom.',
        'a public one does',
        { ...publicOne, usesClientDataSystem: false },
        { join: '2024-09-01' },
      ],
      [
        '67 § 4 mom.',
        'on Åland one may join',
        { ...publicOne, counties: ['ahvenanmaa'] },
        { join: 'none' },
      ],
      [
        'Kela; 14 § 1 mom.',
        "parallel joining only: from the organisers' deadline, named days as named",
        { ...onBehalf, joiningModel: 'parallel' },
        { [through('older-people')]: '2024-09-01', [through('child-protection')]: '2025-03-01' },
      ],
      [
        '741/2023 17 § 1 mom.',
        'the yearly check of private producers begins in 2024',
        ownClients,
        { 'soteri-annual-check': '2024-03-31' },
      ],
      [
        '741/2023 17 § 1, 52 § 1 mom.',
        'of public ones, as enacted, in 2026',
        publicOne,
        { 'soteri-annual-check': '2026-03-31' },
      ],
      [
        '741/2023 56 § 1 mom.',
        'public producers give their data before 1.1.2026',
        publicOne,
        { 'soteri-registration': '2025-12-31' },
      ],
    ],
    '2024-03-01',
    '2024-03-01',
  );
});

describe('307/2024, in force from 1.7.2024', () => {
  asked(
    [
      [
        '102 § 5 mom.',
        'public and private alike join by 1.9.2026',
        publicOne,
        { join: '2026-09-01' },
      ],
      ['102 § 5 mom.', 'private', ownClients, { join: '2026-09-01' }],
      [
        '69 § 1 mom.',
        'six tasks from joining, at the latest the join deadline',
        ownClients,
        {
          [store('families-with-children')]: '2026-09-01',
          [store('child-protection')]: '2026-09-01',
          [store('disability-services')]: '2026-09-01',
          [store('substance-abuse')]: '2026-09-01',
        },
      ],
      [
        '69 § 1 mom.',
        'for who joined on 2.9.2024, from then',
        { ...ownClients, joinedOn: '2024-09-02' },
        { [store('child-protection')]: '2024-09-02', [store('older-people')]: '2024-09-02' },
      ],
      [
        '102 § 7 mom. 1 k.',
        'family law waits for its day',
        { ...ownClients, joinedOn: '2024-09-02' },
        { [store('family-law')]: '2026-09-01' },
      ],
      [
        '102 § 7 mom. 2 k.',
        'recordings',
        { ...ownClients, makesRecordings: true },
        { 'store-recordings/family-law': '2029-10-01' },
      ],
      [
        '102 § 5 mom.',
        'permit and logs on the join deadline, for an early joiner too',
        { ...ownClients, joinedOn: '2024-09-02' },
        { 'disclosure-permit': '2026-09-01', 'disclosure-logs': '2026-09-01' },
      ],
      [
        '102 § 3 mom.',
        'patient data: 1.3.2027',
        { ...publicOne, recordsPatientData: true },
        { 'patient-data': '2027-03-01' },
      ],
      [
        '102 § 5 mom.',
        'associations and foundations are providers like others (3 § 11 k.)',
        { ...ownClients, name: 'Esimerkkisäätiö sr' },
        { join: '2026-09-01' },
      ],
      [
        '741/2023 52 §',
        'Soteri still as enacted until 964/2024 is in force',
        publicOne,
        { 'soteri-registration': '2025-12-31' },
      ],
    ],
    '2024-07-01',
    '2024-06-07',
  );
});

describe('the two axes of time', () => {
  const join = (facts: Facts, validAt: string, knownAt: string) =>
    answers(facts, validAt, knownAt)['join'] ?? 'absent';

  test.each<[string, Facts, string, string, string]>([
    [
      'public, law of 1.7.2024 as known the day before 307/2024 was given',
      publicOne,
      '2024-07-01',
      '2024-06-06',
      '2024-09-01',
    ],
    ['public, as known the day it was given', publicOne, '2024-07-01', '2024-06-07', '2026-09-01'],
    [
      'given but not yet in force: the old text still holds',
      publicOne,
      '2024-06-30',
      '2024-06-30',
      '2024-09-01',
    ],
    ['private, the last day of 784/2021', ownClients, '2023-12-31', '2026-11-22', '2026-01-01'],
    [
      'the last day of 784/2021 with family law only: no late-joiner clause yet',
      only('family-law'),
      '2023-12-31',
      '2026-11-22',
      '2026-01-01',
    ],
    [
      'the first day of 703/2023: the clause holds',
      only('family-law'),
      '2024-01-01',
      '2026-11-22',
      '2026-09-01',
    ],
    [
      '703/2023 unknown: 784/2021 goes on',
      only('family-law'),
      '2024-01-01',
      '2023-04-13',
      '2026-01-01',
    ],
    [
      '703/2023 known on the day it was given',
      only('family-law'),
      '2024-01-01',
      '2023-04-14',
      '2026-09-01',
    ],
    ['before 784/2021 was given nothing is known', publicOne, '2022-01-01', '2021-08-26', 'absent'],
    ['before it was in force nothing binds', publicOne, '2021-10-31', '2026-11-22', 'absent'],
    ['from its first day it does', publicOne, '2021-11-01', '2021-11-01', '2024-09-01'],
  ])('%s', (_why, facts, validAt, knownAt, expected) => {
    expect(join(facts, validAt, knownAt)).toBe(expected);
  });

  test.each([
    ['2024-12-31', '2024-12-31', '2025-12-31', 'given 19.12.2024, in force only the next day'],
    ['2025-01-01', '2024-12-18', '2025-12-31', 'not known the day before it was given'],
    ['2025-01-01', '2024-12-19', '2027-12-31', 'in force and known'],
  ])(
    'Soteri registration on %s as known on %s is %s: 964/2024 %s',
    (validAt, knownAt, expected) => {
      expect(answers(publicOne, validAt, knownAt)['soteri-registration']).toBe(expected);
    },
  );

  test.each([
    ['2023-01-15', '2024-09-01', '2026-01-01'],
    ['2024-03-01', '2024-09-01', '2026-01-01'],
  ])('the public Kanta page of %s: public %s, private %s', (known, publicDay, privateDay) => {
    expect(join(publicOne, known, known)).toBe(publicDay);
    expect(join(ownClients, known, known)).toBe(privateDay);
  });

  test('the public Kanta page after June 2024: everyone by 1.9.2026', () => {
    expect(join(publicOne, '2024-07-01', '2024-06-15')).toBe('2026-09-01');
    expect(join(ownClients, '2024-07-01', '2024-06-15')).toBe('2026-09-01');
  });
});
