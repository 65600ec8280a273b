import type { MovedDay } from '../../domain/moved-days.ts';
import { asRaised, subjectOf, type Warning, warningKinds } from '../../domain/warnings.ts';
import type { Matters, Moved, Subjects } from '../adapters/outbox.ts';

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
  /** Days that the law has moved since the last evaluation. */
  readonly moved: Moved;
  /** What the recipient was told of the organisation before. */
  readonly told: Subjects;
  readonly toldMoved: Moved;
}

/** The same move, wherever it began for the recipient: an entry moves a deadline to a day once. */
const isSameMove = (one: Moved[string] | undefined, other: Moved[string] | undefined): boolean =>
  one !== undefined && one.to === other?.to && one.entry === other.entry;

/**
 * The moves that wait once others are added. What was told is not told again; of two moves of one day
 * the recipient, who heard of neither, is told the whole way, and nothing where it leads back.
 */
const withMoves = (waiting: Moved, { moved, toldMoved }: NewMatters): Moved => {
  const added = Object.entries(moved).flatMap(([id, move]) => {
    const before = waiting[id];
    if (isSameMove(move, toldMoved[id]) || isSameMove(move, before)) return [];
    return [[id, before === undefined ? move : { ...move, from: before.from }] as const];
  });
  return Object.fromEntries(
    Object.entries({ ...waiting, ...Object.fromEntries(added) }).filter(
      ([, { from, to }]) => from !== to,
    ),
  );
};

/**
 * What waits once a night's findings are added: what was settled before it was ever told disappears,
 * what was settled after it was told is to be told as fixed.
 */
export const withNew = <Waiting extends Matters>(waiting: Waiting, news: NewMatters): Waiting => {
  const { warnings, settled, told } = news;
  const raised = asRaised(warnings);
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
    moved: withMoves(waiting.moved, news),
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
  moved: Object.fromEntries(
    Object.entries(waiting.moved).filter(([id, move]) => !isSameMove(move, included.moved[id])),
  ),
});

/** What a recipient has been told once a digest is out; what was told to be fixed is closed. */
export const toldAfter = (told: Subjects, { warnings, fixed }: Matters): Subjects => ({
  ...without(told, (one) => isSame(told[one], fixed[one])),
  ...warnings,
});

/** What a recipient has been told where a digest has not come to her. */
export const toldBefore = (told: Subjects, { warnings }: Matters): Subjects =>
  without(told, (one) => isSame(told[one], warnings[one]));

/** What waits once a digest that came to nobody is given back: what has come up since says more. */
export const withGivenBack = <Waiting extends Matters>(
  waiting: Waiting,
  { warnings, fixed, moved }: Matters,
): Waiting => {
  const wait = { ...without(warnings, (one) => one in waiting.fixed), ...waiting.warnings };
  return {
    ...waiting,
    warnings: wait,
    fixed: without({ ...fixed, ...waiting.fixed }, (one) => one in wait),
    moved: { ...moved, ...waiting.moved },
  };
};

/** The warnings among some that a digest tells already. */
export const isToldIn = (warning: Warning, { warnings }: Matters): boolean =>
  isSame(warnings[subjectOf(warning)], { due: warning.due, rung: warning.rung });

/** Moves by their deadlines, as they are kept; and back. */
export const movedById = (moves: readonly MovedDay[]): Moved =>
  Object.fromEntries(moves.map(({ id, ...move }) => [id, move]));
export const movesOf = (moved: Moved): readonly MovedDay[] =>
  Object.entries(moved).map(([id, move]) => ({ id, ...move }));

/**
 * A warning's parts from what it is about: `deadline:store-documents/older-people`. What is of no kind
 * that we know is left out: there are no words for it.
 */
export const warningsOf = (subjects: Subjects): readonly Warning[] =>
  Object.entries(subjects).flatMap(([subject, { due, rung }]) => {
    const [named, ...id] = subject.split(':');
    const kind = warningKinds.find((one) => one === named);
    return kind === undefined ? [] : [{ kind, id: id.join(':'), due, rung }];
  });
