import {
  addMonths,
  type Day,
  day,
  dayIn,
  daysBetween,
  earliestOf,
  latest,
  yearOf,
} from '../../domain/day.ts';
import type { EvaluationInput } from '../../domain/evaluation.ts';
import { evidenceEnds } from '../../domain/evidence.ts';
import { onlyOnAland, tasksOf } from '../../domain/joining.ts';
import { organisersCounties } from '../../domain/lacking.ts';
import { positionAt } from '../../domain/legal-position.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { type Statement, standingsOn } from '../../domain/statements.ts';
import { jobRolesOf } from '../../domain/statute/job-roles.ts';
import type { EvidencePoint, Requirement } from '../../domain/statute/requirements/requirement.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import { metByRequirement, requirements } from '../../domain/statute/requirements/requirements.ts';
import { serviceTasks } from '../../domain/statute/service-tasks.ts';
import type { Facts, FactValue } from './decisions.ts';

/*
 * An organisation as facts for the engines, each a truth value, a number or a text. What no engine can
 * express is done for them, outside what is measured: the calendar's arithmetic, going through lists, and
 * since when a run of statements has met a duty.
 */

const first = day('1900-01-01');
/** A day as a number; before all of them, and after. */
export const numberOf = (on: Day): number => daysBetween(first, on) + 1;
export const always = 0;
export const never = 999_999;

const orAlways = (on: Day | null | undefined): number => (on == null ? always : numberOf(on));
const orNever = (on: Day | null | undefined): number => (on == null ? never : numberOf(on));

/** The day of the yearly check on or after a day. */
const nextCheck = (on: Day): number => {
  const own = dayIn(yearOf(on), 3, 31);
  return numberOf(on <= own ? own : dayIn(yearOf(on) + 1, 3, 31));
};

const firstTaskSince = (organisation: Organisation): Day | undefined => {
  const starts = tasksOf(organisation).map((task) => organisation.taskSince[task] ?? null);
  const known = starts.filter((start) => start !== null);
  return known.length === starts.length ? earliestOf(known) : undefined;
};

/** A profile as facts. */
const profileFacts = (own: Organisation, on: Day): Facts => {
  const begun = firstTaskSince(own);
  return {
    today: numberOf(on),
    private: own.sector === 'private',
    'only on Aland': onlyOnAland(own),
    'uses a system': own.usesClientDataSystem,
    'joins in parallel': own.joiningModel === 'parallel',
    'joins jointly': own.joiningModel === 'joint',
    'not the main joiner': own.mainJoiner === false,
    'own register': own.ownRegister,
    'acts for an organiser': own.actsForOrganiser,
    'recordings only': own.recordingsOnly,
    'makes recordings': own.makesRecordings,
    'records patient data': own.recordsPatientData,
    'in soteri': own.registeredInSoteri === true,
    'not in soteri': own.registeredInSoteri === false,
    'neither reads nor signs': own.readsOrSignsInKanta === false,
    'several service units': own.units.filter(({ oid }) => !oid.endsWith('.10.0')).length > 1,
    'joined on': orNever(own.joinedOn),
    'ended on': orNever(own.endedOn),
    'operating since': orAlways(own.operatingSince),
    'first task since': orAlways(begun),
    'system since': orAlways(own.systemSince),
    'organisers joined on': orNever(
      earliestOf(own.organisers.flatMap(({ joinedOn }) => joinedOn ?? [])),
    ),
    'patient data since': orNever(own.patientDataSince),
    'first storing since': orNever(
      earliestOf(Object.values(own.storingSince).flatMap((since) => since ?? [])),
    ),
    'next check': nextCheck(latest(on, ...[own.operatingSince, begun].flatMap((d) => d ?? []))),
    ...Object.fromEntries(
      serviceTasks.flatMap((task) => [
        [`gives ${task}`, own.serviceTasks.includes(task)],
        [`${task} since`, orAlways(own.taskSince[task])],
        [`storing ${task} since`, orNever(own.storingSince[task])],
        [`recording ${task} since`, orNever(own.recordingsSince[task])],
      ]),
    ),
  };
};

/** Whether a list that was stated leaves out some of what it must cover. */
const leavesOut = (
  point: EvidencePoint,
  statement: Extract<Statement, { state: 'done' }>,
  { organisation, on }: EvaluationInput,
): boolean => {
  const stated = statement.points?.[point.id];
  const lacks = (asked: readonly string[]) =>
    Array.isArray(stated) && asked.some((one) => !stated.includes(one));
  if (point.kind === 'counties') return lacks(organisersCounties(organisation));
  if (point.kind === 'job-roles') {
    return lacks(jobRolesOf(organisation.sector, organisation.serviceTasks));
  }
  if (stated !== undefined) return lacks(tasksOf(organisation));
  return serviceTasks.some((task) => {
    const since = organisation.taskSince[task];
    return since != null && since > statement.statedOn && since <= on;
  });
};

const pointFact = (
  point: EvidencePoint,
  statement: Extract<Statement, { state: 'done' }>,
  input: EvaluationInput,
): FactValue | undefined => {
  switch (point.kind) {
    case 'required':
      return statement.points?.[point.id] === false;
    case 'excluded':
      return statement.points?.[point.id] === true;
    case 'service-tasks':
    case 'job-roles':
    case 'counties':
      return leavesOut(point, statement, input);
    case 'fact':
    case 'choice':
    case 'valid-until':
    case 'last-done-on':
      return undefined;
  }
};

/** The fact that says what is wrong with a point of a requirement's evidence. */
export const wrongPoint = (requirement: Requirement, { id }: EvidencePoint): string =>
  `${requirement.id} ${id} wrong`;

/** The parts of a requirement that can end: the whole, and points of its evidence. */
export const endingParts = ({ evidence }: Requirement): readonly string[] => [
  'whole',
  ...evidence
    .filter(({ kind }) => kind === 'valid-until' || kind === 'last-done-on')
    .map(({ id }) => id),
];

export const endOf = (requirement: Requirement, part: string): string =>
  `${requirement.id} ${part} until`;

const statementFacts = (
  requirement: Requirement,
  statement: Statement,
  input: EvaluationInput,
): Facts => {
  const { id, evidence, ageing } = requirement;
  const about = {
    [`${id} state`]: statement.state,
    [`${id} stated on`]: numberOf(statement.statedOn),
    [`${id} counts until`]: numberOf(addMonths(statement.statedOn, ageing.months)),
  };
  if (statement.state !== 'done') return about;
  const points = evidence.flatMap((point) => {
    const fact = pointFact(point, statement, input);
    return fact === undefined ? [] : [[wrongPoint(requirement, point), fact] as const];
  });
  const ends = evidenceEnds(id, statement).map(
    ({ point = 'whole', until }) => [endOf(requirement, point), numberOf(until)] as const,
  );
  return { ...about, ...Object.fromEntries([...points, ...ends]) };
};

/** What the facts are where nothing is said of them. */
export const unsaid: Facts = Object.fromEntries(
  requirementIds.flatMap((id): (readonly [string, FactValue])[] => {
    const requirement = requirements[id];
    return [
      [`${id} state`, 'never-stated'],
      [`${id} stated on`, never],
      [`${id} counts until`, never],
      ...requirement.evidence.map((point) => [wrongPoint(requirement, point), false] as const),
      ...endingParts(requirement).map((part) => [endOf(requirement, part), never] as const),
    ];
  }),
);

/** The facts of an organisation that are not as unsaid. */
export const factsOf = (input: EvaluationInput): Facts => {
  const { organisation, assessments, on } = input;
  const standings = standingsOn(assessments, on);
  const { deadlines } = positionAt({ organisation, standings, validAt: on, knownAt: on });
  const statements = requirementIds.map((id): Facts => {
    const last = standings[id]?.all.at(-1);
    return last === undefined ? {} : statementFacts(requirements[id], last, input);
  });
  return {
    ...profileFacts(organisation, on),
    ...Object.assign({}, ...statements),
    ...Object.fromEntries(
      Object.keys(metByRequirement).map((obligation) => [
        `${obligation} met on`,
        orNever(deadlines.find((deadline) => deadline.obligation === obligation)?.metOn),
      ]),
    ),
  };
};
