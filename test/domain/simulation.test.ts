import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, latest } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import { asAdopted, proposedEntry } from '../../domain/proposed-entries.ts';
import { effectOf, isAffected, overlaid } from '../../domain/simulation.ts';
import { catalogue as ours } from '../../domain/statute/catalogue.ts';
import { faultsOf } from '../../domain/statute/catalogue-check.ts';
import type { ObligationEntry } from '../../domain/statute/entries.ts';
import { obligationIds } from '../../domain/statute/obligation-ids.ts';
import { serviceTasks } from '../../domain/statute/service-tasks.ts';
import { raisedAfter, warningsToRaise } from '../../domain/warnings.ts';
import { catalogueHash, catalogueHashOf } from '../../functions/catalogue-hash.ts';
import { anyAssessments, anyDay, anyOrganisation } from '../support/arbitraries.ts';
import { anOrganisation } from '../support/builders.ts';

/** An amendment as a person would propose it: joining moved to 1.1.2027. */
const laterJoining = {
  obligation: 'join',
  givenBy: '999/2027',
  knownFrom: '2026-11-20',
  inForceFrom: '2026-12-01',
  basis: [{ act: '703/2023', section: '102', subsection: 5, amendedBy: '999/2027' }],
  rule: { kind: 'join', day: '2027-01-01', lateJoinerClause: true },
};
const adopted = (...proposals: object[]) =>
  asAdopted(proposals.map((proposal) => proposedEntry.parse(proposal)));
const changed = (...proposals: object[]) => overlaid(adopted(...proposals));

const today = day('2026-11-22');
const effect = (
  facts: Parameters<typeof anOrganisation>[0],
  on: string,
  { proposals = [laterJoining] as object[] } = {},
) =>
  effectOf(changed(...proposals), {
    organisation: anOrganisation(facts),
    assessments: [],
    waivers: [],
    raised: {},
    today,
    on: day(on),
  });

const ruleFor = (obligation: ObligationEntry['obligation'], on: Day) => {
  switch (obligation) {
    case 'join':
      return fc.boolean().map((lateJoinerClause) => ({ kind: 'join', day: on, lateJoinerClause }));
    case 'store-documents':
    case 'store-recordings':
      return fc.constantFrom({ kind: 'fixed', day: on }, { kind: 'from-joining', bindsFrom: on });
    case 'disclosure-permit':
    case 'disclosure-logs':
    case 'security-plan':
      return fc.constantFrom({ kind: 'join-deadline' }, { kind: 'from-joining', bindsFrom: on });
    case 'patient-data':
    case 'soteri-registration':
      return fc.constant({ kind: 'fixed', day: on });
    case 'soteri-annual-check':
      return fc.record({
        kind: fc.constant('yearly'),
        month: fc.integer({ min: 1, max: 12 }),
        dayOfMonth: fc.integer({ min: 1, max: 28 }),
        firstYear: fc.integer({ min: 2024, max: 2030 }),
      });
  }
};

/** Any entry that the API would take, from the law of today on. */
const anyProposal = fc
  .tuple(
    fc.constantFrom(...obligationIds),
    anyDay,
    fc.integer({ min: 0, max: 800 }),
    fc.integer({ min: 0, max: 400 }),
    fc.uniqueArray(fc.constantFrom(...serviceTasks), { minLength: 1 }),
  )
  .chain(([obligation, on, known, wait, tasks]) =>
    ruleFor(obligation, on).map((rule) => {
      const knownFrom = addDays(day('2025-01-02'), known);
      return {
        obligation,
        givenBy: '999/2027',
        knownFrom,
        inForceFrom: addDays(knownFrom, wait),
        basis: [{ act: '703/2023', section: '102' }],
        rule,
        serviceTasks: obligation.startsWith('store-') ? tasks : null,
      };
    }),
  );

/** Entries that leave no gap and no overlap. */
const anyAmendment = fc
  .array(anyProposal, { minLength: 1, maxLength: 3 })
  .map((proposals) => adopted(...proposals))
  .filter((entries) => faultsOf(overlaid(entries)).length === 0);

const begins = ({ knownFrom, inForceFrom }: ObligationEntry) => latest(knownFrom, inForceFrom);

const anyTrial = fc.record({
  organisation: anyOrganisation,
  assessments: anyAssessments,
  waivers: fc.constant([]),
  raised: fc.constant({}),
  today: anyDay,
  on: anyDay,
});

describe('a change of law that is tried', () => {
  test('nothing laid over our catalogue makes no difference to anyone, on any day', () => {
    expect(catalogueHashOf(overlaid([]))).toBe(catalogueHash);
    fc.assert(
      fc.property(anyTrial, (trial) => {
        expect(isAffected(effectOf(overlaid([]), trial))).toBe(false);
      }),
    );
  });

  test('given or in force only later, it leaves earlier days as they were', () => {
    let reached = 0;
    fc.assert(
      fc.property(anyAmendment, anyTrial, (entries, trial) => {
        const first = entries.map(begins).sort()[0] ?? trial.on;
        reached += Number(isAffected(effectOf(overlaid(entries), { ...trial, on: first })));
        const on = trial.on < first ? trial.on : addDays(first, -1);
        expect(isAffected(effectOf(overlaid(entries), { ...trial, on }))).toBe(false);
      }),
    );
    expect(reached).toBeGreaterThan(0);
  });

  test('it is answered for any organisation on any day, and leaves our own catalogue as it was', () => {
    const before = structuredClone(ours);
    fc.assert(
      fc.property(anyAmendment, anyTrial, (entries, trial) => {
        const { moves } = effectOf(overlaid(entries), trial);
        expect(new Set(moves.map(({ id }) => id)).size).toBe(moves.length);
        for (const { from, to } of moves) expect(from).not.toBe(to);
      }),
    );
    expect(ours).toEqual(before);
    expect(catalogueHashOf(ours)).toBe(catalogueHash);
  });

  test('what moves is what the deadlines by either law differ in', () => {
    fc.assert(
      fc.property(anyAmendment, anyTrial, (entries, trial) => {
        const { organisation, assessments, on } = trial;
        const by = (catalogue = ours) =>
          evaluate({ organisation, assessments, waivers: [], on, catalogue }).deadlines;
        const { moves, status } = effectOf(overlaid(entries), trial);
        const after = new Map(by().map(({ id, due }) => [id, due]));
        for (const { id, from, to } of moves) {
          expect(after.get(id) ?? null).toBe(from);
          if (to === null) after.delete(id);
          else after.set(id, to);
        }
        expect(Object.fromEntries(after)).toEqual(
          Object.fromEntries(by(overlaid(entries)).map(({ id, due }) => [id, due])),
        );
        expect(status.to).toBe(
          evaluate({ organisation, assessments, waivers: [], on, catalogue: overlaid(entries) })
            .status,
        );
      }),
    );
  });
});

describe('joining moved to 1.1.2027', () => {
  const everyTask = { serviceTasks: [...serviceTasks] };

  test('moves six tasks, permit, logs and plan with it for who has not joined', () => {
    const { moves, status } = effect(everyTask, '2026-12-01');
    expect(moves.map(({ id }) => id).sort()).toEqual([
      'disclosure-logs',
      'disclosure-permit',
      'join',
      'security-plan',
      ...serviceTasks
        .filter((task) => task !== 'family-law')
        .map((task) => `store-documents/${task}`)
        .sort(),
    ]);
    for (const { from, to } of moves) expect([from, to]).toEqual(['2026-09-01', '2027-01-01']);
    // Family law has a day of its own, which stays (102 § 7 mom. 1 k.).
    expect(status).toEqual({ from: 'overdue', to: 'overdue' });
    // A month is too short for a project that has not begun.
    expect(effect({}, '2026-12-01').status).toEqual({ from: 'overdue', to: 'too-late' });
  });

  test('leaves the storing and the plan of who joined before', () => {
    const { moves } = effect({ ...everyTask, joinedOn: '2026-03-01' }, '2026-12-01');
    expect(moves.map(({ id }) => id)).toEqual(['join', 'disclosure-permit', 'disclosure-logs']);
  });

  test.each([
    ['only on Åland', { counties: ['ahvenanmaa'] }],
    ['private and without a system', { usesClientDataSystem: false }],
  ])('changes nothing for an organisation %s', (_who, facts) => {
    expect(isAffected(effect(facts, '2026-12-01'))).toBe(false);
  });

  test('changes nothing on the day before it is in force, and all on that day', () => {
    expect(isAffected(effect({}, '2026-11-30'))).toBe(false);
    expect(isAffected(effect({}, '2026-12-01'))).toBe(true);
  });

  test('changes nothing before it is given, even if it were said to be in force', () => {
    const proposals = [{ ...laterJoining, knownFrom: '2026-12-15' }];
    expect(isAffected(effect({}, '2026-12-14', { proposals }))).toBe(false);
    expect(isAffected(effect({}, '2026-12-15', { proposals }))).toBe(true);
  });

  test('warns on the day it begins of the new days and of the plan, and not again before the next rung', () => {
    expect(effect({}, '2026-12-01').warnings).toEqual({ from: 0, to: 6 });
    expect(effect({}, '2026-12-03').warnings).toEqual({ from: 0, to: 0 });
  });
});

describe('the warnings of a day', () => {
  const organisation = anOrganisation();
  const by = (on: Day) => evaluate({ organisation, assessments: [], waivers: [], on });

  test('are those that night after night would raise on it', () => {
    let raised = {};
    for (let on = today; on < day('2027-02-01'); on = addDays(on, 1)) {
      const evaluation = by(on);
      const { warnings } = effectOf(ours, {
        organisation,
        assessments: [],
        waivers: [],
        raised: {},
        today,
        on,
      });
      // The first night has everything before it to make up for, and so has the next if it did not run.
      if (on > addDays(today, 1)) {
        expect([on, warnings.from]).toEqual([on, warningsToRaise(evaluation, raised).length]);
      }
      raised = raisedAfter(evaluation, raised);
    }
  });

  test('today and tomorrow are those not raised yet', () => {
    const raised = raisedAfter(by(today), {});
    const on = (date: Day, before: typeof raised) =>
      effectOf(ours, {
        organisation,
        assessments: [],
        waivers: [],
        raised: before,
        today,
        on: date,
      }).warnings.from;
    expect(on(today, {})).toBe(warningsToRaise(by(today), {}).length);
    expect(on(today, {})).toBeGreaterThan(0);
    expect(on(today, raised)).toBe(0);
    expect(on(addDays(today, 1), {})).toBeGreaterThan(0);
    expect(on(addDays(today, 1), raised)).toBe(0);
  });

  test('gone by are those of its own night, whatever has been raised since', () => {
    const raised = raisedAfter(by(today), {});
    const on = day('2026-09-01');
    expect(
      effectOf(ours, { organisation, assessments: [], waivers: [], raised, today, on }).warnings
        .from,
    ).toBe(5);
  });
});

describe('a proposed entry', () => {
  test('takes the name of its act and the place of what is in force and lies within it', () => {
    expect(adopted(laterJoining)).toMatchObject([
      {
        id: 'join/999-2027',
        supersedes: ['join/307-2024'],
        serviceTasks: null,
        binds: { sector: 'any', register: 'any' },
      },
    ]);
  });

  test('does not take the place of what is about more than it', () => {
    const forPrivate = { ...laterJoining, binds: { sector: 'private' } };
    expect(adopted(forPrivate)).toMatchObject([{ supersedes: [] }]);
    expect(faultsOf(changed(forPrivate))).toContainEqual(
      expect.objectContaining({ kind: 'overlap', entries: ['join/307-2024', 'join/999-2027'] }),
    );
  });

  test('by sector, two entries that say so take the place of one', () => {
    const supersedes = ['join/307-2024'];
    const split = [
      { ...laterJoining, id: 'join-public/999-2027', binds: { sector: 'public' }, supersedes },
      {
        ...laterJoining,
        id: 'join-private/999-2027',
        binds: { sector: 'private' },
        supersedes,
        rule: { ...laterJoining.rule, day: '2028-01-01' },
      },
    ];
    expect(faultsOf(changed(...split))).toEqual([]);
    const joins = (sector: string) =>
      effect({ sector }, '2026-12-01', { proposals: split }).moves.find(({ id }) => id === 'join');
    expect(joins('public')?.to).toBe('2027-01-01');
    expect(joins('private')?.to).toBe('2028-01-01');
  });

  test('of a later act takes the place of one proposed with it, in whatever order they come', () => {
    const again = {
      ...laterJoining,
      givenBy: '12/2028',
      inForceFrom: '2027-06-01',
      rule: { ...laterJoining.rule, day: '2029-01-01' },
    };
    const entries = adopted(again, laterJoining);
    expect(entries.map(({ id, supersedes }) => [id, supersedes])).toEqual([
      ['join/12-2028', ['join/999-2027']],
      ['join/999-2027', ['join/307-2024']],
    ]);
    expect(faultsOf(overlaid(entries))).toEqual([]);
  });

  test('is named apart from another of the same act and obligation', () => {
    const storing = (tasks: string[], day: string) => ({
      ...laterJoining,
      obligation: 'store-documents',
      serviceTasks: tasks,
      rule: { kind: 'fixed', day },
    });
    const entries = adopted(
      storing(['families-with-children', 'working-age', 'older-people'], '2027-03-01'),
      storing(['family-law'], '2028-03-01'),
    );
    expect(entries.map(({ id }) => id)).toEqual([
      'store-documents/999-2027',
      'store-documents-2/999-2027',
    ]);
    expect(faultsOf(overlaid(entries))).toEqual([]);
  });
});
