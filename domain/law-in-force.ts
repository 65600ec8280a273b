import { addDays, type Day, earliestOf, latest } from './day.ts';
import { type Catalogue, catalogue } from './statute/catalogue.ts';
import type { ObligationEntry } from './statute/entries.ts';

/** A question of law on both axes of time. */
export interface Moment {
  /** Which law is in force that day. */
  readonly validAt: Day;
  /** Only acts given on or before that day exist. */
  readonly knownAt: Day;
}

/** The law as it stood at a moment. */
export interface Law extends Moment, Catalogue {}

interface Dated {
  readonly id: string;
  readonly knownFrom: Day;
  readonly inForceFrom: Day;
  readonly supersedes: readonly string[];
}

const inForce = <E extends Dated>(entries: readonly E[], { validAt, knownAt }: Moment): E[] => {
  const begun = entries.filter(
    (entry) => entry.knownFrom <= knownAt && entry.inForceFrom <= validAt,
  );
  const superseded = new Set(begun.flatMap(({ supersedes }) => supersedes));
  return begun.filter(({ id }) => !superseded.has(id));
};

/** The law last asked for of each catalogue: a night asks for one all along. */
const lastLaws = new WeakMap<Catalogue, Law>();

/** The entries in force on `validAt`, as far as acts given by `knownAt` tell. */
export const lawAt = ({ validAt, knownAt }: Moment, from: Catalogue = catalogue): Law => {
  const last = lastLaws.get(from);
  if (last !== undefined && last.validAt === validAt && last.knownAt === knownAt) return last;
  const moment = { validAt, knownAt };
  const law = {
    ...moment,
    obligations: inForce(from.obligations, moment),
    milestones: inForce(from.milestones, moment),
  };
  lastLaws.set(from, law);
  return law;
};

/** The days after `on` on which the law of a catalogue changes: an act is both known and in force. */
export const lawChangesAfter = (
  on: Day,
  { obligations, milestones }: Catalogue = catalogue,
): readonly Day[] => [
  ...new Set(
    [...obligations, ...milestones]
      .map(({ knownFrom, inForceFrom }) => latest(knownFrom, inForceFrom))
      .filter((effective) => effective > on),
  ),
];

/** Entries known at a moment that come into force together on a later day. */
export interface Amendment {
  readonly inForceFrom: Day;
  readonly entries: readonly ObligationEntry[];
}

/** What acts given by `knownAt` will change after `validAt`, day by day. */
export const amendmentsAhead = (
  { validAt, knownAt }: Moment,
  from: Catalogue = catalogue,
): readonly Amendment[] => {
  const ahead = from.obligations.filter(
    (entry) => entry.knownFrom <= knownAt && entry.inForceFrom > validAt,
  );
  return [...new Set(ahead.map(({ inForceFrom }) => inForceFrom))].sort().map((inForceFrom) => ({
    inForceFrom,
    entries: ahead.filter((entry) => entry.inForceFrom === inForceFrom),
  }));
};

/**
 * The last day on which an entry was in force, as far as acts given by `knownAt` tell; undefined while
 * nothing known supersedes it. It is derived, never written: an entry is not edited when it ends.
 */
export const inForceUntil = (
  id: string,
  knownAt: Day,
  { obligations, milestones }: Catalogue = catalogue,
): Day | undefined => {
  const superseded = earliestOf(
    [...obligations, ...milestones]
      .filter(({ supersedes, knownFrom }) => supersedes.includes(id) && knownFrom <= knownAt)
      .map(({ inForceFrom }) => inForceFrom),
  );
  return superseded && addDays(superseded, -1);
};
