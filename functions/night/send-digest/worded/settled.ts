import type { SettledMatter } from '../../../../domain/digest/settled.ts';
import { obligationTexts } from '../../../../domain/statute/obligation-texts.ts';
import { requirementTexts } from '../../../../domain/statute/requirements/texts/requirement-texts.ts';
import { formatDay } from '../../../../domain/texts/days.ts';
import type { Speaker } from '../speaker.ts';
import { briefTitle } from './duties.ts';

export const settledLine = (matter: SettledMatter, speaker: Speaker): string => {
  const { say, language } = speaker;
  switch (matter.kind) {
    case 'duties': {
      const title = briefTitle(matter, speaker);
      return matter.metOn === null
        ? say('settled.undated', { title })
        : say('settled.met', { title, day: formatDay(matter.metOn, language) });
    }
    case 'evidence':
      return say('settled.evidence', {
        name: requirementTexts[matter.requirement].name[language],
      });
    case 'plan':
      return say('settled.plan', { title: obligationTexts[matter.obligation].name[language] });
  }
};
