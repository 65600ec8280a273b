import type { Day } from './day.ts';
import { addMonths, dayIn, yearOf } from './day.ts';
import type { Statement } from './statements.ts';
import { type RequirementId, requirements } from './statute/requirements.ts';

/**
 * The last day on which stated evidence holds: the end it states itself, else the longest time its
 * source allows counted from the day it was stated; undefined where nothing ends it.
 */
export const evidenceEnd = (requirement: RequirementId, statement: Statement): Day | undefined => {
  if (statement.state !== 'done') return undefined;
  if (statement.validUntil != null) return statement.validUntil;
  const { validity } = requirements[requirement];
  if (validity === null) return undefined;
  switch (validity.kind) {
    case 'months':
      return addMonths(statement.statedOn, validity.months);
    case 'until-next':
      return dayIn(yearOf(statement.statedOn) + 1, validity.month, validity.dayOfMonth);
  }
};

/** Whether the end of the evidence is its source's longest time, not stated by the organisation. */
export const endIsAssumed = (requirement: RequirementId, statement: Statement): boolean =>
  statement.state === 'done' &&
  statement.validUntil == null &&
  requirements[requirement].validity !== null;
