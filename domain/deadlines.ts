import { type Day, daysBetween, latest, yearOf } from './day.ts';
import type { Duty } from './duties.ts';
import { countsUntil, evidenceEnds } from './evidence.ts';
import { askedPoints, lackingIn } from './lacking.ts';
import type { Law } from './law-in-force.ts';
import type { Organisation } from './organisation.ts';
import { heldSince, type Standings, type Statement } from './statements.ts';
import type { Citation } from './statute/citation.ts';
import type { MilestoneId } from './statute/obligation-ids.ts';
import type { RequirementId } from './statute/requirements/requirement-ids.ts';
import { metByRequirement, requirements } from './statute/requirements/requirements.ts';

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

interface Facts {
  readonly organisation: Organisation;
  readonly standings: Standings;
  /** All duties of the organisation: they say whether it joins. */
  readonly duties: readonly Duty[];
}

/**
 * Whether a statement covers a duty on a day: it is done and lacks nothing, it has not aged by then, and
 * what it states still holds on the day the duty was due.
 */
const coversDuty =
  (
    duty: Duty,
    {
      requirement,
      since,
      on,
      facts,
    }: {
      readonly requirement: RequirementId;
      readonly since: Day;
      readonly on: Day;
      readonly facts: Facts;
    },
  ) =>
  (statement: Statement): boolean => {
    if (!isDone(requirement, facts, on)(statement)) return false;
    const due = latest(duty.due, since);
    const ends = evidenceEnds(requirement, statement);
    const [end] = ends;
    const ages = countsUntil(requirement, statement, ends);
    const asked = due < on ? due : on;
    return (end === undefined || end.until >= due) && (ages === undefined || ages >= asked);
  };

/** Whether a statement says done and contradicts itself in nothing. */
const isDone = (
  requirement: RequirementId,
  { organisation, duties: deadlines }: Facts,
  on: Day,
): ((statement: Statement) => boolean) => {
  const situation = { organisation, deadlines, on };
  const asked = askedPoints(requirements[requirement], situation);
  return (statement) =>
    statement.state === 'done' &&
    lackingIn(asked, statement, { situation, ofUnit: false }) === undefined;
};

/** The day a requirement's statements met a duty: what was done must hold on the day it was due. */
const metByStatements = (
  duty: Duty,
  requirement: RequirementId,
  { facts, on }: { readonly facts: Facts; readonly on: Day },
): Day | undefined => {
  const standing = facts.standings[requirement];
  if (standing === undefined) return undefined;
  if (duty.obligation === 'soteri-annual-check') {
    const year = yearOf(duty.due);
    return standing.all.find(({ state, statedOn }) => state === 'done' && yearOf(statedOn) === year)
      ?.statedOn;
  }
  const since = heldSince(standing, facts.organisation.units, isDone(requirement, facts, on));
  if (since === undefined) return undefined;
  const covers = coversDuty(duty, { requirement, since, on, facts });
  // The statement that stood on the day it was due, or the last one before it is.
  const standingOn = (all: readonly Statement[]) =>
    all.findLast(({ statedOn }) => statedOn <= latest(duty.due, since)) ?? all.at(-1);
  const last = standingOn(standing.all);
  if (last === undefined || covers(last)) return since;
  // Stated again after it had lapsed: met from then on, late.
  return standing.all.find((statement) => statement.statedOn > duty.due && covers(statement))
    ?.statedOn;
};

const metOn = (duty: Duty, facts: Facts, on: Day): Day | undefined => {
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
      return metByStatements(duty, metByRequirement[duty.obligation], { facts, on });
  }
};

/** How a duty stands on a day, by the organisation's facts and statements. */
export const deadlineOn = (duty: Duty, facts: Facts & { readonly on: Day }): Deadline => {
  const { on } = facts;
  const met = metOn(duty, facts, on);
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
