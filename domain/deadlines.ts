import type { Day } from './day.ts';
import type { Citation } from './statute/citation.ts';
import type { MilestoneId, ObligationId } from './statute/obligation-ids.ts';
import type { ServiceTask } from './statute/service-tasks.ts';
import type { TraceStep } from './trace.ts';

/** Through whose customership the duty is met: the organisation's own, or the organiser's. */
export type Through = 'self' | 'organiser';
export type DeadlineStatus = 'met' | 'open' | 'overdue';

/** An obligation applied to one organisation (and service task): its day, why, and how it stands on a day. */
export interface Deadline {
  readonly id: string;
  readonly obligation: ObligationId;
  readonly serviceTask?: ServiceTask;
  readonly due: Day;
  readonly status: DeadlineStatus;
  /** Days from the day asked about to the due day; negative when it has passed. */
  readonly daysLeft: number;
  readonly metOn?: Day;
  readonly late?: true;
  readonly through: Through;
  readonly basis: readonly Citation[];
  readonly trace: readonly TraceStep[];
}

export interface Milestone {
  readonly id: MilestoneId;
  readonly due: Day;
  readonly daysLeft: number;
  readonly basis: readonly Citation[];
}

/** An obligation that was considered and does not bind, and why. */
export interface NotBound {
  readonly obligation: ObligationId;
  readonly serviceTask?: ServiceTask;
  readonly reason: NotBoundReason;
  readonly basis: readonly Citation[];
}
export type NotBoundReason = string;
