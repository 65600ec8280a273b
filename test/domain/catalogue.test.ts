import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../domain/day.ts';
import { dutiesOf } from '../../domain/duties.ts';
import { lawAt } from '../../domain/law-in-force.ts';
import { legalPosition } from '../../domain/legal-position.ts';
import { type Catalogue, catalogue } from '../../domain/statute/catalogue.ts';
import { faultsOf } from '../../domain/statute/catalogue-check.ts';
import type { ObligationEntry } from '../../domain/statute/entries.ts';
import { describeFault } from '../../domain/texts/fault-texts.ts';
import { anyDay, anyOrganisation } from '../support/arbitraries.ts';
import { anOrganisation } from '../support/builders.ts';

const changed = (id: string, change: Partial<ObligationEntry>): Catalogue => ({
  ...catalogue,
  obligations: catalogue.obligations.map((entry) =>
    entry.id === id ? { ...entry, ...change } : entry,
  ),
});
const without = (id: string): Catalogue => ({
  ...catalogue,
  obligations: catalogue.obligations.filter((entry) => entry.id !== id),
});
const [anEntry] = catalogue.obligations;
if (anEntry === undefined) throw new Error('the catalogue is empty');

describe('a catalogue that can be trusted', () => {
  test('ours has no fault', () => {
    expect(faultsOf(catalogue)).toEqual([]);
  });

  test.each<[string, Catalogue, RegExp]>([
    [
      'an entry without a text in Swedish',
      changed('join/307-2024', { text: { fi: 'a', sv: ' ', en: 'c' } }),
      /join\/307-2024: no text in sv/,
    ],
    [
      'two entries of one name',
      { ...catalogue, obligations: [...catalogue.obligations, anEntry] },
      /two entries/,
    ],
    [
      'two entries for the same duty',
      changed('join/307-2024', { supersedes: ['join-public/703-2023'] }),
      /join .*private.*both join-private\/703-2023 and join\/307-2024/,
    ],
    [
      'an entry that supersedes what there is not',
      changed('join/307-2024', { supersedes: ['join/1-2000'] }),
      /supersedes join\/1-2000, which there is not/,
    ],
    [
      'a task that nobody asks for any more',
      changed('store-documents-family-law/307-2024', { serviceTasks: [] }),
      /family-law .*a gap from 2024-07-01/,
    ],
    [
      'a section that is none',
      changed('join/307-2024', { basis: [{ act: '703/2023', section: '102 §' }] }),
      /102 § is no section/,
    ],
    [
      'an entry in force before its act was given',
      changed('join/307-2024', { knownFrom: day('2024-07-02') }),
      /in force before it was given/,
    ],
    [
      'an entry missing altogether',
      without('join-public/703-2023'),
      /supersedes join-public\/703-2023, which there is not/,
    ],
  ])('it is told of %s', (_what, faulty, message) => {
    const told = faultsOf(faulty).map((fault) => describeFault(fault, 'en'));
    expect(told.join('\n')).toMatch(message);
  });
});

describe('what always holds of the law', () => {
  test('an act learned of later never changes what was known before', () => {
    fc.assert(
      fc.property(anyOrganisation, anyDay, anyDay, (organisation, validAt, knownAt) => {
        const earlier = catalogue.obligations.filter((entry) => entry.knownFrom <= knownAt);
        const asKnown = lawAt({ validAt, knownAt }, { ...catalogue, obligations: earlier });
        expect(dutiesOf(organisation, lawAt({ validAt, knownAt }))).toEqual(
          dutiesOf(organisation, asKnown),
        );
      }),
    );
  });

  test('every deadline comes from an entry in force and known on the day asked about, and cites it', () => {
    fc.assert(
      fc.property(anyOrganisation, anyDay, anyDay, (organisation, validAt, knownAt) => {
        for (const duty of dutiesOf(organisation, lawAt({ validAt, knownAt })).duties) {
          const entry = catalogue.obligations.find(({ id }) => id === duty.entry);
          expect(entry?.inForceFrom !== undefined && entry.inForceFrom <= validAt).toBe(true);
          expect(entry !== undefined && entry.knownFrom <= knownAt).toBe(true);
          expect(duty.basis).toEqual(entry?.basis);
        }
      }),
    );
  });

  test('no two deadlines of an organisation have the same id', () => {
    fc.assert(
      fc.property(anyOrganisation, anyDay, anyDay, (organisation, validAt, knownAt) => {
        const ids = dutiesOf(organisation, lawAt({ validAt, knownAt })).duties.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('every obligation of the law is either a deadline or said not to bind', () => {
    fc.assert(
      fc.property(anyOrganisation, anyDay, (organisation, on) => {
        const law = lawAt({ validAt: on, knownAt: on });
        const { duties, notBound } = dutiesOf(organisation, law);
        const told = new Set([...duties, ...notBound].map(({ obligation }) => obligation));
        expect(
          [...new Set(law.obligations.map(({ obligation }) => obligation))].filter(
            (obligation) => !told.has(obligation),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('what is coming', () => {
  const position = (validAt: string, knownAt: string) =>
    legalPosition({
      organisation: anOrganisation({ sector: 'public', serviceTasks: ['child-protection'] }),
      assessments: [],
      validAt: day(validAt),
      knownAt: day(knownAt),
    });

  test('an act given and not yet in force is shown with the day it brings', () => {
    const { upcoming, deadlines } = position('2024-06-10', '2024-06-10');
    expect(deadlines.find(({ id }) => id === 'join')?.due).toBe('2025-03-01');
    expect(upcoming.find(({ id }) => id === 'join')).toMatchObject({
      due: '2026-09-01',
      act: '307/2024',
      inForceFrom: '2024-07-01',
    });
  });

  test('before it is given, and once it is in force, nothing of it is upcoming', () => {
    expect(position('2024-06-06', '2024-06-06').upcoming).toEqual([]);
    const inForce = position('2024-07-01', '2024-07-01').upcoming;
    expect(inForce.map(({ act }) => act)).not.toContain('307/2024');
  });

  test('the day before an act comes into force is the last on which the earlier text answers', () => {
    const last = addDays(day('2024-07-01'), -1);
    expect(
      position(last, last).deadlines.find(({ id }) => id === 'join')?.basis,
    ).not.toContainEqual(expect.objectContaining({ amendedBy: '307/2024' }));
  });
});
