import type { AssessmentItem, Items } from '../../domain/assessment.ts';
import type { Day } from '../../domain/day.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import { itemsAt } from './project.ts';
import type { Assessments } from './story.ts';

/*
 * Those who tell the same as others, but for something.
 */

/** What of some items can be said of single units. */
const ofUnits = (items: Items): Items =>
  Object.fromEntries(
    requirementIds.flatMap((id) => {
      const item = items[id];
      return item !== undefined && requirements[id].perUnit ? [[id, item]] : [];
    }),
  );

/** Says so of some requirements, whatever else it says, in each of its statements. */
export const saying =
  (items: Items, of: Assessments): Assessments =>
  (life, today) =>
    of(life, today).map((told) => {
      const said = told.units === undefined ? items : ofUnits(items);
      return { ...told, items: { ...told.items, ...said } };
    });

/** Says that some requirements do not apply to it, with the reason. */
export const partlyNotApplicable = (
  reasons: Readonly<Partial<Record<RequirementId, string>>>,
  of: Assessments,
): Assessments =>
  saying(
    Object.fromEntries(
      Object.entries(reasons).map(([id, reason]) => [
        id,
        { state: 'not-applicable' as const, reason },
      ]),
    ),
    of,
  );

/** Tells us nothing after a day. */
export const silentAfter =
  (last: string, of: Assessments): Assessments =>
  (life, today) =>
    of(life, today).filter(({ statedOn }) => statedOn <= last);

/** One of its units lags: what is done in the others is still in progress there. */
export const laggingUnit =
  (
    { unit, behindIn }: { readonly unit: number; readonly behindIn: readonly RequirementId[] },
    of: Assessments,
  ): Assessments =>
  (life, today) => {
    const oid = life.units?.[unit - 1]?.oid;
    return of(life, today).map((told) => {
      const behind = behindIn.filter((id) => told.items[id]?.state === 'done');
      return oid === undefined || behind.length === 0
        ? told
        : {
            ...told,
            overrides: {
              [oid]: Object.fromEntries(
                behind.map((id) => [id, { state: 'in-progress' as const, since: told.statedOn }]),
              ),
            },
          };
    });
  };

/** What each unit has to have and to learn for itself. */
const learntInUnits: readonly RequirementId[] = [
  'cards',
  'card-readers',
  'access-rights',
  'staff-training',
  'structured-recording',
];

/** States on a day that its first units are done with what each unit does; the others are not yet. */
export const firstUnitsDone =
  ({ on, count }: { readonly on: Day; readonly count: number }, of: Assessments): Assessments =>
  (life, today) => {
    const all = of(life, today);
    const units = (life.units ?? []).slice(0, count).map(({ oid }) => oid);
    if (on > today || units.length === 0) return all;
    const everything = itemsAt({ stage: 'in-use', life, on });
    const items = Object.fromEntries(
      learntInUnits.flatMap((id) => (everything[id] === undefined ? [] : [[id, everything[id]]])),
    );
    return [
      ...all.filter((told) => told.statedOn < on),
      { statedOn: on, items, units },
      ...all.filter((told) => told.statedOn > on),
    ];
  };

const terse = (item: AssessmentItem): AssessmentItem => {
  switch (item.state) {
    case 'done':
      return { state: item.state, validUntil: item.validUntil };
    case 'in-progress':
      return { state: item.state, since: item.since };
    case 'not-started':
    case 'not-applicable':
      return item;
  }
};

/** Says how far each requirement is, and no more: neither evidence nor its points. */
export const withoutDetail =
  (of: Assessments): Assessments =>
  (life, today) =>
    of(life, today).map((told) => ({
      ...told,
      items: Object.fromEntries(Object.entries(told.items).map(([id, item]) => [id, terse(item)])),
    }));
