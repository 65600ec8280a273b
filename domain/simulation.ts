import type { ReceivedAssessment } from './assessment.ts';
import type { Day } from './day.ts';
import { type Evaluation, evaluate, type OverallStatus } from './evaluation.ts';
import type { Organisation } from './organisation.ts';
import { type Catalogue, catalogue as ours } from './statute/catalogue.ts';
import type { ObligationEntry } from './statute/entries.ts';
import { type Raised, warningsToRaise } from './warnings.ts';

/** A deadline that a change of law moves, brings or takes away. */
export interface Move {
  readonly id: string;
  /** null where the deadline is new. */
  readonly from: Day | null;
  /** null where it is gone. */
  readonly to: Day | null;
}

/** What a change of law would do to one organisation on a day. */
export interface Effect {
  readonly moves: readonly Move[];
  readonly status: { readonly from: OverallStatus; readonly to: OverallStatus };
  /** How many warnings a night of that day would raise, by today's law and by the changed one. */
  readonly warnings: { readonly from: number; readonly to: number };
}

/** Our catalogue with entries laid over it; ours is not touched. */
export const overlaid = (entries: readonly ObligationEntry[]): Catalogue => ({
  ...ours,
  obligations: [...ours.obligations, ...entries],
});

const moved = (before: Evaluation, after: Evaluation): Move[] => {
  const dues = ({ deadlines }: Evaluation) => new Map(deadlines.map(({ id, due }) => [id, due]));
  const from = dues(before);
  const to = dues(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((id) => ({ id, from: from.get(id) ?? null, to: to.get(id) ?? null }))
    .filter((move) => move.from !== move.to);
};

/**
 * What a changed catalogue would do to an organisation on a day, as known that day. Nothing is stored
 * or sent; a change given or in force only later changes nothing on the day.
 */
export const effectOf = (
  changed: Catalogue,
  facts: {
    readonly organisation: Organisation;
    readonly assessments: readonly ReceivedAssessment[];
    readonly raised: Raised;
    readonly on: Day;
  },
): Effect => {
  const { raised, ...input } = facts;
  const before = evaluate({ ...input, waivers: [] });
  const after = evaluate({ ...input, waivers: [], catalogue: changed });
  return {
    moves: moved(before, after),
    status: { from: before.status, to: after.status },
    warnings: {
      from: warningsToRaise(before, raised).length,
      to: warningsToRaise(after, raised).length,
    },
  };
};
