import { addMonths, type Day, day, dayIn, isDay, yearOf } from './day.ts';
import { inOrder } from './in-order.ts';
import type { Statement } from './statements.ts';
import type { EvidencePoint, Requirement, Validity } from './statute/requirements/requirement.ts';
import { type RequirementId, requirementIds } from './statute/requirements/requirement-ids.ts';
import { requirements } from './statute/requirements/requirements.ts';

/** One end that stated evidence has. */
export interface EvidenceEnd {
  /** The last day on which it holds. */
  readonly until: Day;
  /** The point of the evidence that ends; the whole of it where none is named. */
  readonly point?: string;
  /** The end is the longest time its source allows, not stated by the organisation. */
  readonly assumed: boolean;
  /** It is the last time a recurring duty was done. */
  readonly recurring?: true;
  /** How long what is renewed holds again, where a source says so. */
  readonly renewal?: Validity;
}

/** The last day on which what was done or begun on a day holds by its source. */
export const endBy = (validity: Validity, from: Day): Day => {
  switch (validity.kind) {
    case 'months':
      return addMonths(from, validity.months);
    case 'until-next':
      return dayIn(yearOf(from) + 1, validity.month, validity.dayOfMonth);
  }
};

type Done = Extract<Statement, { state: 'done' }>;

const statedDay = (value: unknown): Day | undefined => (isDay(value) ? value : undefined);

type DatedPoint = Extract<EvidencePoint, { kind: 'valid-until' | 'last-done-on' }>;

const isDated = (point: EvidencePoint): point is DatedPoint =>
  point.kind === 'valid-until' || point.kind === 'last-done-on';

/** The end of a point that has a day: stated, or counted from the statement by its source. */
const pointEnd = (
  point: DatedPoint,
  { points = {}, statedOn }: Done,
  mayAssume: boolean,
): readonly EvidenceEnd[] => {
  const renewal = point.kind === 'valid-until' ? point.longest : point.holds;
  const stated = statedDay(points[point.id]);
  const what = {
    point: point.id,
    renewal,
    ...(point.kind === 'last-done-on' ? { recurring: true as const } : {}),
  };
  if (stated === undefined) {
    return mayAssume ? [{ ...what, until: endBy(renewal, statedOn), assumed: true }] : [];
  }
  const until = point.kind === 'valid-until' ? stated : endBy(renewal, stated);
  return [{ ...what, until, assumed: false }];
};

/** How long the whole holds when it is renewed: as long as the part that must be renewed first. */
const firstRenewal = ({ validity, evidence }: Requirement): Validity | undefined => {
  const days = evidence
    .filter(isDated)
    .map((point) => (point.kind === 'valid-until' ? point.longest : point.holds));
  const [first, ...others] = validity === null ? days : [validity];
  if (first === undefined) return undefined;
  return others.reduce(
    (least, next) => (endBy(next, anyDay) < endBy(least, anyDay) ? next : least),
    first,
  );
};
/** A day to compare how long two things hold. */
const anyDay = day('2026-01-01');

/** What can end of each requirement by its source: found once, it depends on nothing else. */
const ending = new Map(
  requirementIds.map((id) => {
    const renewal = firstRenewal(requirements[id]);
    const renewed = renewal === undefined ? {} : { renewal };
    return [id, { renewed, points: requirements[id].evidence.filter(isDated) }] as const;
  }),
);

/**
 * Every end of what was stated done, the first first. An end that is stated always decides; where
 * neither the whole nor the point has one, the longest time the source allows is counted from the day
 * of the statement. Empty where nothing ends it.
 */
export const evidenceEnds = (id: RequirementId, statement: Statement): readonly EvidenceEnd[] => {
  if (statement.state !== 'done') return [];
  const { validity } = requirements[id];
  const { renewed = {}, points = [] } = ending.get(id) ?? {};
  const whole = statement.validUntil ?? undefined;
  const ofWhole: EvidenceEnd[] =
    whole !== undefined
      ? [{ until: whole, assumed: false, ...renewed }]
      : validity === null
        ? []
        : [{ until: endBy(validity, statement.statedOn), assumed: true, ...renewed }];
  if (points.length === 0) return ofWhole;
  const ofPoints = points.flatMap((point) => pointEnd(point, statement, whole === undefined));
  return [...ofWhole, ...ofPoints].sort((a, b) => inOrder(a.until, b.until));
};

/**
 * The last day on which a statement counts; undefined where it does not age, or ends by itself on one of
 * the days that its evidence has.
 */
export const countsUntil = (
  id: RequirementId,
  statement: Statement,
  ends: readonly EvidenceEnd[],
): Day | undefined => {
  const { ageing } = requirements[id];
  return statement.state === 'done' && (!ageing.alsoWhenDone || ends.length > 0)
    ? undefined
    : addMonths(statement.statedOn, ageing.months);
};
