import { createHash } from 'node:crypto';
import type { Day } from '../../../domain/day.ts';
import type { Deadline } from '../../../domain/deadlines.ts';
import type { Evaluation, OverallStatus } from '../../../domain/evaluation.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { inOrder } from '../../../domain/in-order.ts';
import type { Language } from '../../../domain/language.ts';
import type { RequirementVerdict } from '../../../domain/readiness.ts';
import { describeBecause } from '../../../domain/texts/because-texts.ts';
import { formatCitations } from '../../../domain/texts/citations.ts';
import { describeOverall } from '../../../domain/texts/overall-texts.ts';
import { requirementStatusTexts } from '../../../domain/texts/status-texts.ts';
import { describeStep } from '../../../domain/texts/trace-texts.ts';
import type { Warning } from '../../../domain/warnings.ts';
import { eventIdOf } from '../../adapters/deliveries.ts';
import type { EventType } from '../../adapters/webhooks.ts';

/** Something that a night has found and that others asked to be told of. */
export interface NightEvent {
  /** Of the same finding of the same night always the same. */
  readonly id: string;
  readonly type: EventType;
  readonly businessId: BusinessId;
  /** What is told of it, in the language of who is told. */
  readonly data: (language: Language) => object;
}

/** What a night found of an organisation, as far as others are told of it. */
export interface Found {
  readonly businessId: BusinessId;
  readonly evaluation: Evaluation;
  /** What the night before it recorded; null where this is the first. */
  readonly previousStatus: OverallStatus | null;
  /** Raised on this night. */
  readonly warnings: readonly Warning[];
}

/** So many are told of in one event, the most urgent first; others are counted. */
const mostWarnings = 50;

const idOf = (night: Day, ...parts: readonly string[]): string =>
  eventIdOf(
    night,
    createHash('sha256')
      .update([night, ...parts].join('|'))
      .digest('base64url')
      .slice(0, 27),
  );

/** A deadline with the rules that gave it its day, as an API's reader knows it. */
const deadlineData = ({ id, due, status, trace, basis }: Deadline, language: Language) => ({
  id,
  due,
  status,
  because: trace
    .filter(({ step }) => step === 'candidate' || step === 'not-before')
    .map((step) => describeStep(step, language))
    .join(' '),
  basis,
  citation: formatCitations(basis, language),
});

/** Why a requirement stands as it does, but for what people wrote in their own words, or called their units. */
const requirementBecause = (
  { requirement, status, because }: RequirementVerdict,
  language: Language,
): string =>
  because.kind === 'waived' || because.kind === 'stated-not-applicable'
    ? requirementStatusTexts[status][language]
    : describeBecause({ requirement, because }, language);

const requirementData = (verdict: RequirementVerdict, language: Language) => ({
  requirement: verdict.requirement,
  status: verdict.status,
  because: requirementBecause(verdict, language),
  basis: verdict.basis,
  citation: formatCitations(verdict.basis, language),
});

/** What decided the overall status, with the reason and the citation of each. */
const overallData = (evaluation: Evaluation, language: Language) => ({
  on: evaluation.on,
  status: evaluation.status,
  because: describeOverall(evaluation, language),
  deadlines: evaluation.deadlines
    .filter(({ id }) => evaluation.because.deadlines.includes(id))
    .map((deadline) => deadlineData(deadline, language)),
  requirements: evaluation.requirements
    .filter(({ requirement }) => evaluation.because.requirements.includes(requirement))
    .map((verdict) => requirementData(verdict, language)),
});

/** What a warning is about: the deadline, the requirement, or the deadline that the plan leads to. */
const subjectData = (
  { kind, id }: Warning,
  { deadlines, requirements }: Evaluation,
  language: Language,
): object => {
  const deadline = deadlines.find((one) => one.id === id);
  if (deadline !== undefined && (kind === 'deadline' || kind === 'plan')) {
    return { deadline: deadlineData(deadline, language) };
  }
  const [name] = id.split('/');
  const verdict = requirements.find(({ requirement }) => requirement === name);
  return verdict === undefined ? {} : { requirement: requirementData(verdict, language) };
};

const warningsData = (warnings: readonly Warning[], evaluation: Evaluation, language: Language) => {
  const urgent = [...warnings].sort((a, b) => inOrder(a.due, b.due) || inOrder(a.id, b.id));
  return {
    warnings: urgent.slice(0, mostWarnings).map((warning) => ({
      ...warning,
      ...subjectData(warning, evaluation, language),
    })),
    more: Math.max(0, urgent.length - mostWarnings),
  };
};

/**
 * What a night's finding is to those who asked to be told: a change of the overall status against what
 * the last night recorded, and the warnings that this night raised, all of them together. No names,
 * addresses or words of anyone's own are in it.
 */
export const eventsOf = (found: Found): readonly NightEvent[] => {
  const { businessId, evaluation, previousStatus, warnings } = found;
  const { on, status } = evaluation;
  const changed = (): NightEvent => ({
    id: idOf(on, businessId, 'status-changed', previousStatus ?? '', status),
    type: 'status-changed',
    businessId,
    data: (language) => ({
      businessId,
      previousStatus,
      ...overallData(evaluation, language),
    }),
  });
  const raised = (): NightEvent => ({
    id: idOf(on, businessId, 'warning-raised'),
    type: 'warning-raised',
    businessId,
    data: (language) => ({
      businessId,
      on,
      status,
      ...warningsData(warnings, evaluation, language),
    }),
  });
  return [
    ...(status === previousStatus ? [] : [changed()]),
    ...(warnings.length === 0 ? [] : [raised()]),
  ];
};
