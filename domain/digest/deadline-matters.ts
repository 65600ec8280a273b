import type { Day } from '../day.ts';
import type { Deadline } from '../deadlines.ts';
import { inOrder } from '../in-order.ts';
import type { RequirementId } from '../statute/requirements/requirement-ids.ts';
import { type DueTogether, dueTogether, together } from './due-together.ts';
import { type NextSteps, nextStepsFor } from './next-steps.ts';
import type { DigestSource } from './source.ts';

export interface DeadlineMatter extends DueTogether, NextSteps {
  readonly kind: 'deadline';
  readonly rung: number;
}

/** Duties warned of tonight that are still not met and still due on that day. */
const standing = ({
  evaluation,
  warnings,
}: DigestSource): readonly { readonly deadline: Deadline; readonly rung: number }[] =>
  warnings.flatMap(({ kind, id, due, rung }) => {
    const deadline = evaluation.deadlines.find(
      (one) => kind === 'deadline' && one.id === id && one.due === due && one.status !== 'met',
    );
    return deadline === undefined || evaluation.ended ? [] : [{ deadline, rung }];
  });

/** Tonight's deadlines; `told` are requirements whose next step the mail tells in full before them. */
export const deadlineMatters = (
  source: DigestSource,
  night: Day,
  told: readonly RequirementId[],
): readonly DeadlineMatter[] => {
  const deadlines = standing(source);
  return together(deadlines.map(({ deadline }) => deadline)).map((group): DeadlineMatter => {
    const common = dueTogether(group, night);
    const rungs = deadlines.flatMap(({ deadline, rung }) =>
      group.includes(deadline) ? [rung] : [],
    );
    return {
      kind: 'deadline',
      ...common,
      rung: Math.max(...rungs),
      ...nextStepsFor(common.obligations, source.evaluation.requirements, {
        due: common.due,
        night,
        told,
      }),
    };
  });
};

/** What is overdue and not told tonight: it was told on an earlier night. */
export const stillOverdueOf = (source: DigestSource, night: Day): readonly DueTogether[] => {
  const told = new Set(standing(source).map(({ deadline }) => deadline.id));
  return together(
    source.evaluation.deadlines.filter(({ id, status }) => status === 'overdue' && !told.has(id)),
  )
    .map((group) => dueTogether(group, night))
    .toSorted((a, b) => inOrder(a.due, b.due));
};
