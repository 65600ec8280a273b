import { describe, expect, test } from 'vitest';
import type { ReceivedAssessment } from '../../domain/assessment.ts';
import { day } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import { lawAt } from '../../domain/law-in-force.ts';
import { lastDayOf } from '../../domain/projection.ts';
import type { RequirementId } from '../../domain/statute/requirements/requirement-ids.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

const projected = (
  id: RequirementId,
  assessments: readonly ReceivedAssessment[],
  { on = '2026-05-01', facts = {} }: { on?: string; facts?: Record<string, unknown> } = {},
) =>
  evaluate({
    organisation: anOrganisation(facts),
    assessments,
    waivers: [],
    on: day(on),
  }).projections.filter(({ requirement }) => requirement === id);

const stated = (id: RequirementId, item: Record<string, unknown>, on = '2026-04-01') => [
  anAssessment(on, { [id]: { state: 'done', ...item } }),
];

describe('evidence with an end is seen on every coming deadline', () => {
  const recordings = { makesRecordings: true, recordsPatientData: true };

  test('a certificate that holds when joining is due and not when recordings are', () => {
    const [piece] = projected(
      'certified-system',
      stated('certified-system', { validUntil: '2028-05-31' }),
      { facts: recordings },
    );
    expect(piece).toMatchObject({ until: '2028-05-31', assumed: false });
    expect(piece?.on.map(({ due, holds }) => [due, holds])).toEqual([
      ['2026-09-01', true],
      ['2027-03-01', true],
      ['2027-03-31', true],
      ['2029-10-01', false],
    ]);
    expect(piece?.on[3]?.deadlines).toEqual(['store-recordings/older-people']);
  });

  test('on its last day it still holds', () => {
    const on = (validUntil: string) =>
      projected('certified-system', stated('certified-system', { validUntil }))[0]?.on[0];
    expect(on('2026-09-01')).toMatchObject({ due: '2026-09-01', holds: true });
    expect(on('2026-08-31')).toMatchObject({ due: '2026-09-01', holds: false });
  });

  test('what is met or overdue is not coming', () => {
    const [piece] = projected(
      'certified-system',
      stated('certified-system', { validUntil: '2028-05-31' }),
      { on: '2026-11-22' },
    );
    expect(piece?.on.map(({ due }) => due)).toEqual(['2027-03-31']);
  });

  test('each point of it by itself, the first to end first', () => {
    const pieces = projected(
      'service-certificates',
      stated('service-certificates', {
        points: {
          serverCertificateUntil: '2026-12-31',
          signatureCertificateUntil: '2027-11-30',
        },
      }),
    );
    expect(pieces.map(({ point, until }) => [point, until])).toEqual([
      ['serverCertificateUntil', '2026-12-31'],
      ['signatureCertificateUntil', '2027-11-30'],
    ]);
  });

  test('what has no end, or is not done, is not projected', () => {
    expect(projected('access-rights', stated('access-rights', {}))).toEqual([]);
    const begun = [anAssessment('2026-04-01', { cards: { state: 'in-progress' } })];
    expect(projected('cards', begun)).toEqual([]);
  });

  test('units whose evidence ends on one day are one piece', () => {
    const units = ['1', '2', '3'].map((number) => ({
      oid: `1.2.246.10.2048198.10.${number}`,
      name: number,
    }));
    const until = (validUntil: string) => ({ cards: { state: 'done', validUntil } });
    const pieces = projected(
      'cards',
      [
        anAssessment('2026-04-01', until('2028-01-31')),
        anAssessment('2026-04-02', until('2027-01-31'), { units: [units[0]?.oid ?? ''] }),
      ],
      { facts: { units } },
    );
    expect(pieces.map((piece) => piece.until)).toEqual(['2027-01-31', '2028-01-31']);
  });
});

describe('renewals to come until the last day of the law', () => {
  const renewals = (id: RequirementId, item: Record<string, unknown>, on = '2026-05-01') =>
    projected(id, stated(id, item), { on }).map(({ point, renewals: days }) => [point, days]);

  test('the law in force names 1.10.2029 last; before there was a law, none', () => {
    const at = (value: string) => lastDayOf(lawAt({ validAt: day(value), knownAt: day(value) }));
    expect(at('2026-05-01')).toBe('2029-10-01');
    expect(at('2021-10-31')).toBeUndefined();
  });

  test('a server certificate every year, a signature certificate every second', () => {
    expect(
      renewals('service-certificates', {
        points: {
          serverCertificateUntil: '2026-12-31',
          signatureCertificateUntil: '2026-12-31',
        },
      }),
    ).toEqual([
      ['serverCertificateUntil', ['2026-12-31', '2027-12-31', '2028-12-31']],
      ['signatureCertificateUntil', ['2026-12-31', '2028-12-31']],
    ]);
  });

  test('the follow-up of self-monitoring every four months', () => {
    const [[, days] = []] = renewals('self-monitoring-plan', {
      points: { followUpPublishedOn: '2029-01-15' },
    });
    expect(days).toEqual(['2029-05-15', '2029-09-15']);
  });

  test('Soteri every 31 March', () => {
    expect(renewals('soteri-check', {})).toEqual([
      [undefined, ['2027-03-31', '2028-03-31', '2029-03-31']],
    ]);
  });

  test('with one end for the whole, by the part that must be renewed first', () => {
    expect(renewals('service-certificates', { validUntil: '2027-06-30' })).toEqual([
      [undefined, ['2027-06-30', '2028-06-30', '2029-06-30']],
    ]);
    expect(renewals('certified-system', { validUntil: '2026-09-30' })).toEqual([
      [undefined, ['2026-09-30', '2029-09-30']],
    ]);
  });

  test('where no source says how long the next lasts, only the first is known', () => {
    expect(renewals('organiser-contract', { validUntil: '2026-12-31' })).toEqual([
      [undefined, ['2026-12-31']],
    ]);
  });

  test('what has ended is to be renewed now, and counts on from today', () => {
    expect(
      renewals('service-certificates', { validUntil: '2026-04-30' }, '2026-06-10')[0]?.[1],
    ).toEqual(['2026-04-30', '2027-06-10', '2028-06-10', '2029-06-10']);
  });

  test('one that ends on the last day of the law or after it needs none', () => {
    expect(renewals('organiser-contract', { validUntil: '2029-10-01' })[0]?.[1]).toEqual([]);
    expect(renewals('organiser-contract', { validUntil: '2029-09-30' })[0]?.[1]).toHaveLength(1);
  });
});
