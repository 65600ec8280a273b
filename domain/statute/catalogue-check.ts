import { type Day, latest } from '../day.ts';
import { languages } from '../language.ts';
import type { Catalogue } from './catalogue.ts';
import type { ObligationEntry } from './entries.ts';
import { serviceTasks } from './service-tasks.ts';

/** What is wrong with a catalogue, entry by entry; empty for one that can be trusted. */
export const faultsOf = ({ obligations, milestones }: Catalogue): readonly string[] => [
  ...[...obligations, ...milestones].flatMap((entry) => [
    ...(entry.basis.length === 0 ? [`${entry.id}: no citation`] : []),
    ...(entry.knownFrom > entry.inForceFrom ? [`${entry.id}: in force before it was given`] : []),
    ...languages
      .filter((language) => entry.text[language].trim() === '')
      .map((language) => `${entry.id}: no text in ${language}`),
    ...entry.basis
      .filter(({ section }) => !/^[0-9]+( [a-z])?$/.test(section))
      .map(({ section }) => `${entry.id}: ${section} is no section`),
  ]),
  ...twice([...obligations, ...milestones].map(({ id }) => id)).map((id) => `${id}: two entries`),
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

const supersededInVain = (entries: readonly Superseding[]): string[] =>
  entries.flatMap(({ id, supersedes, inForceFrom }) =>
    supersedes.flatMap((earlier) => {
      const found = entries.find((entry) => entry.id === earlier);
      if (found === undefined) return [`${id}: supersedes ${earlier}, which there is not`];
      return found.inForceFrom < inForceFrom
        ? []
        : [`${id}: supersedes ${earlier}, which is not earlier`];
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
          name: `${obligation} ${task ?? ''} (${sector}, ${register})`,
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
const overlapsAndGaps = (obligations: readonly ObligationEntry[]): string[] => {
  const begins = ({ knownFrom, inForceFrom }: ObligationEntry): Day =>
    latest(knownFrom, inForceFrom);
  const days = [...new Set(obligations.map(begins))].sort();
  return places(obligations).flatMap(({ name, covers }) => {
    let before = 0;
    return days.flatMap((on) => {
      const begun = obligations.filter((entry) => begins(entry) <= on);
      const superseded = new Set(begun.flatMap(({ supersedes }) => supersedes));
      const now = begun.filter((entry) => covers(entry) && !superseded.has(entry.id));
      const fault =
        now.length > 1
          ? [`${name}: on ${on} both ${now.map(({ id }) => id).join(' and ')}`]
          : now.length < before
            ? [`${name}: a gap from ${on}`]
            : [];
      before = now.length;
      return fault;
    });
  });
};
