import type { Day } from './day.ts';
import type { RequirementId } from './statute/requirements/requirement-ids.ts';

/** A supervisor's dated decision not to demand a requirement for a time; `until` is its last day. */
export interface Waiver {
  readonly requirement: RequirementId;
  readonly reason: string;
  readonly from: Day;
  readonly until: Day;
}
