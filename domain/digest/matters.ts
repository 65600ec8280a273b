import type { Day } from '../day.ts';
import { inOrder } from '../in-order.ts';
import { obligationIds } from '../statute/obligation-ids.ts';
import { requirementIds } from '../statute/requirements/requirement-ids.ts';
import { type DeadlineMatter, deadlineMatters } from './deadline-matters.ts';
import {
  type ExpiryMatter,
  expiryMatters,
  type StatementMatter,
  statementMatters,
  type WaiverMatter,
  waiverMatters,
} from './ending-matters.ts';
import { type PlanMatter, planMatters } from './plan-matters.ts';
import type { DigestSource } from './source.ts';

export type Matter = PlanMatter | DeadlineMatter | ExpiryMatter | WaiverMatter | StatementMatter;

/** Of one day, what cannot be made any more stands first, and what takes minutes to put right last. */
const kinds = [
  'plan',
  'deadline',
  'expiry',
  'waiver',
  'statement',
] as const satisfies readonly Matter['kind'][];

/** Tonight's warnings that still hold; what was met, moved, renewed or ended meanwhile is left out. */
export const mattersOf = (source: DigestSource, night: Day): readonly Matter[] => {
  const plans = planMatters(source, night);
  const told = plans.flatMap(({ first }) => first ?? []);
  return [
    ...plans,
    ...deadlineMatters(source, night, told),
    ...expiryMatters(source, night),
    ...waiverMatters(source, night),
    ...statementMatters(source, night),
  ].toSorted(byUrgency);
};

/** The day that comes first; on one day by kind, then in the catalogues' order. */
const byUrgency = (a: Matter, b: Matter): number =>
  inOrder(a.due, b.due) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || placeOf(a) - placeOf(b);

const placeOf = (matter: Matter): number => {
  switch (matter.kind) {
    case 'plan':
    case 'deadline':
      return Math.min(...matter.obligations.map((id) => obligationIds.indexOf(id)));
    case 'expiry':
    case 'waiver':
      return requirementIds.indexOf(matter.requirement);
    case 'statement':
      return 0;
  }
};
