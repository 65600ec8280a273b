import type { Deadline } from './deadlines.ts';
import type { Evaluation, OverallStatus } from './evaluation.ts';
import { type KnownDays, knownDaysOf } from './moved-days.ts';
import type { RequirementStatus } from './readiness.ts';

/** What an evaluation found, in short: what is stored of it. Traces and texts are made again on reading. */
export interface Verdict {
  readonly status: OverallStatus;
  readonly deadlines: Readonly<Record<string, Deadline['status']>>;
  /** The deadlines' days, and the catalogue's entries they come from. */
  readonly days: KnownDays;
  readonly requirements: Readonly<Record<string, RequirementStatus>>;
}

export const verdictOf = ({
  status,
  deadlines,
  requirements,
}: Pick<Evaluation, 'status' | 'deadlines' | 'requirements'>): Verdict => ({
  status,
  deadlines: Object.fromEntries(deadlines.map((deadline) => [deadline.id, deadline.status])),
  days: knownDaysOf({ deadlines }),
  requirements: Object.fromEntries(
    requirements.map((verdict) => [verdict.requirement, verdict.status]),
  ),
});

/** A status that differs between two verdicts; null where there was, or is, nothing. */
export type StatusChange =
  | { readonly kind: 'status'; readonly from: OverallStatus | null; readonly to: OverallStatus }
  | {
      readonly kind: 'deadline';
      readonly id: string;
      readonly from: Deadline['status'] | null;
      readonly to: Deadline['status'] | null;
    }
  | {
      readonly kind: 'requirement';
      readonly id: string;
      readonly from: RequirementStatus | null;
      readonly to: RequirementStatus | null;
    };

const differing = <Status>(
  before: Readonly<Record<string, Status>>,
  after: Readonly<Record<string, Status>>,
) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((id) => ({ id, from: before[id] ?? null, to: after[id] ?? null }))
    .filter(({ from, to }) => from !== to);

/**
 * What makes a change by itself: statuses. A day does not, since a yearly one moves on without anything
 * new.
 */
export const statusChanges = (before: Verdict | null, after: Verdict): readonly StatusChange[] => [
  ...(before?.status === after.status
    ? []
    : [{ kind: 'status' as const, from: before?.status ?? null, to: after.status }]),
  ...differing(before?.deadlines ?? {}, after.deadlines).map((change) => ({
    kind: 'deadline' as const,
    ...change,
  })),
  ...differing(before?.requirements ?? {}, after.requirements).map((change) => ({
    kind: 'requirement' as const,
    ...change,
  })),
];
