import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { dutiesOf } from '../../domain/duties.ts';
import { lawAt } from '../../domain/law-in-force.ts';
import { anOrganisation } from '../support/builders.ts';

const today = day('2026-11-22');
const answer = (facts: Record<string, unknown>, on = today) =>
  dutiesOf(anOrganisation(facts), lawAt({ validAt: on, knownAt: on }));

const everyTask = [
  'families-with-children',
  'working-age',
  'older-people',
  'child-protection',
  'disability-services',
  'substance-abuse',
  'family-law',
];

/** `none`: considered and not bound. Each row is read against the paragraph it names. */
const rows: readonly {
  why: string;
  facts: Record<string, unknown>;
  on?: string;
  expected: Readonly<Record<string, string>>;
}[] = [
  {
    why: 'a private provider that has not joined: everything is due on 1.9.2026 (102 § 5 mom., 69 § 1 mom., 77 § 2 mom.)',
    facts: {},
    expected: {
      join: '2026-09-01',
      'store-documents/older-people': '2026-09-01',
      'disclosure-permit': '2026-09-01',
      'disclosure-logs': '2026-09-01',
      'security-plan': '2026-09-01',
      'soteri-annual-check': '2027-03-31',
      'patient-data': 'none',
      'store-recordings/older-people': 'none',
      'soteri-registration': 'none',
    },
  },
  {
    why: 'a public organisation joins by the same day; Soteri binds it later (741/2023 52 and 56 §§ by 964/2024)',
    facts: { sector: 'public', serviceTasks: everyTask },
    expected: {
      join: '2026-09-01',
      'store-documents/child-protection': '2026-09-01',
      'store-documents/family-law': '2026-09-01',
      'soteri-annual-check': '2028-03-31',
      'soteri-registration': '2027-12-31',
    },
  },
  {
    why: 'a public organisation without a system is bound all the same: 67 § 2 mom. speaks of private ones',
    facts: { sector: 'public', usesClientDataSystem: false },
    expected: { join: '2026-09-01' },
  },
  {
    why: 'an early joiner stores from joining in six tasks, family law waits for its own day (102 § 7 mom. 1 k.)',
    facts: { joinedOn: '2026-03-04', serviceTasks: everyTask },
    expected: {
      join: '2026-09-01',
      'store-documents/families-with-children': '2026-03-04',
      'store-documents/substance-abuse': '2026-03-04',
      'store-documents/family-law': '2026-09-01',
      'security-plan': '2026-03-04',
      'disclosure-permit': '2026-09-01',
      'disclosure-logs': '2026-09-01',
    },
  },
  {
    why: 'who joined in 2023: 69 § bound nobody before 1.1.2024, and not the tasks that had days of their own before 1.7.2024',
    facts: { joinedOn: '2023-05-02', serviceTasks: everyTask },
    expected: {
      'store-documents/families-with-children': '2024-01-01',
      'store-documents/working-age': '2024-01-01',
      'store-documents/older-people': '2024-01-01',
      'store-documents/child-protection': '2024-07-01',
      'store-documents/disability-services': '2024-07-01',
      'store-documents/substance-abuse': '2024-07-01',
      'store-documents/family-law': '2026-09-01',
      'security-plan': '2024-01-01',
    },
  },
  {
    why: 'who joined in spring 2024 was bound in the tasks with days of their own only from 1.7.2024',
    facts: { joinedOn: '2024-04-01', serviceTasks: everyTask },
    expected: {
      'store-documents/older-people': '2024-04-01',
      'store-documents/child-protection': '2024-07-01',
    },
  },
  {
    why: 'joining late moves nothing',
    facts: { joinedOn: '2026-10-15' },
    expected: {
      join: '2026-09-01',
      'store-documents/older-people': '2026-09-01',
      'disclosure-permit': '2026-09-01',
      'security-plan': '2026-09-01',
    },
  },
  {
    why: 'a private provider with no client data system does not have to join (67 § 2 mom.); Soteri binds it still',
    facts: { usesClientDataSystem: false },
    expected: {
      join: 'none',
      'store-documents/older-people': 'none',
      'disclosure-permit': 'none',
      'disclosure-logs': 'none',
      'security-plan': 'none',
      'soteri-annual-check': '2027-03-31',
    },
  },
  {
    why: 'an organisation only on Åland may join (67 § 4 mom.)',
    facts: { counties: ['ahvenanmaa'] },
    expected: {
      join: 'none',
      'store-documents/older-people': 'none',
      'soteri-annual-check': 'none',
    },
  },
  {
    why: 'on Åland and the mainland the mainland decides',
    facts: { counties: ['ahvenanmaa', 'varsinais-suomi'] },
    expected: { join: '2026-09-01' },
  },
  {
    why: 'who joined from Åland without having to stores from joining (69 § 1 mom.), family law from its own day',
    facts: { counties: ['ahvenanmaa'], joinedOn: '2026-05-04', serviceTasks: everyTask },
    expected: {
      join: 'none',
      'store-documents/older-people': '2026-05-04',
      'store-documents/family-law': '2026-09-01',
      'disclosure-permit': 'none',
    },
  },
  {
    why: "parallel joining only: no join deadline of its own, storing through the organiser from the organiser's deadline",
    facts: { joiningModel: 'parallel', ownRegister: false, serviceTasks: everyTask },
    expected: {
      join: 'none',
      'store-documents/older-people@organiser': '2026-09-01',
      'store-documents/family-law@organiser': '2026-09-01',
      'disclosure-permit': 'none',
      'security-plan': 'none',
    },
  },
  {
    why: "parallel joining only, the organiser's joining known: from that day; family law from its own",
    facts: {
      joiningModel: 'parallel',
      ownRegister: false,
      counties: ['keski-suomi'],
      serviceTasks: everyTask,
      organisers: [{ county: 'keski-suomi', joinedOn: '2026-03-04' }],
    },
    expected: {
      'store-documents/older-people@organiser': '2026-03-04',
      'store-documents/family-law@organiser': '2026-09-01',
    },
  },
  {
    why: 'parallel joining with a register of its own too: bound like others, by ids without @organiser',
    facts: { joiningModel: 'parallel', ownRegister: true },
    expected: { join: '2026-09-01', 'store-documents/older-people': '2026-09-01' },
  },
  {
    why: 'recordings only: joins by 1.10.2029 (102 § 5 mom.), with all that hangs on joining',
    facts: { recordingsOnly: true, makesRecordings: true },
    expected: {
      join: '2029-10-01',
      'store-recordings/older-people': '2029-10-01',
      'disclosure-permit': '2029-10-01',
      'disclosure-logs': '2029-10-01',
      'security-plan': '2029-10-01',
      'store-documents/older-people': 'none',
    },
  },
  {
    why: 'recordings beside other documents put nothing off (102 § 7 mom. 2 k.)',
    facts: { makesRecordings: true, serviceTasks: ['older-people', 'family-law'] },
    expected: {
      join: '2026-09-01',
      'store-recordings/older-people': '2029-10-01',
      'store-recordings/family-law': '2029-10-01',
    },
  },
  {
    why: 'family law only: its day is not after the join day, so it joins by 1.9.2026 like others',
    facts: { serviceTasks: ['family-law'] },
    expected: { join: '2026-09-01', 'store-documents/family-law': '2026-09-01' },
  },
  {
    why: 'patient data recorded in social welfare: 1.3.2027 (102 § 3 mom.)',
    facts: { recordsPatientData: true },
    expected: { 'patient-data': '2027-03-01' },
  },
  {
    why: 'operation that began after the day: no duty lies before it',
    facts: { operatingSince: '2026-10-05' },
    expected: {
      join: '2026-10-05',
      'store-documents/older-people': '2026-10-05',
      'disclosure-permit': '2026-10-05',
      'security-plan': '2026-10-05',
    },
  },
  {
    why: 'a system taken into use after the day binds a private provider from then',
    facts: { systemSince: '2026-11-02' },
    expected: { join: '2026-11-02', 'store-documents/older-people': '2026-11-02' },
  },
  {
    why: 'a system taken into use later does not put off a public organisation',
    facts: { sector: 'public', systemSince: '2026-11-02' },
    expected: { join: '2026-09-01', 'store-documents/older-people': '2026-09-01' },
  },
  {
    why: 'a task that began after the day is due from its beginning, the others are not moved',
    facts: {
      serviceTasks: ['older-people', 'family-law'],
      taskSince: { 'family-law': '2026-10-01' },
    },
    expected: {
      join: '2026-09-01',
      'store-documents/older-people': '2026-09-01',
      'store-documents/family-law': '2026-10-01',
    },
  },
  {
    why: 'an organisation all of whose tasks began later was no provider of social welfare before',
    facts: { taskSince: { 'older-people': '2026-10-12' } },
    expected: { join: '2026-10-12', 'store-documents/older-people': '2026-10-12' },
  },
  {
    why: 'operation that ended before the day: none of these duties (16 §)',
    facts: { endedOn: '2026-08-15', recordsPatientData: true },
    expected: {
      join: 'none',
      'store-documents/older-people': 'none',
      'security-plan': 'none',
      'patient-data': 'none',
      'soteri-annual-check': 'none',
    },
  },
  {
    why: 'operation that ended after the day: what was due before stays',
    facts: { endedOn: '2026-10-15', recordsPatientData: true },
    expected: { join: '2026-09-01', 'patient-data': 'none' },
  },
  {
    why: 'Soteri: on 31 March itself the check of the year is shown',
    facts: {},
    on: '2027-03-31',
    expected: { 'soteri-annual-check': '2027-03-31' },
  },
  {
    why: 'Soteri: the day after, the next one; the past one is not presumed missed',
    facts: {},
    on: '2027-04-01',
    expected: { 'soteri-annual-check': '2028-03-31' },
  },
  {
    why: 'who says it is in Soteri is bound on Åland too',
    facts: { counties: ['ahvenanmaa'], registeredInSoteri: true },
    expected: { 'soteri-annual-check': '2027-03-31' },
  },
  {
    why: 'a public organisation gives its data by 31.12.2027, whatever it says of today',
    facts: { sector: 'public', registeredInSoteri: false },
    expected: { 'soteri-annual-check': '2028-03-31', 'soteri-registration': '2027-12-31' },
  },
  {
    why: 'Soteri: a producer that begins later has its first check after that',
    facts: { operatingSince: '2027-04-01' },
    expected: { 'soteri-annual-check': '2028-03-31' },
  },
  {
    why: 'parallel joining is for private providers: a public one joins itself',
    facts: { sector: 'public', joiningModel: 'parallel', ownRegister: false },
    expected: { join: '2026-09-01', 'store-documents/older-people': '2026-09-01' },
  },
  {
    why: 'no register of its own is not parallel joining',
    facts: { joiningModel: 'direct', ownRegister: false },
    expected: { join: '2026-09-01', 'store-documents/older-people': '2026-09-01' },
  },
  {
    why: 'who is not in Soteri has no data there to check',
    facts: { registeredInSoteri: false },
    expected: { 'soteri-annual-check': 'none' },
  },
];

describe('what the law in force on 22.11.2026 demands', () => {
  test.each(rows)('$why', ({ facts, on, expected }) => {
    const { duties, notBound } = answer(facts, on === undefined ? today : day(on));
    const found = new Map<string, string>([
      ...notBound.map(({ obligation, serviceTask }): [string, string] => [
        serviceTask === undefined ? obligation : `${obligation}/${serviceTask}`,
        'none',
      ]),
      ...duties.map(({ id, due }): [string, string] => [id, due]),
    ]);
    expect(Object.fromEntries(found)).toMatchObject(expected);
  });

  test('every duty and every "not bound" cites the act, and every day ends its own trace', () => {
    for (const { facts } of rows) {
      const { duties, notBound } = answer(facts);
      for (const { basis } of [...duties, ...notBound]) expect(basis.length).toBeGreaterThan(0);
      for (const { due, trace } of duties)
        expect(trace.at(-1)).toMatchObject({ step: 'result', day: due });
    }
  });

  test('what is met by oneself is marked so, too', () => {
    for (const { id, through, serviceTask } of answer({ recordsPatientData: true }).duties) {
      expect(through, id).toBe('self');
      expect(id.endsWith(`/${serviceTask}`)).toBe(serviceTask !== undefined);
    }
  });

  test('storing through the organiser is marked so', () => {
    const { duties } = answer({ joiningModel: 'parallel', ownRegister: false });
    expect(duties.find(({ obligation }) => obligation === 'store-documents')?.through).toBe(
      'organiser',
    );
  });

  test('an organisation with no system is told by which paragraph it does not have to join', () => {
    const { notBound } = answer({ usesClientDataSystem: false });
    expect(notBound.find(({ obligation }) => obligation === 'join')).toMatchObject({
      reason: 'no-client-data-system',
      basis: [{ act: '703/2023', section: '67', subsection: 2 }],
    });
  });

  test('before 1.11.2021 no act of ours was in force', () => {
    expect(answer({}, day('2021-10-31'))).toEqual({ duties: [], notBound: [] });
  });
});
