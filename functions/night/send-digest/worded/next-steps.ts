import type { NextStep, NextSteps } from '../../../../domain/digest/next-steps.ts';
import { obligationTexts } from '../../../../domain/statute/obligation-texts.ts';
import { requirementTexts } from '../../../../domain/statute/requirements/texts/requirement-texts.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import type { Speaker } from '../speaker.ts';
import { type Labelled, listed } from './labelled.ts';

const openItem = (next: NextStep, { say, language }: Speaker): string[] => {
  if (next.kind !== 'requirement') return [];
  const name = requirementTexts[next.requirement].name[language];
  const step = say(`open.${next.status}`, { name });
  if (next.start === null) return [step];
  const day = formatDay(next.start.by, language);
  return [say(next.start.isPast ? 'open.start-passed' : 'open.start-by', { step, day })];
};

/** What to do, and by when to begin. */
const requirementStep = (
  { requirement, start }: Extract<NextStep, { kind: 'requirement' }>,
  { say, language }: Speaker,
): string => {
  const text = requirementTexts[requirement].nextStep[language];
  if (start === null) return text;
  const day = formatDay(start.by, language);
  return `${text} ${say(start.isPast ? 'next.start-passed' : 'next.start-by', { day })}`;
};

const stepOf = (step: NextStep, speaker: Speaker): Labelled => {
  const { say, language } = speaker;
  switch (step.kind) {
    case 'assess':
      return {
        label: say('next.own-label'),
        text: say('next.assess', { count: step.requirements }),
      };
    case 'requirement':
      return { label: say('next.label'), text: requirementStep(step, speaker) };
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
    ...(open.length === 0 ? [] : [{ label: speaker.say('open.label'), text: listed(open) }]),
  ];
};
