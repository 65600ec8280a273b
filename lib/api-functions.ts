import { Duration } from 'aws-cdk-lib';
import type { z } from 'zod';
import type { RouteName } from '../functions/api/routes.ts';
import {
  AcknowledgeByLinkEnv,
  AcknowledgeWarningEnv,
  ApproveWaiverEnv,
  DeleteWebhookEnv,
  ExportOrganisationsEnv,
  GetAcknowledgementEnv,
  GetCalendarEnv,
  GetCatalogueEnv,
  GetContractEnv,
  GetDeadlinesEnv,
  GetDocsEnv,
  GetDocsFileEnv,
  GetHealthEnv,
  GetImportEnv,
  GetNightEnv,
  GetOrganisationEnv,
  GetPlanEnv,
  GetPlanPictureEnv,
  GetReadinessEnv,
  GetReadinessHistoryEnv,
  GetSupervisorEnv,
  GetWebhookEnv,
  ListAssessmentsEnv,
  ListChangesEnv,
  ListDeliveriesEnv,
  ListExpectedProducersEnv,
  ListNightsEnv,
  ListOrganisationsEnv,
  ListSupervisorsEnv,
  ListWaiversEnv,
  ListWarningsEnv,
  ListWebhooksEnv,
  MakeCalendarEnv,
  MakeSupervisorCalendarEnv,
  RemoveExpectedProducerEnv,
  ReplayDeliveriesEnv,
  RotateWebhookSecretEnv,
  RunSimulationEnv,
  SaveOrganisationEnv,
  SaveSupervisorEnv,
  SaveWebhookEnv,
  StartImportEnv,
  SubmitAssessmentEnv,
} from '../functions/env.ts';
import type { Receivers } from '../functions/receivers.ts';

/** What a function may do to the data; those of routes that change something record it as well. */
export type Grant = 'read' | 'read-due' | 'write' | 'delete';

/** A function of the API, before it is made. */
export interface ApiFunction {
  readonly env: z.ZodObject;
  readonly environment: Readonly<Record<string, string>>;
  readonly errorImpact: string;
  readonly may: readonly Grant[];
  readonly timeout?: Duration;
  readonly memorySize?: number;
}

/** Checks that the environment is the schema's, which a list of different functions cannot. */
const apiFunction = <Env extends z.ZodObject>(
  definition: Omit<ApiFunction, 'env' | 'environment'> & {
    readonly env: Env;
    readonly environment: { readonly [Variable in keyof z.input<Env>]: string };
  },
): ApiFunction => definition;

/** It goes through many organisations: as long as the gateway waits, with a whole processor. */
const wide = { timeout: Duration.seconds(29), memorySize: 1769 } as const;

const reads = ['read'] as const;
const readsAndWrites = ['read', 'write'] as const;

/** The function of each route: what it may do, and what people lose when it fails. */
export const apiFunctions = ({
  table: TABLE,
  codeVersion: CODE_VERSION,
  receivers: RECEIVERS,
  publicUrl: PUBLIC_URL,
}: {
  readonly table: string;
  readonly publicUrl: string;
  readonly codeVersion: string;
  readonly receivers: Receivers;
}): Readonly<Record<RouteName, ApiFunction>> => {
  const environment = { TABLE };
  return {
    'save-organisation': apiFunction({
      env: SaveOrganisationEnv,
      environment,
      may: ['read', 'write', 'delete'],
      errorImpact: 'Organisations cannot be registered, nor their facts put right.',
    }),
    'get-organisation': apiFunction({
      env: GetOrganisationEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can see what facts are recorded of an organisation.',
    }),
    'list-organisations': apiFunction({
      env: ListOrganisationsEnv,
      environment,
      may: reads,
      errorImpact: 'Supervisors cannot see which of their organisations stand how.',
      ...wide,
    }),
    'export-organisations': apiFunction({
      env: ExportOrganisationsEnv,
      environment,
      may: reads,
      errorImpact: 'Supervisors cannot take their organisations into a spreadsheet.',
      ...wide,
    }),
    'start-import': apiFunction({
      env: StartImportEnv,
      environment,
      may: ['read', 'write', 'delete'],
      errorImpact: 'Organisations and lists of producers cannot be brought in as files.',
      ...wide,
    }),
    'get-import': apiFunction({
      env: GetImportEnv,
      environment,
      may: reads,
      errorImpact: 'Who imported a file cannot see what became of its rows.',
    }),
    'get-deadlines': apiFunction({
      env: GetDeadlinesEnv,
      environment,
      may: reads,
      errorImpact: 'Organisations cannot see which days of the law bind them.',
    }),
    'submit-assessment': apiFunction({
      env: SubmitAssessmentEnv,
      environment,
      may: readsAndWrites,
      errorImpact:
        'Self-assessments are not received, so warnings go out about what is already done.',
    }),
    'list-assessments': apiFunction({
      env: ListAssessmentsEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can see what an organisation has stated before.',
    }),
    'get-readiness': apiFunction({
      env: GetReadinessEnv,
      environment,
      may: reads,
      errorImpact: 'Organisations and supervisors cannot see what is missing, and by when.',
    }),
    'get-readiness-history': apiFunction({
      env: GetReadinessHistoryEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can see when an organisation’s readiness changed, and what did.',
    }),
    'get-plan': apiFunction({
      env: GetPlanEnv,
      environment,
      may: reads,
      errorImpact:
        'Organisations cannot see what they must start, and when, to make their deadlines.',
    }),
    'get-plan-picture': apiFunction({
      env: GetPlanPictureEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can look at the plan of an organisation as a picture, or print it.',
    }),
    'approve-waiver': apiFunction({
      env: ApproveWaiverEnv,
      environment,
      may: readsAndWrites,
      errorImpact:
        'Supervisors cannot approve waivers, so warnings go out about what they let pass.',
    }),
    'list-waivers': apiFunction({
      env: ListWaiversEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can see which requirements are not demanded, by whose decision.',
    }),
    'list-warnings': apiFunction({
      env: ListWarningsEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can see which warnings are open, beyond what the mails told.',
      ...wide,
    }),
    'acknowledge-warning': apiFunction({
      env: AcknowledgeWarningEnv,
      environment,
      may: readsAndWrites,
      errorImpact: 'Warnings cannot be made quiet, so people are mailed of what they know.',
    }),
    'get-acknowledgement': apiFunction({
      env: GetAcknowledgementEnv,
      environment,
      may: reads,
      errorImpact: 'Links in mails lead nowhere: their readers cannot make warnings quiet.',
    }),
    'acknowledge-by-link': apiFunction({
      env: AcknowledgeByLinkEnv,
      environment,
      may: readsAndWrites,
      errorImpact: 'Who follows a link in a mail cannot make warnings quiet.',
    }),
    'save-supervisor': apiFunction({
      env: SaveSupervisorEnv,
      environment,
      may: readsAndWrites,
      errorImpact: 'Supervisors cannot be added or moved, so a county may have nobody to warn.',
    }),
    'get-supervisor': apiFunction({
      env: GetSupervisorEnv,
      environment,
      may: reads,
      errorImpact: 'Administrators cannot see whom a supervisor is warned about.',
    }),
    'list-supervisors': apiFunction({
      env: ListSupervisorsEnv,
      environment,
      may: reads,
      errorImpact: 'Administrators cannot see who is warned.',
    }),
    'list-expected-producers': apiFunction({
      env: ListExpectedProducersEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can see which producers a county expects, and who is missing.',
      ...wide,
    }),
    'remove-expected-producer': apiFunction({
      env: RemoveExpectedProducerEnv,
      environment,
      may: ['delete'],
      errorImpact: 'Counties are told of producers that stand on their list by mistake.',
    }),
    'save-webhook': apiFunction({
      env: SaveWebhookEnv,
      environment: { TABLE, RECEIVERS },
      may: readsAndWrites,
      errorImpact: 'Administrators cannot say which systems are called about changes.',
    }),
    'get-webhook': apiFunction({
      env: GetWebhookEnv,
      environment,
      may: reads,
      errorImpact: 'Administrators cannot see what a system is called about.',
    }),
    'delete-webhook': apiFunction({
      env: DeleteWebhookEnv,
      environment,
      may: ['read', 'delete'],
      errorImpact: 'Administrators cannot end the calls to a system that should get none.',
    }),
    'list-webhooks': apiFunction({
      env: ListWebhooksEnv,
      environment,
      may: reads,
      errorImpact: 'Administrators cannot see which systems are called about changes.',
    }),
    'rotate-webhook-secret': apiFunction({
      env: RotateWebhookSecretEnv,
      environment,
      may: readsAndWrites,
      errorImpact: 'A secret that got into wrong hands cannot be replaced: delete its webhook.',
    }),
    'list-deliveries': apiFunction({
      env: ListDeliveriesEnv,
      environment,
      may: reads,
      errorImpact: 'Administrators cannot see what a system was told, and what it missed.',
    }),
    'replay-deliveries': apiFunction({
      env: ReplayDeliveriesEnv,
      environment,
      may: readsAndWrites,
      errorImpact: 'What a system missed cannot be told to it again.',
      timeout: Duration.seconds(29),
    }),
    'make-calendar': apiFunction({
      env: MakeCalendarEnv,
      environment: { TABLE, PUBLIC_URL },
      may: readsAndWrites,
      errorImpact:
        'Nobody can subscribe to the deadlines of an organisation, nor revoke an address that leaked.',
    }),
    'make-supervisor-calendar': apiFunction({
      env: MakeSupervisorCalendarEnv,
      environment: { TABLE, PUBLIC_URL },
      may: readsAndWrites,
      errorImpact:
        'Supervisors cannot subscribe to their organisations’ deadlines, nor revoke an address that leaked.',
    }),
    'get-calendar': apiFunction({
      env: GetCalendarEnv,
      environment: { TABLE, PUBLIC_URL },
      may: reads,
      errorImpact: 'Calendars show deadlines as they were before, and no new ones.',
      ...wide,
    }),
    'list-nights': apiFunction({
      env: ListNightsEnv,
      environment,
      may: reads,
      errorImpact: 'The operator cannot see which nights were done, and which were not.',
    }),
    'get-night': apiFunction({
      env: GetNightEnv,
      environment,
      may: reads,
      errorImpact: 'The operator cannot see what a night did.',
    }),
    'list-changes': apiFunction({
      env: ListChangesEnv,
      environment,
      may: reads,
      errorImpact: 'Nobody can see who changed what, and when.',
    }),
    'run-simulation': apiFunction({
      env: RunSimulationEnv,
      environment,
      may: ['read', 'read-due'],
      errorImpact: 'Nobody can try what a change of law would do before it is adopted.',
      ...wide,
    }),
    'get-catalogue': apiFunction({
      env: GetCatalogueEnv,
      environment: {},
      may: [],
      errorImpact: 'Nobody can look up the law that the deadlines are computed from.',
    }),
    'get-contract': apiFunction({
      env: GetContractEnv,
      environment: { CODE_VERSION },
      may: [],
      errorImpact: 'Those who connect their systems cannot read the contract.',
      // Making it takes a processor a second; then it is kept.
      memorySize: 1769,
    }),
    'get-docs': apiFunction({
      env: GetDocsEnv,
      environment: {},
      may: [],
      errorImpact: 'Newcomers cannot read about the API, nor try it.',
    }),
    'get-docs-file': apiFunction({
      env: GetDocsFileEnv,
      environment: {},
      may: [],
      errorImpact: 'The page about the API stays empty.',
    }),
    'get-health': apiFunction({
      env: GetHealthEnv,
      environment: { CODE_VERSION },
      may: [],
      errorImpact: 'Those who watch the service from outside believe that it is down.',
    }),
  };
};
