import type { Language } from '../../../domain/language.ts';
import type { Plan, PlannedStep } from '../../../domain/plan.ts';
import { countyWindows } from '../../../domain/statute/county-windows.ts';
import {
  type LeadTime,
  projectSituations,
  projectTimes,
} from '../../../domain/statute/lead-times.ts';
import { onboardingSteps } from '../../../domain/statute/onboarding-steps.ts';
import { requirements } from '../../../domain/statute/requirements/requirements.ts';
import { requirementTexts } from '../../../domain/statute/requirements/texts/requirement-texts.ts';
import { formatCitations } from '../../../domain/texts/citations.ts';
import { describePlan } from '../../../domain/texts/plan-texts.ts';
import {
  noLeadTime,
  planStateTexts,
  situationTexts,
  stepName,
  stepStateTexts,
} from '../../../domain/texts/step-texts.ts';
import { asksOf, sourcesOf } from './source-answer.ts';

/** The plan as the API answers it: the data, and the words in the caller's language. */

const leadTimeAnswer = ({ shortest, longest, text, sources }: LeadTime, language: Language) => ({
  shortest,
  longest,
  text: text[language],
  sources: sourcesOf(sources, language),
});

const stepAnswer = (step: PlannedStep, language: Language) => {
  const { id, requirement, state, after, leadTime, days, atBest, slack, critical, window } = step;
  const { basis, sources } = requirements[requirement];
  return {
    step: id,
    name: stepName(id)[language],
    requirement,
    state,
    stateText: stepStateTexts[state][language],
    ...('since' in step ? { since: step.since } : {}),
    after,
    leadTime: leadTime === null ? null : leadTimeAnswer(leadTime, language),
    leadTimeText: leadTime === null ? noLeadTime[language] : leadTime.text[language],
    ...days,
    atBest,
    ...(slack === undefined ? {} : { slack, late: slack < 0 }),
    critical,
    ...(window === undefined
      ? {}
      : {
          window: {
            county: window.county,
            from: window.from,
            until: window.until,
            passed: window.passed,
            sources: sourcesOf([window.source], language),
          },
        }),
    ...(state === 'done'
      ? {}
      : {
          nextStep: requirementTexts[requirement].nextStep[language],
          ask: asksOf(step.ask, language),
        }),
    basis,
    citation: formatCitations(basis, language),
    sources: sourcesOf(sources, language),
  };
};

/** The steps, their order and lead times as data, and what counties ask for by days of their own. */
export const onboardingAnswer = (language: Language) => ({
  onboardingSteps: onboardingSteps.map(({ id, requirement, after, leadTime }) => ({
    step: id,
    name: stepName(id)[language],
    requirement,
    after,
    leadTime: leadTime === null ? null : leadTimeAnswer(leadTime, language),
  })),
  wholeProject: projectSituations.map((situation) => ({
    situation,
    situationText: situationTexts[situation][language],
    leadTime: leadTimeAnswer(projectTimes[situation], language),
  })),
  countyWindows: countyWindows.map(({ source, ...window }) => ({
    ...window,
    sources: sourcesOf([source], language),
  })),
});

const targetAnswer = ({ target }: Plan, language: Language) =>
  target === undefined
    ? {}
    : {
        target: {
          deadline: target.id,
          due: target.due,
          status: target.status,
          basis: target.basis,
          citation: formatCitations(target.basis, language),
        },
      };

const wholeAnswer = ({ whole }: Plan, language: Language) =>
  whole === null
    ? {}
    : {
        wholeProject: {
          situation: whole.situation,
          situationText: situationTexts[whole.situation][language],
          assumed: whole.assumed,
          from: whole.from,
          begun: whole.begun,
          variants: whole.variants.map(({ situation, leadTime, ...days }) => ({
            situation,
            situationText: situationTexts[situation][language],
            applies: situation === whole.situation,
            leadTime: leadTimeAnswer(leadTime, language),
            ...days,
          })),
        },
      };

export const planAnswer = (plan: Plan, language: Language) => ({
  on: plan.on,
  status: plan.state,
  statusText: planStateTexts[plan.state][language],
  because: describePlan(plan, language),
  ...targetAnswer(plan, language),
  ...(plan.earliestFinish === undefined ? {} : { earliestFinish: plan.earliestFinish }),
  ...(plan.earliestFinishAtBest === undefined
    ? {}
    : { earliestFinishAtBest: plan.earliestFinishAtBest }),
  ...(plan.slack === undefined ? {} : { slack: plan.slack }),
  ...wholeAnswer(plan, language),
  criticalSteps: plan.critical,
  longestChain: plan.longestChain,
  steps: plan.steps.map((step) => stepAnswer(step, language)),
});
