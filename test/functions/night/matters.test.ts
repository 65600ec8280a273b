import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { Matters } from '../../../functions/adapters/outbox.ts';
import { toldAfter, warningsOf, withNew, withoutTold } from '../../../functions/night/matters.ts';
import { businessIds } from '../../support/business-ids.ts';

const [businessId] = businessIds(1);
if (businessId === undefined) throw new Error('an ID was asked for');

const due = day('2026-09-01');
const join = (rung: number) => ({ 'deadline:join': { due, rung } });
const plan = { 'requirement:security-plan': { due, rung: -30 } };
const waiting = (parts: Partial<Matters> = {}): Matters => ({
  businessId,
  warnings: {},
  fixed: {},
  moved: {},
  ...parts,
});
const joinWarning = (rung: number) => ({ kind: 'deadline', id: 'join', due, rung }) as const;
const nothingNew = { warnings: [], settled: [], moved: {}, told: {}, toldMoved: {} };

describe('what waits for a recipient', () => {
  it.each([
    {
      why: 'a new warning joins those that wait',
      before: waiting({ warnings: plan }),
      news: { ...nothingNew, warnings: [joinWarning(7)] },
      after: waiting({ warnings: { ...plan, ...join(7) } }),
    },
    {
      why: 'a later rung takes the place of an earlier one that was not sent',
      before: waiting({ warnings: join(7) }),
      news: { ...nothingNew, warnings: [joinWarning(14)] },
      after: waiting({ warnings: join(14) }),
    },
    {
      why: 'what is settled before it was told disappears',
      before: waiting({ warnings: join(7) }),
      news: { ...nothingNew, settled: ['deadline:join'] },
      after: waiting(),
    },
    {
      why: 'what is settled after it was told is to be told as fixed',
      before: waiting(),
      news: { ...nothingNew, settled: ['deadline:join'], told: { ...join(7), ...plan } },
      after: waiting({ fixed: join(7) }),
    },
    {
      why: 'what was told at one rung and settled before the next was sent is fixed, not warned of',
      before: waiting({ warnings: join(14) }),
      news: { ...nothingNew, settled: ['deadline:join'], told: join(7) },
      after: waiting({ fixed: join(7) }),
    },
    {
      why: 'what comes up again before it was told to be fixed is not told to be fixed',
      before: waiting({ fixed: join(7) }),
      news: { ...nothingNew, warnings: [joinWarning(14)] },
      after: waiting({ warnings: join(14) }),
    },
  ])('changes so: $why', ({ before, news, after }) => {
    expect(withNew(before, news)).toEqual(after);
    expect(withNew(after, news)).toEqual(after);
  });

  const move = (from: string | null, to: string | null, entry: string) => ({
    join: { from: from === null ? null : day(from), to: to === null ? null : day(to), entry },
  });
  const by307 = move('2026-01-01', '2026-09-01', 'join/307-2024');

  it.each([
    { why: 'a move joins what waits', before: {}, toldMoved: {}, moved: by307, after: by307 },
    {
      why: 'what was told is not told again',
      before: {},
      toldMoved: by307,
      moved: by307,
      after: {},
    },
    {
      why: 'of two moves that nobody heard of, the whole way is told',
      before: by307,
      toldMoved: {},
      moved: move('2026-09-01', '2027-09-01', 'join/999-2026'),
      after: move('2026-01-01', '2027-09-01', 'join/999-2026'),
    },
    {
      why: 'a day that is moved back before anyone heard is no news',
      before: by307,
      toldMoved: {},
      moved: move('2026-09-01', '2026-01-01', 'join/999-2026'),
      after: {},
    },
    {
      why: 'a later move is told to who was told of an earlier one',
      before: {},
      toldMoved: by307,
      moved: move('2026-09-01', null, 'join/999-2026'),
      after: move('2026-09-01', null, 'join/999-2026'),
    },
  ])('takes in the days that the law moved: $why', ({ before, toldMoved, moved, after }) => {
    const news = { ...nothingNew, moved, toldMoved };
    const next = withNew(waiting({ warnings: plan, moved: before }), news);
    expect(next).toEqual(waiting({ warnings: plan, moved: after }));
    expect(withoutTold(next, next)).toEqual(waiting());
  });

  it('takes in the same move twice and holds it once, however it came about', () => {
    const second = move('2026-09-01', '2027-09-01', 'join/999-2026');
    const once = withNew(waiting({ moved: by307 }), { ...nothingNew, moved: second });
    expect(withNew(once, { ...nothingNew, moved: second })).toEqual(once);
  });

  it('loses what a digest told, and keeps what came up since', () => {
    const told = waiting({
      warnings: { ...join(7), ...plan },
      fixed: { 'deadline:x': { due, rung: 0 } },
    });
    const since = waiting({ warnings: { ...join(14), ...plan }, fixed: told.fixed });
    expect(withoutTold(since, told)).toEqual(waiting({ warnings: join(14) }));
  });
});

describe('what a recipient was told', () => {
  it('grows by what a digest tells, each subject at its last rung', () => {
    expect(toldAfter(join(7), waiting({ warnings: { ...join(14), ...plan } }))).toEqual({
      ...join(14),
      ...plan,
    });
  });

  it('is closed where a digest tells that it is fixed', () => {
    const before = { ...join(7), ...plan };
    expect(toldAfter(before, waiting({ fixed: join(7) }))).toEqual(plan);
    expect(toldAfter(plan, waiting({ fixed: join(7) }))).toEqual(plan);
  });
});

describe('a subject', () => {
  it('gives back the warning it was made of, whatever its kind and ID', () => {
    const subjects = {
      'deadline:store-documents/older-people@organiser': { due, rung: 0 },
      'requirement:cards/1.2.246.10.2048198.10.1': { due, rung: -7 },
      'statement:access-rights': { due, rung: -30 },
      'waiver:cards': { due, rung: 0 },
      'plan:join': { due, rung: -46 },
    };
    expect(warningsOf(subjects)).toEqual([
      { kind: 'deadline', id: 'store-documents/older-people@organiser', due, rung: 0 },
      { kind: 'requirement', id: 'cards/1.2.246.10.2048198.10.1', due, rung: -7 },
      { kind: 'statement', id: 'access-rights', due, rung: -30 },
      { kind: 'waiver', id: 'cards', due, rung: 0 },
      { kind: 'plan', id: 'join', due, rung: -46 },
    ]);
  });
});
