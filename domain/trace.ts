import type { Day } from './day.ts';
import type { Citation } from './statute/citation.ts';
import type { ServiceTask } from './statute/service-tasks.ts';

/** A reading chosen where the law is open; each has a decision record (docs/decisions). */
export type Reading =
  | 'days-off-not-moved'
  | 'six-tasks-from-joining'
  | 'recordings-only'
  | 'parallel-joining'
  | 'duty-not-before-its-ground'
  | 'annual-check-not-presumed-missed';

/** Where each reading is argued. */
export const decisionOf: Readonly<Record<Reading, string>> = {
  'days-off-not-moved': '0003',
  'six-tasks-from-joining': '0004',
  'recordings-only': '0005',
  'parallel-joining': '0006',
  'duty-not-before-its-ground': '0007',
  'annual-check-not-presumed-missed': '0008',
};

export type Fact =
  | 'sector'
  | 'counties'
  | 'usesClientDataSystem'
  | 'joiningModel'
  | 'ownRegister'
  | 'recordingsOnly'
  | 'makesRecordings'
  | 'recordsPatientData'
  | 'registeredInSoteri'
  | 'joinedOn'
  | 'organiserJoinedOn'
  | 'operatingSince'
  | 'systemSince'
  | 'taskSince'
  | 'endedOn';

export type CandidateRule =
  | 'named-day'
  | 'join-day'
  | 'late-joiner-day'
  | 'joined'
  | 'join-deadline'
  | 'organiser-joined'
  | 'organiser-join-deadline'
  | 'yearly-day';

export type Floor = 'operatingSince' | 'firstTaskSince' | 'systemSince' | 'taskSince' | 'law';

export type Alternative =
  /** Other documents than recordings are stored, so joining is not put off to the recordings' day. */
  | 'late-joiner-clause'
  /** Joined after the deadline: storing was due all the same. */
  | 'joined-late'
  /** Joined early: this duty has a day of its own all the same. */
  | 'joined-early'
  /** The day of joining does not move what is tied to the deadline. */
  | 'joined-on';

/**
 * One step on the way to a day. The day is the earliest `candidate`, but not before the latest
 * `not-before`: it can be recomputed from these alone.
 */
export type TraceStep =
  | {
      readonly step: 'fact';
      readonly fact: Fact;
      readonly value: string | boolean | null;
      readonly serviceTask?: ServiceTask;
    }
  | {
      readonly step: 'candidate';
      readonly rule: CandidateRule;
      readonly day: Day;
      readonly basis: readonly Citation[];
    }
  | {
      readonly step: 'not-before';
      readonly floor: Floor;
      readonly day: Day;
      readonly basis: readonly Citation[];
    }
  | {
      readonly step: 'not-applied';
      readonly alternative: Alternative;
      readonly day?: Day;
      readonly basis: readonly Citation[];
    }
  | { readonly step: 'reading'; readonly reading: Reading; readonly decision: string }
  | { readonly step: 'result'; readonly day: Day };

export const reading = (name: Reading): TraceStep => ({
  step: 'reading',
  reading: name,
  decision: decisionOf[name],
});
