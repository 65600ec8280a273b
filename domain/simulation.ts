import type { ReceivedAssessment } from './assessment.ts';
import { addDays, type Day } from './day.ts';
import { type DayEvaluation, evaluateDay, type OverallStatus } from './evaluation.ts';
import type { Organisation } from './organisation.ts';
import { type Catalogue, catalogue as ours } from './statute/catalogue.ts';
import type { ObligationEntry } from './statute/entries.ts';
import type { Waiver } from './waiver.ts';
import { type Raised, raisedAfter, warningsToRaise } from './warnings.ts';

/** A deadline that a change of law moves, brings or takes away. */
export interface Move {
  readonly id: string;
  /** null where the deadline is new. */
  readonly from: Day | null;
  /** null where it is gone. */
  readonly to: Day | null;
}

/** Something by today's law, and by the changed one. */
export interface FromTo<Value> {
  readonly from: Value;
  readonly to: Value;
}

/** What a change of law would do to one organisation on a day. */
export interface Effect {
  readonly moves: readonly Move[];
  readonly status: FromTo<OverallStatus>;
  /** How many warnings the night of that day would raise. */
  readonly warnings: FromTo<number>;
}

/** An organisation on the day a change of law is tried on. */
export interface Trial {
  readonly organisation: Organisation;
  readonly assessments: readonly ReceivedAssessment[];
  readonly waivers: readonly Waiver[];
  /** What has been raised until today. */
  readonly raised: Raised;
  readonly today: Day;
  readonly on: Day;
}

/** Our catalogue with entries laid over it; ours is not touched. */
export const overlaid = (entries: readonly ObligationEntry[]): Catalogue => ({
  ...ours,
  obligations: [...ours.obligations, ...entries],
});

const moved = (before: DayEvaluation, after: DayEvaluation): Move[] => {
  const dues = ({ deadlines }: DayEvaluation) => new Map(deadlines.map(({ id, due }) => [id, due]));
  const from = dues(before);
  const to = dues(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((id) => ({ id, from: from.get(id) ?? null, to: to.get(id) ?? null }))
    .filter((move) => move.from !== move.to);
};

/**
 * How an organisation stands on the day by a catalogue. For a day further ahead than the next night,
 * the nights until then are taken to have run by that catalogue; for a day gone by, those before it.
 */
const outcomeBy = (catalogue: Catalogue, { raised, today, on, ...facts }: Trial) => {
  const evaluatedOn = (day: Day) => evaluateDay({ ...facts, on: day, catalogue });
  const eve = addDays(on, -1);
  const before = on < today ? {} : raised;
  const isNext = on >= today && eve <= today;
  const evaluation = evaluatedOn(on);
  return {
    evaluation,
    warnings: warningsToRaise(evaluation, isNext ? before : raisedAfter(evaluatedOn(eve), before))
      .length,
  };
};

/**
 * What a changed catalogue would do to an organisation on a day, as known that day: a change given or
 * in force only later changes nothing on it. Pure: nothing is stored or sent.
 */
export const effectOf = (changed: Catalogue, trial: Trial): Effect => {
  const before = outcomeBy(ours, trial);
  const after = outcomeBy(changed, trial);
  return {
    moves: moved(before.evaluation, after.evaluation),
    status: { from: before.evaluation.status, to: after.evaluation.status },
    warnings: { from: before.warnings, to: after.warnings },
  };
};

/** Whether anything about the organisation would be otherwise. */
export const isAffected = ({ moves, status, warnings }: Effect): boolean =>
  moves.length > 0 || status.from !== status.to || warnings.from !== warnings.to;
