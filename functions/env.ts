import * as z from 'zod';
import { receivers } from './receivers.ts';

/*
 * Every variable of every function. A function's index.ts parses `process.env` with its schema, and
 * lib/ is checked against the same schema by the compiler, so that neither can forget a variable.
 */

/** The name of the one table. */
const TABLE = z.string().min(1);
/** The version of the deployed code, as the night's record and /health show it. */
const CODE_VERSION = z.string().min(1);

/** Where the receivers of webhooks may be; only the stage of one machine says anything but public. */
const RECEIVERS = z.enum(receivers);
/** Where links lead, and calendars are read, without a slash at its end. */
const PUBLIC_URL = z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/'));

const OnlyTable = z.object({ TABLE });

export const SaveOrganisationEnv = OnlyTable;
export const GetOrganisationEnv = OnlyTable;
export const ListOrganisationsEnv = OnlyTable;
export const ExportOrganisationsEnv = OnlyTable;
export const StartImportEnv = OnlyTable;
export const GetImportEnv = OnlyTable;
export const WorkImportsEnv = OnlyTable;
export const GetDeadlinesEnv = OnlyTable;
export const SubmitAssessmentEnv = OnlyTable;
export const ListAssessmentsEnv = OnlyTable;
export const GetReadinessEnv = OnlyTable;
export const GetPlanEnv = OnlyTable;
export const GetReadinessHistoryEnv = OnlyTable;
export const ApproveWaiverEnv = OnlyTable;
export const ListWaiversEnv = OnlyTable;
export const GetPlanPictureEnv = OnlyTable;
export const ListWarningsEnv = OnlyTable;
export const AcknowledgeWarningEnv = OnlyTable;
export const GetAcknowledgementEnv = OnlyTable;
export const AcknowledgeByLinkEnv = OnlyTable;
export const SaveSupervisorEnv = OnlyTable;
export const GetSupervisorEnv = OnlyTable;
export const ListSupervisorsEnv = OnlyTable;
export const ListExpectedProducersEnv = OnlyTable;
export const RemoveExpectedProducerEnv = OnlyTable;
export const SaveWebhookEnv = z.object({ TABLE, RECEIVERS });
export const GetWebhookEnv = OnlyTable;
export const DeleteWebhookEnv = OnlyTable;
export const ListWebhooksEnv = OnlyTable;
export const RotateWebhookSecretEnv = OnlyTable;
export const ListDeliveriesEnv = OnlyTable;
export const ReplayDeliveriesEnv = OnlyTable;
export const MakeCalendarEnv = z.object({ TABLE, PUBLIC_URL });
export const MakeSupervisorCalendarEnv = z.object({ TABLE, PUBLIC_URL });
export const GetCalendarEnv = z.object({ TABLE, PUBLIC_URL });
export const ListNightsEnv = OnlyTable;
export const GetNightEnv = OnlyTable;
export const ListChangesEnv = OnlyTable;
export const RunSimulationEnv = OnlyTable;
/** The law is in the code: nothing to be told. */
export const GetCatalogueEnv = z.object({});
export const GetContractEnv = z.object({ CODE_VERSION });
/** The page and its files are in the code. */
export const GetDocsEnv = z.object({});
export const GetDocsFileEnv = z.object({});
export const GetHealthEnv = z.object({ CODE_VERSION });

export const OpenNightEnv = z.object({ TABLE, CODE_VERSION });
export const EvaluateShardEnv = OnlyTable;
export const FindUnregisteredEnv = OnlyTable;
export const ListRecipientsEnv = OnlyTable;
export const SendDigestEnv = z.object({
  TABLE,
  /** The address that mails come from. */
  MAIL_FROM: z.email(),
  CONFIGURATION_SET: z.string().min(1),
  /** Who gets the warnings that reach nobody else. */
  OPERATOR_EMAIL: z.email(),
  PUBLIC_URL,
});
export const CloseNightEnv = z.object({ TABLE, CODE_VERSION });

export const SettleMailEnv = OnlyTable;

export const DeliverWebhooksEnv = z.object({ TABLE, RECEIVERS });

export const AddClaimsEnv = z.object({});
