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

/** The end of a point that has a day: stated, or counted from the statement by its source. */
const pointEnd = (
  point: EvidencePoint,
  { points = {}, statedOn }: Done,
  mayAssume: boolean,
): readonly EvidenceEnd[] => {
  if (point.kind !== 'valid-until' && point.kind !== 'last-done-on') return [];
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
  const days = evidence.flatMap((point) => {
    if (point.kind === 'valid-until') return [point.longest];
    return point.kind === 'last-done-on' ? [point.holds] : [];
  });
  const [first, ...others] = validity === null ? days : [validity];
  if (first === undefined) return undefined;
  return others.reduce(
    (least, next) => (endBy(next, anyDay) < endBy(least, anyDay) ? next : least),
    first,
  );
};
/** A day to compare how long two things hold. */
const anyDay = day('2026-01-01');

/** Of each requirement that ends by its source, once: it depends on nothing else. */
const renewals: ReadonlyMap<RequirementId, Validity> = new Map(
  requirementIds.flatMap((id) => {
    const renewal = firstRenewal(requirements[id]);
    return renewal === undefined ? [] : [[id, renewal]];
  }),
);

/**
 * Every end of what was stated done, the first first. An end that is stated always decides; where
 * neither the whole nor the point has one, the longest time the source allows is counted from the day
 * of the statement. Empty where nothing ends it.
 */
export const evidenceEnds = (id: RequirementId, statement: Statement): readonly EvidenceEnd[] => {
  if (statement.state !== 'done') return [];
  const { validity, evidence } = requirements[id];
  const whole = statement.validUntil ?? undefined;
  if (whole === undefined && !renewals.has(id)) return [];
  const renewed = renewals.get(id);
  const renewal = renewed === undefined ? {} : { renewal: renewed };
  const ofWhole: EvidenceEnd[] =
    whole !== undefined
      ? [{ until: whole, assumed: false, ...renewal }]
      : validity === null
        ? []
        : [{ until: endBy(validity, statement.statedOn), assumed: true, ...renewal }];
  const ofPoints = evidence.flatMap((point) => pointEnd(point, statement, whole === undefined));
  return ofPoints.length === 0
    ? ofWhole
    : [...ofWhole, ...ofPoints].sort((a, b) => inOrder(a.until, b.until));
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
