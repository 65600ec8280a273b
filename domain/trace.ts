import type { Day } from './day.ts';
import { dayOff } from './days-off.ts';
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
  | 'before-joining'
  | 'join-deadline'
  | 'organiser-joined'
  | 'organiser-join-deadline'
  | 'yearly-day';

export type Floor =
  | 'operatingSince'
  | 'firstTaskSince'
  | 'systemSince'
  | 'taskSince'
  | 'joined'
  | 'law';

export type Alternative =
  /** Other documents than recordings are stored, so joining is not put off to the recordings' day. */
  | 'late-joiner-clause'
  /** Joined after the deadline: storing was due all the same. */
  | 'joined-late'
  /** Joined early: this duty has a day of its own all the same. */
  | 'joined-early'
  /** The day of joining does not move what is tied to the deadline. */
  | 'joined-on';

/** What decided the day: its only candidate, the earliest of several, or a day before which nothing was due. */
export type Decided = 'only' | 'earliest' | 'not-before';

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
  | { readonly step: 'result'; readonly day: Day; readonly by: Decided };

export const reading = (name: Reading): TraceStep => ({
  step: 'reading',
  reading: name,
  decision: decisionOf[name],
});

export type CandidateStep = Extract<TraceStep, { step: 'candidate' }>;
export type FloorStep = Extract<TraceStep, { step: 'not-before' }>;
export type Candidates = readonly [CandidateStep, ...CandidateStep[]];

export const candidate = (
  rule: CandidateRule,
  day: Day,
  basis: readonly Citation[],
): CandidateStep => ({ step: 'candidate', rule, day, basis });

export const floor = (name: Floor, day: Day, basis: readonly Citation[]): FloorStep => ({
  step: 'not-before',
  floor: name,
  day,
  basis,
});

export const notApplied = (
  alternative: Alternative,
  basis: readonly Citation[],
  day?: Day,
): TraceStep => ({
  step: 'not-applied',
  alternative,
  ...(day === undefined ? {} : { day }),
  basis,
});

/** The earliest of the candidates. */
export const earliestOf = (candidates: Candidates): Day =>
  candidates.reduce((least, { day }) => (day < least ? day : least), candidates[0].day);

/** The day that candidates and floors make: the earliest of the first, not before the latest of the second. */
export const settle = (candidates: Candidates, floors: readonly FloorStep[]): Day =>
  floors.reduce((most, { day }) => (day > most ? day : most), earliestOf(candidates));

/** Ends a trace: what counted, the readings the day rests on, and the day. */
export const concluded = (
  steps: readonly TraceStep[],
  candidates: Candidates,
  floors: readonly FloorStep[],
): { readonly due: Day; readonly trace: readonly TraceStep[] } => {
  const due = settle(candidates, floors);
  const moved = due > earliestOf(candidates);
  return {
    due,
    trace: [
      ...steps,
      ...candidates,
      ...floors,
      ...(moved ? [reading('duty-not-before-its-ground')] : []),
      ...(dayOff(due) === undefined ? [] : [reading('days-off-not-moved')]),
      {
        step: 'result',
        day: due,
        by: moved ? 'not-before' : candidates.length > 1 ? 'earliest' : 'only',
      },
    ],
  };
};
