import type { DeadlineMatter } from '../../../../domain/digest/deadline-matters.ts';
import type { Matter } from '../../../../domain/digest/matters.ts';
import type { Speaker } from '../speaker.ts';
import { briefTitle, dutyDetails, nameOf, whenDue } from './duties.ts';
import {
  expiryLine,
  statementLine,
  waiverLine,
  wordedExpiry,
  wordedStatements,
  wordedWaiver,
} from './endings.ts';
import { basisOf } from './labelled.ts';
import { nextSteps } from './next-steps.ts';
import { planLine, wordedPlan } from './plan.ts';
import type { MatterLine, WordedMatter } from './worded-matter.ts';

const wordedDeadline = (matter: DeadlineMatter, speaker: Speaker): WordedMatter => ({
  title: nameOf(matter.obligations, speaker),
  when: whenDue(matter, speaker),
  pressing: matter.daysLeft <= 0,
  details: dutyDetails(matter, speaker),
  next: nextSteps(matter, speaker),
  basis: [basisOf(matter.citations, speaker)],
});

export const wordedMatter = (matter: Matter, speaker: Speaker): WordedMatter => {
  switch (matter.kind) {
    case 'plan':
      return wordedPlan(matter, speaker);
    case 'deadline':
      return wordedDeadline(matter, speaker);
    case 'expiry':
      return wordedExpiry(matter, speaker);
    case 'waiver':
      return wordedWaiver(matter, speaker);
    case 'statement':
      return wordedStatements(matter, speaker);
  }
};

/** A matter where it is told in one line: its title, and when. */
export const matterLine = (matter: Matter, speaker: Speaker): MatterLine => {
  switch (matter.kind) {
    case 'plan':
      return planLine(matter, speaker);
    case 'deadline':
      return { title: briefTitle(matter, speaker), when: whenDue(matter, speaker) };
    case 'expiry':
      return expiryLine(matter, speaker);
    case 'waiver':
      return waiverLine(matter, speaker);
    case 'statement':
      return statementLine(matter, speaker);
  }
};
