import type { RouteName } from '../routes.ts';
import { listChanges } from './audit.ts';
import { getCalendar, makeCalendar, makeSupervisorCalendar } from './calendars.ts';
import { getDeadlines } from './deadlines.ts';
import { listExpectedProducers, removeExpectedProducer } from './expected-producers.ts';
import { exportOrganisations, getImport, startImport } from './imports.ts';
import { getCatalogue, runSimulation } from './law.ts';
import type { Operation } from './operation.ts';
import {
  getContract,
  getDocs,
  getDocsFile,
  getHealth,
  getNight,
  listNights,
} from './operation-of-service.ts';
import { getOrganisation, listOrganisations, saveOrganisation } from './organisations.ts';
import { getPlan, getPlanPicture } from './plan.ts';
import {
  approveWaiver,
  getReadiness,
  getReadinessHistory,
  listAssessments,
  listWaivers,
  submitAssessment,
} from './readiness.ts';
import { getSupervisor, listSupervisors, saveSupervisor } from './supervisors.ts';
import {
  acknowledgeByLink,
  acknowledgeWarning,
  getAcknowledgement,
  listWarnings,
} from './warnings.ts';
import {
  deleteWebhook,
  getWebhook,
  listDeliveries,
  listWebhooks,
  replayDeliveries,
  rotateWebhookSecret,
  saveWebhook,
} from './webhooks.ts';

/** What the contract says of every route. */
export const operations: Readonly<Record<RouteName, Operation>> = {
  'save-organisation': saveOrganisation,
  'get-organisation': getOrganisation,
  'list-organisations': listOrganisations,
  'export-organisations': exportOrganisations,
  'start-import': startImport,
  'get-import': getImport,
  'get-deadlines': getDeadlines,
  'submit-assessment': submitAssessment,
  'list-assessments': listAssessments,
  'get-readiness': getReadiness,
  'get-readiness-history': getReadinessHistory,
  'get-plan': getPlan,
  'get-plan-picture': getPlanPicture,
  'approve-waiver': approveWaiver,
  'list-waivers': listWaivers,
  'list-warnings': listWarnings,
  'acknowledge-warning': acknowledgeWarning,
  'get-acknowledgement': getAcknowledgement,
  'acknowledge-by-link': acknowledgeByLink,
  'save-supervisor': saveSupervisor,
  'get-supervisor': getSupervisor,
  'list-supervisors': listSupervisors,
  'list-nights': listNights,
  'get-night': getNight,
  'run-simulation': runSimulation,
  'get-catalogue': getCatalogue,
  'get-contract': getContract,
  'get-docs': getDocs,
  'get-docs-file': getDocsFile,
  'list-expected-producers': listExpectedProducers,
  'remove-expected-producer': removeExpectedProducer,
  'save-webhook': saveWebhook,
  'get-webhook': getWebhook,
  'delete-webhook': deleteWebhook,
  'list-webhooks': listWebhooks,
  'rotate-webhook-secret': rotateWebhookSecret,
  'list-deliveries': listDeliveries,
  'replay-deliveries': replayDeliveries,
  'make-calendar': makeCalendar,
  'make-supervisor-calendar': makeSupervisorCalendar,
  'get-calendar': getCalendar,
  'get-health': getHealth,
  'list-changes': listChanges,
};
