import type { Day } from '../../../domain/day.ts';
import type { Deadline, Milestone } from '../../../domain/deadlines.ts';
import type { NotBound } from '../../../domain/duties.ts';
import type { Evaluation, PlannedVerdict } from '../../../domain/evaluation.ts';
import { gathered } from '../../../domain/gathered.ts';
import { inOrder } from '../../../domain/in-order.ts';
import type { Language } from '../../../domain/language.ts';
import { inForceUntil } from '../../../domain/law-in-force.ts';
import type { LegalPosition, UpcomingDuty } from '../../../domain/legal-position.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { EvidenceProjection } from '../../../domain/projection.ts';
import type { RequirementVerdict, UnitVerdict } from '../../../domain/readiness.ts';
import { acts, isKnownAct } from '../../../domain/statute/acts.ts';
import { catalogue } from '../../../domain/statute/catalogue.ts';
import type { MilestoneEntry, ObligationEntry } from '../../../domain/statute/entries.ts';
import { milestoneTexts, obligationTexts } from '../../../domain/statute/obligation-texts.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../../domain/statute/requirements/requirements.ts';
import { choiceNames } from '../../../domain/statute/requirements/texts/names.ts';
import { requirementTexts } from '../../../domain/statute/requirements/texts/requirement-texts.ts';
import { serviceTaskNames } from '../../../domain/statute/service-tasks.ts';
import { describeBecause } from '../../../domain/texts/because-texts.ts';
import { formatCitations } from '../../../domain/texts/citations.ts';
import { notBoundTexts } from '../../../domain/texts/not-bound-texts.ts';
import { describeOverall } from '../../../domain/texts/overall-texts.ts';
import {
  deadlineTexts,
  overallTexts,
  requirementStatusTexts,
} from '../../../domain/texts/status-texts.ts';
import { planStateTexts } from '../../../domain/texts/step-texts.ts';
import { describeStep } from '../../../domain/texts/trace-texts.ts';
import type { TraceStep } from '../../../domain/trace.ts';
import { catalogueHash } from '../../catalogue-hash.ts';
import { onboardingAnswer } from './plan-answer.ts';
import { asksOf, sourcesOf } from './source-answer.ts';

/** The domain's verdicts as the API answers them: the structured data, and the words in the caller's language. */

const named = (
  { obligation, serviceTask }: Pick<NotBound, 'obligation' | 'serviceTask'>,
  language: Language,
) => ({
  obligation,
  name: obligationTexts[obligation].name[language],
  ...(serviceTask === undefined
    ? {}
    : { serviceTask, serviceTaskName: serviceTaskNames[serviceTask][language] }),
});

const traced = (trace: readonly TraceStep[], language: Language) =>
  trace.map((step) => ({ ...step, text: describeStep(step, language) }));

const deadlineAnswer = (deadline: Deadline, language: Language) => {
  const { id, due, status, daysLeft, metOn, late, through, basis, trace } = deadline;
  return {
    id,
    ...named(deadline, language),
    due,
    status,
    statusText: deadlineTexts[status][language],
    daysLeft,
    ...(metOn === undefined ? {} : { metOn }),
    ...(late === undefined ? {} : { late }),
    through,
    ...(status === 'met'
      ? {}
      : { nextStep: obligationTexts[deadline.obligation].nextStep[language] }),
    basis,
    citation: formatCitations(basis, language),
    trace: traced(trace, language),
  };
};

const milestoneAnswer = ({ id, due, daysLeft, basis }: Milestone, language: Language) => ({
  id,
  name: milestoneTexts[id][language],
  due,
  daysLeft,
  basis,
  citation: formatCitations(basis, language),
});

const notBoundAnswer = (verdict: NotBound, language: Language) => ({
  ...named(verdict, language),
  because: notBoundTexts[verdict.reason][language],
  reason: verdict.reason,
  basis: verdict.basis,
  citation: formatCitations(verdict.basis, language),
});

const upcomingAnswer = (duty: UpcomingDuty, language: Language) => ({
  id: duty.id,
  ...named(duty, language),
  due: duty.due,
  through: duty.through,
  act: duty.act,
  inForceFrom: duty.inForceFrom,
  basis: duty.basis,
  citation: formatCitations(duty.basis, language),
  trace: traced(duty.trace, language),
});

const noLawYet: Readonly<Record<Language, string>> = {
  fi: 'Mikään tunnettu laki ei tuona päivänä velvoittanut liittymään asiakastietovarantoon: ensimmäinen niistä, 784/2021, annettiin 27.8.2021 ja tuli voimaan 1.11.2021.',
  sv: 'Ingen känd lag förpliktade den dagen till anslutning till informationsresursen för kunduppgifter: den första, 784/2021, gavs den 27 augusti 2021 och trädde i kraft den 1 november 2021.',
  en: 'No act known that day obliged anyone to join the client data repository: the first, 784/2021, was given on 27 August 2021 and came into force on 1 November 2021.',
};

export const deadlinesAnswer = (
  businessId: string,
  position: LegalPosition,
  language: Language,
) => ({
  businessId,
  validAt: position.validAt,
  knownAt: position.knownAt,
  deadlines: position.deadlines.map((deadline) => deadlineAnswer(deadline, language)),
  milestones: position.milestones.map((milestone) => milestoneAnswer(milestone, language)),
  upcoming: position.upcoming.map((duty) => upcomingAnswer(duty, language)),
  notBound: position.notBound.map((verdict) => notBoundAnswer(verdict, language)),
  ...(position.empty ? { because: noLawYet[language] } : {}),
});

const unfinished = ({ status }: Pick<RequirementVerdict, 'status'>): boolean =>
  status !== 'ready' && status !== 'not-applicable';

const pointName = (
  { requirement, point }: Pick<EvidenceProjection, 'requirement' | 'point'>,
  language: Language,
) => {
  const text = point === undefined ? undefined : requirementTexts[requirement].points[point];
  return {
    ...(point === undefined ? {} : { point }),
    ...(text === undefined ? {} : { pointName: text[language] }),
  };
};

const unitAnswer = (
  { oid, name, status, because, validUntil, restateBy }: UnitVerdict,
  requirement: RequirementId,
  language: Language,
) => ({
  oid,
  name,
  status,
  statusText: requirementStatusTexts[status][language],
  because: describeBecause({ requirement, because }, language),
  ...(validUntil === undefined ? {} : { validUntil }),
  ...(restateBy === undefined ? {} : { restateBy }),
});

/** A long list helps nobody: the rest is counted. */
const mostUnits = 100;

/** The units that are not in order, and how many stand how. */
const unitsAnswer = (
  units: readonly UnitVerdict[],
  requirement: RequirementId,
  language: Language,
) => ({
  unitCounts: Object.fromEntries(
    gathered(units, ({ status }) => status).map((group) => [group[0].status, group.length]),
  ),
  units: units
    .filter(unfinished)
    .slice(0, mostUnits)
    .map((unit) => unitAnswer(unit, requirement, language)),
});

/** What is asked to be stated, point by point, and between what there is a choice. */
const asksFor = ({ requirement, asked }: PlannedVerdict, language: Language) =>
  asked.map((point) => ({
    point: point.id,
    kind: point.kind,
    text: requirementTexts[requirement].points[point.id]?.[language] ?? point.id,
    ...(point.kind === 'choice'
      ? {
          of: point.of.map((value) => ({
            value,
            text: choiceNames[value]?.[language] ?? value,
          })),
        }
      : {}),
  }));

const requirementAnswer = (
  verdict: PlannedVerdict,
  { projections, language }: Pick<Evaluation, 'projections'> & { readonly language: Language },
) => {
  const { requirement, status, underlying, validUntil, restateBy, units, neededOn } = verdict;
  const { latestStart, holdsUp, basis } = verdict;
  const { name, why, nextStep } = requirementTexts[requirement];
  const { sources } = requirements[requirement];
  return {
    requirement,
    name: name[language],
    status,
    statusText: requirementStatusTexts[status][language],
    ...(underlying === undefined ? {} : { underlying }),
    because: describeBecause(verdict, language),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(restateBy === undefined ? {} : { restateBy }),
    ...(neededOn === undefined ? {} : { neededOn }),
    ...(latestStart === undefined ? {} : { latestStart }),
    holdsUp,
    ...(units === undefined ? {} : unitsAnswer(units, requirement, language)),
    projection: projections
      .filter((projection) => projection.requirement === requirement)
      .map(({ until, assumed, on, renewals, ...piece }) => ({
        ...pointName(piece, language),
        validUntil: until,
        assumed,
        deadlines: on,
        renewals,
      })),
    ...(unfinished(verdict)
      ? {
          why: why[language],
          nextStep: nextStep[language],
          asks: asksFor(verdict, language),
          ask: asksOf(verdict.ask, language),
        }
      : {}),
    basis,
    citation: formatCitations(basis, language),
    sources: sourcesOf(sources, language),
  };
};

/** The renewals to come, each with its last day, the first first. */
const renewalsAnswer = (projections: readonly EvidenceProjection[], language: Language) =>
  projections
    .flatMap((projection) =>
      projection.renewals.map((by) => ({
        by,
        requirement: projection.requirement,
        name: requirementTexts[projection.requirement].name[language],
        ...pointName(projection, language),
      })),
    )
    .sort((a, b) => inOrder(a.by, b.by));

/** The plan in a few words; the whole of it has an address of its own. */
const planInShort = (plan: Plan, language: Language) => ({
  status: plan.state,
  statusText: planStateTexts[plan.state][language],
  ...(plan.earliestFinish === undefined ? {} : { earliestFinish: plan.earliestFinish }),
  ...(plan.slack === undefined ? {} : { slack: plan.slack }),
  criticalSteps: plan.critical,
});

export const readinessAnswer = (evaluation: Evaluation, language: Language) => ({
  status: evaluation.status,
  statusText: overallTexts[evaluation.status][language],
  on: evaluation.on,
  because: describeOverall(evaluation, language),
  requirements: evaluation.requirements.map((verdict) =>
    requirementAnswer(verdict, { projections: evaluation.projections, language }),
  ),
  deadlines: evaluation.deadlines.map((deadline) => deadlineAnswer(deadline, language)),
  milestones: evaluation.milestones.map((milestone) => milestoneAnswer(milestone, language)),
  notBound: evaluation.notBound.map((verdict) => notBoundAnswer(verdict, language)),
  renewals: renewalsAnswer(evaluation.projections, language),
  plan: planInShort(evaluation.plan, language),
  nextChange: evaluation.nextChange,
});
export type ReadinessAnswer = ReturnType<typeof readinessAnswer>;

/** What is said of how long evidence holds stands beside the data of it. */
const textsOf = (id: RequirementId) => {
  const { validity, ...texts } = requirementTexts[id];
  return { ...texts, ...(validity === undefined ? {} : { validityText: validity }) };
};

/** The catalogue as anyone may read it: each entry with its source, texts and what supersedes it. */
export const catalogueAnswer = (language: Language, knownAt: Day) => {
  const dated = (entry: ObligationEntry | MilestoneEntry) => {
    const until = inForceUntil(entry.id, knownAt);
    return {
      ...entry,
      ...(until === undefined ? {} : { inForceUntil: until }),
      citation: formatCitations(entry.basis, language),
      sources: [...new Set([entry.givenBy, ...entry.basis.map(({ act }) => act)])].flatMap((id) =>
        isKnownAct(id) ? [{ act: id, name: acts[id].name[language], url: acts[id].url }] : [],
      ),
    };
  };
  return {
    hash: catalogueHash,
    obligations: catalogue.obligations.map(dated),
    milestones: catalogue.milestones.map(dated),
    requirements: requirementIds.map((id) => ({
      ...requirements[id],
      ...textsOf(id),
      citation: formatCitations(requirements[id].basis, language),
      sources: sourcesOf(requirements[id].sources, language),
      ask: asksOf(requirements[id].ask, language),
    })),
    ...onboardingAnswer(language),
  };
};
