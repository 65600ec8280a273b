import { subjectOf, type Warning } from '../domain/warnings.ts';
import type { Matters, Subjects } from './adapters/outbox.ts';

/*
 * How what waits for a recipient changes. Pure; of each subject only the last is kept, so a later rung
 * takes the place of an earlier one that was never sent.
 */

const without = (subjects: Subjects, left: (subject: string) => boolean): Subjects =>
  Object.fromEntries(Object.entries(subjects).filter(([subject]) => !left(subject)));

const isSame = (one: Subjects[string] | undefined, other: Subjects[string] | undefined): boolean =>
  one !== undefined && one.due === other?.due && one.rung === other.rung;

/** What one night adds about an organisation. */
export interface NewMatters {
  readonly warnings: readonly Warning[];
  /** Subjects that are in order again. */
  readonly settled: readonly string[];
  /** What the recipient was told of the organisation before. */
  readonly told: Subjects;
}

/**
 * What waits once a night's findings are added: what was settled before it was ever told disappears,
 * what was settled after it was told is to be told as fixed.
 */
export const withNew = <Waiting extends Matters>(
  waiting: Waiting,
  { warnings, settled, told }: NewMatters,
): Waiting => {
  const raised = Object.fromEntries(
    warnings.map((warning) => [subjectOf(warning), { due: warning.due, rung: warning.rung }]),
  );
  const fixed = Object.fromEntries(
    settled.flatMap((subject) => {
      const before = told[subject];
      return before === undefined ? [] : [[subject, before]];
    }),
  );
  return {
    ...waiting,
    warnings: { ...without(waiting.warnings, (one) => settled.includes(one)), ...raised },
    fixed: without({ ...waiting.fixed, ...fixed }, (one) => one in raised),
  };
};

/** What still waits once a digest is out: what came up after it was written. */
export const withoutTold = <Waiting extends Matters>(
  waiting: Waiting,
  included: Matters,
): Waiting => ({
  ...waiting,
  warnings: without(waiting.warnings, (one) =>
    isSame(waiting.warnings[one], included.warnings[one]),
  ),
  fixed: without(waiting.fixed, (one) => isSame(waiting.fixed[one], included.fixed[one])),
});

/** What a recipient has been told once a digest is out; what was told to be fixed is closed. */
export const toldAfter = (told: Subjects, { warnings, fixed }: Matters): Subjects => ({
  ...without(told, (one) => isSame(told[one], fixed[one])),
  ...warnings,
});

/** The warnings among some that a digest tells already. */
export const isToldIn = (warning: Warning, { warnings }: Matters): boolean =>
  isSame(warnings[subjectOf(warning)], { due: warning.due, rung: warning.rung });

/** A warning's parts from what it is about: `deadline:store-documents/older-people`. */
export const warningsOf = (subjects: Subjects): readonly Warning[] =>
  Object.entries(subjects).map(([subject, { due, rung }]) => {
    const [kind, ...id] = subject.split(':');
    return { kind: kind === 'deadline' ? 'deadline' : 'requirement', id: id.join(':'), due, rung };
  });
