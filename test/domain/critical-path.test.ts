import { describe, expect, test } from 'vitest';
import {
  backward,
  drivingChain,
  finishOf,
  forward,
  type Network,
} from '../../domain/critical-path.ts';
import { day } from '../../domain/day.ts';
import type { StepProgress } from '../../domain/plan-progress.ts';
import type { LeadTime } from '../../domain/statute/lead-times.ts';
import type { StepId } from '../../domain/statute/onboarding-steps.ts';

const on = day('2026-06-01');

const days = (longest: number, shortest = longest): LeadTime => ({
  shortest: { count: shortest, unit: 'days' },
  longest: { count: longest, unit: 'days' },
  text: { fi: '', sv: '', en: '' },
  sources: ['kela-2020'],
});

/** Steps in the order given; each after those it names. */
const step = (
  id: StepId,
  {
    after = [],
    takes,
    since,
    onWorkingDay,
  }: {
    readonly after?: readonly StepId[];
    readonly takes?: number;
    readonly since?: string;
    readonly onWorkingDay?: true;
  } = {},
): StepProgress => ({
  id,
  requirement: 'cards',
  after,
  leadTime: takes === undefined ? null : days(takes),
  ask: [],
  ...(onWorkingDay === undefined ? {} : { onWorkingDay }),
  ...(since === undefined ? { state: 'not-begun' } : { state: 'in-progress', since: day(since) }),
});

const network = (steps: readonly StepProgress[], rest: Partial<Network> = {}): Network => ({
  on,
  steps,
  windows: new Map(),
  whole: undefined,
  ...rest,
});

const chainOf = (all: Network) => {
  const passed = forward(all, 'longest');
  return drivingChain(passed, finishOf(passed, on));
};

const window = (from: string): Network['windows'] =>
  new Map([
    [
      'unit-oid-delivered',
      {
        county: 'etela-pohjanmaa',
        step: 'unit-oid-delivered',
        from: day(from),
        until: day('2026-12-31'),
        source: 'etela-pohjanmaa-2026',
      },
    ],
  ]);

describe('forward', () => {
  const before = step('cards', { takes: 10 });
  const after = step('card-readers', { after: ['cards'], takes: 5 });

  test('a step follows the last of those it names', () => {
    const passed = forward(
      network([before, step('card-agreement', { takes: 3 }), after]),
      'longest',
    );
    expect(passed.get('card-readers')).toEqual({
      start: '2026-06-11',
      finish: '2026-06-16',
      drivenBy: ['cards'],
    });
    expect(passed.get('card-agreement')?.finish).toBe('2026-06-04');
  });

  test('what is not in the network holds nothing up', () => {
    expect(forward(network([after]), 'longest').get('card-readers')).toEqual({
      start: on,
      finish: '2026-06-06',
      drivenBy: [],
    });
  });

  test.each<[string, string, string, StepId[]]>([
    ['opens later', '2026-06-20', '2026-06-20', ['unit-oid-delivered']],
    ['opens as it is ready', '2026-06-11', '2026-06-11', ['cards', 'unit-oid-delivered']],
    ['is open', '2026-05-01', '2026-06-11', ['cards', 'unit-oid-delivered']],
  ])('a window that %s: when it begins, and what decides it', (_why, from, start, chain) => {
    const all = network([before, step('unit-oid-delivered', { after: ['cards'] })], {
      windows: window(from),
    });
    expect(forward(all, 'longest').get('unit-oid-delivered')?.start).toBe(start);
    expect(chainOf(all)).toEqual(chain);
  });

  test.each<[string, string, string, StepId[]]>([
    ['its own time', '2026-05-31', '2026-06-20', ['card-readers']],
    ['both at once', '2026-05-22', '2026-06-11', ['cards', 'card-readers']],
    ['what it follows', '2026-05-20', '2026-06-11', ['cards', 'card-readers']],
  ])('what is in progress is decided by %s', (_why, since, finish, chain) => {
    const all = network([before, step('card-readers', { after: ['cards'], takes: 20, since })]);
    expect(forward(all, 'longest').get('card-readers')).toMatchObject({ start: since, finish });
    expect(chainOf(all)).toEqual(chain);
  });

  test('of a step that takes a range, each bound', () => {
    const ranged = network([{ ...before, leadTime: days(10, 4) }]);
    expect(finishOf(forward(ranged, 'longest'), on)).toBe('2026-06-11');
    expect(finishOf(forward(ranged, 'shortest'), on)).toBe('2026-06-05');
  });
});

describe('the estimate of the whole', () => {
  const start = step('decision-and-project');
  const work = (takes: number) => step('cards', { takes });
  const end = step('production-use', { after: ['cards'] });
  const whole = { leadTime: days(30), begunOn: undefined };

  test.each<[string, number, string, StepId[]]>([
    ['takes longer', 10, '2026-07-01', ['decision-and-project', 'production-use']],
    ['takes as long', 30, '2026-07-01', ['decision-and-project', 'cards', 'production-use']],
    ['takes less than the steps', 31, '2026-07-02', ['cards', 'production-use']],
  ])('that %s', (_why, takes, finish, chain) => {
    const all = network([start, work(takes), end], { whole });
    expect(finishOf(forward(all, 'longest'), on)).toBe(finish);
    expect(chainOf(all)).toEqual(chain);
  });

  test('from when the project began: nothing done now makes it shorter', () => {
    const begun = { ...whole, begunOn: day('2026-05-20') };
    const all = network([work(5), end], { whole: begun });
    expect(finishOf(forward(all, 'longest'), on)).toBe('2026-06-19');
    expect(chainOf(all)).toEqual(['production-use']);
    const inStep = network([work(18), end], { whole: begun });
    expect(finishOf(forward(inStep, 'longest'), on)).toBe('2026-06-19');
    expect(chainOf(inStep)).toEqual(['cards', 'production-use']);
  });

  test('says nothing where the project neither has begun nor is planned', () => {
    const all = network([work(5), end], { whole });
    expect(finishOf(forward(all, 'longest'), on)).toBe('2026-06-06');
    expect(chainOf(all)).toEqual(['cards', 'production-use']);
  });
});

describe('backward', () => {
  const by = day('2026-09-01');
  const back = (all: Network, id: StepId) => backward(all, { by, bound: 'longest' }).get(id);

  test('what is last may end on the day itself; what precedes, when it is needed', () => {
    const all = network([
      step('cards', { takes: 10 }),
      step('card-readers', { after: ['cards'], takes: 5 }),
    ]);
    expect(back(all, 'card-readers')).toMatchObject({ start: '2026-08-27', finish: by });
    expect(back(all, 'cards')).toMatchObject({ start: '2026-08-17', finish: '2026-08-27' });
  });

  test('what has begun needs what it follows by its end only', () => {
    const begun = step('card-readers', { after: ['cards'], takes: 5, since: '2026-05-01' });
    const all = network([step('cards', { takes: 10 }), begun]);
    expect(back(all, 'cards')).toMatchObject({ start: '2026-08-22', finish: by });
  });

  test('the project must begin so that the whole fits, unless it has begun', () => {
    const whole = { leadTime: days(30), begunOn: undefined };
    const end = step('production-use', { after: ['decision-and-project'] });
    const open = step('decision-and-project');
    expect(back(network([open, end], { whole }), 'decision-and-project')?.finish).toBe(
      '2026-08-02',
    );
    expect(back(network([open, end], { whole }), 'production-use')?.finish).toBe(by);
    expect(back(network([open, end]), 'decision-and-project')?.finish).toBe(by);
    const begun = step('decision-and-project', { since: '2026-05-01' });
    expect(back(network([begun, end], { whole }), 'decision-and-project')?.finish).toBe(by);
  });

  test('what is done on a working day ends on the last one', () => {
    const saturday = day('2026-08-29');
    const all = network([step('deployment-test', { onWorkingDay: true })]);
    expect(backward(all, { by: saturday, bound: 'longest' }).get('deployment-test')).toEqual({
      start: '2026-08-28',
      finish: '2026-08-28',
    });
  });
});

describe('the chain that decides the end', () => {
  test('of ends on one day is that of the last', () => {
    const all = network([step('cards', { takes: 10 }), step('card-readers', { takes: 10 })]);
    expect(chainOf(all)).toEqual(['card-readers']);
  });

  test('of nothing is empty, and it is finished today', () => {
    expect(chainOf(network([]))).toEqual([]);
    expect(finishOf(new Map(), on)).toBe(on);
  });
});
