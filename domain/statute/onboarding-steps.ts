import {
  cardAgreementTime,
  cardsTime,
  deploymentReportTime,
  type LeadTime,
  serviceCertificatesTime,
} from './lead-times.ts';
import type { RequirementId } from './requirements/requirement-ids.ts';

/** The steps of the onboarding in an order in which they can be taken; each comes after those it names. */
export const stepIds = [
  'decision-and-project',
  'vendor-contract',
  'licence-or-registration',
  'sote-register-entry',
  'registers-separated',
  'organiser-contract',
  'unit-oid-delivered',
  'card-agreement',
  'cards',
  'card-readers',
  'service-certificates',
  'security-plan',
  'access-rights',
  'staff-training',
  'structured-recording',
  'suomifi-mandate',
  'kanta-application',
  'connection-test',
  'deployment-test',
  'deployment-report',
  'register-access-right',
  'client-information',
  'production-use',
] as const;
export type StepId = (typeof stepIds)[number];

/** One step: the requirement that it fulfils, what it follows, and how long it takes by its source. */
export interface OnboardingStep {
  readonly id: StepId;
  readonly requirement: RequirementId;
  readonly after: readonly StepId[];
  /** null: no source says how long it takes, so it keeps its order and takes no time. */
  readonly leadTime: LeadTime | null;
  /** It is done on a day on which people work. */
  readonly onWorkingDay?: true;
}

const untimed = (id: StepId & RequirementId, after: readonly StepId[]): OnboardingStep => ({
  id,
  requirement: id,
  after,
  leadTime: null,
});

/** In the order of `stepIds`, which a test holds against what each comes after. Order: Kela 20.4.2020. */
export const onboardingSteps: readonly OnboardingStep[] = [
  untimed('decision-and-project', []),
  {
    id: 'vendor-contract',
    requirement: 'certified-system',
    after: ['decision-and-project'],
    leadTime: null,
  },
  untimed('licence-or-registration', ['decision-and-project']),
  untimed('sote-register-entry', ['licence-or-registration']),
  untimed('registers-separated', ['decision-and-project']),
  untimed('organiser-contract', ['decision-and-project']),
  untimed('unit-oid-delivered', ['sote-register-entry']),
  {
    id: 'card-agreement',
    requirement: 'cards',
    after: ['decision-and-project'],
    leadTime: cardAgreementTime,
  },
  { id: 'cards', requirement: 'cards', after: ['card-agreement'], leadTime: cardsTime },
  untimed('card-readers', ['cards']),
  {
    id: 'service-certificates',
    requirement: 'service-certificates',
    after: ['vendor-contract'],
    leadTime: serviceCertificatesTime,
  },
  untimed('security-plan', ['vendor-contract']),
  untimed('access-rights', ['vendor-contract']),
  untimed('staff-training', ['vendor-contract']),
  untimed('structured-recording', ['staff-training']),
  untimed('suomifi-mandate', ['decision-and-project']),
  untimed('kanta-application', [
    'vendor-contract',
    'sote-register-entry',
    'registers-separated',
    'card-readers',
    'security-plan',
    'access-rights',
    'suomifi-mandate',
  ]),
  untimed('connection-test', ['kanta-application', 'service-certificates']),
  {
    ...untimed('deployment-test', ['connection-test', 'structured-recording']),
    onWorkingDay: true,
  },
  {
    id: 'deployment-report',
    requirement: 'deployment-report',
    after: ['deployment-test'],
    leadTime: deploymentReportTime,
  },
  untimed('register-access-right', [
    'organiser-contract',
    'unit-oid-delivered',
    'kanta-application',
  ]),
  untimed('client-information', ['vendor-contract']),
  untimed('production-use', ['deployment-report', 'register-access-right', 'client-information']),
];

/** The step with which the whole project begins, the one with which it ends, and the last that can go wrong. */
export const projectStart: StepId = 'decision-and-project';
export const projectEnd: StepId = 'production-use';
/** Once it is done, what is left is known, and the estimate of the whole says nothing more. */
export const projectProof: StepId = 'deployment-test';
/** The application, and the report that follows the test: its time is of days, not of the project's. */
export const projectApplication: StepId = 'kanta-application';
export const projectReport: StepId = 'deployment-report';
