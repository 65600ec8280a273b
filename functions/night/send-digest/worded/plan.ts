import type { PlanMatter } from '../../../../domain/digest/plan-matters.ts';
import { requirementTexts } from '../../../../domain/statute/requirements/texts/requirement-texts.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import { situationTexts, stepName } from '../../../../domain/texts/step-texts.ts';
import type { Speaker } from '../speaker.ts';
import { dutyDetails, nameOf } from './duties.ts';
import { basisOf, sourceNames } from './labelled.ts';
import type { MatterLine, WordedMatter } from './worded-matter.ts';

/** So many critical steps are named; the others are counted. */
const stepsNamed = 6;

/** Without saying that it is the plan: where one line is told, the status beside it does. */
export const planLine = (
  { obligations, due, finish, daysLate }: PlanMatter,
  speaker: Speaker,
): MatterLine => {
  const { say, language } = speaker;
  return {
    title: nameOf(obligations, speaker),
    when: say('plan.when', {
      day: formatDay(due, language),
      finish: formatDay(finish, language),
      days: daysLate,
    }),
  };
};

const criticalDetails = ({ critical }: PlanMatter, { say, language }: Speaker): string => {
  const named = critical.slice(0, stepsNamed);
  return say('plan.critical', {
    count: critical.length,
    steps: named.map((step) => stepName(step)[language]).join(' → '),
    more: critical.length - named.length,
  });
};

const wholeDetails = ({ whole }: PlanMatter, { say, language }: Speaker): string[] => {
  if (whole === null) return [];
  const situation = situationTexts[whole.situation][language];
  const time = whole.leadTime.text[language];
  return [say(whole.assumed ? 'plan.whole.assumed' : 'plan.whole', { situation, time })];
};

export const wordedPlan = (matter: PlanMatter, speaker: Speaker): WordedMatter => {
  const { say, language } = speaker;
  const { first, sources, unknownSteps, citations } = matter;
  const { title, when } = planLine(matter, speaker);
  return {
    title: say('plan.title', { title }),
    when,
    pressing: true,
    details: [
      ...dutyDetails(matter, speaker),
      criticalDetails(matter, speaker),
      ...wholeDetails(matter, speaker),
      ...(unknownSteps === 0 ? [] : [say('plan.unknown', { count: unknownSteps })]),
    ],
    next:
      first === null
        ? []
        : [{ label: say('next.label'), text: requirementTexts[first].nextStep[language] }],
    basis: [
      basisOf(citations, speaker),
      ...(sources.length === 0
        ? []
        : [{ label: say('plan.sources.label'), text: sourceNames(sources, speaker) }]),
    ],
  };
};
