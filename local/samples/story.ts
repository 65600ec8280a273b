import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { SelfAssessment } from '../../domain/assessment.ts';
import { addDays, type Day, day, earliest, latest } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { organisationProfile } from '../../domain/organisation.ts';

/** What is sent in `PUT /organisations/{businessId}` and `POST …/assessments`. */
export type ProfileBody = z.input<ReturnType<typeof organisationProfile>>;
export type AssessmentBody = SelfAssessment;
export type DaysByTask = NonNullable<ProfileBody['storingSince']>;

/** An invented organisation's whole life, also what is still to come; what was so on a day follows from it. */
export interface Story {
  readonly businessId: BusinessId;
  /** The situation of the law that it is there to show. */
  readonly situation: string;
  readonly life: ProfileBody;
  readonly assessments: Assessments;
}

/** What an organisation with such a life has stated of itself by a day, oldest first. */
export type Assessments = (life: ProfileBody, today: Day) => readonly AssessmentBody[];

/** The day so many days from another, within the calendar that `Day` keeps. */
export const around = (from: Day, days: number): Day =>
  latest(day('1900-01-01'), earliest(day('2199-12-31'), addDays(from, days)));

/**
 * The profile as it was on a day: what has not happened yet is left out. A task or a system that is
 * not in use yet is not there; an announced first day of operation stays, and so does a plan not yet
 * carried out.
 */
export const profileOn = (today: Day, life: ProfileBody): ProfileBody => {
  const happened = (on: string | null | undefined): on is string => on != null && on <= today;
  const known = (on: string | null | undefined): string | null => (happened(on) ? on : null);
  const knownByTask = (days: DaysByTask | undefined): DaysByTask =>
    Object.fromEntries(Object.entries(days ?? {}).filter(([, on]) => happened(on)));
  const { taskSince = {}, systemSince = null } = life;
  return {
    ...life,
    usesClientDataSystem:
      life.usesClientDataSystem && (systemSince === null || happened(systemSince)),
    systemSince: known(systemSince),
    serviceTasks: life.serviceTasks.filter(
      (task) => taskSince[task] == null || happened(taskSince[task]),
    ),
    taskSince: knownByTask(taskSince),
    joinedOn: known(life.joinedOn),
    plannedJoinOn: happened(life.joinedOn) ? null : (life.plannedJoinOn ?? null),
    storingSince: knownByTask(life.storingSince),
    recordingsSince: knownByTask(life.recordingsSince),
    patientDataSince: known(life.patientDataSince),
    endedOn: known(life.endedOn),
    organisers: (life.organisers ?? []).map(({ county, joinedOn }) => ({
      county,
      joinedOn: known(joinedOn),
    })),
  };
};

export interface SampleOrganisation {
  readonly businessId: BusinessId;
  /** The body of `PUT /organisations/{businessId}`. */
  readonly profile: ProfileBody;
  readonly situation: string;
}

export interface SampleAssessment {
  readonly businessId: BusinessId;
  readonly idempotencyKey: string;
  /** The body of `POST /organisations/{businessId}/assessments`. */
  readonly body: AssessmentBody;
}

/** The organisations of the stories as they stood on a day. */
export const organisationsOn = (
  today: Day,
  stories: Iterable<Story>,
): readonly SampleOrganisation[] =>
  Array.from(stories, ({ businessId, situation, life }) => ({
    businessId,
    profile: profileOn(today, life),
    situation,
  }));

/**
 * What they had stated of themselves by a day, oldest first for each. The key is made of the content,
 * so that loading them again, on this day or a later one, repeats nothing.
 */
export const assessmentsOn = (today: Day, stories: Iterable<Story>): readonly SampleAssessment[] =>
  Array.from(stories).flatMap(({ businessId, life, assessments }) =>
    assessments(life, today).map((body) => ({ businessId, idempotencyKey: keyOf(body), body })),
  );

const keyOf = (body: AssessmentBody): string =>
  `sample-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32)}`;
