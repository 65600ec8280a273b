import type { Day } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { type Evaluation, type EvaluationInput, evaluateDay } from './evaluation.ts';
import { lawAt } from './law-in-force.ts';
import { type Catalogue, catalogue as ours } from './statute/catalogue.ts';
import type { ObligationEntry } from './statute/entries.ts';

/** A deadline's day as it was last evaluated, and the catalogue's entry it came from. */
export interface KnownDay {
  readonly due: Day;
  readonly entry: string;
}

/** The days as last evaluated, by the deadlines' ids. */
export type KnownDays = Readonly<Record<string, KnownDay>>;

/** A deadline that an entry adopted since the last evaluation has moved. */
export interface MovedDay {
  readonly id: string;
  /** null where the earlier law had no such deadline for the organisation. */
  readonly from: Day | null;
  /** null where the deadline is gone. */
  readonly to: Day | null;
  /** The catalogue's entry that moved it. */
  readonly entry: string;
}

export const knownDaysOf = ({ deadlines }: Pick<Evaluation, 'deadlines'>): KnownDays =>
  Object.fromEntries(deadlines.map(({ id, due, entry }) => [id, { due, entry }]));

/** The entries that have begun and supersede, at whatever remove, one that was last evaluated by. */
const successorsOf = (known: KnownDays, begun: readonly ObligationEntry[]): Set<string> => {
  const outdated = new Set(Object.values(known).map(({ entry }) => entry));
  const successors = new Set<string>();
  for (let before = -1; before < successors.size; ) {
    before = successors.size;
    for (const { id, supersedes } of begun) {
      if (supersedes.some((one) => outdated.has(one) || successors.has(one))) successors.add(id);
    }
  }
  return successors;
};

/** What the last evaluation did not know yet: the successors, and all that came into force with them. */
const adoptedSince = (
  { obligations }: Catalogue,
  { known, on }: { readonly known: KnownDays; readonly on: Day },
): Set<string> => {
  const begun = obligations.filter(
    ({ knownFrom, inForceFrom }) => knownFrom <= on && inForceFrom <= on,
  );
  const successors = successorsOf(known, begun);
  const occasion = ({ givenBy, inForceFrom }: ObligationEntry) => `${givenBy} ${inForceFrom}`;
  const occasions = new Set(begun.filter(({ id }) => successors.has(id)).map(occasion));
  const evaluatedBy = new Set(Object.values(known).map(({ entry }) => entry));
  return new Set(
    begun
      .filter((entry) => occasions.has(occasion(entry)) && !evaluatedBy.has(entry.id))
      .map(({ id }) => id),
  );
};

const withoutEntries = (catalogue: Catalogue, ids: ReadonlySet<string>): Catalogue => ({
  ...catalogue,
  obligations: catalogue.obligations.filter(({ id }) => !ids.has(id)),
});

const followsJoining = ({ rule }: ObligationEntry): boolean =>
  rule.kind === 'from-joining' || rule.kind === 'join-deadline';

/** The one that came into force last; of several, the first of them. */
const newest = (entries: readonly ObligationEntry[]): ObligationEntry | undefined =>
  entries.reduce<ObligationEntry | undefined>(
    (last, entry) => (last === undefined || entry.inForceFrom > last.inForceFrom ? entry : last),
    undefined,
  );

/**
 * The entry to name as the reason, of those that came and are in force: the duty's own, or, where its
 * day follows from joining (the security plan of 77 §), a later one that moved the day for joining.
 */
const reasonFor = (
  { id, entry, obligation, serviceTask }: Deadline,
  {
    came,
    obligations,
  }: Pick<Catalogue, 'obligations'> & { readonly came: readonly ObligationEntry[] },
): string => {
  const own = came.filter(
    (one) =>
      one.id === entry ||
      (one.obligation === obligation &&
        (serviceTask === undefined || one.serviceTasks?.includes(serviceTask) === true)),
  );
  const follows = obligations.some((one) => one.id === entry && followsJoining(one));
  const joining = follows ? came.filter(({ rule }) => rule.kind === 'join') : [];
  const reason = newest([...own, ...joining]) ?? newest(came);
  if (reason === undefined) throw new Error(`${id}: moved by no entry`);
  return reason.id;
};

const isSameDuty = (one: Deadline, other: Deadline): boolean =>
  one.obligation === other.obligation && one.serviceTask === other.serviceTask;

const isUnmet = ({ status }: Deadline): boolean => status !== 'met';

/**
 * The deadlines that entries adopted since the last evaluation have moved for an organisation.
 *
 * Only the law's part is told: the present facts are evaluated by the law as it was at the last
 * evaluation and by the law of now, and what differs was moved by the entries between them. So a day
 * that a fact moved is none, nor a yearly day that moved on; where there was no evaluation before,
 * nothing has moved. Of what differs:
 * - a duty that is met is left out: its day concerns nobody any more, as none does after the end (16 §);
 * - a deadline that has gone has `to: null`, unless the same duty goes on under another id (through
 *   one's own register instead of the organiser's): then it has moved from the one's day to the other's;
 * - a deadline that has come has `from: null`, if its entry supersedes an earlier one that bound others;
 *   a duty that no earlier law knew (disclosure permits by 307/2024) has moved from nowhere, and is told
 *   by the warnings of its own day.
 */
export const movedDays = (
  known: KnownDays,
  input: EvaluationInput,
  now: Pick<Evaluation, 'deadlines'>,
): readonly MovedDay[] => {
  const { organisation, on, catalogue = ours } = input;
  const adopted = adoptedSince(catalogue, { known, on });
  if (adopted.size === 0 || organisation.endedOn !== null) return [];
  const before = evaluateDay({
    ...input,
    catalogue: withoutEntries(catalogue, adopted),
  }).deadlines;
  const came = lawAt({ validAt: on, knownAt: on }, catalogue).obligations.filter(({ id }) =>
    adopted.has(id),
  );
  const reason = (deadline: Deadline) =>
    reasonFor(deadline, { came, obligations: catalogue.obligations });
  const gone = before.filter(
    ({ id }) => id in known && now.deadlines.every((deadline) => deadline.id !== id),
  );
  const isOld = (deadline: Deadline) => before.some(({ id }) => id === deadline.id);
  const fromOf = (deadline: Deadline): Day | null | undefined => {
    if (isOld(deadline)) {
      return deadline.id in known ? before.find(({ id }) => id === deadline.id)?.due : undefined;
    }
    if (deadline.id in known) return undefined;
    const other = gone.find((one) => isSameDuty(one, deadline));
    if (other !== undefined) return other.due;
    return came.some(({ id, supersedes }) => id === deadline.entry && supersedes.length > 0)
      ? null
      : undefined;
  };
  const moved = now.deadlines.filter(isUnmet).flatMap((deadline): MovedDay[] => {
    const from = fromOf(deadline);
    const { id, due } = deadline;
    return from === undefined || from === due
      ? []
      : [{ id, from, to: due, entry: reason(deadline) }];
  });
  const ended = gone
    .filter(isUnmet)
    .filter((one) => !now.deadlines.some((other) => !isOld(other) && isSameDuty(one, other)))
    .map((one): MovedDay => ({ id: one.id, from: one.due, to: null, entry: reason(one) }));
  return [...moved, ...ended];
};

/** Whether a move still stands as it was told or is to be told: the day is what it was moved to. */
export const isStillMoved = (
  { id, to }: Pick<MovedDay, 'id' | 'to'>,
  { deadlines, ended }: Pick<Evaluation, 'deadlines' | 'ended'>,
): boolean => {
  const deadline = deadlines.find((one) => one.id === id);
  return (
    !ended && (deadline === undefined ? to === null : isUnmet(deadline) && deadline.due === to)
  );
};
