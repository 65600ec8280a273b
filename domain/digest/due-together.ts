import { type Day, daysBetween } from '../day.ts';
import type { Deadline } from '../deadlines.ts';
import { gathered } from '../gathered.ts';
import type { Citation } from '../statute/citation.ts';
import { type ObligationId, obligationIds } from '../statute/obligation-ids.ts';
import { type ServiceTask, serviceTasks } from '../statute/service-tasks.ts';
import { citationsOf } from './cited.ts';

export type Through = Deadline['through'];

/** Duties that fall due together for one reason, told as one thing. */
export interface DueTogether {
  /** In the catalogue's order: joining before what follows from it. */
  readonly obligations: readonly ObligationId[];
  readonly serviceTasks: readonly ServiceTask[];
  readonly through: Through;
  readonly due: Day;
  /** Days from the night to the due day: 0 on the day itself, negative when it has passed. */
  readonly daysLeft: number;
  /** How many duties these are: each obligation once for each of its service tasks. */
  readonly duties: number;
  /** The most specific first, each once. */
  readonly citations: readonly Citation[];
}

/**
 * What hangs on joining (703/2023 69 §, 77 § and 102 § 5 and 7 mom.): with the same day, these are one
 * matter. Each of the others is a matter of its own, also where the day happens to be the same.
 */
const joiningFamily: ReadonlySet<ObligationId> = new Set<ObligationId>([
  'join',
  'store-documents',
  'store-recordings',
  'disclosure-permit',
  'disclosure-logs',
  'security-plan',
]);
export const reasonOf = (obligation: ObligationId): string =>
  joiningFamily.has(obligation) ? 'joining' : obligation;

export const obligationsOf = (
  all: readonly { readonly obligation: ObligationId }[],
): ObligationId[] => obligationIds.filter((id) => all.some(({ obligation }) => obligation === id));

export const tasksOf = (all: readonly { readonly serviceTask?: ServiceTask }[]): ServiceTask[] =>
  serviceTasks.filter((id) => all.some(({ serviceTask }) => serviceTask === id));

/** Deadlines that share their reason, day, status and way; each group is one matter. */
export const together = (deadlines: readonly Deadline[]) =>
  gathered(deadlines, ({ obligation, due, status, through }) =>
    [reasonOf(obligation), due, status, through].join(' '),
  );

export const dueTogether = (
  group: readonly [Deadline, ...Deadline[]],
  night: Day,
): DueTogether => ({
  obligations: obligationsOf(group),
  serviceTasks: tasksOf(group),
  through: group[0].through,
  due: group[0].due,
  daysLeft: daysBetween(night, group[0].due),
  duties: group.length,
  citations: citationsOf(group),
});

/** What a subject names, read from its id: `store-documents/older-people@organiser`. */
export const namedBy = (
  id: string,
): { obligation: ObligationId; serviceTask?: ServiceTask } | undefined => {
  const [path = ''] = id.split('@');
  const [first, second] = path.split('/');
  const obligation = obligationIds.find((one) => one === first);
  const serviceTask = serviceTasks.find((one) => one === second);
  if (obligation === undefined) return undefined;
  return serviceTask === undefined ? { obligation } : { obligation, serviceTask };
};
