import { type Situation, unconcerned } from './applicability.ts';
import type { PointValue } from './assessment.ts';
import type { Day } from './day.ts';
import type { Organisation } from './organisation.ts';
import type { Statement } from './statements.ts';
import type { County } from './statute/counties.ts';
import { type JobRole, jobRolesOf } from './statute/job-roles.ts';
import type { EvidencePoint, Requirement } from './statute/requirements/requirement.ts';
import { type ServiceTask, serviceTasks } from './statute/service-tasks.ts';

/** What a statement of `done` leaves uncovered: points that are stated otherwise, and what they lack. */
export interface Lacking {
  readonly points: readonly string[];
  readonly serviceTasks: readonly ServiceTask[];
  readonly jobRoles: readonly JobRole[];
  readonly counties: readonly County[];
}

export type Done = Extract<Statement, { state: 'done' }>;

/** The points of its evidence that a requirement asks of an organisation. */
export const askedPoints = (
  { evidence }: Requirement,
  situation: Situation,
): readonly EvidencePoint[] => {
  const isAsked = ({ appliesTo }: EvidencePoint) =>
    appliesTo === undefined || unconcerned(appliesTo, situation) === undefined;
  return evidence.every(isAsked) ? evidence : evidence.filter(isAsked);
};

const notIn = <T extends string>(stated: PointValue | undefined, all: readonly T[]): T[] =>
  Array.isArray(stated) ? all.filter((one) => !stated.includes(one)) : [];

/** The counties whose organisers it acts for: those it names, else those it is active in. */
export const organisersCounties = ({ organisers, counties }: Organisation): readonly County[] =>
  organisers.length > 0 ? organisers.map(({ county }) => county) : counties;

/** Tasks that began after the statement, of which it can have said nothing. */
const begunAfter = ({ taskSince }: Organisation, statedOn: Day, on: Day): ServiceTask[] =>
  serviceTasks.filter((task) => {
    const since = taskSince[task];
    return since != null && since > statedOn && since <= on;
  });

const isWrong = ({ id, kind }: EvidencePoint, { points = {} }: Done): boolean =>
  (kind === 'required' && points[id] === false) || (kind === 'excluded' && points[id] === true);

const inAll = <T extends string>(lists: readonly (readonly T[])[]): readonly T[] =>
  lists.length === 0 ? [] : lists.reduce((so, next) => so.filter((one) => next.includes(one)));

/** The service tasks and job roles that no statement of several covers: each unit may cover its own. */
export const uncoveredBy = (
  points: readonly EvidencePoint[],
  statements: readonly Done[],
  { organisation, on }: Situation,
): Lacking | undefined => {
  const asked = points.filter(({ kind }) => kind === 'service-tasks' || kind === 'job-roles');
  if (asked.length === 0) return undefined;
  const own = serviceTasks.filter((task) => organisation.serviceTasks.includes(task));
  const roles = jobRolesOf(organisation.sector, organisation.serviceTasks);
  const lackingOf = <T extends string>(
    kind: EvidencePoint['kind'],
    of: (statement: Done, stated: PointValue | undefined) => readonly T[],
  ): readonly T[] =>
    asked
      .filter((point) => point.kind === kind)
      .flatMap(({ id }) =>
        inAll(statements.map((statement) => of(statement, statement.points?.[id]))),
      );
  const tasks = lackingOf('service-tasks', ({ statedOn }, stated) =>
    stated === undefined ? begunAfter(organisation, statedOn, on) : notIn(stated, own),
  );
  const jobRoles = lackingOf('job-roles', (_, stated) => notIn(stated, roles));
  return tasks.length === 0 && jobRoles.length === 0
    ? undefined
    : { points: [], serviceTasks: tasks, jobRoles, counties: [] };
};

/** What one statement contradicts, apart from the tasks and roles that several may cover together. */
const contradictedBy = (
  asked: readonly EvidencePoint[],
  statement: Done,
  { organisation }: Situation,
): Lacking | undefined => {
  const points = asked.filter((point) => isWrong(point, statement)).map(({ id }) => id);
  const counties = asked
    .filter(({ kind }) => kind === 'counties')
    .flatMap(({ id }) => notIn(statement.points?.[id], organisersCounties(organisation)));
  return points.length === 0 && counties.length === 0
    ? undefined
    : { points, serviceTasks: [], jobRoles: [], counties };
};

/**
 * What a statement of done lacks; undefined where it covers all. Of a single unit it need not cover the
 * service tasks and job roles of the whole organisation.
 */
export const lackingIn = (
  asked: readonly EvidencePoint[],
  statement: Done,
  { situation, ofUnit }: { readonly situation: Situation; readonly ofUnit: boolean },
): Lacking | undefined => {
  const contradicted = contradictedBy(asked, statement, situation);
  const notCovered = ofUnit ? undefined : uncoveredBy(asked, [statement], situation);
  if (contradicted === undefined) return notCovered;
  return notCovered === undefined
    ? contradicted
    : { ...contradicted, serviceTasks: notCovered.serviceTasks, jobRoles: notCovered.jobRoles };
};
