import { type Day, day, earliest, latest, yearOf } from './day.ts';
import { dayOff } from './days-off.ts';
import type { Law } from './law-in-force.ts';
import type { Organisation } from './organisation.ts';
import type { Citation } from './statute/citation.ts';
import { type ObligationId, obligationIds } from './statute/obligation-ids.ts';
import type { ObligationEntry } from './statute/obligations.ts';
import { type ServiceTask, serviceTasks } from './statute/service-tasks.ts';
import {
  type Alternative,
  type CandidateRule,
  type Floor,
  reading,
  type TraceStep,
} from './trace.ts';

/** Through whose customership a duty is met: the organisation's own, or the organiser's. */
export type Through = 'self' | 'organiser';

/** An obligation applied to one organisation (and service task): the day it is due, and why that day. */
export interface Duty {
  /** The obligation, `/serviceTask` where there is one, `@organiser` where met through the organiser. */
  readonly id: string;
  readonly obligation: ObligationId;
  readonly serviceTask?: ServiceTask;
  readonly due: Day;
  /** The first day on which it can be met at all, where there is one (a yearly check: 1 January). */
  readonly actionableFrom?: Day;
  readonly through: Through;
  /** The catalogue's entry it comes from. */
  readonly entry: string;
  readonly basis: readonly Citation[];
  readonly trace: readonly TraceStep[];
}

export type NotBoundReason =
  | 'aland-may-join'
  | 'no-client-data-system'
  | 'parallel-only'
  | 'recordings-only'
  | 'makes-no-recordings'
  | 'records-no-patient-data'
  | 'not-in-soteri'
  | 'aland-soteri-unsourced'
  | 'public-producers-only'
  | 'ended'
  | 'no-such-law';

/** An obligation that was considered and does not bind, and why. */
export interface NotBound {
  readonly obligation: ObligationId;
  readonly serviceTask?: ServiceTask;
  readonly reason: NotBoundReason;
  readonly basis: readonly Citation[];
}

export interface Duties {
  readonly duties: readonly Duty[];
  readonly notBound: readonly NotBound[];
}

type CandidateStep = Extract<TraceStep, { step: 'candidate' }>;
type FloorStep = Extract<TraceStep, { step: 'not-before' }>;

const candidate = (rule: CandidateRule, on: Day, basis: readonly Citation[]): CandidateStep => ({
  step: 'candidate',
  rule,
  day: on,
  basis,
});
const floor = (name: Floor, on: Day, basis: readonly Citation[]): FloorStep => ({
  step: 'not-before',
  floor: name,
  day: on,
  basis,
});
const notApplied = (alternative: Alternative, basis: readonly Citation[], on?: Day): TraceStep => ({
  step: 'not-applied',
  alternative,
  ...(on === undefined ? {} : { day: on }),
  basis,
});

/** The day that candidates and floors make: the earliest of the first, not before the last of the second. */
const settle = (
  candidates: readonly [CandidateStep, ...CandidateStep[]],
  floors: readonly FloorStep[],
): Day => {
  const [first, ...others] = candidates;
  const earliestDay = earliest(first.day, ...others.map((step) => step.day));
  return latest(earliestDay, ...floors.map((step) => step.day));
};

const provider: Citation = {
  act: '703/2023',
  section: '3',
  subsection: 1,
  item: 11,
  amendedBy: '307/2024',
};
const storing: Citation = { act: '703/2023', section: '69', subsection: 1 };
const onBehalf: Citation = { act: '703/2023', section: '14', subsection: 1 };
const ending: Citation = { act: '703/2023', section: '16', subsection: 1 };
const entryIntoForce: Citation = { act: '703/2023', section: '101' };
const soteriRegister: Citation = { act: '741/2023', section: '5', subsection: 1 };

/** Joining rules beside the transitional section, by the act that has them. */
const mayJoin: Citation = { act: '703/2023', section: '67', subsection: 4 };
const systemInUse: Citation = { act: '703/2023', section: '67', subsection: 2 };

const onlyOnAland = ({ counties }: Organisation): boolean =>
  counties.every((county) => county === 'ahvenanmaa');

/** The one order in which tasks are spoken of, whatever order they were given in. */
const tasksOf = ({ serviceTasks: own }: Organisation): readonly ServiceTask[] =>
  serviceTasks.filter((task) => own.includes(task));

const storesOnlyThroughOrganiser = (organisation: Organisation): boolean =>
  organisation.sector === 'private' &&
  organisation.joiningModel === 'parallel' &&
  !organisation.ownRegister;

/** Days before which nothing could bind the organisation as a provider of social welfare at all. */
const providerFloors = (organisation: Organisation): FloorStep[] => {
  const floors: FloorStep[] = [];
  const { operatingSince } = organisation;
  if (operatingSince !== null) floors.push(floor('operatingSince', operatingSince, [provider]));
  const starts = tasksOf(organisation).map((task) => organisation.taskSince[task] ?? null);
  const known = starts.filter((start) => start !== null);
  const [first, ...others] = known;
  if (first !== undefined && known.length === starts.length) {
    floors.push(floor('firstTaskSince', earliest(first, ...others), [provider]));
  }
  return floors;
};

/** As a user of the national services: also not before a private provider had a system in use. */
const joinerFloors = (organisation: Organisation): FloorStep[] => [
  ...providerFloors(organisation),
  ...(organisation.sector === 'private' && organisation.systemSince !== null
    ? [floor('systemSince', organisation.systemSince, [systemInUse])]
    : []),
];

const taskFloors = (organisation: Organisation, task: ServiceTask): FloorStep[] => {
  const since = organisation.taskSince[task] ?? null;
  return since === null ? [] : [floor('taskSince', since, [storing])];
};

/** The organisation's own position towards joining, decided once for all obligations. */
type Joining =
  | {
      readonly kind: 'bound';
      readonly due: Day;
      readonly steps: readonly TraceStep[];
      readonly entry: ObligationEntry;
    }
  | {
      readonly kind: 'not-bound';
      readonly reason: NotBoundReason;
      readonly basis: readonly Citation[];
      readonly entry: ObligationEntry;
    };

const fixedDay = (entry: ObligationEntry | undefined): Day | undefined =>
  entry?.rule.kind === 'fixed' ? entry.rule.day : undefined;

const binds = (entry: ObligationEntry, { sector }: Organisation): boolean =>
  entry.binds.sector === 'any' || entry.binds.sector === sector;

const joinEntryFor = (law: Law, sector: Organisation['sector']): ObligationEntry | undefined =>
  law.obligations.find(
    (entry) =>
      entry.obligation === 'join' &&
      (entry.binds.sector === 'any' || entry.binds.sector === sector),
  );

/** The first day on which storing begins where all that is stored has a day of its own; else undefined. */
const firstOwnStoringDay = (organisation: Organisation, law: Law): Day | undefined => {
  const entryOf = (obligation: ObligationId, task: ServiceTask) =>
    law.obligations.find(
      (entry) =>
        entry.obligation === obligation &&
        entry.binds.register === 'own' &&
        binds(entry, organisation) &&
        entry.serviceTasks?.includes(task) === true,
    );
  const obligation = organisation.recordingsOnly ? 'store-recordings' : 'store-documents';
  const days = tasksOf(organisation).map((task) => fixedDay(entryOf(obligation, task)));
  const known = days.filter((value) => value !== undefined);
  const [first, ...others] = known;
  return first === undefined || known.length < days.length ? undefined : earliest(first, ...others);
};

const joiningOf = (organisation: Organisation, law: Law): Joining | undefined => {
  const entry = joinEntryFor(law, organisation.sector);
  if (entry === undefined || entry.rule.kind !== 'join') return undefined;
  if (onlyOnAland(organisation)) {
    return { kind: 'not-bound', reason: 'aland-may-join', basis: [mayJoin], entry };
  }
  if (organisation.sector === 'private' && !organisation.usesClientDataSystem) {
    return { kind: 'not-bound', reason: 'no-client-data-system', basis: [systemInUse], entry };
  }
  if (storesOnlyThroughOrganiser(organisation)) {
    return { kind: 'not-bound', reason: 'parallel-only', basis: [onBehalf], entry };
  }
  const { rule } = entry;
  const ownDay = rule.lateJoinerClause ? firstOwnStoringDay(organisation, law) : undefined;
  const late = ownDay !== undefined && ownDay > rule.day;
  const decisive = late
    ? candidate('late-joiner-day', ownDay, entry.basis)
    : candidate('join-day', rule.day, entry.basis);
  const floors = joinerFloors(organisation);
  const steps: TraceStep[] = [
    { step: 'fact', fact: 'sector', value: organisation.sector },
    ...(organisation.sector === 'private'
      ? [{ step: 'fact', fact: 'usesClientDataSystem', value: true } as const]
      : []),
    decisive,
  ];
  if (late && organisation.recordingsOnly) {
    steps.push({ step: 'fact', fact: 'recordingsOnly', value: true }, reading('recordings-only'));
  } else if (!late && rule.lateJoinerClause && organisation.makesRecordings) {
    steps.push(notApplied('late-joiner-clause', entry.basis));
  }
  steps.push(...floors);
  return { kind: 'bound', due: settle([decisive], floors), steps, entry };
};

/** Ends a trace: what counted, the readings it rests on, and the day. */
const concluded = (
  due: Day,
  steps: readonly TraceStep[],
  floors: readonly FloorStep[],
): TraceStep[] => {
  const moved = floors.some((step) => step.day === due);
  return [
    ...steps,
    ...(moved ? [reading('duty-not-before-its-ground')] : []),
    ...(dayOff(due) === undefined ? [] : [reading('days-off-not-moved')]),
    { step: 'result', day: due },
  ];
};

interface Place {
  readonly organisation: Organisation;
  readonly law: Law;
  readonly joining: Joining;
}

const idOf = (obligation: ObligationId, through: Through, task?: ServiceTask): string =>
  `${obligation}${task === undefined ? '' : `/${task}`}${through === 'organiser' ? '@organiser' : ''}`;

const dutyFrom = (
  entry: ObligationEntry,
  {
    due,
    through,
    trace,
    task,
  }: { due: Day; through: Through; trace: readonly TraceStep[]; task?: ServiceTask },
): Duty => ({
  id: idOf(entry.obligation, through, task),
  obligation: entry.obligation,
  ...(task === undefined ? {} : { serviceTask: task }),
  due,
  through,
  entry: entry.id,
  basis: entry.basis,
  trace,
});

const unbound = (
  entry: ObligationEntry,
  reason: NotBoundReason,
  { basis, task }: { basis: readonly Citation[]; task?: ServiceTask },
): NotBound => ({
  obligation: entry.obligation,
  ...(task === undefined ? {} : { serviceTask: task }),
  reason,
  basis,
});

type Verdict = Duty | NotBound;

const ofJoin = (entry: ObligationEntry, { organisation, joining }: Place): Verdict => {
  if (joining.kind === 'not-bound') return unbound(entry, joining.reason, { basis: joining.basis });
  return dutyFrom(entry, {
    due: joining.due,
    through: 'self',
    trace: concluded(joining.due, joining.steps, joinerFloors(organisation)),
  });
};

/** The first joining of an organiser one stores through; where unknown, its deadline stands in. */
const organiserCandidates = ({ organisation, law }: Place): [CandidateStep, ...CandidateStep[]] => {
  const organiserEntry = joinEntryFor(law, 'public');
  if (organiserEntry?.rule.kind !== 'join') throw new Error('no join entry for organisers');
  const joined = organisation.organisers.flatMap(({ joinedOn }) =>
    joinedOn === null ? [] : [joinedOn],
  );
  return [
    candidate('organiser-join-deadline', organiserEntry.rule.day, organiserEntry.basis),
    ...joined.map((on) => candidate('organiser-joined', on, [storing])),
  ];
};

const ownJoiningCandidates = ({ organisation, joining }: Place): CandidateStep[] => [
  ...(joining.kind === 'bound'
    ? [candidate('join-deadline', joining.due, joining.entry.basis)]
    : []),
  ...(organisation.joinedOn === null
    ? []
    : [candidate('joined', organisation.joinedOn, [storing])]),
];

const joinedFact = ({ joinedOn }: Organisation): TraceStep => ({
  step: 'fact',
  fact: 'joinedOn',
  value: joinedOn,
});

const ofStoring = (entry: ObligationEntry, place: Place, task: ServiceTask): Verdict => {
  const { organisation, joining } = place;
  const through =
    joining.kind === 'not-bound' && joining.reason === 'parallel-only' ? 'organiser' : 'self';
  const voluntary = joining.kind === 'not-bound' && through === 'self';
  if (entry.obligation === 'store-documents' && organisation.recordingsOnly) {
    return unbound(entry, 'recordings-only', { basis: entry.basis, task });
  }
  if (
    entry.obligation === 'store-recordings' &&
    !organisation.makesRecordings &&
    !organisation.recordingsOnly
  ) {
    return unbound(entry, 'makes-no-recordings', { basis: entry.basis, task });
  }
  // Who joined without having to stores like any joined provider (69 § 1 mom.); who did not, does not.
  if (voluntary && organisation.joinedOn === null) {
    return unbound(entry, joining.reason, { basis: joining.basis, task });
  }
  const steps: TraceStep[] = [joinedFact(organisation)];
  const floors: FloorStep[] = [...joinerFloors(organisation), ...taskFloors(organisation, task)];
  let candidates: [CandidateStep, ...CandidateStep[]];
  switch (entry.rule.kind) {
    case 'fixed': {
      candidates = [candidate('named-day', entry.rule.day, entry.basis)];
      if (organisation.joinedOn !== null && organisation.joinedOn < entry.rule.day) {
        steps.push(notApplied('joined-early', entry.basis, organisation.joinedOn));
      }
      if (voluntary && organisation.joinedOn !== null) {
        floors.push(floor('law', organisation.joinedOn, [storing]));
      }
      break;
    }
    case 'from-joining': {
      const [first, ...others] =
        through === 'organiser' ? organiserCandidates(place) : ownJoiningCandidates(place);
      if (first === undefined) return unbound(entry, 'no-such-law', { basis: entry.basis, task });
      candidates = [first, ...others];
      if (entry.rule.bindsFrom > earliest(first.day, ...others.map((step) => step.day))) {
        floors.push(floor('law', entry.rule.bindsFrom, [entryIntoForce, ...entry.basis]));
      }
      const { joinedOn } = organisation;
      if (joining.kind === 'bound' && joinedOn !== null && joinedOn > joining.due) {
        steps.push(notApplied('joined-late', [storing], joinedOn));
      }
      break;
    }
    case 'join':
    case 'join-deadline':
    case 'yearly':
      throw new Error(`${entry.id}: storing has no rule of kind ${entry.rule.kind}`);
  }
  const due = settle(candidates, floors);
  steps.push(...candidates, ...floors);
  if (entry.rule.kind === 'from-joining') {
    steps.push(reading(through === 'organiser' ? 'parallel-joining' : 'six-tasks-from-joining'));
  }
  return dutyFrom(entry, { due, through, task, trace: concluded(due, steps, floors) });
};

/** Duties tied to joining that are not about documents: the permit, the logs, the security plan. */
const ofJoiningItself = (entry: ObligationEntry, place: Place): Verdict => {
  const { organisation, joining } = place;
  if (joining.kind === 'not-bound') return unbound(entry, joining.reason, { basis: joining.basis });
  const deadline = candidate('join-deadline', joining.due, joining.entry.basis);
  const steps: TraceStep[] = [joinedFact(organisation)];
  const floors: FloorStep[] = [];
  let candidates: [CandidateStep, ...CandidateStep[]] = [deadline];
  if (entry.rule.kind === 'from-joining') {
    if (organisation.joinedOn !== null) {
      candidates = [deadline, candidate('joined', organisation.joinedOn, entry.basis)];
      floors.push(...joinerFloors(organisation));
      if (entry.rule.bindsFrom > organisation.joinedOn) {
        floors.push(floor('law', entry.rule.bindsFrom, [entryIntoForce]));
      }
    }
  } else if (organisation.joinedOn !== null) {
    steps.push(notApplied('joined-on', entry.basis, organisation.joinedOn));
  }
  const due = settle(candidates, floors);
  return dutyFrom(entry, {
    due,
    through: 'self',
    trace: concluded(due, [...steps, ...candidates, ...floors], floors),
  });
};

const ofPatientData = (entry: ObligationEntry, { organisation }: Place): Verdict => {
  if (!organisation.recordsPatientData) {
    return unbound(entry, 'records-no-patient-data', { basis: entry.basis });
  }
  return onNamedDay(entry, organisation, [
    { step: 'fact', fact: 'recordsPatientData', value: true },
  ]);
};

const onNamedDay = (
  entry: ObligationEntry,
  organisation: Organisation,
  facts: readonly TraceStep[],
): Duty => {
  if (entry.rule.kind !== 'fixed') throw new Error(`${entry.id}: a named day is expected`);
  const named = candidate('named-day', entry.rule.day, entry.basis);
  const floors = providerFloors(organisation);
  const due = settle([named], floors);
  return dutyFrom(entry, {
    due,
    through: 'self',
    trace: concluded(due, [...facts, named, ...floors], floors),
  });
};

const yearlyDay = (rule: { month: number; dayOfMonth: number }, year: number): Day =>
  day(`${year}-${String(rule.month).padStart(2, '0')}-${String(rule.dayOfMonth).padStart(2, '0')}`);

const ofAnnualCheck = (entry: ObligationEntry, { organisation, law }: Place): Verdict => {
  const { rule } = entry;
  if (rule.kind !== 'yearly') throw new Error(`${entry.id}: a yearly day is expected`);
  const { registeredInSoteri } = organisation;
  if (organisation.sector === 'private') {
    if (registeredInSoteri === false) {
      return unbound(entry, 'not-in-soteri', { basis: [...entry.basis, soteriRegister] });
    }
    // Our sources do not say that 741/2023 holds on Åland; only who says it is registered is taken as bound.
    if (registeredInSoteri === null && onlyOnAland(organisation)) {
      return unbound(entry, 'aland-soteri-unsourced', { basis: entry.basis });
    }
  } else if (onlyOnAland(organisation) && registeredInSoteri !== true) {
    return unbound(entry, 'aland-soteri-unsourced', { basis: entry.basis });
  }
  const floors = providerFloors(organisation);
  const from = latest(law.validAt, ...floors.map((step) => step.day));
  const thisYear = yearlyDay(rule, yearOf(from));
  const next = from <= thisYear ? thisYear : yearlyDay(rule, yearOf(from) + 1);
  const due = latest(next, yearlyDay(rule, rule.firstYear));
  return {
    ...dutyFrom(entry, {
      due,
      through: 'self',
      trace: concluded(
        due,
        [
          { step: 'fact', fact: 'registeredInSoteri', value: registeredInSoteri },
          candidate('yearly-day', due, entry.basis),
          reading('annual-check-not-presumed-missed'),
        ],
        [],
      ),
    }),
    actionableFrom: day(`${yearOf(due)}-01-01`),
  };
};

const ofSoteriRegistration = (entry: ObligationEntry, { organisation }: Place): Verdict =>
  onlyOnAland(organisation)
    ? unbound(entry, 'aland-soteri-unsourced', { basis: entry.basis })
    : onNamedDay(entry, organisation, [{ step: 'fact', fact: 'sector', value: 'public' }]);

const applied = (entry: ObligationEntry, place: Place): Verdict[] => {
  switch (entry.obligation) {
    case 'join':
      return [ofJoin(entry, place)];
    case 'store-documents':
    case 'store-recordings':
      return tasksOf(place.organisation)
        .filter((task) => entry.serviceTasks?.includes(task) === true)
        .map((task) => ofStoring(entry, place, task));
    case 'disclosure-permit':
    case 'disclosure-logs':
    case 'security-plan':
      return [ofJoiningItself(entry, place)];
    case 'patient-data':
      return [ofPatientData(entry, place)];
    case 'soteri-annual-check':
      return [ofAnnualCheck(entry, place)];
    case 'soteri-registration':
      return [ofSoteriRegistration(entry, place)];
  }
};

const isDuty = (verdict: Verdict): verdict is Duty => 'due' in verdict;

/** A duty that falls due after the operation ended does not bind any more (16 §: then other duties). */
const unlessEnded = (verdict: Verdict, { endedOn }: Organisation): Verdict =>
  endedOn !== null && isDuty(verdict) && verdict.due > endedOn
    ? {
        obligation: verdict.obligation,
        ...(verdict.serviceTask === undefined ? {} : { serviceTask: verdict.serviceTask }),
        reason: 'ended',
        basis: [ending],
      }
    : verdict;

const byDue = (a: Duty, b: Duty): number =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : orderOf(a) - orderOf(b);
const orderOf = ({ obligation, serviceTask }: Duty): number =>
  obligationIds.indexOf(obligation) * 10 +
  (serviceTask === undefined ? 0 : serviceTasks.indexOf(serviceTask));

/**
 * What the law demands of an organisation and by when, and what was considered and does not bind it.
 * Pure: the same organisation and law give the same answer, in the same order. Before 1.11.2021 no
 * entry is in force and both lists are empty.
 */
export const dutiesOf = (organisation: Organisation, law: Law): Duties => {
  const joining = joiningOf(organisation, law);
  if (joining === undefined) return { duties: [], notBound: [] };
  const place: Place = { organisation, law, joining };
  const verdicts = obligationIds.flatMap((obligation) => {
    const entries = law.obligations.filter((entry) => entry.obligation === obligation);
    const binding = entries.filter((entry) => binds(entry, organisation));
    const [other] = entries;
    if (binding.length === 0 && other !== undefined) {
      const reason = other.binds.sector === 'public' ? 'public-producers-only' : 'no-such-law';
      return [unbound(other, reason, { basis: other.basis })];
    }
    return binding
      .flatMap((entry) => applied(entry, place))
      .map((verdict) => unlessEnded(verdict, organisation));
  });
  return {
    duties: verdicts.filter(isDuty).sort(byDue),
    notBound: verdicts.filter((verdict): verdict is NotBound => !isDuty(verdict)),
  };
};
