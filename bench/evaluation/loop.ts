import type { AssessmentItem, ReceivedAssessment } from '../../domain/assessment.ts';
import { addMonths, type Day, dayIn, yearOf } from '../../domain/day.ts';
import type { EvaluationInput } from '../../domain/evaluation.ts';
import type { Law } from '../../domain/law-in-force.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { ObligationEntry } from '../../domain/statute/entries.ts';
import { jobRolesOf } from '../../domain/statute/job-roles.ts';
import { onboardingSteps } from '../../domain/statute/onboarding-steps.ts';
import type {
  Applicability,
  EvidencePoint,
  Requirement,
  Validity,
} from '../../domain/statute/requirements/requirement.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import { type ServiceTask, serviceTasks } from '../../domain/statute/service-tasks.ts';
import type { Answer } from './answer.ts';

/*
 * The same decisions written out by hand for the law since 1.7.2024, without a reason for any of them: what
 * one would write who only wants the answer. It goes by the organisation and its assessments as they come.
 */

interface Stated {
  readonly item: AssessmentItem;
  readonly statedOn: Day;
}

interface Due {
  readonly id: string;
  readonly obligation: string;
  readonly due: Day;
  readonly status: 'met' | 'open' | 'overdue';
}

/** What the requirements are judged by. */
interface Situation {
  readonly own: Organisation;
  readonly on: Day;
  readonly aland: boolean;
  readonly joins: boolean;
  readonly uses: boolean;
  readonly dues: readonly Pick<Due, 'obligation'>[];
}

const applies = (to: Applicability, { own, on, aland, joins, uses, dues }: Situation): boolean => {
  if (to.joinsItself && !joins) return false;
  if (to.usesNationalServices && !uses) return false;
  if (to.appliesItself && own.joiningModel === 'joint' && own.mainJoiner === false) return false;
  if (to.readsOrSigns && own.readsOrSignsInKanta === false) return false;
  if (to.actsForOrganiser && !own.actsForOrganiser) return false;
  if (to.recordsPatientData && !own.recordsPatientData) return false;
  if (to.sector && own.sector !== 'public') return false;
  if (to.supervisionAct && aland && own.registeredInSoteri !== true) return false;
  if (to.needsProgramme && own.sector === 'private') {
    let units = 0;
    for (const { oid } of own.units) if (!oid.endsWith('.10.0')) units += 1;
    if (units < 2) return false;
  }
  if (to.hasDuty) {
    let has = false;
    for (const { obligation } of dues) {
      for (const wanted of to.hasDuty) if (wanted === obligation) has = true;
    }
    if (!has) return false;
  }
  return !(to.publicProducersFrom && own.sector === 'public' && on < to.publicProducersFrom);
};

const leavesOut = (stated: unknown, asked: readonly string[]): boolean => {
  if (!Array.isArray(stated)) return false;
  for (const one of asked) if (!stated.includes(one)) return true;
  return false;
};

const isWrong = (point: EvidencePoint, { item, statedOn }: Stated, s: Situation): boolean => {
  const stated = 'points' in item ? item.points?.[point.id] : undefined;
  const { own, on } = s;
  switch (point.kind) {
    case 'required':
      return stated === false;
    case 'excluded':
      return stated === true;
    case 'counties':
      return leavesOut(
        stated,
        own.organisers.length > 0 ? own.organisers.map(({ county }) => county) : own.counties,
      );
    case 'job-roles':
      return leavesOut(stated, jobRolesOf(own.sector, own.serviceTasks));
    case 'service-tasks': {
      if (stated !== undefined) return leavesOut(stated, own.serviceTasks);
      for (const task of serviceTasks) {
        const since = own.taskSince[task];
        if (since != null && since > statedOn && since <= on) return true;
      }
      return false;
    }
    case 'fact':
    case 'choice':
    case 'valid-until':
    case 'last-done-on':
      return false;
  }
};

const lacks = (requirement: Requirement, stated: Stated, s: Situation): boolean => {
  for (const point of requirement.evidence) {
    if (isWrong(point, stated, s) && (!point.appliesTo || applies(point.appliesTo, s))) return true;
  }
  return false;
};

const after = (validity: Validity, from: Day): Day =>
  validity.kind === 'months'
    ? addMonths(from, validity.months)
    : dayIn(yearOf(from) + 1, validity.month, validity.dayOfMonth);

/** The first day on which something of it ends; undefined where nothing does. */
const firstEnd = ({ validity, evidence }: Requirement, stated: Stated): Day | undefined => {
  const { item, statedOn } = stated;
  if (item.state !== 'done') return undefined;
  let end: Day | undefined = item.validUntil ?? undefined;
  const mayAssume = end === undefined;
  if (end === undefined && validity !== null) end = after(validity, statedOn);
  for (const point of evidence) {
    if (point.kind !== 'valid-until' && point.kind !== 'last-done-on') continue;
    const said = item.points?.[point.id];
    let until: Day | undefined;
    if (said !== undefined) {
      until = point.kind === 'valid-until' ? (said as Day) : after(point.holds, said as Day);
    } else if (mayAssume) {
      until = after(point.kind === 'valid-until' ? point.longest : point.holds, statedOn);
    }
    if (until !== undefined && (end === undefined || until < end)) end = until;
  }
  return end;
};

/** The last day on which it counts; undefined where it does not age. */
const counts = ({ ageing }: Requirement, { item, statedOn }: Stated, end?: Day): Day | undefined =>
  item.state === 'done' && (!ageing.alsoWhenDone || end !== undefined)
    ? undefined
    : addMonths(statedOn, ageing.months);

const isDone = (requirement: Requirement, stated: Stated, s: Situation): boolean =>
  stated.item.state === 'done' && !lacks(requirement, stated, s);

/** The day on which what was stated of a requirement met a duty due on a day. */
const metBy = (
  requirement: Requirement,
  { all, due, s }: { readonly all: readonly Stated[]; readonly due: Day; readonly s: Situation },
): Day | undefined => {
  let since: Day | undefined;
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const stated = all[i];
    if (stated === undefined || !isDone(requirement, stated, s)) break;
    since = stated.statedOn;
  }
  if (since === undefined) return undefined;
  const start = since;
  const needed = due > start ? due : start;
  const covers = (stated: Stated): boolean => {
    if (!isDone(requirement, stated, s)) return false;
    const end = firstEnd(requirement, stated);
    const until = counts(requirement, stated, end);
    const asked = needed < s.on ? needed : s.on;
    return (end === undefined || end >= needed) && (until === undefined || until >= asked);
  };
  let last: Stated | undefined;
  for (const stated of all) if (stated.statedOn <= needed) last = stated;
  last ??= all.at(-1);
  if (last === undefined || covers(last)) return start;
  for (const stated of all) if (stated.statedOn > due && covers(stated)) return stated.statedOn;
  return undefined;
};

const inOrder = (a: ReceivedAssessment, b: ReceivedAssessment): number => {
  if (a.statedOn !== b.statedOn) return a.statedOn < b.statedOn ? -1 : 1;
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.assessmentId < b.assessmentId ? -1 : 1;
};

const statementsOf = (
  assessments: readonly ReceivedAssessment[],
  on: Day,
): Map<string, Stated[]> => {
  const found = new Map<string, Stated[]>();
  for (const { statedOn, items } of assessments.toSorted(inOrder)) {
    if (statedOn > on) continue;
    for (const id in items) {
      const item = items[id as RequirementId];
      if (item === undefined) continue;
      const all = found.get(id);
      if (all === undefined) found.set(id, [{ item, statedOn }]);
      else all.push({ item, statedOn });
    }
  }
  return found;
};

const steps = new Set<string>(onboardingSteps.map(({ requirement }) => requirement));
const later = (one: Day, other: Day | null | undefined): Day =>
  other != null && other > one ? other : one;

type Rule<Kind> = Extract<ObligationEntry['rule'], { kind: Kind }>;
const ruleOf = <Kind extends ObligationEntry['rule']['kind']>(
  law: Law,
  kind: Kind,
  is: (entry: ObligationEntry) => boolean,
): Rule<Kind> => {
  const rule = law.obligations.find(is)?.rule;
  if (rule === undefined || rule.kind !== kind) throw new Error(`no rule of kind ${kind}`);
  return rule as Rule<Kind>;
};

/** The law, looked up once. */
export const handWritten = (law: Law): ((input: EvaluationInput) => Answer) => {
  const join = ruleOf(law, 'join', ({ obligation }) => obligation === 'join').day;
  const recordings = ruleOf(
    law,
    'fixed',
    ({ obligation }) => obligation === 'store-recordings',
  ).day;
  const patientData = ruleOf(law, 'fixed', ({ obligation }) => obligation === 'patient-data').day;
  const registration = ruleOf(
    law,
    'fixed',
    ({ obligation }) => obligation === 'soteri-registration',
  ).day;
  const plan = ruleOf(
    law,
    'from-joining',
    ({ obligation }) => obligation === 'security-plan',
  ).bindsFrom;
  const check = (sector: 'private' | 'public') =>
    ruleOf(
      law,
      'yearly',
      ({ obligation, binds }) => obligation === 'soteri-annual-check' && binds.sector === sector,
    );
  const checks = { private: check('private'), public: check('public') };
  const documents = new Map<ServiceTask, ObligationEntry['rule']>();
  for (const entry of law.obligations) {
    if (entry.obligation !== 'store-documents') continue;
    for (const task of entry.serviceTasks ?? []) documents.set(task, entry.rule);
  }

  return ({ organisation: own, assessments, on }) => {
    const statements = statementsOf(assessments, on);
    const isPrivate = own.sector === 'private';
    let aland = true;
    for (const county of own.counties) if (county !== 'ahvenanmaa') aland = false;
    const parallel = isPrivate && own.joiningModel === 'parallel' && !own.ownRegister;
    const mayBind = !aland && (!isPrivate || own.usesClientDataSystem);
    const bound = mayBind && !parallel;
    const organiser = mayBind && parallel;

    let firstTask: Day | null = null;
    for (const task of own.serviceTasks) {
      const since = own.taskSince[task] ?? null;
      if (since === null) {
        firstTask = null;
        break;
      }
      if (firstTask === null || since < firstTask) firstTask = since;
    }
    const asProvider = (due: Day): Day => later(later(due, own.operatingSince), firstTask);
    const asJoiner = (due: Day): Day =>
      isPrivate ? later(asProvider(due), own.systemSince) : asProvider(due);

    const dues: Due[] = [];
    const byStatements: { obligation: string; requirement: RequirementId; due: Day }[] = [];
    const add = (
      obligation: string,
      { id = obligation, due, met }: { id?: string; due: Day; met: Day | null | undefined },
    ): void => {
      if (own.endedOn !== null && due > own.endedOn) return;
      const status = met != null && met <= on ? 'met' : on > due ? 'overdue' : 'open';
      dues.push({ id, obligation, due, status });
    };
    const addStated = (obligation: string, requirement: RequirementId, due: Day): void => {
      if (own.endedOn === null || due <= own.endedOn) {
        byStatements.push({ obligation, requirement, due });
      }
    };

    const joinDay = asJoiner(own.recordingsOnly ? recordings : join);
    if (bound) {
      add('join', { due: joinDay, met: own.joinedOn });
      addStated('disclosure-permit', 'disclosure-permit', joinDay);
      addStated('disclosure-logs', 'disclosure-logs', joinDay);
    }
    const ownDay = own.joinedOn !== null && own.joinedOn < joinDay ? own.joinedOn : joinDay;
    if (bound) {
      const due = own.joinedOn === null ? joinDay : later(asJoiner(ownDay), plan);
      addStated('security-plan', 'security-plan', due);
    }
    if (bound || organiser || own.joinedOn !== null) {
      let from = bound ? ownDay : (own.joinedOn ?? join);
      if (organiser) {
        from = join;
        for (const { joinedOn } of own.organisers) {
          if (joinedOn !== null && joinedOn < from) from = joinedOn;
        }
      }
      const end = organiser ? '@organiser' : '';
      const named = (due: Day): Day =>
        !bound && !organiser ? later(asJoiner(due), own.joinedOn) : asJoiner(due);
      for (const task of own.serviceTasks) {
        const rule = documents.get(task);
        if (!own.recordingsOnly && rule !== undefined) {
          const due =
            rule.kind === 'fixed'
              ? named(rule.day)
              : later(asJoiner(from), rule.kind === 'from-joining' ? rule.bindsFrom : null);
          add('store-documents', {
            id: `store-documents/${task}${end}`,
            due: later(due, own.taskSince[task]),
            met: own.storingSince[task],
          });
        }
        if (own.recordingsOnly || own.makesRecordings) {
          add('store-recordings', {
            id: `store-recordings/${task}${end}`,
            due: later(named(recordings), own.taskSince[task]),
            met: own.recordingsSince[task],
          });
        }
      }
    }
    if (own.recordsPatientData) {
      add('patient-data', { due: asProvider(patientData), met: own.patientDataSince });
    }
    if (
      !(aland && own.registeredInSoteri !== true) &&
      !(isPrivate && own.registeredInSoteri === false)
    ) {
      const { month, dayOfMonth, firstYear } = checks[own.sector];
      const from = asProvider(on);
      const thisYear = dayIn(yearOf(from), month, dayOfMonth);
      const next = from <= thisYear ? thisYear : dayIn(yearOf(from) + 1, month, dayOfMonth);
      addStated(
        'soteri-annual-check',
        'soteri-check',
        later(next, dayIn(firstYear, month, dayOfMonth)),
      );
    }
    if (!isPrivate && !aland) {
      addStated('soteri-registration', 'licence-or-registration', asProvider(registration));
    }

    const all = [...dues, ...byStatements];
    let joins = own.joinedOn !== null;
    let uses = false;
    for (const { obligation } of all) {
      if (obligation === 'join') joins = true;
      if (organiser && obligation.startsWith('store-')) uses = true;
    }
    const s: Situation = { own, on, aland, joins, uses: uses || joins, dues: all };
    for (const { obligation, requirement, due } of byStatements) {
      const stated = statements.get(requirement);
      let met: Day | undefined;
      if (stated !== undefined && obligation === 'soteri-annual-check') {
        const year = yearOf(due);
        for (const { item, statedOn } of stated) {
          if (met === undefined && item.state === 'done' && yearOf(statedOn) === year)
            met = statedOn;
        }
      } else if (stated !== undefined) {
        met = metBy(requirements[requirement], { all: stated, due, s });
      }
      add(obligation, { due, met });
    }

    let target: Day | undefined;
    let hasJoin = false;
    for (const { obligation, due, status } of dues) {
      if (obligation !== 'join') continue;
      hasJoin = true;
      if (status !== 'met') target = due;
    }
    if (!hasJoin && organiser) {
      for (const { obligation, due, status } of dues) {
        if (!obligation.startsWith('store-') || status === 'met') continue;
        if (target === undefined || due < target) target = due;
      }
    }
    let storing: Day | undefined;
    for (const task in own.storingSince) {
      const since = own.storingSince[task as ServiceTask];
      if (since != null && since <= on && (storing === undefined || since < storing))
        storing = since;
    }
    const joined = own.joinedOn !== null && own.joinedOn <= on ? own.joinedOn : undefined;
    const ended = own.endedOn !== null && on > own.endedOn;

    const statusOf = (requirement: Requirement): string => {
      if (ended || !applies(requirement.appliesTo, s)) return 'not-applicable';
      const stated = statements.get(requirement.id)?.at(-1);
      const shown =
        requirement.shownBy === 'joining'
          ? joined
          : requirement.shownBy === 'storing'
            ? storing
            : undefined;
      if (
        shown !== undefined &&
        (stated === undefined || stated.statedOn <= shown || isDone(requirement, stated, s))
      ) {
        return 'ready';
      }
      if (stated === undefined) return 'unknown';
      const end = firstEnd(requirement, stated);
      const until = counts(requirement, stated, end);
      if (until !== undefined && until < on) return 'unknown';
      switch (stated.item.state) {
        case 'not-started':
          return 'missing';
        case 'in-progress':
        case 'not-applicable':
          return stated.item.state;
        case 'done':
          break;
      }
      if (lacks(requirement, stated, s)) return 'missing';
      if (end === undefined) return 'ready';
      if (end < on) return 'expired';
      const holdsUp =
        (isPrivate ? undefined : requirement.ofPublic?.holdsUp) ?? requirement.holdsUp;
      let needed: Day | undefined;
      let waits = false;
      for (const { obligation, due, status } of dues) {
        for (const held of holdsUp) {
          if (held !== obligation) continue;
          waits = true;
          if (status !== 'met' && (needed === undefined || due < needed)) needed = due;
        }
      }
      if (!waits && steps.has(requirement.id)) needed = target;
      return needed !== undefined && end < needed ? 'expires-before-deadline' : 'ready';
    };

    const deadlines: Record<string, Due> = {};
    for (const due of dues) deadlines[due.id] = due;
    const found: Record<string, string> = {};
    for (const id of requirementIds) found[id] = statusOf(requirements[id]);
    return { deadlines, requirements: found };
  };
};
