import { type Day, earliestOf } from '../day.ts';
import { type OverallStatus, overallStatuses } from '../evaluation.ts';
import { inOrder } from '../in-order.ts';
import { catalogue as ours } from '../statute/catalogue.ts';
import type { Warning } from '../warnings.ts';
import { stillOverdueOf } from './deadline-matters.ts';
import type { DueTogether } from './due-together.ts';
import { type Matter, mattersOf } from './matters.ts';
import { type MovingAct, movingActs } from './moved.ts';
import { byName, type Named } from './named.ts';
import { type SettledMatter, settledOf } from './settled.ts';
import type { DigestInput, DigestRecipient, DigestSource } from './source.ts';
import { type UnregisteredMatter, unregisteredMatters } from './unregistered.ts';

export interface DigestOrganisation extends Named {
  readonly status: OverallStatus;
  /** Tonight's matters, the most urgent first; at least one. */
  readonly matters: readonly Matter[];
  /** The warnings from which they are made. */
  readonly warnings: readonly Warning[];
  /** What is overdue and was told on an earlier night. */
  readonly stillOverdue: readonly DueTogether[];
}

export interface SettledOrganisation extends Named {
  readonly matters: readonly SettledMatter[];
}

/** One recipient's digest of one night, in no language yet. The same input gives the same view. */
export interface DigestView {
  readonly night: Day;
  readonly recipient: DigestRecipient;
  readonly contact: string;
  readonly reference: string;
  /** The worst first. */
  readonly organisations: readonly DigestOrganisation[];
  /** By the act that came into force last, last. */
  readonly moved: readonly MovingAct[];
  /** By county. */
  readonly unregistered: readonly UnregisteredMatter[];
  readonly settled: readonly SettledOrganisation[];
  /** How many of `organisations` stand how, the worst first; a status that none has is left out. */
  readonly totals: readonly StatusTotal[];
}

export interface StatusTotal {
  readonly status: OverallStatus;
  readonly organisations: number;
}

const firstDue = ({ matters, stillOverdue }: DigestOrganisation): string =>
  earliestOf([...matters, ...stillOverdue].map(({ due }) => due)) ?? '';

const worstFirst = (a: DigestOrganisation, b: DigestOrganisation): number =>
  overallStatuses.indexOf(a.status) - overallStatuses.indexOf(b.status) ||
  inOrder(firstDue(a), firstDue(b)) ||
  byName(a, b);

/** What one recipient is told on one night. Says nothing where `isEmpty`; then no mail should go. */
export const digestView = ({
  night,
  organisations: sources,
  unregistered: missing,
  recipient,
  publicUrl,
  contact,
  reference,
  catalogue = ours,
}: DigestInput): DigestView => {
  const named = ({ organisation: { businessId, name, counties } }: DigestSource): Named => ({
    businessId,
    name,
    counties,
    link: `${publicUrl}/organisations/${businessId}`,
    trace: `${publicUrl}/organisations/${businessId}/readiness?on=${night}`,
  });
  const organisations = sources
    .map((source) => ({
      ...named(source),
      status: source.evaluation.status,
      matters: mattersOf(source, night),
      warnings: source.warnings,
      stillOverdue: stillOverdueOf(source, night),
    }))
    .filter(({ matters }) => matters.length > 0)
    .toSorted(worstFirst);
  const settled = sources
    .map((source) => ({ ...named(source), matters: settledOf(source) }))
    .filter(({ matters }) => matters.length > 0)
    .toSorted(byName);
  const moved = movingActs(
    sources.map((source) => ({ ...named(source), moved: source.moved })),
    catalogue,
  );
  const unregistered = unregisteredMatters(missing, { night, publicUrl, catalogue });
  const totals = overallStatuses
    .map((status) => ({
      status,
      organisations: organisations.filter((one) => one.status === status).length,
    }))
    .filter((total) => total.organisations > 0);
  return {
    night,
    recipient,
    contact,
    reference,
    organisations,
    moved,
    unregistered,
    settled,
    totals,
  };
};

/** Nothing is left to tell: all was fixed, moved, waived or registered before the mail was written. */
export const isEmpty = ({ organisations, moved, unregistered, settled }: DigestView): boolean =>
  [organisations, moved, unregistered, settled].every((part) => part.length === 0);
