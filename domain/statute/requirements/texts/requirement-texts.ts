import type { RequirementId } from '../requirement-ids.ts';
import { joiningTexts } from './joining-texts.ts';
import { plansTexts } from './plans-texts.ts';
import { registersAndClientsTexts } from './registers-and-clients-texts.ts';
import { registrationTexts } from './registration-texts.ts';
import type { RequirementText } from './requirement-text.ts';
import { staffTexts } from './staff-texts.ts';
import { systemTexts } from './system-texts.ts';

/** Every requirement in words, by its id. */
export const requirementTexts: Readonly<Record<RequirementId, RequirementText>> = {
  ...joiningTexts,
  ...systemTexts,
  ...registrationTexts,
  ...registersAndClientsTexts,
  ...staffTexts,
  ...plansTexts,
};
