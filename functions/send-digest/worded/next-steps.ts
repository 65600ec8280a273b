import type { NextStep, NextSteps } from '../../../domain/digest/next-steps.ts';
import { obligationTexts } from '../../../domain/statute/obligation-texts.ts';
import { requirementTexts } from '../../../domain/statute/requirements/texts/requirement-texts.ts';
import type { Speaker } from '../speaker.ts';
import type { Labelled } from './labelled.ts';

const openItem = (step: NextStep, { say, language }: Speaker): string[] =>
  step.kind === 'requirement'
    ? [say(`open.${step.status}`, { name: requirementTexts[step.requirement].name[language] })]
    : [];

const stepOf = (step: NextStep, { say, language }: Speaker): Labelled => {
  switch (step.kind) {
    case 'assess':
      return {
        label: say('next.own-label'),
        text: say('next.assess', { count: step.requirements }),
      };
    case 'requirement':
      return {
        label: say('next.label'),
        text: requirementTexts[step.requirement].nextStep[language],
      };
    case 'obligation':
      return {
        label: say('next.label'),
        text: obligationTexts[step.obligation].nextStep[language],
      };
  }
};

/** The first step in full; the others by name, since a supervisor follows up rather than does them. */
export const nextSteps = ({ next, moreSteps }: NextSteps, speaker: Speaker): Labelled[] => {
  const [first, ...others] = next;
  const open = [
    ...others.flatMap((step) => openItem(step, speaker)),
    ...(moreSteps === 0 ? [] : [speaker.say('open.more', { count: moreSteps })]),
  ];
  return [
    ...(first === undefined ? [] : [stepOf(first, speaker)]),
    ...(open.length === 0 ? [] : [{ label: speaker.say('open.label'), text: open.join(' · ') }]),
  ];
};
