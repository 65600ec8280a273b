import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../domain/day.ts';
import { type DigestView, digestView, isEmpty } from '../../domain/digest/digest.ts';
import type { Matter } from '../../domain/digest/matters.ts';
import type { DigestInput, DigestSource } from '../../domain/digest/source.ts';
import { evaluate, type OverallStatus, overallStatuses } from '../../domain/evaluation.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { raisedAfter, settledSince, warningsToRaise } from '../../domain/warnings.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

interface Facts {
  readonly facts?: Record<string, unknown>;
  readonly assessments?: readonly ReturnType<typeof anAssessment>[];
  readonly waivers?: readonly Waiver[];
  /** The facts as they were on an earlier night, on which everything was told. */
  readonly toldOn?: { readonly night: string; readonly facts: Record<string, unknown> };
}

/** What one organisation gives to the digest of a night. */
const aSource = (
  night: string,
  { facts = {}, assessments = [], waivers = [], toldOn }: Facts = {},
): DigestSource => {
  const organisation = anOrganisation(facts);
  const on = day(night);
  const evaluation = evaluate({ organisation, assessments, waivers, on });
  const raised =
    toldOn === undefined
      ? {}
      : raisedAfter(
          evaluate({
            organisation: anOrganisation(toldOn.facts),
            assessments: assessments.filter(({ statedOn }) => statedOn <= toldOn.night),
            waivers,
            on: day(toldOn.night),
          }),
          {},
        );
  return {
    organisation,
    evaluation,
    warnings: warningsToRaise(evaluation, raised),
    fixed: settledSince(evaluation, raised),
    moved: [],
  };
};

const aView = (night: string, organisations: DigestInput['organisations']): DigestView =>
  digestView({
    night: day(night),
    organisations,
    recipient: { audience: 'supervisor', name: 'Maija Esimerkki', language: 'fi' },
    publicUrl: 'https://kanta.example.fi',
    contact: 'yllapito@example.fi',
  });

const mattersOn = (night: string, told: Facts = {}): readonly Matter[] =>
  aView(night, [aSource(night, told)]).organisations.flatMap(({ matters }) => matters);

const deadlineMattersOn = (night: string, told: Facts = {}) =>
  mattersOn(night, told).filter((matter) => matter.kind === 'deadline');

const allStated = (state: Record<string, unknown>) =>
  Object.fromEntries(requirementIds.map((id) => [id, state]));

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
    const source = aSource('2026-09-02', { facts });
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
    const source = aSource('2026-09-15');
    const warnings = source.warnings.map((warning, i) => ({ ...warning, rung: i === 1 ? 14 : 7 }));
    const [organisation] = aView('2026-09-15', [{ ...source, warnings }]).organisations;
    expect(organisation?.matters).toMatchObject([{ rung: 14 }]);
  });
});

describe('what comes next', () => {
  it('is a self-assessment where nothing was ever stated', () => {
    expect(deadlineMattersOn('2026-09-02')[0]).toMatchObject({
      next: [{ kind: 'assess', requirements: 8 }],
      moreSteps: 0,
    });
  });

  it('names what is known to be unfinished before what is unknown, and counts the rest', () => {
    const matter = deadlineMattersOn('2026-09-02', {
      assessments: [
        anAssessment('2026-08-20', {
          'access-rights': { state: 'in-progress' },
          cards: { state: 'not-started' },
          'certified-system': { state: 'done', validUntil: '2028-01-01' },
        }),
      ],
    })[0];
    expect(matter?.next).toEqual([
      { kind: 'requirement', requirement: 'cards', status: 'missing' },
      { kind: 'requirement', requirement: 'access-rights', status: 'in-progress' },
      { kind: 'requirement', requirement: 'licence-or-registration', status: 'unknown' },
      { kind: 'requirement', requirement: 'service-certificates', status: 'unknown' },
    ]);
    expect(matter?.moreSteps).toBe(3);
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

describe('evidence that ends', () => {
  const certificateUntil = (validUntil: string) => [
    anAssessment('2026-06-01', { 'service-certificates': { state: 'done', validUntil } }),
  ];

  it('is a matter of its own, with the deadline that it does not reach', () => {
    const matters = mattersOn('2026-08-01', { assessments: certificateUntil('2026-08-25') });
    expect(matters[0]).toMatchObject({
      kind: 'expiry',
      requirement: 'service-certificates',
      due: '2026-08-25',
      daysLeft: 24,
      endsBefore: '2026-09-01',
      endIsAssumed: false,
      waivedUntil: null,
    });
  });

  it('says when its end was not stated but follows from the source', () => {
    const assessments = [anAssessment('2025-09-10', { 'service-certificates': { state: 'done' } })];
    const matters = mattersOn('2026-08-20', { assessments });
    expect(matters).toContainEqual(
      expect.objectContaining({ requirement: 'service-certificates', endIsAssumed: true }),
    );
  });

  it('is told all the same while a waiver is in force, with the day the waiver ends', () => {
    const matters = mattersOn('2026-08-26', {
      assessments: certificateUntil('2026-08-25'),
      waivers: [
        {
          requirement: 'service-certificates',
          reason: 'Järjestelmä vaihtuu',
          from: day('2026-08-01'),
          until: day('2026-10-31'),
        },
      ],
    });
    expect(matters).toContainEqual(
      expect.objectContaining({
        requirement: 'service-certificates',
        waivedUntil: '2026-10-31',
      }),
    );
  });
});

describe('what changed before the mail was written', () => {
  const warned = aSource('2026-09-02');

  it('is left out where the duty was met meanwhile', () => {
    const now = aSource('2026-09-02', {
      facts: { joinedOn: '2026-09-02', storingSince: { 'older-people': '2026-09-02' } },
      assessments: [
        anAssessment('2026-09-02', {
          'security-plan': { state: 'done' },
          'disclosure-permit': { state: 'done' },
          'disclosure-logs': { state: 'done' },
        }),
      ],
    });
    const view = aView('2026-09-02', [{ ...now, warnings: warned.warnings, fixed: [] }]);
    expect(view.organisations).toEqual([]);
    expect(isEmpty(view)).toBe(true);
  });

  it('is left out where a fact moved the day', () => {
    const now = aSource('2026-09-02', { facts: { operatingSince: '2026-10-01' } });
    const view = aView('2026-09-02', [{ ...now, warnings: warned.warnings }]);
    expect(isEmpty(view)).toBe(true);
  });

  it('is left out where the operation ended', () => {
    const now = aSource('2026-09-02', { facts: { endedOn: '2026-09-01' } });
    expect(isEmpty(aView('2026-09-02', [{ ...now, warnings: warned.warnings }]))).toBe(true);
  });

  it('is left out where the certificate was renewed', () => {
    const before = aSource('2026-07-01', {
      assessments: [
        anAssessment('2026-06-01', { cards: { state: 'done', validUntil: '2026-07-10' } }),
      ],
    });
    const expiry = before.warnings.filter(({ kind }) => kind === 'requirement');
    expect(expiry).toHaveLength(1);
    const now = aSource('2026-07-01', {
      assessments: [
        anAssessment('2026-07-01', { cards: { state: 'done', validUntil: '2031-07-01' } }),
      ],
    });
    expect(isEmpty(aView('2026-07-01', [{ ...now, warnings: expiry, fixed: [] }]))).toBe(true);
  });
});

describe('what was told before', () => {
  it('stays visible as still overdue when something new is told', () => {
    const source = aSource('2026-10-02', {
      facts: { recordsPatientData: true, taskSince: {} },
      assessments: [
        anAssessment('2026-08-01', { cards: { state: 'done', validUntil: '2026-10-09' } }),
      ],
      toldOn: { night: '2026-09-29', facts: { recordsPatientData: true } },
    });
    const [organisation] = aView('2026-10-02', [source]).organisations;
    expect(organisation?.matters.map(({ kind }) => kind)).toEqual(['expiry']);
    expect(organisation?.stillOverdue).toMatchObject([
      { due: '2026-09-01', daysLeft: -31, duties: 5 },
    ]);
  });

  it('is not said of what is told tonight', () => {
    const [organisation] = aView('2026-09-02', [aSource('2026-09-02')]).organisations;
    expect(organisation?.stillOverdue).toEqual([]);
  });

  it('is told as settled once, as one matter, with the day on which the last of it was met', () => {
    const source = aSource('2026-09-20', {
      facts: { joinedOn: '2026-09-10', storingSince: { 'older-people': '2026-09-14' } },
      assessments: [anAssessment('2026-09-12', { 'security-plan': { state: 'done' } })],
      toldOn: { night: '2026-09-02', facts: {} },
    });
    expect(aView('2026-09-20', [source]).settled).toMatchObject([
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
  const base = aSource('2026-09-02');
  const standing = (
    name: string,
    status: OverallStatus,
    { id = ids[0], source = base }: { id?: string | undefined; source?: DigestSource } = {},
  ): DigestSource => ({
    ...source,
    organisation: { name, businessId: BusinessId.parse(id) },
    evaluation: { ...source.evaluation, status },
  });
  const namesOf = (sources: readonly DigestSource[]) =>
    aView('2026-09-02', sources).organisations.map(({ name }) => name);

  it('is by status, the worst first', () => {
    const sources = overallStatuses.map((status) => standing(status, status)).reverse();
    expect(namesOf(sources)).toEqual([...overallStatuses]);
  });

  it('is by the most overdue day within a status, then by name and business id, in no locale', () => {
    const earlier = aSource('2026-09-02', { facts: { joinedOn: '2026-08-05' } });
    const sources = [
      standing('Öhman', 'overdue'),
      standing('Zeta', 'overdue', { id: ids[2] }),
      standing('Zeta', 'overdue', { id: ids[1] }),
      standing('alfa', 'overdue'),
      standing('Zzz', 'overdue', { source: earlier }),
    ];
    expect(namesOf(sources)).toEqual(['Zzz', 'Zeta', 'Zeta', 'alfa', 'Öhman']);
    expect(aView('2026-09-02', sources).organisations[1]?.businessId).toBe(ids[1]);
  });

  it('does not depend on the order in which they come', () => {
    const sources = ids.map((id, i) =>
      standing(`Hoiva ${i % 2}`, overallStatuses[i % 3] ?? 'ready', { id }),
    );
    const expected = aView('2026-09-02', sources);
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
        expect(aView('2026-09-02', shuffled)).toEqual(expected);
      }),
    );
  });

  it('comes with totals by status, the worst first, of those that are told', () => {
    const view = aView('2026-09-02', [
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
    'of the night of %s rests on a citation',
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
      for (const { citations } of matters) expect(citations).not.toEqual([]);
    },
  );

  it('leads to its organisation', () => {
    const [organisation] = aView('2026-09-02', [aSource('2026-09-02')]).organisations;
    expect(organisation?.link).toBe('https://kanta.example.fi/organisations/0204819-8');
  });
});
