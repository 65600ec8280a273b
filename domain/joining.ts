import { type Day, earliestOf } from './day.ts';
import type { Law } from './law-in-force.ts';
import type { Organisation } from './organisation.ts';
import type { Citation } from './statute/citation.ts';
import type { ObligationEntry } from './statute/entries.ts';
import { type GeneralRules, generalRules } from './statute/general-rules.ts';
import { type ServiceTask, serviceTasks } from './statute/service-tasks.ts';
import {
  type CandidateStep,
  candidate,
  type FloorStep,
  floor,
  notApplied,
  reading,
  settle,
  type TraceStep,
} from './trace.ts';

/** Why an organisation does not have to join. */
export type NoJoiningReason = 'aland-may-join' | 'no-client-data-system' | 'parallel-only';

/** An organisation's own position towards joining, decided once for all obligations that hang on it. */
export type Joining = { readonly entry: ObligationEntry; readonly rules: GeneralRules } & (
  | {
      readonly kind: 'bound';
      readonly due: Day;
      readonly steps: readonly TraceStep[];
      readonly decisive: CandidateStep;
      readonly floors: readonly FloorStep[];
    }
  | {
      readonly kind: 'not-bound';
      readonly reason: NoJoiningReason;
      readonly basis: readonly Citation[];
    }
);

export const onlyOnAland = ({ counties }: Organisation): boolean =>
  counties.every((county) => county === 'ahvenanmaa');

/** The one order in which tasks are spoken of, whatever order they were given in. */
export const tasksOf = ({ serviceTasks: own }: Organisation): readonly ServiceTask[] =>
  serviceTasks.filter((task) => own.includes(task));

const storesOnlyThroughOrganiser = ({ sector, joiningModel, ownRegister }: Organisation): boolean =>
  sector === 'private' && joiningModel === 'parallel' && !ownRegister;

/** Whether an entry binds providers of this sector and with this kind of register. */
export const binds = ({ binds: whom }: ObligationEntry, organisation: Organisation): boolean => {
  if (whom.sector !== 'any' && whom.sector !== organisation.sector) return false;
  const onBehalf = organisation.actsForOrganiser || storesOnlyThroughOrganiser(organisation);
  switch (whom.register) {
    case 'any':
      return true;
    case 'organiser':
      return onBehalf;
    case 'own':
      return !storesOnlyThroughOrganiser(organisation) && (organisation.ownRegister || !onBehalf);
  }
};

/** Days before which nothing could bind the organisation as a provider of social welfare at all. */
export const providerFloors = (
  organisation: Organisation,
  { provider }: GeneralRules,
): FloorStep[] => {
  const floors: FloorStep[] = [];
  const { operatingSince } = organisation;
  if (operatingSince !== null) floors.push(floor('operatingSince', operatingSince, [provider]));
  const starts = tasksOf(organisation).map((task) => organisation.taskSince[task] ?? null);
  const known = starts.filter((start) => start !== null);
  const first = earliestOf(known);
  if (first !== undefined && known.length === starts.length) {
    floors.push(floor('firstTaskSince', first, [provider]));
  }
  return floors;
};

/** As a user of the national services: also not before a private provider had a system in use. */
export const joinerFloors = (organisation: Organisation, rules: GeneralRules): FloorStep[] => [
  ...providerFloors(organisation, rules),
  ...(organisation.sector === 'private' && organisation.systemSince !== null
    ? [floor('systemSince', organisation.systemSince, [rules.systemInUse])]
    : []),
];

/** The entry that has the join deadline of a sector. */
export const joinEntryFor = (
  law: Law,
  sector: Organisation['sector'],
): (ObligationEntry & { readonly rule: { readonly kind: 'join' } }) | undefined =>
  law.obligations.find(
    (entry): entry is ObligationEntry & { readonly rule: { readonly kind: 'join' } } =>
      entry.rule.kind === 'join' && (entry.binds.sector === 'any' || entry.binds.sector === sector),
  );

/** The first day on which storing begins where all that is stored has a day of its own; else undefined. */
const firstOwnStoringDay = (organisation: Organisation, law: Law): Day | undefined => {
  const obligation = organisation.recordingsOnly ? 'store-recordings' : 'store-documents';
  const days = tasksOf(organisation).map((task) => {
    const entry = law.obligations.find(
      (candidateEntry) =>
        candidateEntry.obligation === obligation &&
        binds(candidateEntry, organisation) &&
        candidateEntry.serviceTasks?.includes(task) === true,
    );
    return entry?.rule.kind === 'fixed' ? entry.rule.day : undefined;
  });
  const known = days.filter((value) => value !== undefined);
  return known.length < days.length ? undefined : earliestOf(known);
};

/**
 * Whether an organisation must join by a law, by when and why; undefined where that law knows no
 * joining at all (before 1.11.2021).
 */
export const joiningOf = (organisation: Organisation, law: Law): Joining | undefined => {
  const entry = joinEntryFor(law, organisation.sector);
  if (entry === undefined) return undefined;
  const rules = generalRules(entry.givenBy);
  const known = { entry, rules };
  if (onlyOnAland(organisation)) {
    return { ...known, kind: 'not-bound', reason: 'aland-may-join', basis: [rules.aland] };
  }
  if (organisation.sector === 'private' && !organisation.usesClientDataSystem) {
    return {
      ...known,
      kind: 'not-bound',
      reason: 'no-client-data-system',
      basis: [rules.systemInUse],
    };
  }
  if (storesOnlyThroughOrganiser(organisation)) {
    return { ...known, kind: 'not-bound', reason: 'parallel-only', basis: [rules.onBehalf] };
  }
  const { rule } = entry;
  const ownDay = rule.lateJoinerClause ? firstOwnStoringDay(organisation, law) : undefined;
  const late = ownDay !== undefined && ownDay > rule.day;
  const decisive = late
    ? candidate('late-joiner-day', ownDay, entry.basis)
    : candidate('join-day', rule.day, entry.basis);
  const steps: TraceStep[] = [{ step: 'fact', fact: 'sector', value: organisation.sector }];
  if (organisation.sector === 'private') {
    steps.push({ step: 'fact', fact: 'usesClientDataSystem', value: true });
  }
  if (late && organisation.recordingsOnly) {
    steps.push({ step: 'fact', fact: 'recordingsOnly', value: true }, reading('recordings-only'));
  } else if (!late && rule.lateJoinerClause && organisation.makesRecordings) {
    steps.push(notApplied('late-joiner-clause', entry.basis));
  }
  const floors = joinerFloors(organisation, rules);
  return { ...known, kind: 'bound', due: settle([decisive], floors), steps, decisive, floors };
};
