import type { Day } from '../day.ts';
import type { Evaluation } from '../evaluation.ts';
import type { RequirementVerdict, UnitVerdict } from '../readiness.ts';

export type Unit = Pick<UnitVerdict, 'oid' | 'name'>;

/** A requirement as a whole, or in one of its units. */
export interface Part {
  readonly verdict: RequirementVerdict;
  /** How that part stands. */
  readonly judged: RequirementVerdict | UnitVerdict;
  readonly unit: Unit | null;
}

/** The requirement that the id of a warning names: `cards`, or `cards/2027-06-30` where units end then. */
export const requirementOf = (
  { requirements }: Evaluation,
  id: string,
): RequirementVerdict | undefined => {
  const [requirement] = id.split('/');
  return requirements.find((one) => one.requirement === requirement);
};

/** The parts of a requirement, the whole or some of its units, in which something ends on a day. */
export const partsEnding = (
  verdict: RequirementVerdict,
  due: Day,
  endOf: (part: Part) => Day | undefined,
): readonly Part[] => {
  const parts: readonly Part[] = verdict.units?.map((unit) => ({
    verdict,
    judged: unit,
    unit,
  })) ?? [{ verdict, judged: verdict, unit: null }];
  return parts.filter((part) => endOf(part) === due);
};

/** The units of some parts; empty where they are of whole requirements. */
export const unitsOf = (parts: readonly Pick<Part, 'unit'>[]): readonly Unit[] =>
  parts.flatMap(({ unit }) => (unit === null ? [] : [{ oid: unit.oid, name: unit.name }]));
