import { type Day, latestOf } from '../day.ts';
import { gathered } from '../gathered.ts';
import type { ObligationId } from '../statute/obligation-ids.ts';
import { type RequirementId, requirementIds } from '../statute/requirements/requirement-ids.ts';
import type { WarningKind } from '../warnings.ts';
import { namedBy, obligationsOf, reasonOf } from './due-together.ts';
import { requirementOf } from './part.ts';
import type { DigestSource } from './source.ts';

export type SettledMatter =
  | {
      readonly kind: 'duties';
      readonly obligations: readonly ObligationId[];
      readonly duties: number;
      /** The day on which the last of them was met, where all were. */
      readonly metOn: Day | null;
    }
  | { readonly kind: 'evidence'; readonly requirement: RequirementId }
  /** The plan is in time again for this duty. */
  | { readonly kind: 'plan'; readonly obligation: ObligationId };

const idsOf = ({ fixed }: DigestSource, kind: WarningKind): readonly string[] =>
  fixed.flatMap((subject) =>
    subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : [],
  );

const isMet = ({ evaluation }: DigestSource, id: string): boolean =>
  evaluation.deadlines.some((one) => one.id === id && one.status === 'met');

const dutiesOf = (source: DigestSource): SettledMatter[] => {
  // Of a duty that is met nobody needs to hear that its plan is in time: it is told as met.
  const met = idsOf(source, 'plan').filter((id) => isMet(source, id));
  const duties = [...new Set([...idsOf(source, 'deadline'), ...met])].flatMap((id) => {
    const named = namedBy(id);
    const deadline = source.evaluation.deadlines.find((one) => one.id === id);
    return named === undefined ? [] : [{ ...named, due: deadline?.due, metOn: deadline?.metOn }];
  });
  return gathered(duties, ({ obligation, due }) => [reasonOf(obligation), due].join(' ')).map(
    (group) => {
      const metOn = group.flatMap((one) => one.metOn ?? []);
      return {
        kind: 'duties',
        obligations: obligationsOf(group),
        duties: group.length,
        metOn: metOn.length < group.length ? null : (latestOf(metOn) ?? null),
      };
    },
  );
};

const evidenceOf = (source: DigestSource): SettledMatter[] => {
  const renewed = new Set(
    idsOf(source, 'requirement').flatMap(
      (id) => requirementOf(source.evaluation, id)?.requirement ?? [],
    ),
  );
  return requirementIds
    .filter((requirement) => renewed.has(requirement))
    .map((requirement): SettledMatter => ({ kind: 'evidence', requirement }));
};

const plansOf = (source: DigestSource): SettledMatter[] =>
  idsOf(source, 'plan')
    .filter((id) => !isMet(source, id))
    .flatMap((id) => {
      const named = namedBy(id);
      return named === undefined ? [] : [{ kind: 'plan', obligation: named.obligation }];
    });

export const settledOf = (source: DigestSource): readonly SettledMatter[] => [
  ...dutiesOf(source),
  ...plansOf(source),
  ...evidenceOf(source),
];
