import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../domain/day.ts';
import { evaluate } from '../../domain/evaluation.ts';
import {
  deadlineRungOn,
  endingRungOn,
  nextDeadlineRung,
  nextEndingRung,
} from '../../domain/ladder.ts';
import type { Waiver } from '../../domain/waiver.ts';
import {
  type Raised,
  raisedAfter,
  settledSince,
  subjectOf,
  type Warning,
  warningKey,
  warningsToRaise,
} from '../../domain/warnings.ts';
import { anyAssessments, anyDay, anyOrganisation } from '../support/arbitraries.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';

const due = day('2026-09-01');

describe('the ladder of a deadline', () => {
  test.each<[string, number | undefined, string]>([
    ['2025-08-31', undefined, 'more than a year before there is no warning'],
    ['2025-09-01', -365, 'a year before'],
    ['2026-02-27', -365, 'the day before half a year'],
    ['2026-03-05', -180, 'half a year before'],
    ['2026-06-03', -90, '90 days before'],
    ['2026-07-03', -60, '60 days before'],
    ['2026-08-02', -30, '30 days before'],
    ['2026-08-18', -14, '14 days before'],
    ['2026-08-25', -7, '7 days before'],
    ['2026-08-30', -7, 'two days before it is still the rung of seven'],
    ['2026-08-31', -1, 'the day before'],
    ['2026-09-01', 0, 'the day itself'],
    ['2026-09-07', 0, 'six days after'],
    ['2026-09-08', 7, 'a week after'],
    ['2026-09-15', 14, 'two weeks after'],
    ['2026-09-29', 28, 'four weeks after'],
    ['2026-10-26', 28, 'the day before eight weeks'],
    ['2026-10-27', 56, 'eight weeks after'],
    ['2026-11-22', 56, 'and every four weeks from then on'],
  ])('on %s it stands at %s: %s', (on, rung) => {
    expect(deadlineRungOn(due, day(on))).toBe(rung);
  });

  test('the next rung is the first later day on which the rung changes', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const next = nextDeadlineRung(due, on);
        expect(deadlineRungOn(due, next)).not.toBe(deadlineRungOn(due, on));
        expect(deadlineRungOn(due, addDays(next, -1))).toBe(deadlineRungOn(due, on));
      }),
    );
  });
});

describe('the ladder of evidence that ends', () => {
  test.each<[string, number | undefined]>([
    ['2026-06-02', undefined],
    ['2026-06-03', -90],
    ['2026-08-02', -30],
    ['2026-08-25', -7],
    ['2026-09-01', 0],
    ['2027-09-01', 0],
  ])('on %s it stands at %s', (on, rung) => {
    expect(endingRungOn('evidence', due, day(on))).toBe(rung);
  });

  test('after the last day no rung is left', () => {
    expect(nextEndingRung('evidence', due, day('2026-08-31'))).toBe('2026-09-01');
    expect(nextEndingRung('evidence', due, due)).toBeUndefined();
  });
});

const evaluatedOn = (
  on: Day,
  facts: Record<string, unknown> = {},
  assessments: ReturnType<typeof anAssessment>[] = [],
) => evaluate({ organisation: anOrganisation(facts), assessments, waivers: [], on });

describe('warnings', () => {
  test('an overdue organisation seen for the first time is warned at the most urgent rung only', () => {
    const join = warningsToRaise(evaluatedOn(day('2026-11-22')), {}).filter(
      ({ id }) => id === 'join',
    );
    expect(join).toEqual([{ kind: 'deadline', id: 'join', due: '2026-09-01', rung: 56 }]);
  });

  test('what was raised is not raised again until the next rung', () => {
    const first = evaluatedOn(day('2026-11-22'));
    const raised = raisedAfter(first, {});
    expect(warningsToRaise(first, raised)).toEqual([]);
    expect(warningsToRaise(evaluatedOn(day('2026-11-23')), raised)).toEqual([]);
    expect(
      warningsToRaise(evaluatedOn(day('2026-11-24')), raised).map(({ rung }) => rung),
    ).toContain(84);
  });

  test('nothing is raised about an operation that has ended, nor about milestones or what is met', () => {
    expect(warningsToRaise(evaluatedOn(day('2026-11-22'), { endedOn: '2026-10-15' }), {})).toEqual(
      [],
    );
    const met = evaluatedOn(day('2026-11-22'), { joinedOn: '2026-08-01' });
    expect(warningsToRaise(met, {}).map(({ id }) => id)).not.toContain('join');
  });

  test('the yearly Soteri check is not warned of before the year in which it can be made', () => {
    const ids = (on: string) => warningsToRaise(evaluatedOn(day(on)), {}).map(({ id }) => id);
    expect(ids('2026-12-31')).not.toContain('soteri-annual-check');
    expect(ids('2027-01-01')).toContain('soteri-annual-check');
  });

  test('evidence that ends is warned of by its own last day, and renewed evidence is told as settled', () => {
    const until = (validUntil: string, statedOn = '2026-06-01') =>
      anAssessment(statedOn, { 'service-certificates': { state: 'done', validUntil } });
    const before = evaluatedOn(day('2026-11-22'), {}, [until('2026-12-10')]);
    const certificate = {
      kind: 'requirement',
      id: 'service-certificates',
      due: '2026-12-10',
      rung: -30,
    };
    expect(warningsToRaise(before, {})).toContainEqual(certificate);
    const raised = raisedAfter(before, {});
    const renewed = evaluatedOn(day('2026-11-23'), {}, [
      until('2026-12-10'),
      until('2027-11-20', '2026-11-23'),
    ]);
    expect(settledSince(renewed, raised)).toEqual(['requirement:service-certificates']);
    expect(settledSince(renewed, raisedAfter(renewed, raised))).toEqual([]);
  });

  test('a duty met after a warning is told as settled once; one that only moved is not', () => {
    const raised = raisedAfter(evaluatedOn(day('2026-11-22')), {});
    const joined = evaluatedOn(day('2026-11-23'), { joinedOn: '2026-11-23' });
    expect(settledSince(joined, raised)).toEqual(['deadline:join']);
    expect(settledSince(joined, raisedAfter(joined, raised))).toEqual([]);
    const moved = evaluatedOn(day('2026-11-23'), { operatingSince: '2026-11-20' });
    expect(settledSince(moved, raised)).toEqual([]);
  });

  test('something that comes and goes is not warned of again at the same rung', () => {
    const unmet = evaluatedOn(day('2026-11-22'));
    const raised = raisedAfter(
      evaluatedOn(day('2026-11-22'), { joinedOn: '2026-11-22' }),
      raisedAfter(unmet, {}),
    );
    expect(warningsToRaise(unmet, raised).map(({ id }) => id)).not.toContain('join');
  });

  /** Of everything raised on each of these days, what is of one kind: `[day, id, due, rung]`. */
  const raisedOver = (
    days: readonly string[],
    kind: Warning['kind'],
    {
      facts = {},
      assessments = [],
      waivers = [],
    }: {
      facts?: Record<string, unknown> | ((on: string) => Record<string, unknown>);
      assessments?: readonly ReturnType<typeof anAssessment>[];
      waivers?: readonly Waiver[];
    },
  ) => {
    let raised: Raised = {};
    return days.flatMap((value) => {
      const evaluation = evaluate({
        organisation: anOrganisation(typeof facts === 'function' ? facts(value) : facts),
        assessments,
        waivers,
        on: day(value),
      });
      const fresh = warningsToRaise(evaluation, raised);
      raised = raisedAfter(evaluation, raised);
      return fresh
        .filter((warning) => warning.kind === kind)
        .map(({ id, due: end, rung }) => [value, id, end, rung]);
    });
  };
  const joined = { joinedOn: '2025-01-10', storingSince: { 'older-people': '2025-01-10' } };

  test('a statement is warned of thirty days before it ages and on its last day', () => {
    const assessments = [anAssessment('2025-06-01', { 'access-rights': { state: 'done' } })];
    expect(
      raisedOver(
        ['2026-05-01', '2026-05-02', '2026-05-31', '2026-06-01', '2026-06-02', '2026-07-01'],
        'statement',
        { facts: joined, assessments },
      ),
    ).toEqual([
      ['2026-05-02', 'access-rights', '2026-06-01', -30],
      ['2026-06-01', 'access-rights', '2026-06-01', 0],
    ]);
  });

  test('a missed last day is made up for when the statement has aged already', () => {
    const assessments = [anAssessment('2025-06-01', { 'access-rights': { state: 'done' } })];
    expect(
      raisedOver(['2026-05-02', '2026-06-09', '2026-06-10'], 'statement', {
        facts: joined,
        assessments,
      }),
    ).toEqual([
      ['2026-05-02', 'access-rights', '2026-06-01', -30],
      ['2026-06-09', 'access-rights', '2026-06-01', 0],
    ]);
  });

  test('made again, it is warned of by its new day, and the old one is not told as fixed', () => {
    const before = [anAssessment('2025-06-01', { 'access-rights': { state: 'done' } })];
    const after = [...before, anAssessment('2026-05-20', { 'access-rights': { state: 'done' } })];
    const raised = raisedAfter(evaluatedOn(day('2026-05-02'), joined, before), {});
    expect(raised['statement:access-rights']).toMatchObject({ due: '2026-06-01', rung: -30 });
    const renewed = evaluatedOn(day('2026-05-21'), joined, after);
    expect(settledSince(renewed, raised)).toEqual([]);
    expect(warningsToRaise(renewed, raised).map(subjectOf)).not.toContain(
      'statement:access-rights',
    );
  });

  test('a waiver is warned of a week before it ends and on its last day, not when it is given', () => {
    const waivers = [
      {
        requirement: 'cards',
        reason: 'kortit tilattu',
        from: day('2026-04-15'),
        until: day('2026-04-20'),
      },
      {
        requirement: 'access-rights',
        reason: 'järjestelmän vaihto',
        from: day('2026-04-01'),
        until: day('2026-04-20'),
      },
    ] as const;
    const assessments = [
      anAssessment('2026-04-01', {
        cards: { state: 'not-started' },
        'access-rights': { state: 'in-progress' },
      }),
    ];
    expect(
      raisedOver(['2026-04-12', '2026-04-13', '2026-04-15', '2026-04-20', '2026-04-21'], 'waiver', {
        facts: joined,
        assessments,
        waivers,
      }),
    ).toEqual([
      ['2026-04-13', 'access-rights', '2026-04-20', -7],
      ['2026-04-20', 'cards', '2026-04-20', 0],
      ['2026-04-20', 'access-rights', '2026-04-20', 0],
    ]);
  });

  test('a missed end of a waiver is made up for, unless all is in order by then or it is old news', () => {
    const waiver: Waiver = {
      requirement: 'cards',
      reason: 'kortit tilattu',
      from: day('2026-03-01'),
      until: day('2026-04-20'),
    };
    const undone = anAssessment('2026-02-01', { cards: { state: 'not-started' } });
    const done = anAssessment('2026-04-20', { cards: { state: 'done' } });
    const over = (value: string, assessments: readonly ReturnType<typeof anAssessment>[]) =>
      raisedOver([value], 'waiver', { facts: joined, assessments, waivers: [waiver] });
    expect(over('2026-04-22', [undone])).toEqual([['2026-04-22', 'cards', '2026-04-20', 0]]);
    expect(over('2026-04-22', [undone, done])).toEqual([]);
    expect(over('2026-05-18', [undone])).toHaveLength(1);
    expect(over('2026-05-19', [undone])).toEqual([]);
    const again: Waiver = { ...waiver, from: day('2026-04-21'), until: day('2026-06-30') };
    expect(
      raisedOver(['2026-04-22'], 'waiver', {
        facts: joined,
        assessments: [undone],
        waivers: [waiver, again],
      }),
    ).toEqual([]);
  });

  test('what recurs every four months is not warned of three months before', () => {
    const assessments = [
      anAssessment('2026-04-01', {
        'self-monitoring-plan': { state: 'done', points: { followUpPublishedOn: '2026-04-01' } },
        'service-certificates': { state: 'done', validUntil: '2026-08-01' },
      }),
    ];
    expect(
      raisedOver(['2026-05-03', '2026-07-02', '2026-07-25', '2026-08-01'], 'requirement', {
        facts: joined,
        assessments,
      }).filter(([, id]) => id === 'self-monitoring-plan'),
    ).toEqual([
      ['2026-07-02', 'self-monitoring-plan', '2026-08-01', -30],
      ['2026-07-25', 'self-monitoring-plan', '2026-08-01', -7],
      ['2026-08-01', 'self-monitoring-plan', '2026-08-01', 0],
    ]);
  });

  test('where units were spoken of singly, each day on which something ends is warned of', () => {
    const units = ['1', '2'].map((number) => ({
      oid: `1.2.246.10.2048198.10.${number}`,
      name: number,
    }));
    const until = (validUntil: string) => ({ cards: { state: 'done', validUntil } });
    const [one = { oid: '' }, two = { oid: '' }] = units;
    const assessments = [
      anAssessment('2026-04-01', until('2026-06-30'), { units: [one.oid] }),
      anAssessment('2026-04-02', until('2026-07-31'), { units: [two.oid] }),
    ];
    expect(
      raisedOver(['2026-06-30', '2026-07-31'], 'requirement', {
        facts: { ...joined, units },
        assessments,
      }),
    ).toEqual([
      ['2026-06-30', 'cards/2026-06-30', '2026-06-30', 0],
      ['2026-06-30', 'cards/2026-07-31', '2026-07-31', -90],
      ['2026-07-31', 'cards/2026-07-31', '2026-07-31', 0],
    ]);
  });

  describe('a plan that has become too late', () => {
    const used = { systemUsedToJoin: true, counties: ['kainuu'] };

    test('is warned of once, by the day on which it was seen; further late steps do not worsen it', () => {
      expect(
        raisedOver(['2026-03-01', '2026-03-02', '2026-03-03', '2026-07-18', '2026-08-31'], 'plan', {
          facts: used,
        }),
      ).toEqual([['2026-03-02', 'join', '2026-09-01', -183]]);
    });

    test('and not at all once the day itself has passed: the deadline says it', () => {
      expect(raisedOver(['2026-09-02', '2026-11-22'], 'plan', { facts: used })).toEqual([]);
    });

    test('in time again it is told as fixed, and too late again for a later step it is warned of anew', () => {
      const begun = (since: string) =>
        anAssessment('2026-03-10', { 'decision-and-project': { state: 'in-progress', since } });
      const late = evaluatedOn(day('2026-03-02'), used);
      const raised = raisedAfter(late, {});
      const inTime = evaluatedOn(day('2026-03-10'), used, [begun('2026-01-15')]);
      expect(inTime.status).not.toBe('too-late');
      expect(settledSince(inTime, raised)).toEqual(['plan:join']);
      const settled = raisedAfter(inTime, raised);
      expect(settledSince(inTime, settled)).toEqual([]);
      const again = evaluatedOn(day('2026-07-18'), used, [begun('2026-01-15')]);
      expect(again.status).toBe('too-late');
      expect(warningsToRaise(again, settled).filter(({ kind }) => kind === 'plan')).toEqual([
        { kind: 'plan', id: 'join', due: '2026-09-01', rung: -45 },
      ]);
    });

    test('once joined it is fixed; merely overdue it is not', () => {
      const raised = raisedAfter(evaluatedOn(day('2026-08-01'), used), {});
      const overdue = evaluatedOn(day('2026-09-02'), used);
      expect(settledSince(overdue, raised)).not.toContain('plan:join');
      const done = evaluatedOn(day('2026-09-02'), { ...used, joinedOn: '2026-09-02' });
      expect(settledSince(done, raised)).toContain('plan:join');
    });
  });

  test('the key of a warning names organisation, subject, day and rung', () => {
    expect(
      warningKey('0204819-8', {
        kind: 'deadline',
        id: 'store-documents/family-law',
        due,
        rung: -30,
      }),
    ).toBe('0204819-8|deadline:store-documents/family-law|2026-09-01|-30');
  });

  test('with any nights skipped, no rung is raised twice and the most urgent reached is never missed', () => {
    fc.assert(
      fc.property(
        anyOrganisation,
        anyAssessments,
        anyDay,
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
        (organisation, assessments, start, gaps) => {
          let raised = {};
          let on = start;
          const keys: string[] = [];
          for (const gap of gaps) {
            const evaluation = evaluate({ organisation, assessments, waivers: [], on });
            keys.push(
              ...warningsToRaise(evaluation, raised).map((warning) => warningKey('x', warning)),
            );
            raised = raisedAfter(evaluation, raised);
            expect(warningsToRaise(evaluation, raised)).toEqual([]);
            on = addDays(on, gap);
          }
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });
});
