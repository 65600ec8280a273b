import { type Day, daysBetween } from '../day.ts';
import type { Citation } from '../statute/citation.ts';
import type { RequirementId } from '../statute/requirements/requirement-ids.ts';
import { citationsOf } from './cited.ts';
import type { DigestSource } from './source.ts';

/** Evidence that ends; `due` is the last day on which it holds. */
export interface ExpiryMatter {
  readonly kind: 'expiry';
  readonly requirement: RequirementId;
  readonly due: Day;
  readonly daysLeft: number;
  readonly rung: number;
  /** The deadline for which it would be needed and before which it ends. */
  readonly endsBefore: Day | null;
  /** The end was not stated but taken from the source that limits it. */
  readonly endIsAssumed: boolean;
  /** A waiver is in force until that day; it hides nothing. */
  readonly waivedUntil: Day | null;
  readonly citations: readonly Citation[];
}

/** Evidence warned of tonight that has not been renewed meanwhile. */
export const expiryMatters = (
  { evaluation, warnings }: DigestSource,
  night: Day,
): readonly ExpiryMatter[] =>
  warnings.flatMap(({ kind, id, due, rung }): ExpiryMatter[] => {
    const verdict = evaluation.requirements.find(
      (one) => kind === 'requirement' && one.requirement === id && one.validUntil === due,
    );
    if (verdict === undefined || evaluation.ended) return [];
    return [
      {
        kind: 'expiry',
        requirement: verdict.requirement,
        due,
        daysLeft: daysBetween(night, due),
        rung,
        endsBefore: verdict.because.kind === 'ends-before' ? verdict.because.neededOn : null,
        endIsAssumed: 'assumed' in verdict.because && verdict.because.assumed,
        waivedUntil: verdict.because.kind === 'waived' ? verdict.because.until : null,
        citations: citationsOf([verdict]),
      },
    ];
  });
