import { type Day, latest } from '../day.ts';
import { gathered } from '../gathered.ts';
import type { ObligationId } from '../statute/obligation-ids.ts';
import { type RequirementId, requirementIds } from '../statute/requirements/requirement-ids.ts';
import { namedBy, obligationsOf, reasonOf } from './due-together.ts';
import type { DigestSource } from './source.ts';

export type SettledMatter =
  | {
      readonly kind: 'duties';
      readonly obligations: readonly ObligationId[];
      readonly duties: number;
      /** The day on which the last of them was met, where all were. */
      readonly metOn: Day | null;
    }
  | { readonly kind: 'evidence'; readonly requirement: RequirementId };

export const settledOf = ({ evaluation, fixed }: DigestSource): SettledMatter[] => {
  const duties = fixed.flatMap((subject) => {
    if (!subject.startsWith('deadline:')) return [];
    const id = subject.slice('deadline:'.length);
    const named = namedBy(id);
    const deadline = evaluation.deadlines.find((one) => one.id === id);
    return named === undefined ? [] : [{ ...named, due: deadline?.due, metOn: deadline?.metOn }];
  });
  const evidence = requirementIds.filter((id) => fixed.includes(`requirement:${id}`));
  return [
    ...gathered(duties, ({ obligation, due }) => [reasonOf(obligation), due].join(' ')).map(
      (group): SettledMatter => {
        const metOn = group.flatMap((one) => one.metOn ?? []);
        const [first, ...others] = metOn;
        return {
          kind: 'duties',
          obligations: obligationsOf(group),
          duties: group.length,
          metOn:
            first === undefined || metOn.length < group.length ? null : latest(first, ...others),
        };
      },
    ),
    ...evidence.map((requirement): SettledMatter => ({ kind: 'evidence', requirement })),
  ];
};
