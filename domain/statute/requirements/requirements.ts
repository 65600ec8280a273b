import type { ObligationId } from '../obligation-ids.ts';
import { joining } from './joining.ts';
import { plans } from './plans.ts';
import { registersAndClients } from './registers-and-clients.ts';
import { registration } from './registration.ts';
import type { Requirement } from './requirement.ts';
import type { RequirementId } from './requirement-ids.ts';
import { staff } from './staff.ts';
import { system } from './system.ts';

/** Every requirement, by its id; the order is that of `requirementIds`. */
export const requirements: Readonly<Record<RequirementId, Requirement>> = {
  ...joining,
  ...system,
  ...registration,
  ...registersAndClients,
  ...staff,
  ...plans,
};

/** The requirement whose statement meets an obligation; the others are met by days of the profile. */
export const metByRequirement = {
  'disclosure-permit': 'disclosure-permit',
  'disclosure-logs': 'disclosure-logs',
  'security-plan': 'security-plan',
  'soteri-annual-check': 'soteri-check',
  'soteri-registration': 'licence-or-registration',
} as const satisfies Partial<Record<ObligationId, RequirementId>>;
