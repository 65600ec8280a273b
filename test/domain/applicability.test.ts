import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unconcerned } from '../../domain/applicability.ts';
import { day } from '../../domain/day.ts';
import type { Applicability } from '../../domain/statute/requirements/requirement.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import {
  applicabilityDocument,
  concerns,
  documentPath,
  situations,
} from '../../local/applicability-table.ts';
import { anOrganisation } from '../support/builders.ts';

/**
 * Read beside the acts and Kela's models (law.md 3 and 4.2), a column a situation of
 * docs/applicability.md: direct, own clients only, main joiner, tenant, parallel only, parallel with a
 * register, no system, no reading or signing, two units, public, Åland, Åland joined, ended.
 */
const expected: Readonly<Record<(typeof requirementIds)[number], string>> = {
  'decision-and-project': '●●●●·●·●●●·●·',
  'certified-system': '●●●●·●·●●●·●·',
  'licence-or-registration': '●●●●●●●●●●···',
  'soteri-check': '●●●●●●●●●····',
  'sote-register-entry': '●●●●●●·●●●·●·',
  'unit-oid-delivered': '●·●●●●·●●··●·',
  'registers-separated': '●●●●●●·●●●·●·',
  'organiser-contract': '●·●●●●●●●·●●·',
  cards: '●●●●●●··●●·●·',
  'card-readers': '●●●●●●··●●·●·',
  'service-certificates': '●●●●·●·●●●·●·',
  'security-plan': '●●●●●●●●●●●●·',
  'self-monitoring-plan': '●●●●●●●●●●···',
  'self-monitoring-programme': '········●●···',
  'access-rights': '●●●●●●●●●●●●·',
  'staff-training': '●●●●●●●●●●●●·',
  'structured-recording': '●●●●●●·●●●·●·',
  'suomifi-mandate': '●●●··●·●●●·●·',
  'kanta-application': '●●●··●·●●●·●·',
  'connection-test': '●●●··●·●●●·●·',
  'deployment-test': '●●●··●·●●●·●·',
  'deployment-report': '●●●··●·●●●·●·',
  'register-access-right': '●·●●●●·●●··●·',
  'client-information': '●●●●●●·●●●·●·',
  'disclosure-permit': '●●●●·●·●●●···',
  'disclosure-logs': '●●●●·●·●●●···',
  'production-use': '●●●●●●·●●●·●·',
  'monitoring-and-support': '●●●●·●·●●●·●·',
  'county-governance': '·········●···',
};

describe('whom a requirement concerns', () => {
  const found = concerns();

  test('is told of thirteen situations', () => {
    expect(situations).toHaveLength(13);
    expect([...found.keys()]).toEqual(requirementIds);
  });

  test.each(requirementIds)('%s', (id) => {
    const row = (found.get(id) ?? []).map((asked) => (asked ? '●' : '·')).join('');
    expect(row).toBe(expected[id]);
  });

  test('stands in the documents as the data has it (npm run tables)', () => {
    expect(readFileSync(documentPath, 'utf8')).toBe(applicabilityDocument());
  });
});

describe('each condition', () => {
  const on = (value: string, appliesTo: Applicability, facts: Record<string, unknown>) =>
    unconcerned(appliesTo, {
      organisation: anOrganisation(facts),
      deadlines: [],
      on: day(value),
    });
  const unit = (last: string) => ({ oid: `1.2.246.10.2048198.10.${last}`, name: last });

  test.each<{
    why: string;
    appliesTo: Applicability;
    facts: Record<string, unknown>;
    holds: boolean;
  }>([
    { why: 'without any everyone is concerned', appliesTo: {}, facts: {}, holds: true },
    {
      why: 'who has joined joins itself, bound or not',
      appliesTo: { joinsItself: true },
      facts: { joinedOn: '2026-01-01' },
      holds: true,
    },
    { why: 'who is not bound does not', appliesTo: { joinsItself: true }, facts: {}, holds: false },
    {
      why: 'nor uses the services',
      appliesTo: { usesNationalServices: true },
      facts: {},
      holds: false,
    },
    {
      why: 'not known whether main joiner: taken as one',
      appliesTo: { appliesItself: true },
      facts: { joiningModel: 'joint' },
      holds: true,
    },
    {
      why: 'no tenant outside joint joining',
      appliesTo: { appliesItself: true },
      facts: { joiningModel: 'direct', mainJoiner: false },
      holds: true,
    },
    {
      why: 'not known whether it reads or signs: taken as doing so',
      appliesTo: { readsOrSigns: true },
      facts: {},
      holds: true,
    },
    {
      why: 'the operational unit is no service unit',
      appliesTo: { needsProgramme: true },
      facts: { units: [unit('0'), unit('1')] },
      holds: false,
    },
    {
      why: 'an organiser needs a programme with any number of units',
      appliesTo: { needsProgramme: true },
      facts: { sector: 'public' },
      holds: true,
    },
    {
      why: 'public only',
      appliesTo: { sector: 'public' },
      facts: {},
      holds: false,
    },
    {
      why: 'every condition must hold',
      appliesTo: { readsOrSigns: true, recordsPatientData: true },
      facts: {},
      holds: false,
    },
    {
      why: 'no source says that the Supervision Act holds on Åland',
      appliesTo: { supervisionAct: true },
      facts: { counties: ['ahvenanmaa'] },
      holds: false,
    },
    {
      why: 'who is in Soteri there is asked all the same',
      appliesTo: { supervisionAct: true },
      facts: { counties: ['ahvenanmaa'], registeredInSoteri: true },
      holds: true,
    },
    {
      why: 'who is on Åland and elsewhere too',
      appliesTo: { supervisionAct: true },
      facts: { counties: ['ahvenanmaa', 'pirkanmaa'] },
      holds: true,
    },
  ])('$why', ({ appliesTo, facts, holds }) => {
    expect(on('2026-05-01', appliesTo, facts) === undefined).toBe(holds);
  });

  test('a day from which public producers are concerned is named until it comes', () => {
    const appliesTo = { publicProducersFrom: day('2028-01-01') };
    const facts = { sector: 'public' };
    expect(on('2027-12-31', appliesTo, facts)).toEqual({
      condition: 'publicProducersFrom',
      from: '2028-01-01',
    });
    expect(on('2028-01-01', appliesTo, facts)).toBeUndefined();
    expect(on('2027-12-31', appliesTo, {})).toBeUndefined();
  });

  test('after the end nothing concerns anyone, whatever else would hold', () => {
    const facts = { endedOn: '2026-04-30', joinedOn: '2026-01-01' };
    expect(on('2026-04-30', { joinsItself: true }, facts)).toBeUndefined();
    expect(on('2026-05-01', { joinsItself: true }, facts)).toEqual({
      condition: 'operation-ended',
      from: '2026-04-30',
    });
  });

  test('the first that fails is the reason', () => {
    expect(on('2026-05-01', { joinsItself: true, sector: 'public' }, {})).toEqual({
      condition: 'joinsItself',
    });
  });
});
