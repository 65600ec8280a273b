import type { Day } from '../day.ts';
import { obligationIds } from '../statute/obligation-ids.ts';
import { requirementIds } from '../statute/requirements/requirement-ids.ts';
import { type DeadlineMatter, deadlineMatters } from './deadline-matters.ts';
import { type ExpiryMatter, expiryMatters } from './ending-matters.ts';
import { inOrder } from './in-order.ts';
import type { DigestSource } from './source.ts';

export type Matter = DeadlineMatter | ExpiryMatter;

/** Tonight's warnings that still hold; what was met, moved, renewed or ended meanwhile is left out. */
export const mattersOf = (source: DigestSource, night: Day): readonly Matter[] =>
  [...deadlineMatters(source, night), ...expiryMatters(source, night)].toSorted(byUrgency);

/** The day that comes first; on one day duties before evidence, in their catalogues' order. */
const byUrgency = (a: Matter, b: Matter): number =>
  inOrder(a.due, b.due) || inOrder(a.kind, b.kind) || placeOf(a) - placeOf(b);
const placeOf = (matter: Matter): number =>
  matter.kind === 'deadline'
    ? Math.min(...matter.obligations.map((id) => obligationIds.indexOf(id)))
    : requirementIds.indexOf(matter.requirement);
