import type { Points, PointValue } from '../../domain/assessment.ts';
import { type Day, day, daysBetween } from '../../domain/day.ts';
import type { County } from '../../domain/statute/counties.ts';
import { jobRolesOf } from '../../domain/statute/job-roles.ts';
import type {
  Applicability,
  EvidencePoint,
} from '../../domain/statute/requirements/requirement.ts';
import type { RequirementId } from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import { around, type ProfileBody } from './story.ts';

/** Whose statement it is, and of which day. */
export interface Stating {
  readonly life: ProfileBody;
  readonly on: Day;
}

/** What an organisation takes to concern itself: it reads its own situation as a person would. */
export const concerns = (appliesTo: Applicability, { life, on }: Stating): boolean => {
  const isTenant = life.joiningModel === 'joint' && life.mainJoiner === false;
  const storesThroughOrganiser = life.joiningModel === 'parallel' && !life.ownRegister;
  const { sector, publicProducersFrom: from } = appliesTo;
  return (
    !(appliesTo.joinsItself && storesThroughOrganiser) &&
    !(appliesTo.appliesItself && isTenant) &&
    !(appliesTo.readsOrSigns && life.readsOrSignsInKanta === false) &&
    !(appliesTo.actsForOrganiser && !life.actsForOrganiser) &&
    !(appliesTo.recordsPatientData && life.recordsPatientData !== true) &&
    !(appliesTo.needsProgramme && life.sector === 'private' && (life.units ?? []).length < 2) &&
    (sector === undefined || sector === life.sector) &&
    (from === undefined || life.sector === 'private' || on >= from)
  );
};

/** How long what ends is given for, in days: no longer than its source allows. */
const daysToHold: Readonly<Record<string, number>> = {
  certificateUntil: 1095,
  cardsUntil: 1825,
  serverCertificateUntil: 365,
  signatureCertificateUntil: 730,
};
const factValues: Readonly<Record<string, boolean>> = {
  professionalCardsOnly: false,
  cardAgreement: true,
  testCertificates: true,
};

const countiesOf = ({ organisers = [], counties }: ProfileBody): readonly County[] =>
  organisers.length > 0 ? organisers.map(({ county }) => county) : [...counties];

/** Those that can have granted a right by a day: where an organiser's joining is not known, it has not. */
const grantingCounties = ({ life, on }: Stating): readonly County[] =>
  countiesOf(life).filter((county) => {
    const organiser = life.organisers?.find((one) => one.county === county);
    return organiser === undefined || (organiser.joinedOn != null && organiser.joinedOn <= on);
  });

/**
 * When it ends: it was got shortly before joining, and is renewed two weeks before its end; who has not
 * joined got it two months ago.
 */
const endOf = (point: string, { life, on }: Stating): Day => {
  const holds = daysToHold[point] ?? 365;
  const got = life.joinedOn == null ? around(on, -60) : around(day(life.joinedOn), -20);
  const times = Math.max(1, Math.ceil((daysBetween(got, on) + 14) / holds));
  return around(got, times * holds);
};

const pointValue = (point: EvidencePoint, stating: Stating): PointValue => {
  const { life, on } = stating;
  const tasks = life.serviceTasks.filter((task) => (life.taskSince?.[task] ?? on) <= on);
  switch (point.kind) {
    case 'required':
      return true;
    case 'excluded':
      return false;
    case 'fact':
      return factValues[point.id] ?? false;
    case 'choice':
      return life.sector === 'public' ? 'own' : 'vendor';
    case 'valid-until':
      return endOf(point.id, stating);
    case 'last-done-on':
      return around(on, -9);
    case 'service-tasks':
      return tasks;
    case 'job-roles':
      return jobRolesOf(life.sector, tasks);
    case 'counties':
      return point.id === 'grantedBy' ? grantingCounties(stating) : countiesOf(life);
  }
};

/** Every point of a requirement that concerns the organisation, as one that is done states it. */
export const donePoints = (id: RequirementId, stating: Stating): Points =>
  Object.fromEntries(
    requirements[id].evidence
      .filter(({ appliesTo = {} }) => concerns(appliesTo, stating))
      .map((point) => [point.id, pointValue(point, stating)]),
  );

/** What is said of points while the work goes on. */
export const begunPoints: Readonly<Partial<Record<RequirementId, Points>>> = {
  'decision-and-project': { responsiblePersons: true, projectPlan: false, signedUp: false },
  'certified-system': { inRegister: true, meetsJoiningProfile: true, profileChosen: false },
  cards: { cardAgreement: true, readersAndSigners: false },
  'service-certificates': { holder: 'vendor', authorised: true },
  'security-plan': { followsRegulation: true, coversKanta: false },
  'access-rights': { userRegister: false },
  'staff-training': { recording: true, operatingModels: false },
};
