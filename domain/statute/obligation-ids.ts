/** What an act demands of an organisation. */
export const obligationIds = [
  'join',
  'store-documents',
  'store-recordings',
  'disclosure-permit',
  'disclosure-logs',
  'security-plan',
  'patient-data',
  'soteri-annual-check',
  'soteri-registration',
] as const;
export type ObligationId = (typeof obligationIds)[number];

/** Days that bind the national services; shown, never warned about. */
export const milestoneIds = ['social-health-access', 'prescription-access'] as const;
export type MilestoneId = (typeof milestoneIds)[number];
