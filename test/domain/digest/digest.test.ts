import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty } from '../../../domain/digest/digest.ts';
import type { DigestSource } from '../../../domain/digest/source.ts';
import { type OverallStatus, overallStatuses } from '../../../domain/evaluation.ts';
import { BusinessId } from '../../../domain/identifiers.ts';
import { requirements } from '../../../domain/statute/requirements/requirements.ts';
import { anAssessment } from '../../support/builders.ts';
import {
  aDigestSource,
  aDigestView,
  allStated,
  type DigestFacts,
  mattersOn,
} from '../../support/digests.ts';

const deadlineMattersOn = (night: string, told: DigestFacts = {}) =>
  mattersOn(night, told).filter((matter) => matter.kind === 'deadline');

describe('duties that fall due together', () => {
  it('are one matter where they hang on joining, not eleven', () => {
    const facts = {
      serviceTasks: [
        'families-with-children',
        'working-age',
        'older-people',
        'child-protection',
        'disability-services',
        'substance-abuse',
        'family-law',
      ],
    };
    const source = aDigestSource('2026-09-02', { facts });
    expect(source.warnings).toHaveLength(11);
    const matters = deadlineMattersOn('2026-09-02', { facts });
    expect(matters).toHaveLength(1);
    expect(matters[0]).toMatchObject({
      obligations: [
        'join',
        'store-documents',
        'disclosure-permit',
        'disclosure-logs',
        'security-plan',
      ],
      serviceTasks: facts.serviceTasks,
      duties: 11,
      due: '2026-09-01',
      daysLeft: -1,
      through: 'self',
    });
  });

  it('are two matters where an early joiner has stored nothing: from joining, and from the deadline', () => {
    const facts = { serviceTasks: ['older-people', 'family-law'], joinedOn: '2026-08-05' };
    const matters = deadlineMattersOn('2026-09-02', { facts });
    expect(matters.map(({ due, obligations }) => [due, obligations])).toEqual([
      ['2026-08-05', ['store-documents', 'security-plan']],
      ['2026-09-01', ['store-documents', 'disclosure-permit', 'disclosure-logs']],
    ]);
    expect(matters.map(({ serviceTasks }) => serviceTasks)).toEqual([
      ['older-people'],
      ['family-law'],
    ]);
  });

  it('are apart where only the day is the same and not the reason', () => {
    // It begins on the day of 102 § 3 mom., so joining and patient data fall due on one day.
    const facts = { operatingSince: '2027-03-01', recordsPatientData: true };
    const matters = deadlineMattersOn('2027-02-28', { facts });
    expect(matters.map(({ due, obligations }) => [due, obligations[0]])).toEqual(
      expect.arrayContaining([
        ['2027-03-01', 'join'],
        ['2027-03-01', 'patient-data'],
      ]),
    );
  });

  it('say that they are met through the organiser', () => {
    const facts = { joiningModel: 'parallel', ownRegister: false };
    expect(deadlineMattersOn('2026-09-02', { facts })).toMatchObject([
      { obligations: ['store-documents'], through: 'organiser' },
    ]);
  });

  it('cite each place once: the most specific first, then the most used', () => {
    const [matter] = deadlineMattersOn('2026-09-02', {
      facts: { serviceTasks: ['older-people', 'family-law'] },
    });
    const cited = matter?.citations.map(({ section, subsection, item }) =>
      [section, subsection, item].filter((part) => part !== undefined).join('.'),
    );
    expect(cited?.slice(0, 3)).toEqual(['102.7.1', '102.5', '69.1']);
    expect(new Set(cited).size).toBe(cited?.length);
  });
});

describe('the days of a matter', () => {
  it.each([
    ['2026-08-31', 1],
    ['2026-09-01', 0],
    ['2026-09-02', -1],
    ['2026-11-22', -82],
  ])(
    'are counted from the night: on %s the deadline of 1.9.2026 is %i days away',
    (night, days) => {
      expect(deadlineMattersOn(night)[0]?.daysLeft).toBe(days);
    },
  );

  it('go with the most urgent rung at which one of its duties was warned of', () => {
    const source = aDigestSource('2026-09-15');
    const warnings = source.warnings.map((warning, i) => ({ ...warning, rung: i === 1 ? 14 : 7 }));
    const [organisation] = aDigestView('2026-09-15', [{ ...source, warnings }]).organisations;
    expect(organisation?.matters).toMatchObject([{ rung: 14 }]);
  });
});

describe('what comes next', () => {
  it('is a self-assessment where nothing was ever stated', () => {
    expect(deadlineMattersOn('2026-09-02')[0]).toMatchObject({
      next: [{ kind: 'assess', requirements: 25 }],
      moreSteps: 0,
    });
  });

  const stated = [
    anAssessment('2026-06-20', {
      'access-rights': { state: 'in-progress' },
      'card-readers': { state: 'not-started' },
      'certified-system': { state: 'not-started' },
      cards: { state: 'not-started' },
    }),
  ];

  it('is what is known to be unfinished before what is unknown, each by its latest start, and the rest counted', () => {
    const [matter] = deadlineMattersOn('2026-07-03', { assessments: stated });
    const starts = matter?.next.map((step) =>
      step.kind === 'requirement' ? [step.requirement, step.status] : [],
    );
    expect(starts).toEqual([
      ['cards', 'missing'],
      ['certified-system', 'missing'],
      ['card-readers', 'missing'],
      ['access-rights', 'in-progress'],
    ]);
    expect(matter?.moreSteps).toBe(21);
  });

  const startsOn = (night: string, assessments = stated) =>
    Object.fromEntries(
      deadlineMattersOn(night, { assessments })
        .flatMap(({ next }) => next)
        .flatMap((step) => (step.kind === 'requirement' ? [[step.requirement, step.start]] : [])),
    );

  it('says by when to begin: cards take six weeks and are needed before the report of the test', () => {
    expect(startsOn('2026-07-03')['cards']).toEqual({ by: '2026-07-17', isPast: false });
    expect(startsOn('2026-07-17')['cards']).toEqual({ by: '2026-07-17', isPast: false });
    expect(startsOn('2026-07-18')['cards']).toEqual({ by: '2026-07-17', isPast: true });
  });

  it('says no such day of what is begun, nor once the duty is overdue', () => {
    expect(startsOn('2026-07-03')['access-rights']).toBeNull();
    expect(startsOn('2026-09-01')['cards']).toEqual({ by: '2026-07-17', isPast: true });
    expect(startsOn('2026-09-02')['cards']).toBeNull();
  });

  it('says no such day where the latest start is the due day itself', () => {
    const assessments = [
      anAssessment('2026-06-20', { 'disclosure-permit': { state: 'not-started' } }),
    ];
    expect(startsOn('2026-07-03', assessments)['disclosure-permit']).toBeNull();
  });

  it('is the duty itself where nothing holds it up', () => {
    const facts = { serviceTasks: ['older-people'], joinedOn: '2026-08-31' };
    const matter = deadlineMattersOn('2026-09-02', {
      facts,
      assessments: [anAssessment('2026-08-20', allStated({ state: 'done' }))],
    })[0];
    expect(matter).toMatchObject({
      obligations: ['store-documents'],
      next: [{ kind: 'obligation', obligation: 'store-documents' }],
    });
  });
});

describe('what changed before the mail was written', () => {
  const warned = aDigestSource('2026-09-02');

  it('is left out where the duty was met meanwhile', () => {
    const now = aDigestSource('2026-09-02', {
      facts: { joinedOn: '2026-09-02', storingSince: { 'older-people': '2026-09-02' } },
      assessments: [
        anAssessment('2026-09-02', {
          'security-plan': { state: 'done' },
          'disclosure-permit': { state: 'done' },
          'disclosure-logs': { state: 'done' },
        }),
      ],
    });
    const view = aDigestView('2026-09-02', [{ ...now, warnings: warned.warnings, fixed: [] }]);
    expect(view.organisations).toEqual([]);
    expect(isEmpty(view)).toBe(true);
  });

  it('is left out where a fact moved the day', () => {
    const now = aDigestSource('2026-09-02', { facts: { operatingSince: '2026-10-01' } });
    const view = aDigestView('2026-09-02', [{ ...now, warnings: warned.warnings }]);
    expect(isEmpty(view)).toBe(true);
  });

  it('is left out where the operation ended', () => {
    const now = aDigestSource('2026-09-02', { facts: { endedOn: '2026-09-01' } });
    expect(isEmpty(aDigestView('2026-09-02', [{ ...now, warnings: warned.warnings }]))).toBe(true);
  });

  it('is left out where the certificate was renewed', () => {
    const before = aDigestSource('2026-07-01', {
      assessments: [
        anAssessment('2026-06-01', { cards: { state: 'done', validUntil: '2026-07-10' } }),
      ],
    });
    const expiry = before.warnings.filter(({ kind }) => kind === 'requirement');
    expect(expiry).toHaveLength(1);
    const now = aDigestSource('2026-07-01', {
      assessments: [
        anAssessment('2026-07-01', { cards: { state: 'done', validUntil: '2031-07-01' } }),
      ],
    });
    expect(isEmpty(aDigestView('2026-07-01', [{ ...now, warnings: expiry, fixed: [] }]))).toBe(
      true,
    );
  });
});

describe('what was told before', () => {
  it('stays visible as still overdue when something new is told', () => {
    const source = aDigestSource('2026-10-02', {
      facts: { recordsPatientData: true, taskSince: {} },
      assessments: [
        anAssessment('2026-08-01', { cards: { state: 'done', validUntil: '2026-10-09' } }),
      ],
      toldOn: { night: '2026-09-29', facts: { recordsPatientData: true } },
    });
    const [organisation] = aDigestView('2026-10-02', [source]).organisations;
    expect(organisation?.matters.map(({ kind }) => kind)).toEqual(['expiry']);
    expect(organisation?.stillOverdue).toMatchObject([
      { due: '2026-09-01', daysLeft: -31, duties: 5 },
    ]);
  });

  it('is not said of what is told tonight', () => {
    const [organisation] = aDigestView('2026-09-02', [aDigestSource('2026-09-02')]).organisations;
    expect(organisation?.stillOverdue).toEqual([]);
  });

  it('is told as settled once, as one matter, with the day on which the last of it was met', () => {
    const source = aDigestSource('2026-09-20', {
      facts: { joinedOn: '2026-09-10', storingSince: { 'older-people': '2026-09-14' } },
      assessments: [anAssessment('2026-09-12', { 'security-plan': { state: 'done' } })],
      toldOn: { night: '2026-09-02', facts: {} },
    });
    expect(aDigestView('2026-09-20', [source]).settled).toMatchObject([
      {
        businessId: '0204819-8',
        matters: [
          {
            kind: 'duties',
            obligations: ['join', 'store-documents', 'security-plan'],
            duties: 3,
            metOn: '2026-09-14',
          },
        ],
      },
    ]);
  });
});

describe('the order of organisations', () => {
  const ids = ['0204819-8', '0166906-4', '3221308-6', '0245929-6', '1366959-8'];
  const base = aDigestSource('2026-09-02');
  const standing = (
    name: string,
    status: OverallStatus,
    { id = ids[0], source = base }: { id?: string | undefined; source?: DigestSource } = {},
  ): DigestSource => ({
    ...source,
    organisation: { ...source.organisation, name, businessId: BusinessId.parse(id) },
    evaluation: { ...source.evaluation, status },
  });
  const namesOf = (sources: readonly DigestSource[]) =>
    aDigestView('2026-09-02', sources).organisations.map(({ name }) => name);

  it('is by status, the worst first', () => {
    const sources = overallStatuses.map((status) => standing(status, status)).reverse();
    expect(namesOf(sources)).toEqual([...overallStatuses]);
  });

  it('is by the most overdue day within a status, then by name and business id, in no locale', () => {
    const earlier = aDigestSource('2026-09-02', { facts: { joinedOn: '2026-08-05' } });
    const sources = [
      standing('Öhman', 'overdue'),
      standing('Zeta', 'overdue', { id: ids[2] }),
      standing('Zeta', 'overdue', { id: ids[1] }),
      standing('alfa', 'overdue'),
      standing('Zzz', 'overdue', { source: earlier }),
    ];
    expect(namesOf(sources)).toEqual(['Zzz', 'Zeta', 'Zeta', 'alfa', 'Öhman']);
    expect(aDigestView('2026-09-02', sources).organisations[1]?.businessId).toBe(ids[1]);
  });

  it('does not depend on the order in which they come', () => {
    const sources = ids.map((id, i) =>
      standing(`Hoiva ${i % 2}`, overallStatuses[i % 3] ?? 'ready', { id }),
    );
    const expected = aDigestView('2026-09-02', sources);
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
        expect(aDigestView('2026-09-02', shuffled)).toEqual(expected);
      }),
    );
  });

  it('comes with totals by status, the worst first, of those that are told', () => {
    const view = aDigestView('2026-09-02', [
      standing('a', 'at-risk'),
      standing('b', 'overdue'),
      standing('c', 'overdue'),
      { ...standing('d', 'unknown'), warnings: [] },
    ]);
    expect(view.totals).toEqual([
      { status: 'overdue', organisations: 2 },
      { status: 'at-risk', organisations: 1 },
    ]);
  });
});

describe('every matter', () => {
  it.each(['2026-06-03', '2026-09-02', '2027-03-01', '2027-03-31', '2028-01-01', '2029-10-01'])(
    'of the night of %s rests on a section, or where no act asks for it on an instruction',
    (night) => {
      const kinds = [
        {},
        { sector: 'public', registeredInSoteri: false, makesRecordings: true },
        { joiningModel: 'parallel', ownRegister: false },
        { recordingsOnly: true, recordsPatientData: true },
      ];
      const matters = kinds.flatMap((facts) =>
        mattersOn(night, {
          facts,
          assessments: [
            anAssessment('2026-01-02', allStated({ state: 'done', validUntil: night })),
          ],
        }),
      );
      expect(matters.length).toBeGreaterThan(0);
      for (const matter of matters) {
        switch (matter.kind) {
          case 'plan':
          case 'deadline':
            expect(matter.citations).not.toEqual([]);
            break;
          case 'expiry':
          case 'waiver':
            expect([...matter.citations, ...requirements[matter.requirement].sources]).not.toEqual(
              [],
            );
            break;
          case 'statement':
            // That statements age is our own rule: there is no section to cite.
            expect(matter).not.toHaveProperty('citations');
        }
      }
    },
  );

  it('leads to its organisation', () => {
    const [organisation] = aDigestView('2026-09-02', [aDigestSource('2026-09-02')]).organisations;
    expect(organisation?.link).toBe('https://kanta.example.fi/organisations/0204819-8');
  });
});
