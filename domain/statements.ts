import type { AssessmentItem, ReceivedAssessment } from './assessment.ts';
import { type Day, earliest, latestOf } from './day.ts';
import { inOrder } from './in-order.ts';
import { type RequirementId, requirementIds } from './statute/requirements/requirement-ids.ts';

/** One statement about one requirement, as it was stated. */
export type Statement = AssessmentItem & { readonly statedOn: Day };

/** All statements that stand of one requirement, oldest first; the last of them counts. */
export interface Standing {
  /** Those about the organisation and all its units; empty where only single units were spoken of. */
  readonly all: readonly Statement[];
  /** Those about units that were spoken of singly, with what was said of all; by OID. */
  readonly units: Readonly<Record<string, readonly Statement[]>>;
}

export type Standings = Readonly<Partial<Record<RequirementId, Standing>>>;

const inOrderStated = (a: ReceivedAssessment, b: ReceivedAssessment): number =>
  inOrder(a.statedOn, b.statedOn) ||
  inOrder(a.receivedAt, b.receivedAt) ||
  inOrder(a.assessmentId, b.assessmentId);

/** What one assessment says of a requirement in one unit: its override before what is said of many. */
const aboutUnit = (
  { items, units, overrides }: ReceivedAssessment,
  { id, oid }: { readonly id: RequirementId; readonly oid: string },
): AssessmentItem | undefined =>
  overrides?.[oid]?.[id] ?? (units === undefined || units.includes(oid) ? items[id] : undefined);

const said = (
  stated: readonly ReceivedAssessment[],
  itemOf: (assessment: ReceivedAssessment) => AssessmentItem | undefined,
): readonly Statement[] =>
  stated.flatMap((assessment) => {
    const item = itemOf(assessment);
    return item === undefined ? [] : [{ ...item, statedOn: assessment.statedOn }];
  });

const unitsSpokenOf = (stated: readonly ReceivedAssessment[], id: RequirementId): Set<string> =>
  new Set(
    stated.flatMap(({ items, units = [], overrides = {} }) => [
      ...(items[id] === undefined ? [] : units),
      ...Object.keys(overrides).filter((oid) => overrides[oid]?.[id] !== undefined),
    ]),
  );

const unitsOf = (stated: readonly ReceivedAssessment[], id: RequirementId): Standing['units'] =>
  Object.fromEntries(
    [...unitsSpokenOf(stated, id)].map((oid) => [
      oid,
      said(stated, (assessment) => aboutUnit(assessment, { id, oid })),
    ]),
  );

/** What was said of the whole, by requirement: one way through the assessments, which are long lists. */
const saidOfAll = (
  stated: readonly ReceivedAssessment[],
): ReadonlyMap<string, readonly Statement[]> => {
  const found = new Map<string, Statement[]>();
  for (const { units, items, statedOn } of stated) {
    if (units !== undefined) continue;
    for (const id of requirementIds) {
      const item = items[id];
      if (item === undefined) continue;
      const statement = { ...item, statedOn };
      const all = found.get(id);
      if (all === undefined) found.set(id, [statement]);
      else all.push(statement);
    }
  }
  return found;
};

const noUnits: Standing['units'] = {};

/** Whether some of an organisation's units were spoken of singly. */
export const speaksOfUnits = (
  { units }: Standing,
  own: readonly { readonly oid: string }[],
): boolean => Object.keys(units).length > 0 && own.some(({ oid }) => oid in units);

/**
 * What stands on a day: for each requirement the latest statement, by the day stated and then by
 * receipt. Statements of later days are not there yet.
 */
export const standingsOn = (assessments: readonly ReceivedAssessment[], on: Day): Standings => {
  const stated = assessments.filter(({ statedOn }) => statedOn <= on).sort(inOrderStated);
  const ofAll = saidOfAll(stated);
  const speakOfUnits = stated.some(
    ({ units, overrides }) => units !== undefined || overrides !== undefined,
  );
  const standings: Partial<Record<RequirementId, Standing>> = {};
  for (const id of requirementIds) {
    const all = ofAll.get(id) ?? [];
    const units = speakOfUnits ? unitsOf(stated, id) : noUnits;
    if (all.length > 0 || Object.keys(units).length > 0) standings[id] = { all, units };
  }
  return standings;
};

/** The run of statements, all of which fulfil a condition, that the last one ends; oldest first. */
const runOf = (
  all: readonly Statement[],
  holds: (statement: Statement) => boolean,
): readonly Statement[] => {
  const broken = all.findLastIndex((statement) => !holds(statement));
  return all.slice(broken + 1);
};

/**
 * The day since which what was stated has held without a break: the first of the run that the latest
 * statement ends; undefined where the latest does not hold. Of an organisation with units that were
 * spoken of singly: since the last of them did; undefined while one does not.
 */
export const heldSince = (
  { all, units }: Standing,
  own: readonly { readonly oid: string }[],
  holds: (statement: Statement) => boolean,
): Day | undefined => {
  const since = (statements: readonly Statement[]) => runOf(statements, holds)[0]?.statedOn;
  if (!speaksOfUnits({ all, units }, own)) return since(all);
  const days = own.flatMap(({ oid }) => since(units[oid] ?? all) ?? []);
  return days.length < own.length ? undefined : latestOf(days);
};

const sinceIn = (statement: Statement): Day | undefined =>
  'since' in statement ? statement.since : undefined;

/**
 * The day on which the work began that is done or in progress now: the last `since` stated while it was
 * in progress; else the first statement of the run, or the day it was said to be done since.
 */
export const begunOn = (all: readonly Statement[]): Day | undefined => {
  const run = runOf(all, ({ state }) => state === 'done' || state === 'in-progress');
  const [first] = run;
  if (first === undefined) return undefined;
  const said = run.flatMap((statement) =>
    statement.state === 'in-progress' ? (sinceIn(statement) ?? []) : [],
  );
  const done = run.flatMap((statement) => sinceIn(statement) ?? []);
  return said.at(-1) ?? earliest(first.statedOn, ...done);
};
