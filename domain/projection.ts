import { addDays, type Day, latestOf } from './day.ts';
import type { Deadline } from './deadlines.ts';
import { type EvidenceEnd, endBy } from './evidence.ts';
import { gathered } from './gathered.ts';
import type { Law } from './law-in-force.ts';
import type { RequirementVerdict } from './readiness.ts';
import type { RequirementId } from './statute/requirements/requirement-ids.ts';

/** How a piece of evidence stands on a day on which something is due. */
export interface ProjectedDay {
  readonly due: Day;
  /** The deadlines of that day, by their ids. */
  readonly deadlines: readonly string[];
  readonly holds: boolean;
}

/** A piece of evidence that ends, seen on every coming deadline, and when it must be renewed until the last. */
export interface EvidenceProjection {
  readonly requirement: RequirementId;
  readonly point?: string;
  readonly until: Day;
  readonly assumed: boolean;
  readonly on: readonly ProjectedDay[];
  /**
   * The last days by which it must be renewed, each time for the longest time its source allows; where no
   * source says how long the next lasts, only the first is known.
   */
  readonly renewals: readonly Day[];
}

/** The last day that the law in force names: recordings, on 1.10.2029; undefined where it names none. */
export const lastDayOf = ({ obligations }: Law): Day | undefined =>
  latestOf(
    obligations.flatMap(({ rule }) =>
      rule.kind === 'fixed' || rule.kind === 'join' ? [rule.day] : [],
    ),
  );

const renewalsOf = (
  { until, renewal }: EvidenceEnd,
  { on, last }: { readonly on: Day; readonly last: Day | undefined },
): readonly Day[] => {
  const days: Day[] = [];
  for (let by = until; last !== undefined && by < last; ) {
    days.push(by);
    if (renewal === undefined) break;
    by = endBy(renewal, by < on ? on : by);
  }
  return days;
};

/** Every piece once: units whose evidence ends on one day are one. */
const piecesOf = ({ ends = [], units }: RequirementVerdict): readonly EvidenceEnd[] =>
  units === undefined
    ? ends
    : gathered([...ends, ...units.flatMap((unit) => unit.ends ?? [])], ({ point, until }) =>
        [point, until].join(' '),
      ).map(([end]) => end);

/** All evidence with an end, projected to the coming deadlines and renewed until the last day of the law. */
export const projectionsOf = ({
  requirements,
  deadlines,
  on,
  last,
}: {
  readonly requirements: readonly RequirementVerdict[];
  readonly deadlines: readonly Deadline[];
  readonly on: Day;
  readonly last: Day | undefined;
}): readonly EvidenceProjection[] => {
  const coming = gathered(
    deadlines.filter(({ status }) => status === 'open'),
    ({ due }) => due,
  ).map((group) => ({ due: group[0].due, deadlines: group.map(({ id }) => id) }));
  return requirements.flatMap((verdict) =>
    piecesOf(verdict).map((end): EvidenceProjection => {
      const { until, assumed, point } = end;
      return {
        requirement: verdict.requirement,
        ...(point === undefined ? {} : { point }),
        until,
        assumed,
        on: coming.map(({ due, deadlines: ids }) => ({
          due,
          deadlines: ids,
          holds: until >= due,
        })),
        renewals: renewalsOf(end, { on, last }),
      };
    }),
  );
};

/** The days on which evidence has ended, for which a later day is the first. */
export const endingDays = ({
  requirements,
}: {
  readonly requirements: readonly RequirementVerdict[];
}) =>
  requirements.flatMap((verdict) =>
    [verdict, ...(verdict.units ?? [])].flatMap(({ validUntil, restateBy }) =>
      [validUntil, restateBy].flatMap((until) => (until === undefined ? [] : [addDays(until, 1)])),
    ),
  );
