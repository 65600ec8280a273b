import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { Matter } from '../../../domain/digest/matters.ts';
import { unitOid } from '../../../local/samples/invented-identifiers.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';
import {
  aDigestSource,
  aDigestView,
  allStated,
  type DigestFacts,
  mattersOn,
} from '../../support/digests.ts';

const done = { state: 'done' };
const { businessId } = anOrganisation();
const units = ['Kanerva', 'Vuokko', 'Sinilintu', 'Rantakoti'].map((name, i) => ({
  oid: unitOid(businessId, i + 1),
  name,
}));
/** What is said of each unit in turn. */
const inUnits = (items: readonly Record<string, unknown>[]) =>
  Object.fromEntries(items.map((item, i) => [units[i]?.oid ?? '', item]));

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

  it('names the point that ends first, and none where the whole ends', () => {
    const ending = (item: Record<string, unknown>) =>
      mattersOn('2026-08-01', {
        assessments: [anAssessment('2026-06-01', { 'service-certificates': item })],
      }).filter((matter) => matter.kind === 'expiry');
    const points = {
      serverCertificateUntil: '2026-08-25',
      signatureCertificateUntil: '2027-08-25',
    };
    expect(ending({ ...done, points })).toMatchObject([
      { due: '2026-08-25', points: ['serverCertificateUntil'] },
    ]);
    expect(ending({ ...done, validUntil: '2026-08-25' })).toMatchObject([
      { due: '2026-08-25', points: [] },
    ]);
    expect(ending({ ...done, validUntil: '2026-08-25', points })).toMatchObject([{ points: [] }]);
    const both = { ...points, signatureCertificateUntil: '2026-08-25' };
    expect(ending({ ...done, points: both })).toMatchObject([
      { points: ['serverCertificateUntil', 'signatureCertificateUntil'] },
    ]);
  });
});

describe('evidence that ends in single units', () => {
  const until = (validUntil: string) => ({ cards: { ...done, validUntil } });
  const told: DigestFacts = {
    facts: { units },
    assessments: [
      anAssessment('2026-06-01', allStated(done), {
        overrides: inUnits([
          until('2026-08-25'),
          until('2026-08-20'),
          until('2026-08-25'),
          until('2030-01-01'),
        ]),
      }),
    ],
  };

  const ofCards = (matters: readonly Matter[]) =>
    matters.filter((matter) => matter.kind === 'expiry' && matter.requirement === 'cards');

  it('is one matter for all units of which it ends on one day', () => {
    const matters = ofCards(mattersOn('2026-08-18', told));
    expect(matters).toMatchObject([
      { requirement: 'cards', due: '2026-08-20', units: [units[1]], endsBefore: '2026-09-01' },
      { requirement: 'cards', due: '2026-08-25', units: [units[0], units[2]], rung: -7 },
    ]);
  });

  it('is left out of the units in which it was renewed before the mail was written', () => {
    const warned = aDigestSource('2026-08-18', told);
    const now = aDigestSource('2026-08-18', {
      ...told,
      assessments: [
        ...(told.assessments ?? []),
        anAssessment('2026-08-18', {}, { overrides: inUnits([until('2031-08-25')]) }),
      ],
    });
    const [organisation] = aDigestView('2026-08-18', [
      { ...now, warnings: warned.warnings },
    ]).organisations;
    expect(ofCards(organisation?.matters ?? [])).toMatchObject([
      { due: '2026-08-20', units: [units[1]] },
      { due: '2026-08-25', units: [units[2]] },
    ]);
  });

  it('is left out where the unit has gone, also where another ends on that day', () => {
    const { warnings } = aDigestSource('2026-08-18', told);
    const left = (remaining: typeof units) => {
      const now = aDigestSource('2026-08-18', { ...told, facts: { units: remaining } });
      return aDigestView('2026-08-18', [{ ...now, warnings }]).organisations.flatMap(
        ({ matters }) => ofCards(matters),
      );
    };
    expect(left(units.slice(0, 1))).toMatchObject([{ due: '2026-08-25', units: [units[0]] }]);
    expect(left(units.slice(1, 2))).toMatchObject([{ due: '2026-08-20', units: [units[1]] }]);
  });

  it('is told as put right once, whatever days were warned of', () => {
    const source = aDigestSource('2026-08-18', told);
    const fixed = ['requirement:cards/2026-08-20', 'requirement:cards/2026-08-25'];
    expect(aDigestView('2026-08-18', [{ ...source, fixed }]).settled).toMatchObject([
      { matters: [{ kind: 'evidence', requirement: 'cards' }] },
    ]);
  });
});

describe('statements that are about to count no more', () => {
  const joined = { joinedOn: '2026-05-01', storingSince: { 'older-people': '2026-05-01' } };
  const statementsOn = (night: string, { facts = joined, ...told }: DigestFacts) =>
    mattersOn(night, { facts, ...told }).filter((matter) => matter.kind === 'statement');
  const stated = (on: string, ids: readonly string[]) =>
    anAssessment(on, Object.fromEntries(ids.map((id) => [id, done])));

  it('are one matter by the day until which they count, in the catalogue’s order', () => {
    const assessments = [
      stated('2026-05-20', ['access-rights', 'registers-separated', 'card-readers']),
      stated('2026-05-25', ['organiser-contract']),
    ];
    expect(statementsOn('2027-05-10', { assessments })).toEqual([
      {
        kind: 'statement',
        due: '2027-05-20',
        daysLeft: 10,
        rung: -30,
        statements: [
          { requirement: 'registers-separated', units: [] },
          { requirement: 'card-readers', units: [] },
          { requirement: 'access-rights', units: [] },
        ],
      },
      {
        kind: 'statement',
        due: '2027-05-25',
        daysLeft: 15,
        rung: -30,
        statements: [{ requirement: 'organiser-contract', units: [] }],
      },
    ]);
  });

  it('go by their most urgent rung on their last day', () => {
    const assessments = [stated('2026-05-20', ['access-rights'])];
    expect(statementsOn('2027-05-20', { assessments })).toMatchObject([{ daysLeft: 0, rung: 0 }]);
  });

  it('name the units of which they were made', () => {
    const assessments = [
      anAssessment('2026-05-20', { 'access-rights': done }, { units: [units[1]?.oid ?? ''] }),
    ];
    const facts = { ...joined, units };
    expect(statementsOn('2027-05-10', { facts, assessments })).toMatchObject([
      { statements: [{ requirement: 'access-rights', units: [units[1]] }] },
    ]);
  });

  it('are left out where they were made again before the mail was written', () => {
    const before = stated('2026-05-20', ['access-rights', 'card-readers']);
    const { warnings } = aDigestSource('2027-05-10', { facts: joined, assessments: [before] });
    const now = aDigestSource('2027-05-10', {
      facts: joined,
      assessments: [before, stated('2027-05-10', ['access-rights'])],
    });
    const [organisation] = aDigestView('2027-05-10', [{ ...now, warnings }]).organisations;
    expect(organisation?.matters.filter(({ kind }) => kind === 'statement')).toMatchObject([
      { statements: [{ requirement: 'card-readers' }] },
    ]);
  });
});

describe('a waiver that ends', () => {
  const until = (end: string) =>
    [
      {
        requirement: 'cards',
        reason: 'Kortit on tilattu',
        from: day('2026-05-01'),
        until: day(end),
      },
    ] as const;
  const told = (
    waivers: DigestFacts['waivers'],
    item: Record<string, unknown> = { state: 'not-started' },
  ) => ({
    assessments: [anAssessment('2026-04-20', { cards: item })],
    ...(waivers === undefined ? {} : { waivers }),
  });
  const waiversOn = (night: string, facts: DigestFacts) =>
    mattersOn(night, facts).filter((matter) => matter.kind === 'waiver');

  it.each([
    ['missing', { state: 'not-started' }],
    ['in-progress', { state: 'in-progress' }],
    ['expired', { ...done, validUntil: '2026-05-02' }],
    ['expires-before-deadline', { ...done, validUntil: '2026-08-20' }],
  ])('is a matter, with what the requirement is without it: %s', (underlying, item) => {
    expect(waiversOn('2026-06-03', told(until('2026-06-10'), item))).toMatchObject([
      { requirement: 'cards', due: '2026-06-10', daysLeft: 7, rung: -7, underlying },
    ]);
  });

  it('is unknown without it where nothing was stated', () => {
    expect(waiversOn('2026-06-10', { waivers: until('2026-06-10') })).toMatchObject([
      { daysLeft: 0, rung: 0, underlying: 'unknown' },
    ]);
  });

  it('is left out where it was prolonged, or is needed no more, before the mail was written', () => {
    const { warnings } = aDigestSource('2026-06-03', told(until('2026-06-10')));
    const stillWaived = (now: DigestFacts) =>
      aDigestView('2026-06-03', [{ ...aDigestSource('2026-06-03', now), warnings }])
        .organisations.flatMap(({ matters }) => matters)
        .filter(({ kind }) => kind === 'waiver');
    expect(stillWaived(told(until('2026-06-10')))).toHaveLength(1);
    expect(stillWaived(told(until('2026-12-31')))).toEqual([]);
    expect(stillWaived(told(until('2026-06-10'), { ...done, validUntil: '2030-01-01' }))).toEqual(
      [],
    );
    expect(stillWaived({ ...told(until('2026-06-10')), facts: { endedOn: '2026-06-01' } })).toEqual(
      [],
    );
  });
});
