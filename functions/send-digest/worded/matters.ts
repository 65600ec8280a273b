import type { DeadlineMatter } from '../../../domain/digest/deadline-matters.ts';
import type { ExpiryMatter } from '../../../domain/digest/ending-matters.ts';
import type { Matter } from '../../../domain/digest/matters.ts';
import { requirementTexts } from '../../../domain/statute/requirements/texts/requirement-texts.ts';
import { formatDay } from '../../../domain/texts/days.ts';
import type { Speaker } from '../speaker.ts';
import { briefTitle, dutyDetails, nameOf, whenDue } from './duties.ts';
import { basisOf, type Labelled } from './labelled.ts';
import { nextSteps } from './next-steps.ts';

export interface WordedMatter {
  readonly title: string;
  readonly when: string;
  /** The day has come, or has passed. */
  readonly pressing: boolean;
  readonly details: readonly string[];
  /** What to do next, then what else is open. */
  readonly next: readonly Labelled[];
  readonly basis: Labelled;
}

const whenExpires = ({ due, daysLeft }: ExpiryMatter, { say, language }: Speaker): string => {
  const day = formatDay(due, language);
  if (daysLeft < 0) return say('expiry.passed', { day, days: -daysLeft });
  return daysLeft === 0
    ? say('expiry.today', { day })
    : say('expiry.ahead', { day, days: daysLeft });
};

const wordedDeadline = (matter: DeadlineMatter, speaker: Speaker): WordedMatter => ({
  title: nameOf(matter.obligations, speaker),
  when: whenDue(matter, speaker),
  pressing: matter.daysLeft <= 0,
  details: dutyDetails(matter, speaker),
  next: nextSteps(matter, speaker),
  basis: basisOf(matter.citations, speaker),
});

const wordedExpiry = (matter: ExpiryMatter, speaker: Speaker): WordedMatter => {
  const { say, language } = speaker;
  const { name, nextStep, validity } = requirementTexts[matter.requirement];
  return {
    title: name[language],
    when: whenExpires(matter, speaker),
    pressing: matter.daysLeft <= 0,
    details: [
      ...(matter.endsBefore === null
        ? []
        : [say('expiry.before-deadline', { day: formatDay(matter.endsBefore, language) })]),
      ...(matter.endIsAssumed && validity !== undefined ? [validity[language]] : []),
      ...(matter.waivedUntil === null
        ? []
        : [say('expiry.waived', { day: formatDay(matter.waivedUntil, language) })]),
    ],
    next: [{ label: say('next.label'), text: nextStep[language] }],
    basis: basisOf(matter.citations, speaker),
  };
};

export const wordedMatter = (matter: Matter, speaker: Speaker): WordedMatter => {
  switch (matter.kind) {
    case 'deadline':
      return wordedDeadline(matter, speaker);
    case 'expiry':
      return wordedExpiry(matter, speaker);
  }
};

/** A matter in one line: its title, and when. */
export const matterLine = (matter: Matter, speaker: Speaker): { title: string; when: string } => {
  switch (matter.kind) {
    case 'deadline':
      return { title: briefTitle(matter, speaker), when: whenDue(matter, speaker) };
    case 'expiry':
      return {
        title: requirementTexts[matter.requirement].name[speaker.language],
        when: whenExpires(matter, speaker),
      };
  }
};
