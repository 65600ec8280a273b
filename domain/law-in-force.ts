import { type Day, latest } from './day.ts';
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

/** The entries in force on `validAt`, as far as acts given by `knownAt` tell. */
export const lawAt = (moment: Moment, from: Catalogue = catalogue): Law => ({
  ...moment,
  obligations: inForce(from.obligations, moment),
  milestones: inForce(from.milestones, moment),
});

/** The days on which an entry of the catalogue takes effect: its act is both known and in force. */
const effectiveDays = ({ obligations, milestones }: Catalogue): readonly Day[] => [
  ...new Set(
    [...obligations, ...milestones].map((entry) => latest(entry.knownFrom, entry.inForceFrom)),
  ),
];
const daysOfChange = effectiveDays(catalogue);

/** The days after `on` on which the law of the catalogue changes. */
export const lawChangesAfter = (on: Day): readonly Day[] => daysOfChange.filter((day) => day > on);

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
