import { describe, expect, it } from 'vitest';
import { day } from '../../domain/day.ts';
import {
  type ChangedDay,
  changedDays,
  lastEvaluation,
  type RecordedEvaluation,
} from '../../domain/history.ts';
import type { Verdict } from '../../domain/verdict.ts';

const aVerdict = (parts: Partial<Verdict> = {}): Verdict => ({
  status: 'unknown',
  deadlines: { join: 'open' },
  days: { join: { due: day('2026-09-01'), entry: 'join/307-2024' } },
  requirements: { cards: 'unknown' },
  ...parts,
});
const found = (seq: number, on: string, parts: Partial<Verdict> = {}): RecordedEvaluation => ({
  seq,
  at: `${on}T00:30:0${seq % 10}.000Z`,
  on: day(on),
  verdict: aVerdict(parts),
  catalogueHash: 'abc',
  basedOn: 1,
});
const first = found(2, '2026-08-01');
const overdue: Partial<Verdict> = { status: 'overdue', deadlines: { join: 'overdue' } };
const onMoved = (due: string, entry: string): Partial<Verdict> => ({
  days: { join: { due: day(due), entry } },
});

const cases: readonly {
  readonly why: string;
  readonly evaluations: readonly RecordedEvaluation[];
  readonly days: readonly (readonly [string, ChangedDay['changes']])[];
}[] = [
  { why: 'nothing was ever found', evaluations: [], days: [] },
  {
    why: 'the first evaluation comes from nothing',
    evaluations: [first],
    days: [
      [
        '2026-08-01',
        [
          { kind: 'status', from: null, to: 'unknown' },
          { kind: 'deadline', id: 'join', from: null, to: 'open' },
          { kind: 'requirement', id: 'cards', from: null, to: 'unknown' },
        ],
      ],
    ],
  },
  {
    why: 'a day passed, and only what it made otherwise is told',
    evaluations: [first, found(3, '2026-09-02', overdue)],
    days: [
      [
        '2026-09-02',
        [
          { kind: 'status', from: 'unknown', to: 'overdue' },
          { kind: 'deadline', id: 'join', from: 'open', to: 'overdue' },
        ],
      ],
    ],
  },
  {
    why: 'a duty and a requirement came, and another went',
    evaluations: [
      first,
      found(3, '2026-09-02', {
        deadlines: { 'patient-data': 'open' },
        requirements: { cards: 'unknown', 'access-rights': 'missing' },
      }),
    ],
    days: [
      [
        '2026-09-02',
        [
          { kind: 'deadline', id: 'join', from: 'open', to: null },
          { kind: 'deadline', id: 'patient-data', from: null, to: 'open' },
          { kind: 'requirement', id: 'access-rights', from: null, to: 'missing' },
        ],
      ],
    ],
  },
  {
    why: 'the law moved a day, and the duty is open as before',
    evaluations: [first, found(3, '2026-08-20', onMoved('2027-01-01', 'join/999-2026'))],
    days: [
      [
        '2026-08-20',
        [
          {
            kind: 'deadline',
            id: 'join',
            from: 'open',
            to: 'open',
            due: { from: day('2026-09-01'), to: day('2027-01-01') },
          },
        ],
      ],
    ],
  },
  {
    why: 'a day moved and passed: both are told once',
    evaluations: [
      found(2, '2026-08-01', onMoved('2026-10-01', 'join/x')),
      found(3, '2026-09-02', overdue),
    ],
    days: [
      [
        '2026-09-02',
        [
          { kind: 'status', from: 'unknown', to: 'overdue' },
          {
            kind: 'deadline',
            id: 'join',
            from: 'open',
            to: 'overdue',
            due: { from: day('2026-10-01'), to: day('2026-09-01') },
          },
        ],
      ],
    ],
  },
  {
    why: 'the last of several evaluations of one day counts',
    evaluations: [
      first,
      found(3, '2026-09-02', overdue),
      found(4, '2026-09-02', { requirements: { cards: 'ready' } }),
    ],
    days: [['2026-09-02', [{ kind: 'requirement', id: 'cards', from: 'unknown', to: 'ready' }]]],
  },
  {
    why: 'what was so again by the end of its day is no change',
    evaluations: [first, found(3, '2026-09-02', overdue), found(4, '2026-09-02')],
    days: [],
  },
  {
    why: 'a night that was made up for later stands on its own day',
    evaluations: [
      first,
      found(3, '2026-09-03', { status: 'at-risk' }),
      found(4, '2026-09-02', overdue),
    ],
    days: [
      [
        '2026-09-03',
        [
          { kind: 'status', from: 'overdue', to: 'at-risk' },
          { kind: 'deadline', id: 'join', from: 'overdue', to: 'open' },
        ],
      ],
      [
        '2026-09-02',
        [
          { kind: 'status', from: 'unknown', to: 'overdue' },
          { kind: 'deadline', id: 'join', from: 'open', to: 'overdue' },
        ],
      ],
    ],
  },
];

describe('the days on which something changed', () => {
  it.each(cases)('$why', ({ evaluations, days }) => {
    const told = changedDays(evaluations)
      .filter(({ on }) => evaluations.length === 1 || on !== first.on)
      .map(({ on, changes }) => [on, changes]);
    expect(told).toEqual(days);
  });

  it('come newest first, each with how the organisation stood after it', () => {
    const days = changedDays([first, found(3, '2026-09-02', overdue)]);
    expect(days.map(({ on, at, status }) => [on, at, status])).toEqual([
      ['2026-09-02', '2026-09-02T00:30:03.000Z', 'overdue'],
      ['2026-08-01', '2026-08-01T00:30:02.000Z', 'unknown'],
    ]);
  });
});

describe('the last evaluation of a day', () => {
  const all = [first, found(3, '2026-09-02', overdue), found(4, '2026-09-02')];
  it.each<[string, number | undefined, string]>([
    ['2026-07-31', undefined, 'there is none before the first night'],
    ['2026-08-01', 2, 'it is that very day’s'],
    ['2026-09-01', 2, 'nothing changed since'],
    ['2026-09-02', 4, 'the later of one day counts'],
    ['2027-01-01', 4, 'it stands until something changes'],
  ])('%s is %s: %s', (on, seq) => {
    expect(lastEvaluation(all, day(on))?.seq).toBe(seq);
  });
});
