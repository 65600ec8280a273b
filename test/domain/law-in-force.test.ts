import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import { milestonesOf } from '../../domain/deadlines.ts';
import { evaluate } from '../../domain/evaluation.ts';
import {
  amendmentsAhead,
  inForceUntil,
  lawAt,
  lawChangesAfter,
} from '../../domain/law-in-force.ts';
import { legalPosition } from '../../domain/legal-position.ts';
import { decisionOf } from '../../domain/trace.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

describe('how long an entry is in force', () => {
  test.each<[string, string, string | undefined, string]>([
    ['join-public/784-2021', '2023-04-13', undefined, 'its successor is not given yet'],
    ['join-public/784-2021', '2023-04-14', '2023-12-31', 'its successor is given'],
    ['join-public/703-2023', '2026-11-22', '2024-06-30', 'it was amended'],
    ['join/307-2024', '2026-11-22', undefined, 'nothing supersedes it'],
    ['social-health-access/703-2023', '2026-11-22', '2024-06-30', 'milestones too'],
  ])('%s, as known on %s, until %s: %s', (id, knownAt, until) => {
    expect(inForceUntil(id, day(knownAt))).toBe(until);
  });
});

describe('the days on which the law changes', () => {
  test('after the last of them there is none', () => {
    expect(lawChangesAfter(day('2025-01-01'))).toEqual([]);
    expect(lawChangesAfter(day('2024-12-31'))).toEqual(['2025-01-01']);
  });

  test('an act counts from the day it is both given and in force', () => {
    expect([...lawChangesAfter(day('2021-01-01'))].sort()).toEqual([
      '2021-11-01',
      '2024-01-01',
      '2024-07-01',
      '2025-01-01',
    ]);
  });

  test.each([
    ['2023-04-13', []],
    ['2023-04-14', ['2024-01-01']],
    ['2024-06-06', ['2024-01-01']],
    ['2024-06-07', ['2024-01-01', '2024-07-01']],
  ])('what is ahead of 1.12.2023 as known on %s', (knownAt, days) => {
    const ahead = amendmentsAhead({ validAt: day('2023-12-01'), knownAt: day(knownAt) });
    expect(ahead.map(({ inForceFrom }) => inForceFrom)).toEqual(days);
    for (const { inForceFrom, entries } of ahead) {
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.every((entry) => entry.inForceFrom === inForceFrom)).toBe(true);
    }
  });
});

test.each([
  [
    '2026-11-22',
    [
      ['social-health-access', '2027-03-01', 99],
      ['prescription-access', '2027-11-01', 344],
    ],
  ],
  ['2024-03-01', [['social-health-access', '2026-01-01', 671]]],
  ['2023-01-15', []],
])('the milestones of the national services on %s', (on, expected) => {
  const milestones = milestonesOf(lawAt({ validAt: day(on), knownAt: day(on) }));
  expect(milestones.map(({ id, due, daysLeft }) => [id, due, daysLeft])).toEqual(expected);
  for (const { basis } of milestones)
    expect(basis[0]).toMatchObject({ section: '102', subsection: 1 });
});

test('every reading names a decision record that there is', () => {
  const records = readdirSync(new URL('../../docs/decisions', import.meta.url));
  for (const decision of Object.values(decisionOf)) {
    expect(records.some((name) => name.startsWith(`${decision}-`))).toBe(true);
  }
});

describe('a legal position', () => {
  const position = (on: string) =>
    legalPosition({
      organisation: anOrganisation(),
      assessments: [],
      validAt: day(on),
      knownAt: day(on),
    });

  test('says when there was no law at all', () => {
    expect(position('2021-10-31').empty).toBe(true);
    expect(position('2021-11-01').empty).toBe(false);
  });

  test('shows of what is coming only what the coming act itself brings', () => {
    const { upcoming } = position('2024-06-10');
    expect(upcoming.map(({ id }) => id).sort()).toEqual([
      'disclosure-logs',
      'disclosure-permit',
      'join',
      'store-documents/older-people',
    ]);
  });
});

describe('what meets a deadline', () => {
  const deadline = (id: string, facts: Record<string, unknown>, items?: Record<string, unknown>) =>
    evaluate({
      organisation: anOrganisation(facts),
      assessments: items === undefined ? [] : [anAssessment('2026-08-20', items)],
      waivers: [],
      on: day('2026-11-22'),
    }).deadlines.find((one) => one.id === id);

  test.each<
    [string, Record<string, unknown>, Record<string, unknown> | undefined, string | undefined]
  >([
    ['store-recordings/older-people', { makesRecordings: true }, undefined, undefined],
    [
      'store-recordings/older-people',
      { makesRecordings: true, recordingsSince: { 'older-people': '2026-10-01' } },
      undefined,
      '2026-10-01',
    ],
    [
      'store-recordings/older-people',
      { makesRecordings: true, recordingsSince: { 'family-law': '2026-10-01' } },
      undefined,
      undefined,
    ],
    ['patient-data', { recordsPatientData: true }, undefined, undefined],
    [
      'patient-data',
      { recordsPatientData: true, patientDataSince: '2026-10-02' },
      undefined,
      '2026-10-02',
    ],
    [
      'soteri-registration',
      { sector: 'public' },
      { 'licence-or-registration': { state: 'done' } },
      '2026-08-20',
    ],
    [
      'soteri-registration',
      { sector: 'public' },
      { 'licence-or-registration': { state: 'in-progress' } },
      undefined,
    ],
    ['disclosure-permit', {}, { 'disclosure-permit': { state: 'done' } }, '2026-08-20'],
    ['disclosure-logs', {}, { 'disclosure-logs': { state: 'not-started' } }, undefined],
    ['soteri-annual-check', {}, { 'soteri-check': { state: 'done' } }, undefined],
  ])('%s with %j and %j', (id, facts, items, metOn) => {
    const found = deadline(id, facts, items);
    expect(found?.status === 'met').toBe(metOn !== undefined);
    expect(found?.metOn).toBe(metOn);
  });
});
