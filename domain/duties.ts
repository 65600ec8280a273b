import { type Day, dayIn, latest, yearOf } from './day.ts';
import { inOrder } from './in-order.ts';
import {
  binds,
  type Joining,
  joinEntryFor,
  joinerFloors,
  joiningOf,
  type NoJoiningReason,
  onlyOnAland,
  providerFloors,
  tasksOf,
} from './joining.ts';
import type { Law } from './law-in-force.ts';
import type { Organisation } from './organisation.ts';
import type { Citation } from './statute/citation.ts';
import type { ObligationEntry } from './statute/entries.ts';
import { afterTheEnd } from './statute/general-rules.ts';
import { type ObligationId, obligationIds } from './statute/obligation-ids.ts';
import { type ServiceTask, serviceTasks } from './statute/service-tasks.ts';
import {
  type CandidateStep,
  type Candidates,
  candidate,
  concluded,
  earliestOf,
  type FloorStep,
  floor,
  notApplied,
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
  | NoJoiningReason
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

interface Place {
  readonly organisation: Organisation;
  readonly law: Law;
  readonly joining: Joining;
  /** Before these days nothing binds it: as a provider, and as one that joins. */
  readonly floors: {
    readonly provider: readonly FloorStep[];
    readonly joiner: readonly FloorStep[];
  };
}

type Verdict = Duty | NotBound;
type Settled = ReturnType<typeof concluded>;
type About = { readonly through?: Through; readonly task?: ServiceTask };

const idOf = (obligation: ObligationId, { through, task }: About): string =>
  `${obligation}${task === undefined ? '' : `/${task}`}${through === 'organiser' ? '@organiser' : ''}`;

const dutyFrom = (entry: ObligationEntry, settled: Settled, about: About = {}): Duty => ({
  id: idOf(entry.obligation, about),
  obligation: entry.obligation,
  ...(about.task === undefined ? {} : { serviceTask: about.task }),
  due: settled.due,
  through: about.through ?? 'self',
  entry: entry.id,
  basis: entry.basis,
  trace: settled.trace,
});

const unbound = (
  { obligation }: ObligationEntry,
  reason: NotBoundReason,
  { basis, task }: { basis: readonly Citation[]; task?: ServiceTask },
): NotBound => ({
  obligation,
  ...(task === undefined ? {} : { serviceTask: task }),
  reason,
  basis,
});

const ofJoin = (entry: ObligationEntry, { joining }: Place): Verdict =>
  joining.kind === 'not-bound'
    ? unbound(entry, joining.reason, { basis: joining.basis })
    : dutyFrom(entry, concluded(joining.steps, [joining.decisive], joining.floors));

/** The joinings of the organisers one stores through; their deadline stands for what is not known. */
const organiserCandidates = ({ organisation, law, joining }: Place): Candidates => {
  const deadline = joinEntryFor(law, 'public');
  if (deadline === undefined) throw new Error('the law has no join deadline for organisers');
  return [
    candidate('organiser-join-deadline', deadline.rule.day, deadline.basis),
    ...organisation.organisers.flatMap(({ joinedOn }) =>
      joinedOn === null ? [] : [candidate('organiser-joined', joinedOn, [joining.rules.storing])],
    ),
  ];
};

const ownCandidates = ({ organisation, joining }: Place): readonly CandidateStep[] => [
  ...(joining.kind === 'bound'
    ? [candidate('join-deadline', joining.due, joining.entry.basis)]
    : []),
  ...(organisation.joinedOn === null
    ? []
    : [candidate('joined', organisation.joinedOn, [joining.rules.storing])]),
];

const joinedFact = ({ joinedOn }: Organisation): TraceStep => ({
  step: 'fact',
  fact: 'joinedOn',
  value: joinedOn,
});

/** On whose behalf the documents of an entry are stored by this organisation. */
const throughOf = (entry: ObligationEntry, joining: Joining): Through =>
  entry.binds.register === 'organiser' ||
  (joining.kind === 'not-bound' && joining.reason === 'parallel-only')
    ? 'organiser'
    : 'self';

const taskFloor = (task: ServiceTask, { organisation, joining }: Place): FloorStep[] => {
  const since = organisation.taskSince[task] ?? null;
  return since === null ? [] : [floor('taskSince', since, [joining.rules.storing])];
};

const ofStoring = (entry: ObligationEntry, place: Place, task: ServiceTask): Verdict => {
  const { organisation, joining } = place;
  const { joinedOn, recordingsOnly, makesRecordings } = organisation;
  if (entry.obligation === 'store-documents' && recordingsOnly) {
    return unbound(entry, 'recordings-only', { basis: entry.basis, task });
  }
  if (entry.obligation === 'store-recordings' && !makesRecordings && !recordingsOnly) {
    return unbound(entry, 'makes-no-recordings', { basis: entry.basis, task });
  }
  const through = throughOf(entry, joining);
  // Who joined without having to stores like any joined provider (69 § 1 mom.); who did not, does not.
  const voluntary = joining.kind === 'not-bound' && joining.reason !== 'parallel-only';
  if (voluntary && joinedOn === null) {
    return unbound(entry, joining.reason, { basis: joining.basis, task });
  }
  const steps: TraceStep[] = [joinedFact(organisation)];
  const floors = [...place.floors.joiner, ...taskFloor(task, place)];
  switch (entry.rule.kind) {
    case 'fixed': {
      if (joinedOn !== null && joinedOn < entry.rule.day) {
        steps.push(notApplied('joined-early', entry.basis, joinedOn));
      }
      if (voluntary && joinedOn !== null) {
        floors.push(floor('joined', joinedOn, [joining.rules.storing]));
      }
      const named = candidate('named-day', entry.rule.day, entry.basis);
      return dutyFrom(entry, concluded(steps, [named], floors), { through, task });
    }
    case 'from-joining': {
      const [first, ...others] =
        through === 'organiser' ? organiserCandidates(place) : ownCandidates(place);
      if (first === undefined) throw new Error(`${entry.id}: neither joined nor bound to join`);
      const candidates: Candidates = [first, ...others];
      if (entry.rule.bindsFrom > earliestOf(candidates)) {
        floors.push(floor('law', entry.rule.bindsFrom, [joining.rules.entryIntoForce]));
      }
      if (joining.kind === 'bound' && joinedOn !== null && joinedOn > joining.due) {
        steps.push(notApplied('joined-late', [joining.rules.storing], joinedOn));
      }
      steps.push(reading(through === 'organiser' ? 'parallel-joining' : 'six-tasks-from-joining'));
      return dutyFrom(entry, concluded(steps, candidates, floors), { through, task });
    }
    case 'join':
    case 'join-deadline':
    case 'yearly':
      throw new Error(`${entry.id}: storing has no rule of kind ${entry.rule.kind}`);
  }
};

/** Duties that hang on joining and are not about documents: the permit, the logs, the security plan. */
const ofJoiningItself = (entry: ObligationEntry, place: Place): Verdict => {
  const { organisation, joining } = place;
  if (joining.kind === 'not-bound') return unbound(entry, joining.reason, { basis: joining.basis });
  const { joinedOn } = organisation;
  const deadline = candidate('join-deadline', joining.due, joining.entry.basis);
  const steps = [joinedFact(organisation)];
  if (joinedOn === null) return dutyFrom(entry, concluded(steps, [deadline], []));
  if (entry.rule.kind !== 'from-joining') {
    const unmoved = notApplied('joined-on', entry.basis, joinedOn);
    return dutyFrom(entry, concluded([...steps, unmoved], [deadline], []));
  }
  const floors = [...place.floors.joiner];
  const candidates: Candidates = [deadline, candidate('before-joining', joinedOn, entry.basis)];
  if (entry.rule.bindsFrom > earliestOf(candidates)) {
    floors.push(floor('law', entry.rule.bindsFrom, [joining.rules.entryIntoForce]));
  }
  return dutyFrom(entry, concluded(steps, candidates, floors));
};

const onNamedDay = (
  entry: ObligationEntry,
  { floors }: Place,
  facts: readonly TraceStep[],
): Duty => {
  if (entry.rule.kind !== 'fixed') throw new Error(`${entry.id}: a named day is expected`);
  const named = candidate('named-day', entry.rule.day, entry.basis);
  return dutyFrom(entry, concluded(facts, [named], floors.provider));
};

const ofPatientData = (entry: ObligationEntry, place: Place): Verdict =>
  place.organisation.recordsPatientData
    ? onNamedDay(entry, place, [{ step: 'fact', fact: 'recordsPatientData', value: true }])
    : unbound(entry, 'records-no-patient-data', { basis: entry.basis });

const soteriRegister: Citation = { act: '741/2023', section: '5', subsection: 1 };

/** Why nobody in Soteri is to be checked: said so, or on Åland, where our sources do not carry the act. */
const outsideSoteri = (entry: ObligationEntry, { organisation }: Place): NotBound | undefined => {
  const { sector, registeredInSoteri } = organisation;
  if (onlyOnAland(organisation) && registeredInSoteri !== true) {
    return unbound(entry, 'aland-soteri-unsourced', { basis: entry.basis });
  }
  return sector === 'private' && registeredInSoteri === false
    ? unbound(entry, 'not-in-soteri', { basis: [...entry.basis, soteriRegister] })
    : undefined;
};

const ofAnnualCheck = (entry: ObligationEntry, place: Place): Verdict => {
  const { rule } = entry;
  if (rule.kind !== 'yearly') throw new Error(`${entry.id}: a yearly day is expected`);
  const outside = outsideSoteri(entry, place);
  if (outside !== undefined) return outside;
  const { organisation, law, floors } = place;
  const inYear = (year: number): Day => dayIn(year, rule.month, rule.dayOfMonth);
  const begun = floors.provider.map((step) => step.day);
  const from = latest(law.validAt, ...begun);
  const thisYear = inYear(yearOf(from));
  const next = from <= thisYear ? thisYear : inYear(yearOf(from) + 1);
  const due = latest(next, inYear(rule.firstYear));
  const steps: TraceStep[] = [
    { step: 'fact', fact: 'registeredInSoteri', value: organisation.registeredInSoteri },
    reading('annual-check-not-presumed-missed'),
  ];
  return {
    ...dutyFrom(entry, concluded(steps, [candidate('yearly-day', due, entry.basis)], [])),
    actionableFrom: dayIn(yearOf(due), 1, 1),
  };
};

const ofSoteriRegistration = (entry: ObligationEntry, place: Place): Verdict =>
  onlyOnAland(place.organisation)
    ? unbound(entry, 'aland-soteri-unsourced', { basis: entry.basis })
    : onNamedDay(entry, place, [{ step: 'fact', fact: 'sector', value: 'public' }]);

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
        basis: [afterTheEnd],
      }
    : verdict;

const orderOf = ({ obligation, serviceTask }: Duty): number =>
  obligationIds.indexOf(obligation) * 10 +
  (serviceTask === undefined ? 0 : serviceTasks.indexOf(serviceTask));

/** By the day, then in the order of the law and of the tasks; what one meets oneself before the organiser's. */
const byRank = (a: Duty, b: Duty): number =>
  inOrder(a.due, b.due) || orderOf(a) - orderOf(b) || inOrder(a.id, b.id);

/** The entries of each obligation, sorted out once for a law. */
const sortedOut = new WeakMap<Law, Partial<Record<ObligationId, readonly ObligationEntry[]>>>();
const entriesOf = (law: Law): Partial<Record<ObligationId, readonly ObligationEntry[]>> => {
  const known = sortedOut.get(law);
  if (known !== undefined) return known;
  const entries = Object.groupBy(law.obligations, ({ obligation }) => obligation);
  sortedOut.set(law, entries);
  return entries;
};

/** What one obligation comes to: applied where an entry binds, else why none does. */
const considered = (obligation: ObligationId, place: Place): Verdict[] => {
  const entries = entriesOf(place.law)[obligation] ?? [];
  const binding = entries.filter((entry) => binds(entry, place.organisation));
  const [other] = entries;
  if (binding.length === 0 && other !== undefined) {
    const reason = other.binds.sector === 'public' ? 'public-producers-only' : 'no-such-law';
    return [unbound(other, reason, { basis: other.basis })];
  }
  return binding
    .flatMap((entry) => applied(entry, place))
    .map((verdict) => unlessEnded(verdict, place.organisation));
};

const once = (verdicts: readonly NotBound[]): NotBound[] => {
  const seen = new Map(
    verdicts.map((verdict) => [
      `${verdict.obligation}/${verdict.serviceTask ?? ''}/${verdict.reason}`,
      verdict,
    ]),
  );
  return [...seen.values()];
};

/**
 * What the law demands of an organisation and by when, and what was considered and does not bind it.
 * Pure: the same organisation and law give the same answer, in the same order. Before 1.11.2021 no
 * entry is in force and both lists are empty.
 */
export const dutiesOf = (organisation: Organisation, law: Law): Duties => {
  const joining = joiningOf(organisation, law);
  if (joining === undefined) return { duties: [], notBound: [] };
  const floors = {
    provider: providerFloors(organisation, joining.rules),
    joiner: joining.kind === 'bound' ? joining.floors : joinerFloors(organisation, joining.rules),
  };
  const place: Place = { organisation, law, joining, floors };
  const verdicts = obligationIds.flatMap((obligation) => considered(obligation, place));
  return {
    duties: verdicts.filter(isDuty).sort(byRank),
    notBound: once(verdicts.filter((verdict): verdict is NotBound => !isDuty(verdict))),
  };
};
