import { type Day, daysBetween, latest, yearOf } from './day.ts';
import type { Duty } from './duties.ts';
import { evidenceEnds } from './evidence.ts';
import type { Law } from './law-in-force.ts';
import type { Organisation } from './organisation.ts';
import { doneSince, type Standings } from './statements.ts';
import type { Citation } from './statute/citation.ts';
import type { MilestoneId } from './statute/obligation-ids.ts';
import type { RequirementId } from './statute/requirements/requirement-ids.ts';
import { metByRequirement } from './statute/requirements/requirements.ts';

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
  { organisation, standings }: Facts,
): Day | undefined => {
  const standing = standings[requirement];
  if (standing === undefined) return undefined;
  if (duty.obligation === 'soteri-annual-check') {
    const year = yearOf(duty.due);
    return standing.all.find(({ state, statedOn }) => state === 'done' && yearOf(statedOn) === year)
      ?.statedOn;
  }
  const since = doneSince(standing, organisation.units);
  if (since === undefined) return undefined;
  const last = standing.all.at(-1);
  const [end] = last === undefined ? [] : evidenceEnds(requirement, last);
  return end === undefined || end.until >= latest(duty.due, since) ? since : undefined;
};

interface Facts {
  readonly organisation: Organisation;
  readonly standings: Standings;
}

const metOn = (duty: Duty, facts: Facts): Day | undefined => {
  const { organisation } = facts;
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
      return metByStatements(duty, metByRequirement[duty.obligation], facts);
  }
};

/** How a duty stands on a day, by the organisation's facts and statements. */
export const deadlineOn = (
  duty: Duty,
  { on, ...facts }: Facts & { readonly on: Day },
): Deadline => {
  const met = metOn(duty, facts);
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
