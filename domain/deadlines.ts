import { type Day, daysBetween, latest, yearOf } from './day.ts';
import type { Duty } from './duties.ts';
import { evidenceEnd } from './evidence.ts';
import type { Law } from './law-in-force.ts';
import type { Organisation } from './organisation.ts';
import { doneSince, type Standings } from './statements.ts';
import type { Citation } from './statute/citation.ts';
import type { MilestoneId } from './statute/obligation-ids.ts';
import { metByRequirement, type RequirementId } from './statute/requirements.ts';

export type DeadlineStatus = 'met' | 'open' | 'overdue';

/** A duty with how it stands on a day. */
export interface Deadline extends Duty {
  readonly status: DeadlineStatus;
  /** Days from the day asked about to the due day; negative when it has passed. */
  readonly daysLeft: number;
  readonly metOn?: Day;
  readonly late?: true;
}

/** A day that binds the national services; shown, never warned about. */
export interface Milestone {
  readonly id: MilestoneId;
  readonly due: Day;
  readonly daysLeft: number;
  readonly basis: readonly Citation[];
}

/** The day a requirement's statements met a duty: what was done must hold on the day it was due. */
const metByStatements = (
  duty: Duty,
  requirement: RequirementId,
  standings: Standings,
): Day | undefined => {
  const standing = standings[requirement];
  if (standing === undefined) return undefined;
  if (duty.obligation === 'soteri-annual-check') {
    const year = yearOf(duty.due);
    return standing.all.find(({ state, statedOn }) => state === 'done' && yearOf(statedOn) === year)
      ?.statedOn;
  }
  const since = doneSince(standing);
  const end = evidenceEnd(requirement, standing.latest);
  if (since === undefined) return undefined;
  return end === undefined || end >= latest(duty.due, since) ? since : undefined;
};

const metOn = (duty: Duty, organisation: Organisation, standings: Standings): Day | undefined => {
  switch (duty.obligation) {
    case 'join':
      return organisation.joinedOn ?? undefined;
    case 'store-documents':
      return duty.serviceTask && (organisation.storingSince[duty.serviceTask] ?? undefined);
    case 'store-recordings':
      return duty.serviceTask && (organisation.recordingsSince[duty.serviceTask] ?? undefined);
    case 'patient-data':
      return organisation.patientDataSince ?? undefined;
    case 'disclosure-permit':
    case 'disclosure-logs':
    case 'security-plan':
    case 'soteri-annual-check':
    case 'soteri-registration':
      return metByStatements(duty, metByRequirement[duty.obligation], standings);
  }
};

/** How a duty stands on a day, by the organisation's facts and statements. */
export const deadlineOn = (
  duty: Duty,
  { organisation, standings, on }: { organisation: Organisation; standings: Standings; on: Day },
): Deadline => {
  const met = metOn(duty, organisation, standings);
  const daysLeft = daysBetween(on, duty.due);
  if (met !== undefined && met <= on) {
    return {
      ...duty,
      status: 'met',
      daysLeft,
      metOn: met,
      ...(met > duty.due ? { late: true } : {}),
    };
  }
  return { ...duty, status: on > duty.due ? 'overdue' : 'open', daysLeft };
};

export const milestonesOf = (law: Law): readonly Milestone[] =>
  law.milestones.map(({ milestone, day, basis }) => ({
    id: milestone,
    due: day,
    daysLeft: daysBetween(law.validAt, day),
    basis,
  }));
