import type { Day } from './day.ts';
import type { Deadline } from './deadlines.ts';
import type { OverallStatus } from './evaluation.ts';
import { inOrder } from './in-order.ts';
import { type StatusChange, statusChanges, type Verdict } from './verdict.ts';

/** What a night found of an organisation where it differs from what stood before. */
export interface RecordedEvaluation {
  /** Its number in the organisation's log. */
  readonly seq: number;
  /** The instant at which it was recorded, in UTC. */
  readonly at: string;
  /** The night's day, which it is an evaluation of. */
  readonly on: Day;
  readonly verdict: Verdict;
  readonly catalogueHash: string;
  /** The number of the last fact that it saw. */
  readonly basedOn: number;
}

type DeadlineChange = Extract<StatusChange, { readonly kind: 'deadline' }>;

/** A status that changed, or a deadline whose day did; `due` is there only where the day is another. */
export type Change =
  | Exclude<StatusChange, DeadlineChange>
  | (DeadlineChange & { readonly due?: { readonly from: Day; readonly to: Day } });

/** A day on which something changed: how the organisation stood after it, and what was otherwise before. */
export interface ChangedDay {
  readonly on: Day;
  readonly at: string;
  readonly status: OverallStatus;
  readonly changes: readonly Change[];
  readonly catalogueHash: string;
}

const movedDues = (before: Verdict | null, after: Verdict) =>
  new Map(
    Object.entries(after.days).flatMap(([id, { due: to }]) => {
      const from = before?.days[id]?.due;
      return from === undefined || from === to ? [] : [[id, { from, to }] as const];
    }),
  );

const changesBetween = (before: Verdict | null, after: Verdict): readonly Change[] => {
  const moved = movedDues(before, after);
  const statuses = statusChanges(before, after).map((change): Change => {
    const due = change.kind === 'deadline' ? moved.get(change.id) : undefined;
    return change.kind === 'deadline' && due !== undefined ? { ...change, due } : change;
  });
  const told = new Set(statuses.flatMap((change) => (change.kind === 'deadline' ? change.id : [])));
  const onlyMoved = [...moved].flatMap(([id, due]): readonly Change[] => {
    const status: Deadline['status'] | undefined = after.deadlines[id];
    return told.has(id) || status === undefined
      ? []
      : [{ kind: 'deadline', id, from: status, to: status, due }];
  });
  return [...statuses, ...onlyMoved];
};

/** By their days, then as they were recorded: a night can be made up for later. */
const asTheyCame = (a: RecordedEvaluation, b: RecordedEvaluation): number =>
  inOrder(a.on, b.on) || a.seq - b.seq;

/** The last evaluation of a day or before it. */
export const lastEvaluation = (
  evaluations: readonly RecordedEvaluation[],
  on: Day,
): RecordedEvaluation | undefined =>
  evaluations
    .filter((evaluation) => evaluation.on <= on)
    .toSorted(asTheyCame)
    .at(-1);

/** The days on which something changed, newest first; of several evaluations of a day the last counts. */
export const changedDays = (evaluations: readonly RecordedEvaluation[]): readonly ChangedDay[] => {
  const ofEachDay = evaluations
    .toSorted(asTheyCame)
    .filter(({ on }, i, all) => all[i + 1]?.on !== on);
  return ofEachDay
    .map(({ on, at, verdict, catalogueHash }, i) => ({
      on,
      at,
      status: verdict.status,
      changes: changesBetween(ofEachDay[i - 1]?.verdict ?? null, verdict),
      catalogueHash,
    }))
    .filter(({ changes }) => changes.length > 0)
    .toReversed();
};
