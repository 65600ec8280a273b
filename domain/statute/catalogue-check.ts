import { type Day, latest } from '../day.ts';
import { type Language, languages } from '../language.ts';
import type { Catalogue } from './catalogue.ts';
import { sectionForm } from './citation.ts';
import type { ObligationEntry } from './entries.ts';
import { serviceTasks } from './service-tasks.ts';

/** What can be wrong with a catalogue; `entry` is the id of the one at fault. */
export type Fault =
  | { readonly kind: 'no-citation' | 'in-force-before-given' | 'twice'; readonly entry: string }
  | { readonly kind: 'no-text'; readonly entry: string; readonly language: Language }
  | { readonly kind: 'no-section'; readonly entry: string; readonly section: string }
  | {
      readonly kind: 'supersedes-nothing' | 'supersedes-later';
      readonly entry: string;
      readonly superseded: string;
    }
  /** Two entries for one duty on one day. */
  | {
      readonly kind: 'overlap';
      readonly place: string;
      readonly on: Day;
      readonly entries: readonly string[];
    }
  /** A duty that no entry has any more from a day on, and the entries that took it away. */
  | {
      readonly kind: 'gap';
      readonly place: string;
      readonly on: Day;
      readonly entries: readonly string[];
    };

/** What is wrong with a catalogue, entry by entry; empty for one that can be trusted. */
export const faultsOf = ({ obligations, milestones }: Catalogue): readonly Fault[] => [
  ...[...obligations, ...milestones].flatMap((entry): Fault[] => [
    ...(entry.basis.length === 0 ? [{ kind: 'no-citation', entry: entry.id } as const] : []),
    ...(entry.knownFrom > entry.inForceFrom
      ? [{ kind: 'in-force-before-given', entry: entry.id } as const]
      : []),
    ...languages
      .filter((language) => entry.text[language].trim() === '')
      .map((language) => ({ kind: 'no-text', entry: entry.id, language }) as const),
    ...entry.basis
      .filter(({ section }) => !sectionForm.test(section))
      .map(({ section }) => ({ kind: 'no-section', entry: entry.id, section }) as const),
  ]),
  ...twice([...obligations, ...milestones].map(({ id }) => id)).map(
    (entry) => ({ kind: 'twice', entry }) as const,
  ),
  ...supersededInVain(obligations),
  ...supersededInVain(milestones),
  ...overlapsAndGaps(obligations),
];

const twice = (ids: readonly string[]): string[] => ids.filter((id, i) => ids.indexOf(id) !== i);

interface Superseding {
  readonly id: string;
  readonly supersedes: readonly string[];
  readonly inForceFrom: Day;
}

const supersededInVain = (entries: readonly Superseding[]): Fault[] =>
  entries.flatMap(({ id, supersedes, inForceFrom }) =>
    supersedes.flatMap((superseded): Fault[] => {
      const found = entries.find((entry) => entry.id === superseded);
      if (found === undefined) return [{ kind: 'supersedes-nothing', entry: id, superseded }];
      return found.inForceFrom < inForceFrom
        ? []
        : [{ kind: 'supersedes-later', entry: id, superseded }];
    }),
  );

/** One duty of one kind of organisation: there must be one answer to it at a time, and none missing between. */
interface Place {
  readonly name: string;
  readonly covers: (entry: ObligationEntry) => boolean;
}

const places = (obligations: readonly ObligationEntry[]): Place[] => {
  const kinds = [...new Set(obligations.map(({ obligation }) => obligation))];
  const sectors = ['public', 'private'] as const;
  const registers = ['own', 'organiser'] as const;
  return kinds.flatMap((obligation) =>
    sectors.flatMap((sector) =>
      registers.flatMap((register) =>
        [null, ...serviceTasks].map((task) => ({
          name: `${task === null ? obligation : `${obligation}/${task}`} (${sector}, ${register})`,
          covers: (entry: ObligationEntry) =>
            entry.obligation === obligation &&
            (entry.binds.sector === 'any' || entry.binds.sector === sector) &&
            (entry.binds.register === 'any' || entry.binds.register === register) &&
            (task === null
              ? entry.serviceTasks === null
              : entry.serviceTasks?.includes(task) === true),
        })),
      ),
    ),
  );
};

/**
 * On every day on which an entry begins to count, for every kind of organisation: not two entries for
 * the same duty, and none where there was one before (a duty can be repealed only by an entry that says so).
 */
const overlapsAndGaps = (obligations: readonly ObligationEntry[]): Fault[] => {
  const begins = ({ knownFrom, inForceFrom }: ObligationEntry): Day =>
    latest(knownFrom, inForceFrom);
  const days = [...new Set(obligations.map(begins))].sort();
  return places(obligations).flatMap(({ name: place, covers }) => {
    const covering = new Set(obligations.filter(covers).map(({ id }) => id));
    let before = 0;
    return days.flatMap((on): Fault[] => {
      const begun = obligations.filter((entry) => begins(entry) <= on);
      const superseded = new Set(begun.flatMap(({ supersedes }) => supersedes));
      const now = begun.filter(({ id }) => covering.has(id) && !superseded.has(id));
      const missing = now.length < before;
      before = now.length;
      if (now.length > 1) {
        return [{ kind: 'overlap', place, on, entries: now.map(({ id }) => id) }];
      }
      if (!missing) return [];
      const takers = begun.filter(
        (entry) => begins(entry) === on && entry.supersedes.some((id) => covering.has(id)),
      );
      return [{ kind: 'gap', place, on, entries: takers.map(({ id }) => id) }];
    });
  });
};
