import type { ReceivedAssessment } from './assessment.ts';
import type { Day } from './day.ts';
import type { Deadline, Milestone, NotBound } from './deadlines.ts';
import type { Organisation } from './organisation.ts';
import type { RequirementVerdict, Waiver } from './readiness.ts';

export const overallStatuses = [
  'overdue',
  'too-late',
  'unknown',
  'at-risk',
  'on-track',
  'ready',
  'not-bound',
] as const;
/** How an organisation stands as a whole, worst first. */
export type OverallStatus = (typeof overallStatuses)[number];

export interface Evaluation {
  readonly on: Day;
  readonly status: OverallStatus;
  readonly deadlines: readonly Deadline[];
  readonly requirements: readonly RequirementVerdict[];
  readonly milestones: readonly Milestone[];
  readonly notBound: readonly NotBound[];
  /** The first later day on which anything here can change by time alone; null when nothing can. */
  readonly nextChange: Day | null;
}

export interface EvaluationInput {
  readonly organisation: Organisation;
  readonly assessments: readonly ReceivedAssessment[];
  readonly waivers: readonly Waiver[];
  readonly on: Day;
}
export declare const evaluate: (input: EvaluationInput) => Evaluation;
