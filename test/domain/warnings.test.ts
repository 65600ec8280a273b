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
import { raisedAfter, settledSince, warningKey, warningsToRaise } from '../../domain/warnings.ts';
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
