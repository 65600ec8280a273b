import { describe, expect, test } from 'vitest';
import type { ReceivedAssessment } from '../../domain/assessment.ts';
import { day } from '../../domain/day.ts';
import { evidenceEnds } from '../../domain/evidence.ts';
import { begunOn, heldSince, type Statement, standingsOn } from '../../domain/statements.ts';
import { anAssessment } from '../support/builders.ts';

const stated = (
  state: string,
  { on = '2026-04-01', receivedAt = '2026-04-01T10:00:00.000Z', id = 'a' } = {},
): ReceivedAssessment => ({
  ...anAssessment(on, { cards: { state } }, { receivedAt }),
  assessmentId: id,
});
const latest = (assessments: readonly ReceivedAssessment[], on = '2026-05-01') =>
  standingsOn(assessments, day(on)).cards?.all.at(-1)?.state;

describe('of several statements', () => {
  const early = stated('done', { on: '2026-03-01', receivedAt: '2026-04-03T10:00:00.000Z' });
  const late = stated('not-started', { on: '2026-04-01', receivedAt: '2026-04-02T10:00:00.000Z' });
  const first = stated('done', { receivedAt: '2026-04-01T10:00:00.000Z' });
  const second = stated('not-started', { receivedAt: '2026-04-01T10:00:00.001Z' });
  const one = stated('done', { id: 'a' });
  const other = stated('not-started', { id: 'b' });

  test.each([
    ['the one stated later stands, whenever it was received', early, late],
    ['of one day the one received later stands', first, second],
    ['of one moment the order is fixed by the id', one, other],
  ])('%s, in whatever order they are read', (_why, before, after) => {
    expect(latest([before, after])).toBe('not-started');
    expect(latest([after, before])).toBe('not-started');
  });

  test('one of a later day is not there yet, one of the day itself is', () => {
    expect(latest([early, late], '2026-03-31')).toBe('done');
    expect(latest([early, late], '2026-04-01')).toBe('not-started');
    expect(latest([early, late], '2026-02-28')).toBeUndefined();
  });

  test('each requirement has its own: what a statement leaves out stays as it was', () => {
    const both = anAssessment('2026-03-01', {
      cards: { state: 'done' },
      'access-rights': { state: 'done' },
    });
    const found = standingsOn([both, late], day('2026-05-01'));
    expect(found.cards?.all.at(-1)?.state).toBe('not-started');
    expect(found['access-rights']?.all.at(-1)?.state).toBe('done');
    expect(found['security-plan']).toBeUndefined();
  });
});

describe('done since', () => {
  const run = (...states: readonly (readonly [string, string])[]) => {
    const standing = standingsOn(
      states.map(([on, state]) => stated(state, { on })),
      day('2026-12-31'),
    ).cards;
    return standing && heldSince(standing, [], ({ state: how }) => how === 'done');
  };
  test.each<[string, (readonly [string, string])[], string | undefined]>([
    ['the only statement', [['2026-01-05', 'done']], '2026-01-05'],
    [
      'the first of an unbroken run',
      [
        ['2026-01-05', 'done'],
        ['2026-02-05', 'done'],
      ],
      '2026-01-05',
    ],
    [
      'the first after a break',
      [
        ['2026-01-05', 'done'],
        ['2026-02-05', 'in-progress'],
        ['2026-03-05', 'done'],
      ],
      '2026-03-05',
    ],
    [
      'never, where the latest says otherwise',
      [
        ['2026-01-05', 'done'],
        ['2026-02-05', 'not-started'],
      ],
      undefined,
    ],
  ])('%s', (_why, states, since) => {
    expect(run(...states)).toBe(since);
  });
});

describe('when work began that is done or in progress', () => {
  const run = (...states: readonly (readonly [string, Record<string, unknown>])[]) =>
    begunOn(
      standingsOn(
        states.map(([on, item]) => anAssessment(on, { cards: item })),
        day('2026-12-31'),
      ).cards?.all ?? [],
    );
  const begun = { state: 'in-progress' };
  test.each<[string, (readonly [string, Record<string, unknown>])[], string | undefined]>([
    [
      'the day of the first statement of the run',
      [
        ['2026-02-01', begun],
        ['2026-03-01', { state: 'done' }],
      ],
      '2026-02-01',
    ],
    ['what that statement says', [['2026-02-01', { ...begun, since: '2026-01-10' }]], '2026-01-10'],
    [
      'a beginning that is put right later',
      [
        ['2026-05-01', begun],
        ['2026-05-10', { ...begun, since: '2026-02-15' }],
      ],
      '2026-02-15',
    ],
    [
      'even to a later day',
      [
        ['2026-05-01', { ...begun, since: '2026-01-15' }],
        ['2026-05-10', { ...begun, since: '2026-02-15' }],
      ],
      '2026-02-15',
    ],
    [
      'not the day since which it is done, where it began before',
      [
        ['2026-02-01', begun],
        ['2026-05-10', { state: 'done', since: '2026-04-30' }],
      ],
      '2026-02-01',
    ],
    [
      'the day since which it is done, where no more is said',
      [['2026-05-10', { state: 'done', since: '2026-04-30' }]],
      '2026-04-30',
    ],
    [
      'nothing from before a break',
      [
        ['2026-01-05', begun],
        ['2026-02-05', { state: 'not-started' }],
        ['2026-03-05', begun],
      ],
      '2026-03-05',
    ],
    [
      'never, where the latest says otherwise',
      [
        ['2026-01-05', begun],
        ['2026-02-05', { state: 'not-started' }],
      ],
      undefined,
    ],
  ])('%s', (_why, states, expected) => {
    expect(run(...states)).toBe(expected);
  });
});

describe('where evidence ends', () => {
  const done = (validUntil?: string): Statement => ({
    state: 'done',
    statedOn: day('2026-04-30'),
    ...(validUntil === undefined ? {} : { validUntil: day(validUntil) }),
  });
  const begun: Statement = { state: 'in-progress', statedOn: day('2026-04-30') };

  test.each<[string, Parameters<typeof evidenceEnds>[0], Statement, string | undefined, boolean]>([
    ['the stated end decides', 'certified-system', done('2027-01-31'), '2027-01-31', false],
    [
      'a certificate of information security: three years',
      'certified-system',
      done(),
      '2029-04-30',
      true,
    ],
    [
      'certificates: one year, the shorter of the two',
      'service-certificates',
      done(),
      '2027-04-30',
      true,
    ],
    ['cards: five years', 'cards', done(), '2031-04-30', true],
    [
      'the follow-up of self-monitoring: four months',
      'self-monitoring-plan',
      done(),
      '2026-08-30',
      true,
    ],
    [
      'the yearly check: until 31 March of the next year',
      'soteri-check',
      done(),
      '2027-03-31',
      true,
    ],
    [
      'the yearly check with an end of its own',
      'soteri-check',
      done('2026-12-31'),
      '2026-12-31',
      false,
    ],
    ['what has no end by any source', 'access-rights', done(), undefined, false],
    ['what is not done ends nothing', 'certified-system', begun, undefined, false],
  ])('%s', (_why, requirement, statement, end, assumed) => {
    const [first] = evidenceEnds(requirement, statement);
    expect(first?.until).toBe(end);
    expect(first?.assumed ?? false).toBe(assumed);
  });
});
