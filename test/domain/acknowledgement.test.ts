import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Acknowledgement,
  acknowledgementRequest,
  longestQuiet,
  quietAmong,
  quietBy,
  quietEndsOn,
} from '../../domain/acknowledgement.ts';
import { addDays, type Day, day, earliestOf } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import {
  openWarnings,
  type Raised,
  raisedAfter,
  raisedLeaving,
  subjectOf,
  type Warning,
  warningKey,
  warningsToRaise,
} from '../../domain/warnings.ts';
import { anyAssessments, anyDay, anyOrganisation } from '../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

const today = day('2026-11-22');
const due = day('2026-09-01');
const join = { kind: 'deadline', id: 'join', due } as const;

const quiet = (until: string, more: Partial<Acknowledgement> = {}): Acknowledgement => ({
  side: 'overseers',
  subjects: [{ kind: 'deadline', id: 'join' }],
  due,
  until: day(until),
  ...more,
});

describe('an acknowledgement', () => {
  test.each<[string, boolean, string]>([
    ['2026-11-21', false, 'yesterday is no day to be quiet until'],
    ['2026-11-22', true, 'today is: it ends a longer quiet'],
    ['2027-02-20', true, 'ninety days are the longest'],
    ['2027-02-21', false, 'a day more is too long'],
    ['2026-02-30', false, 'it must be a day'],
  ])('until %s is taken: %s (%s)', (until, isTaken) => {
    expect(acknowledgementRequest(today).safeParse({ until }).success).toBe(isTaken);
  });

  test('says why its day is too late, and which is the last', () => {
    const { error } = acknowledgementRequest(today).safeParse({ until: '2027-03-01' });
    expect(error?.issues).toMatchObject([
      {
        path: ['until'],
        params: { rule: 'quiet-too-long', days: longestQuiet, last: '2027-02-20' },
      },
    ]);
  });

  const is = (on: string, ...acknowledgements: Acknowledgement[]) =>
    quietBy(acknowledgements, join, { side: 'overseers', on: day(on) }) !== undefined;

  test('holds on its last day and not on the day after', () => {
    expect([is('2026-12-01', quiet('2026-12-01')), is('2026-12-02', quiet('2026-12-01'))]).toEqual([
      true,
      false,
    ]);
  });

  test('that came in last counts, also where it ends earlier', () => {
    expect(is('2026-11-25', quiet('2026-12-01'), quiet('2026-11-24'))).toBe(false);
    expect(is('2026-11-25', quiet('2026-11-24'), quiet('2026-12-01'))).toBe(true);
  });

  test('is of its due day: one that moves ends the quiet', () => {
    const moved = { ...join, due: day('2026-10-01') };
    const on = day('2026-11-25');
    expect(quietBy([quiet('2026-12-01')], moved, { side: 'overseers', on })).toBeUndefined();
  });

  test('of one subject says nothing of another, and one of several says it of each', () => {
    const other = { ...join, id: 'security-plan' };
    const question = { side: 'overseers', on: today } as const;
    expect(quietBy([quiet('2026-12-01')], other, question)).toBeUndefined();
    const both = quiet('2026-12-01', { subjects: [join, other] });
    expect(
      quietAmong(
        [
          { ...join, rung: 56 },
          { ...other, rung: 56 },
        ],
        [both],
        question,
      ),
    ).toHaveLength(2);
  });

  test('of a provider does not silence those who oversee it, nor the other way round', () => {
    const own = quiet('2026-12-01', { side: 'provider' });
    expect(quietBy([own], join, { side: 'overseers', on: today })).toBeUndefined();
    expect(quietBy([own], join, { side: 'provider', on: today })).toBe(own);
    expect(quietBy([quiet('2026-12-01')], join, { side: 'provider', on: today })).toBeUndefined();
  });

  test('holds for units in which the same ends on the same day', () => {
    const cards = { kind: 'requirement', id: 'cards', due: day('2027-06-30') } as const;
    const ofUnits = { ...cards, id: 'cards/2027-06-30' };
    const whole = quiet('2026-12-01', { subjects: [cards], due: cards.due });
    expect(quietBy([whole], ofUnits, { side: 'overseers', on: today })).toBe(whole);
  });
});

/** One night: what is raised, what is raised altogether after it, and when the next has to look. */
const nightOf = (
  evaluation: ReturnType<typeof evaluate>,
  raised: Raised,
  acknowledgements: readonly Acknowledgement[],
) => {
  const question = { side: 'overseers', on: evaluation.on } as const;
  const reached = warningsToRaise(evaluation, raised);
  const left = quietAmong(reached, acknowledgements, question);
  const quietEnd = quietEndsOn(left, acknowledgements, question);
  return {
    warnings: reached.filter((warning) => !left.includes(warning)),
    raised: raisedLeaving(evaluation, raised, left),
    next: earliestOf([evaluation.nextChange, quietEnd].flatMap((one) => one ?? [])),
  };
};

describe('quiet', () => {
  test('holds back the rungs that come while it lasts; on the day after, the most urgent comes once', () => {
    const organisation = anOrganisation();
    const told: string[] = [];
    let raised: Raised = {};
    for (let on = day('2026-08-01'); on <= '2026-10-05'; on = addDays(on, 1)) {
      const acknowledgements = on < '2026-08-10' ? [] : [quiet('2026-09-10')];
      const evaluation = evaluate({ organisation, assessments: [], waivers: [], on });
      const night = nightOf(evaluation, raised, acknowledgements);
      raised = night.raised;
      for (const { kind, id, rung } of night.warnings)
        if (kind === 'deadline' && id === 'join') told.push(`${on} ${rung}`);
    }
    expect(told).toEqual([
      '2026-08-01 -60',
      '2026-08-02 -30',
      '2026-09-11 7',
      '2026-09-15 14',
      '2026-09-29 28',
    ]);
  });

  test('nights that come only when something can change tell the same', () => {
    const organisation = anOrganisation();
    const acknowledgements = [
      quiet('2026-09-10'),
      quiet('2026-09-20', { subjects: [{ kind: 'deadline', id: 'security-plan' }] }),
    ];
    const told = (isDueOnly: boolean) => {
      const keys: string[] = [];
      let raised: Raised = {};
      let next: Day | undefined = day('2026-08-10');
      for (let on = day('2026-08-10'); on <= '2026-10-05'; on = addDays(on, 1)) {
        if (isDueOnly && (next === undefined || on < next)) continue;
        const evaluation = evaluate({ organisation, assessments: [], waivers: [], on });
        const night = nightOf(evaluation, raised, acknowledgements);
        ({ raised, next } = night);
        keys.push(...night.warnings.map((warning) => `${on} ${warningKey('x', warning)}`));
      }
      return keys;
    };
    expect(told(true)).toEqual(told(false));
  });

  const anyQuiet = fc.record({
    after: fc.nat({ max: 11 }),
    days: fc.integer({ min: 0, max: 90 }),
    of: fc.nat(),
  });

  test('with any nights skipped: what is quiet is not raised; what is not stands at its most urgent rung, raised once', () => {
    fc.assert(
      fc.property(
        anyOrganisation,
        anyAssessments,
        anyDay,
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
        fc.array(anyQuiet, { maxLength: 6 }),
        (organisation, assessments, start, gaps, quiets) => {
          let raised: Raised = {};
          let on = start;
          const keys: string[] = [];
          const acknowledgements: Acknowledgement[] = [];
          for (const [nth, gap] of gaps.entries()) {
            const evaluation = evaluate({ organisation, assessments, waivers: [], on });
            const night = nightOf(evaluation, raised, acknowledgements);
            const question = { side: 'overseers', on } as const;
            expect(quietAmong(night.warnings, acknowledgements, question)).toEqual([]);
            keys.push(...night.warnings.map((warning) => warningKey('x', warning)));
            raised = night.raised;
            const left = warningsToRaise(evaluation, raised);
            expect(quietAmong(left, acknowledgements, question)).toEqual(left);
            const open = openWarnings(evaluation, raised);
            for (const { days, of } of quiets.filter(({ after }) => after === nth)) {
              const about = open[of % Math.max(1, open.length)];
              if (about === undefined) continue;
              acknowledgements.push(
                quiet(addDays(on, days), { subjects: [about], due: about.due }),
              );
            }
            on = addDays(on, gap);
          }
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  test('without an acknowledgement everything is as ever', () => {
    fc.assert(
      fc.property(anyOrganisation, anyAssessments, anyDay, (organisation, assessments, on) => {
        const evaluation = evaluate({ organisation, assessments, waivers: [], on });
        const night = nightOf(evaluation, {}, []);
        expect(night.warnings).toEqual(warningsToRaise(evaluation, {}));
        expect(night.raised).toEqual(raisedAfter(evaluation, {}));
        expect(night.next).toBe(evaluation.nextChange ?? undefined);
      }),
    );
  });
});

const evaluatedOn = (
  on: string,
  facts: Record<string, unknown> = {},
  assessments: ReturnType<typeof anAssessment>[] = [],
) => evaluate({ organisation: anOrganisation(facts), assessments, waivers: [], on: day(on) });
const subjects = (warnings: readonly Warning[]) => warnings.map(subjectOf);

describe('open warnings', () => {
  test('are those that were raised and still stand, at the rung they were raised at', () => {
    const raised = raisedAfter(evaluatedOn('2026-11-22'), {});
    const open = openWarnings(evaluatedOn('2026-11-25'), raised);
    expect(open.find(({ id }) => id === 'join')).toEqual({ ...join, rung: 56 });
  });

  test('are none before the first night', () => {
    expect(openWarnings(evaluatedOn('2026-11-22'), {})).toEqual([]);
  });

  test('do not hold what was met, nor what moved to another day', () => {
    const raised = raisedAfter(evaluatedOn('2026-11-22'), {});
    const joined = openWarnings(evaluatedOn('2026-11-23', { joinedOn: '2026-11-23' }), raised);
    expect(subjects(joined)).not.toContain('deadline:join');
    const moved = openWarnings(evaluatedOn('2026-11-23', { operatingSince: '2026-11-20' }), raised);
    expect(subjects(moved)).not.toContain('deadline:join');
  });

  test('hold again what was in order and has come back, though it is not told anew', () => {
    const raised = raisedAfter(evaluatedOn('2026-11-22'), {});
    const settled = raisedAfter(evaluatedOn('2026-11-22', { joinedOn: '2026-11-22' }), raised);
    expect(subjects(openWarnings(evaluatedOn('2026-11-23'), settled))).toContain('deadline:join');
  });

  test('stand in the order of their days, and are the same whether quiet or not', () => {
    const certificate = anAssessment('2026-06-01', {
      'service-certificates': { state: 'done', validUntil: '2026-12-10' },
    });
    const evaluation = evaluatedOn('2026-11-22', {}, [certificate]);
    const open = openWarnings(evaluation, raisedAfter(evaluation, {}));
    expect(open.at(0)?.due).toBe('2026-09-01');
    expect(open.at(-1)).toMatchObject({ kind: 'requirement', due: '2026-12-10' });
    expect(open.map((one) => one.due)).toEqual(open.map((one) => one.due).toSorted());
  });
});
