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

/**
 * What the id of a warning names: `cards`, or `cards/1.2.246.…` for a single unit. undefined where it
 * is not there any more: the unit has gone, or units are spoken of singly now.
 */
export const partOf = ({ requirements }: Evaluation, id: string): Part | undefined => {
  const [requirement, oid] = id.split('/');
  const verdict = requirements.find((one) => one.requirement === requirement);
  if (verdict === undefined) return undefined;
  if (oid === undefined) {
    return verdict.units === undefined ? { verdict, judged: verdict, unit: null } : undefined;
  }
  const unit = verdict.units?.find((one) => one.oid === oid);
  return unit === undefined ? undefined : { verdict, judged: unit, unit };
};

/** The units of some parts; empty where they are of whole requirements. */
export const unitsOf = (parts: readonly Pick<Part, 'unit'>[]): readonly Unit[] =>
  parts.flatMap(({ unit }) => (unit === null ? [] : [{ oid: unit.oid, name: unit.name }]));
