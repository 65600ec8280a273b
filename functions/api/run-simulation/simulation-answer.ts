import type { Day } from '../../../domain/day.ts';
import { type OverallStatus, overallStatuses } from '../../../domain/evaluation.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { inOrder } from '../../../domain/in-order.ts';
import { type Effect, isAffected } from '../../../domain/simulation.ts';

/** What a change of law would do to one organisation, by its name. */
export interface TriedOrganisation extends Effect {
  readonly businessId: BusinessId;
  readonly name: string;
}

/** As many are told of one by one; the counts are of all. */
const mostListed = 500;

const severity = ({ status }: Effect): number => overallStatuses.indexOf(status.to);

/** Worst first: by the status to come, then by how much moves. */
const worstFirst = (a: TriedOrganisation, b: TriedOrganisation): number =>
  severity(a) - severity(b) ||
  b.moves.length - a.moves.length ||
  inOrder(a.businessId, b.businessId);

/** How many organisations have each status, worst first; a status that none has is left out. */
const counted = (statuses: readonly OverallStatus[]) =>
  Object.fromEntries(
    overallStatuses
      .map((status) => [status, statuses.filter((one) => one === status).length] as const)
      .filter(([, count]) => count > 0),
  );

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const simulationAnswer = (
  tried: { readonly on: Day; readonly catalogueHash: string },
  organisations: readonly TriedOrganisation[],
) => {
  const affected = organisations.filter(isAffected).sort(worstFirst);
  return {
    ...tried,
    considered: organisations.length,
    affected: affected.length,
    statuses: {
      from: counted(organisations.map(({ status }) => status.from)),
      to: counted(organisations.map(({ status }) => status.to)),
    },
    warnings: {
      from: total(organisations.map(({ warnings }) => warnings.from)),
      to: total(organisations.map(({ warnings }) => warnings.to)),
    },
    organisations: affected.slice(0, mostListed),
    /** Affected ones beyond those listed. */
    more: Math.max(0, affected.length - mostListed),
  };
};
