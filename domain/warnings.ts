import type { Day } from './day.ts';
import type { Evaluation } from './evaluation.ts';

/** What a warning is about: a deadline by its id, or a requirement whose evidence ends. */
export type WarningKind = 'deadline' | 'requirement';

/**
 * A warning raised at a rung of the ladder. With the organisation, these four are its key: raised once.
 * `rung` is in days from the due day: -30 is thirty days before, 0 the day itself, 28 four weeks after.
 */
export interface Warning {
  readonly kind: WarningKind;
  readonly id: string;
  readonly due: Day;
  readonly rung: number;
}

/** What has been raised already, by `kind:id`. */
export type Raised = Readonly<Record<string, { readonly due: Day; readonly rung: number }>>;

/** The warnings to raise on the evaluation's day: of late rungs only the most urgent of each subject. */
export declare const warningsToRaise: (
  evaluation: Evaluation,
  raised: Raised,
) => readonly Warning[];
/** Subjects (`kind:id`) raised before that are now in order. */
export declare const settledSince: (evaluation: Evaluation, raised: Raised) => readonly string[];
