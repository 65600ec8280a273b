import type { Day } from '../day.ts';
import { gathered } from '../gathered.ts';
import { inOrder } from '../in-order.ts';
import type { MovedDay } from '../moved-days.ts';
import type { Catalogue } from '../statute/catalogue.ts';
import type { ActId, Citation } from '../statute/citation.ts';
import type { ObligationEntry } from '../statute/entries.ts';
import type { ObligationId } from '../statute/obligation-ids.ts';
import type { ServiceTask } from '../statute/service-tasks.ts';
import { citationsOf } from './cited.ts';
import {
  type DueTogether,
  namedBy,
  obligationsOf,
  reasonOf,
  type Through,
  tasksOf,
} from './due-together.ts';
import { byName, type Named } from './named.ts';

/** Duties whose day moved together for one reason, told as one thing. */
export interface MovedTogether
  extends Pick<DueTogether, 'obligations' | 'serviceTasks' | 'through' | 'duties'> {
  /** null where they had no day before. */
  readonly from: Day | null;
  /** null where they have none any more. */
  readonly to: Day | null;
}

export interface MovedOrganisation extends Named {
  /** The day that comes first, first. */
  readonly moves: readonly MovedTogether[];
}

/** One act, and what it has moved. */
export interface MovingAct {
  readonly act: ActId;
  readonly given: Day;
  readonly inForceFrom: Day;
  /** The places that moved the days. */
  readonly citations: readonly Citation[];
  readonly organisations: readonly MovedOrganisation[];
}

/** An entry's own places in the act that moved the day, where it has any: the rest did not change. */
const citationsBy = ({ givenBy, basis }: ObligationEntry): readonly Citation[] => {
  const own = basis.filter(({ act, amendedBy }) => (amendedBy ?? act) === givenBy);
  return own.length === 0 ? basis : own;
};

interface NamedMove extends MovedDay {
  readonly obligation: ObligationId;
  readonly serviceTask?: ServiceTask;
  readonly through: Through;
}

const movedTogether = (moves: readonly NamedMove[]): MovedTogether[] =>
  gathered(moves, ({ obligation, through, from, to }) =>
    [reasonOf(obligation), through, from, to].join(' '),
  )
    .map((group) => ({
      obligations: obligationsOf(group),
      serviceTasks: tasksOf(group),
      through: group[0].through,
      duties: group.length,
      from: group[0].from,
      to: group[0].to,
    }))
    .toSorted((a, b) => inOrder(a.to ?? last, b.to ?? last) || inOrder(a.from ?? '', b.from ?? ''));

/** After every day: what has no day any more presses least. */
const last = '9999';

export const movingActs = (
  sources: readonly (Named & { readonly moved: readonly MovedDay[] })[],
  { obligations }: Catalogue,
): MovingAct[] => {
  const moves = sources.flatMap(({ moved, ...named }) =>
    moved.flatMap((move) => {
      const duty = namedBy(move.id);
      const entry = obligations.find(({ id }) => id === move.entry);
      const through: Through = move.id.endsWith('@organiser') ? 'organiser' : 'self';
      return duty === undefined || entry === undefined
        ? []
        : [{ named, entry, move: { ...move, ...duty, through } }];
    }),
  );
  return gathered(moves, ({ entry: { givenBy, inForceFrom } }) => `${givenBy} ${inForceFrom}`)
    .map((group): MovingAct => {
      const { givenBy: act, knownFrom: given, inForceFrom } = group[0].entry;
      return {
        act,
        given,
        inForceFrom,
        citations: citationsOf(group.map(({ entry }) => ({ basis: citationsBy(entry) }))),
        organisations: gathered(group, ({ named }) => named.businessId)
          .map((own) => ({ ...own[0].named, moves: movedTogether(own.map(({ move }) => move)) }))
          .toSorted(
            (a, b) => inOrder(a.moves[0]?.to ?? last, b.moves[0]?.to ?? last) || byName(a, b),
          ),
      };
    })
    .toSorted((a, b) => inOrder(a.inForceFrom, b.inForceFrom) || inOrder(a.act, b.act));
};
