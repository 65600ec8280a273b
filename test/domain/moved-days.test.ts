import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import { isStillMoved, type KnownDays, knownDaysOf, movedDays } from '../../domain/moved-days.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { type Catalogue, catalogue } from '../../domain/statute/catalogue.ts';
import { citing, entriesOf } from '../../domain/statute/entries.ts';
import { anyAssessments, anyDay, anyOrganisation } from '../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

const before307: Catalogue = {
  ...catalogue,
  obligations: catalogue.obligations.filter(({ givenBy }) => givenBy !== '307/2024'),
};

const factsOf = (organisation: Organisation, on: Day) => ({
  organisation,
  assessments: [],
  waivers: [],
  on,
});

const knownOn = (organisation: Organisation, on: Day, by: Catalogue = catalogue): KnownDays =>
  knownDaysOf(evaluate({ ...factsOf(organisation, on), catalogue: by }));

const movedOn = (known: KnownDays, organisation: Organisation, on: Day, by = catalogue) => {
  const facts = { ...factsOf(organisation, on), catalogue: by };
  return movedDays(known, facts, evaluate(facts));
};

/** The moves in one line each: `join 2026-01-01 > 2026-09-01 by join/307-2024`. */
const told = (moves: ReturnType<typeof movedDays>) =>
  moves.map(({ id, from, to, entry }) => `${id} ${from} > ${to} by ${entry}`);

const ofJoining = (from: string, ...others: readonly string[]) =>
  ['join', ...others, 'security-plan'].map(
    (id) =>
      `${id} ${from} > 2026-09-01 by ${
        id.startsWith('store-documents') ? 'store-documents/307-2024' : 'join/307-2024'
      }`,
  );
const olderPeople = 'store-documents/older-people';

describe('what an adopted entry has moved', () => {
  it.each([
    {
      why: 'a private provider had to join by 1.1.2026 (102 § 5 mom. as enacted)',
      facts: {},
      moves: ofJoining('2026-01-01', olderPeople),
    },
    {
      why: 'a public one by 1.9.2024',
      facts: { sector: 'public' },
      moves: ofJoining('2024-09-01', olderPeople),
    },
    {
      why: 'child protection had a day of its own (102 § 7 mom. 1 k. as enacted)',
      facts: { sector: 'public', serviceTasks: ['child-protection', 'older-people'] },
      moves: [
        ...ofJoining('2024-09-01', olderPeople).slice(0, 2),
        'store-documents/child-protection 2025-03-01 > 2026-09-01 by store-documents-without-own-day/307-2024',
        'security-plan 2024-09-01 > 2026-09-01 by join/307-2024',
      ],
    },
    {
      why: 'patient data, 1.10.2026 as enacted (102 § 3 mom.), for one that has no system to join with',
      facts: { usesClientDataSystem: false, recordsPatientData: true },
      moves: ['patient-data 2026-10-01 > 2027-03-01 by patient-data/307-2024'],
    },
    {
      why: "storing through the organiser's register follows the organiser's day",
      facts: { joiningModel: 'parallel', ownRegister: false },
      moves: [`${olderPeople}@organiser 2024-09-01 > 2026-09-01 by store-documents/307-2024`],
    },
    {
      why: 'family law and recordings keep the days they had (102 § 7 mom.)',
      facts: {
        usesClientDataSystem: false,
        joinedOn: '2024-05-01',
        serviceTasks: ['family-law'],
        makesRecordings: true,
      },
      moves: [],
    },
    {
      why: 'who has joined has met that duty, whatever its day is now',
      facts: { joinedOn: '2024-05-02', storingSince: { 'older-people': '2024-05-02' } },
      moves: [],
    },
    {
      why: 'one that is not bound is not bound by either',
      facts: { usesClientDataSystem: false },
      moves: [],
    },
    {
      why: 'an operation that has ended has other duties (16 §)',
      facts: { operatingSince: '2020-01-01', endedOn: '2024-06-25' },
      moves: [],
    },
  ])('by 307/2024: $why', ({ facts, moves }) => {
    const organisation = anOrganisation(facts);
    const byCatalogue = movedOn(
      knownOn(organisation, day('2024-07-02'), before307),
      organisation,
      day('2024-07-03'),
    );
    const byForce = movedOn(
      knownOn(organisation, day('2024-06-30')),
      organisation,
      day('2024-07-01'),
    );
    expect(told(byCatalogue)).toEqual(moves);
    expect(told(byForce)).toEqual(moves);
  });

  it('is nothing where there was no evaluation before', () => {
    expect(movedOn({}, anOrganisation(), day('2026-11-22'))).toEqual([]);
  });

  it('is nothing before the act is in force, though it was given', () => {
    const organisation = anOrganisation();
    expect(
      movedOn(knownOn(organisation, day('2024-06-01')), organisation, day('2024-06-30')),
    ).toEqual([]);
  });

  it('is told over two acts at once, where no evaluation came between them', () => {
    const organisation = anOrganisation({ actsForOrganiser: false });
    const known = knownOn(organisation, day('2023-12-31'));
    expect(told(movedOn(known, organisation, day('2024-07-01')))).toEqual(
      ofJoining('2026-01-01', olderPeople),
    );
  });

  it('leaves out what a fact moved: of a provider that became public, only the public day moved', () => {
    const known = knownOn(anOrganisation(), day('2024-06-30'));
    const publicOne = anOrganisation({ sector: 'public' });
    expect(movedOn(known, publicOne, day('2024-06-30'))).toEqual([]);
    expect(told(movedOn(known, publicOne, day('2024-07-01')))).toEqual(
      ofJoining('2024-09-01', olderPeople),
    );
  });

  it('leaves out a yearly day that moved on', () => {
    const organisation = anOrganisation();
    const known = knownOn(organisation, day('2027-03-31'));
    const on = day('2027-04-01');
    expect(knownOn(organisation, on)['soteri-annual-check']).not.toEqual(
      known['soteri-annual-check'],
    );
    expect(movedOn(known, organisation, on)).toEqual([]);
  });

  it('leaves out duties that no earlier law knew: the disclosure permit and logs of 307/2024', () => {
    const organisation = anOrganisation();
    const moves = movedOn(
      knownOn(organisation, day('2024-06-30')),
      organisation,
      day('2024-07-01'),
    );
    expect(moves.filter(({ id }) => id.startsWith('disclosure'))).toEqual([]);
    expect(Object.keys(knownOn(organisation, day('2024-07-01')))).toContain('disclosure-permit');
  });

  it('tells that a deadline has gone: 703/2023 gave no day of its own to storing for an organiser', () => {
    const organisation = anOrganisation();
    const known = knownOn(organisation, day('2023-12-31'));
    expect(told(movedOn(known, organisation, day('2024-01-01')))).toEqual([
      `${olderPeople}@organiser 2024-09-01 > null by store-documents/703-2023`,
    ]);
  });

  it('tells where a duty goes on under another id as one move', () => {
    const organisation = anOrganisation({ actsForOrganiser: true, ownRegister: false });
    const known = knownOn(organisation, day('2023-12-31'));
    expect(Object.keys(known)).toContain(`${olderPeople}@organiser`);
    expect(told(movedOn(known, organisation, day('2024-01-01')))).toEqual([
      `${olderPeople} 2024-09-01 > 2026-01-01 by store-documents/703-2023`,
    ]);
  });

  it('tells that a deadline has come, where a new entry binds whom the superseded one did not', () => {
    const coming = {
      givenBy: '999/2027',
      knownFrom: day('2027-01-15'),
      inForceFrom: day('2027-02-01'),
    } as const;
    const later: Catalogue = {
      ...catalogue,
      obligations: [
        ...catalogue.obligations,
        ...entriesOf({ ...coming, givenBy: '307/2024' })([
          {
            id: 'soteri-registration/999-2027',
            obligation: 'soteri-registration',
            supersedes: catalogue.obligations
              .filter(({ obligation }) => obligation === 'soteri-registration')
              .map(({ id }) => id),
            basis: [citing('741/2023')('52')],
            rule: { kind: 'fixed', day: day('2028-06-30') },
          },
        ]),
      ],
    };
    const organisation = anOrganisation();
    const known = knownOn(organisation, day('2027-01-31'));
    expect(known).not.toHaveProperty('soteri-registration');
    // Of the private provider's own duties none was superseded, so nothing says that it is affected …
    const [on, publicOne] = [day('2027-02-01'), anOrganisation({ sector: 'public' })];
    expect(movedOn(known, organisation, on, later)).toEqual([]);
    // … while the public one's day moves.
    expect(told(movedOn(knownOn(publicOne, day('2027-01-31')), publicOne, on, later))).toEqual([
      'soteri-registration 2027-12-31 > 2028-06-30 by soteri-registration/999-2027',
    ]);
  });

  it('stands until the day moves again, the duty is met or the operation ends', () => {
    const on = day('2024-07-01');
    const standing = (facts: Record<string, unknown>, by = catalogue) =>
      isStillMoved(
        { id: 'join', to: day('2026-09-01') },
        evaluate({ ...factsOf(anOrganisation(facts), on), catalogue: by }),
      );
    expect(standing({})).toBe(true);
    expect(standing({}, before307)).toBe(false);
    expect(standing({ joinedOn: '2024-06-01' })).toBe(false);
    expect(standing({ usesClientDataSystem: false })).toBe(false);
    expect(standing({ endedOn: '2024-06-01' })).toBe(false);
    const gone = evaluate(factsOf(anOrganisation({ usesClientDataSystem: false }), on));
    expect(isStillMoved({ id: 'join', to: null }, gone)).toBe(true);
  });

  it('for a met requirement is not told, for an unmet one is', () => {
    const organisation = anOrganisation();
    const on = day('2024-07-01');
    const items = { 'security-plan': { state: 'done', validUntil: '2030-01-01' } };
    const facts = {
      ...factsOf(organisation, on),
      assessments: [anAssessment('2024-06-01', items)],
    };
    const known = knownOn(organisation, day('2024-06-30'));
    const ids = movedDays(known, facts, evaluate(facts)).map(({ id }) => id);
    expect(ids).toEqual(['join', olderPeople]);
  });
});

describe('for any organisation', () => {
  it('the moves are what the two laws differ in, and after them nothing has moved', () => {
    fc.assert(
      fc.property(anyOrganisation, anyAssessments, anyDay, (organisation, assessments, from) => {
        const on = addDays(from, 500);
        const facts = { organisation, assessments, waivers: [], on };
        const known = knownDaysOf(evaluate({ ...facts, on, catalogue: before307 }));
        const now = evaluate(facts);
        const moves = movedDays(known, facts, now);
        expect(movedDays(known, facts, now)).toEqual(moves);
        expect(movedDays(knownDaysOf(now), facts, now)).toEqual([]);
        const unmet = now.deadlines.filter(({ status, id }) => status !== 'met' && id in known);
        const isInForce = on >= '2024-07-01';
        const expected = isInForce ? unmet.filter(({ id, due }) => known[id]?.due !== due) : [];
        expect(moves.filter(({ from: was, to }) => was !== null && to !== null)).toEqual(
          expected.map(({ id, due }) =>
            expect.objectContaining({ id, from: known[id]?.due, to: due }),
          ),
        );
        for (const move of moves) expect(isStillMoved(move, now)).toBe(true);
      }),
    );
  });

  it('no fact moves a day by law, while the law stays', () => {
    fc.assert(
      fc.property(anyOrganisation, anyOrganisation, anyDay, (was, is, on) => {
        expect(movedOn(knownOn(was, on), is, on)).toEqual([]);
      }),
    );
  });
});
