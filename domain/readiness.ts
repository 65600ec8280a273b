import type { Day } from './day.ts';
import type { Citation } from './statute/citation.ts';
import type { ObligationId } from './statute/obligation-ids.ts';
import type { RequirementId } from './statute/requirements.ts';

export type RequirementStatus =
  | 'ready'
  | 'expires-before-deadline'
  | 'expired'
  | 'in-progress'
  | 'missing'
  | 'unknown'
  | 'waived'
  | 'not-applicable';

/** A supervisor's dated decision not to demand a requirement for a time. */
export interface Waiver {
  readonly requirement: RequirementId;
  readonly reason: string;
  readonly until: Day;
  readonly approvedOn: Day;
}

export interface RequirementVerdict {
  readonly requirement: RequirementId;
  readonly status: RequirementStatus;
  readonly validUntil?: Day;
  readonly holdsUp: readonly ObligationId[];
  readonly basis: readonly Citation[];
}
