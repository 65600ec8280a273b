import { type Day, daysBetween } from '../day.ts';
import { finishAfter } from '../lead-time.ts';
import type { Plan, WholeProject } from '../plan.ts';
import { type LeadTime, projectTimes } from '../statute/lead-times.ts';
import type { StepId } from '../statute/onboarding-steps.ts';
import type { RequirementId } from '../statute/requirements/requirement-ids.ts';
import type { SourceId } from '../statute/sources.ts';
import { type DueTogether, dueTogether } from './due-together.ts';
import type { DigestSource } from './source.ts';

/** A duty for which the plan has become too late. */
export interface PlanMatter extends DueTogether {
  readonly kind: 'plan';
  readonly rung: number;
  /** The earliest possible day, if what is left is begun today. */
  readonly finish: Day;
  readonly daysLate: number;
  /** The unfinished steps that decide it, in order. */
  readonly critical: readonly StepId[];
  /** The estimate of the whole project, where it is what decides. */
  readonly whole:
    | (Pick<WholeProject, 'situation' | 'assumed'> & { readonly leadTime: LeadTime })
    | null;
  /** Steps of which nothing is known; they are planned as not begun. */
  readonly unknownSteps: number;
  /** What the first of the critical steps fulfils. */
  readonly first: RequirementId | null;
  /** What says how long these steps take. */
  readonly sources: readonly SourceId[];
}

/** The estimate of the whole, where the plan can be ready no earlier because of it. */
const decidingWhole = ({ whole, earliestFinish }: Plan): PlanMatter['whole'] => {
  if (whole === null) return null;
  const { situation, assumed, from } = whole;
  const leadTime = projectTimes[situation];
  return finishAfter(from, leadTime.longest) === earliestFinish
    ? { situation, assumed, leadTime }
    : null;
};

/** The plan warned of tonight, where it is still too late for the same day. */
export const planMatters = (
  { evaluation: { plan, status, ended }, warnings }: DigestSource,
  night: Day,
): readonly PlanMatter[] =>
  warnings.flatMap(({ kind, id, due, rung }): PlanMatter[] => {
    const { target, earliestFinish: finish, steps } = plan;
    if (kind !== 'plan' || ended || status !== 'too-late' || finish === undefined) return [];
    if (target?.id !== id || target.due !== due) return [];
    const critical = plan.critical.flatMap((step) => steps.filter((one) => one.id === step));
    const whole = decidingWhole(plan);
    const leadTimes = [whole?.leadTime, ...critical.map(({ leadTime }) => leadTime)];
    return [
      {
        kind: 'plan',
        ...dueTogether([target], night),
        rung,
        finish,
        daysLate: daysBetween(due, finish),
        critical: plan.critical,
        whole,
        unknownSteps: steps.filter(({ state }) => state === 'unknown').length,
        first: critical[0]?.requirement ?? null,
        sources: [...new Set(leadTimes.flatMap((leadTime) => leadTime?.sources ?? []))],
      },
    ];
  });
