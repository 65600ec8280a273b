export const requirementIds = [
  'certified-system',
  'licence-or-registration',
  'soteri-check',
  'cards',
  'service-certificates',
  'security-plan',
  'self-monitoring-plan',
  'access-rights',
  'disclosure-permit',
  'disclosure-logs',
] as const;
export type RequirementId = (typeof requirementIds)[number];
