import type { Day } from '../../domain/day.ts';
import type { DayEvaluation } from '../../domain/evaluation.ts';

/** What is decided of an organisation: which duties bind, by when, how they and the requirements stand. */
export interface Answer {
  readonly deadlines: Readonly<
    Record<string, { readonly due: Day; readonly status: 'met' | 'open' | 'overdue' }>
  >;
  readonly requirements: Readonly<Record<string, string>>;
}

/** Our evaluation, as far as all are asked. */
export const answerOf = ({
  deadlines,
  requirements,
}: Pick<DayEvaluation, 'deadlines' | 'requirements'>): Answer => ({
  deadlines: Object.fromEntries(deadlines.map(({ id, due, status }) => [id, { due, status }])),
  requirements: Object.fromEntries(
    requirements.map(({ requirement, status }) => [requirement, status]),
  ),
});

/** What two answers say differently, a line each; empty where they are the same. */
export const differences = (one: Answer, other: Answer): readonly string[] => {
  const told = ({ deadlines, requirements }: Answer): ReadonlyMap<string, string> =>
    new Map([
      ...Object.entries(deadlines).map(
        ([id, { due, status }]) => [`deadline ${id}`, `${due} ${status}`] as const,
      ),
      ...Object.entries(requirements).map(([id, status]) => [`requirement ${id}`, status] as const),
    ]);
  const [first, second] = [told(one), told(other)];
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((about) => first.get(about) !== second.get(about))
    .map((about) => `${about}: ${first.get(about) ?? 'none'} / ${second.get(about) ?? 'none'}`);
};
