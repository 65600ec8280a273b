import type { Day } from './day.ts';
import type { Duty } from './duties.ts';
import { onlyOnAland } from './joining.ts';
import type { Organisation } from './organisation.ts';
import type { ObligationId } from './statute/obligation-ids.ts';
import type { Applicability } from './statute/requirements/requirement.ts';

/** The first condition that an organisation does not fulfil; it says why something does not concern it. */
export interface Unconcerned {
  readonly condition: 'operation-ended' | keyof Applicability;
  /** From when it does, or since when it does not any more. */
  readonly from?: Day;
}

export interface Situation {
  readonly organisation: Organisation;
  /** Its duties, as far as they say whether it joins, and through whom it stores. */
  readonly deadlines: readonly Pick<Duty, 'obligation' | 'through'>[];
  readonly on: Day;
}

/** Service units among the listed ones: the operational unit itself, `….10.0`, is none (law.md 5.2). */
const serviceUnits = ({ units }: Organisation): number =>
  units.filter(({ oid }) => !oid.endsWith('.10.0')).length;

/** Joins by a customership of its own: bound to, or joined all the same. */
export const joinsItself = ({ organisation, deadlines }: Situation): boolean =>
  organisation.joinedOn !== null || deadlines.some(({ obligation }) => obligation === 'join');

const usesNationalServices = (situation: Situation): boolean =>
  joinsItself(situation) || situation.deadlines.some(({ through }) => through === 'organiser');

/** A tenant of a joint joining: its main joiner makes the application. */
export const isTenant = ({ joiningModel, mainJoiner }: Organisation): boolean =>
  joiningModel === 'joint' && mainJoiner === false;

const has = ({ deadlines }: Situation, obligations: readonly ObligationId[]): boolean =>
  deadlines.some(({ obligation }) => obligations.includes(obligation));

/** Each condition of an applicability, in the order in which one is named as the reason. */
const conditions = [
  ['joinsItself', (_, situation) => joinsItself(situation)],
  ['usesNationalServices', (_, situation) => usesNationalServices(situation)],
  ['appliesItself', (_, { organisation }) => !isTenant(organisation)],
  ['readsOrSigns', (_, { organisation }) => organisation.readsOrSignsInKanta !== false],
  ['actsForOrganiser', (_, { organisation }) => organisation.actsForOrganiser],
  ['recordsPatientData', (_, { organisation }) => organisation.recordsPatientData],
  ['sector', ({ sector }, { organisation }) => organisation.sector === sector],
  [
    'supervisionAct',
    (_, { organisation }) => !onlyOnAland(organisation) || organisation.registeredInSoteri === true,
  ],
  [
    'needsProgramme',
    (_, { organisation }) => organisation.sector === 'public' || serviceUnits(organisation) > 1,
  ],
  ['hasDuty', ({ hasDuty = [] }, situation) => has(situation, hasDuty)],
  [
    'publicProducersFrom',
    ({ publicProducersFrom: from }, { organisation, on }) =>
      organisation.sector === 'private' || from === undefined || on >= from,
  ],
] as const satisfies readonly (readonly [
  keyof Applicability,
  (appliesTo: Applicability, situation: Situation) => boolean,
])[];

type Condition = (typeof conditions)[number];

/** The conditions that each applicability names: the catalogue has a few, and they are asked all the time. */
const named = new WeakMap<Applicability, readonly Condition[]>();
const conditionsOf = (appliesTo: Applicability): readonly Condition[] => {
  const known = named.get(appliesTo);
  if (known !== undefined) return known;
  const own = conditions.filter(([condition]) => condition in appliesTo);
  named.set(appliesTo, own);
  return own;
};

/** Why something does not concern an organisation on a day; undefined where it does. */
export const unconcerned = (
  appliesTo: Applicability,
  situation: Situation,
): Unconcerned | undefined => {
  const { organisation, on } = situation;
  if (organisation.endedOn !== null && on > organisation.endedOn) {
    return { condition: 'operation-ended', from: organisation.endedOn };
  }
  const failed = conditionsOf(appliesTo).find((condition) => !condition[1](appliesTo, situation));
  if (failed === undefined) return undefined;
  const [condition] = failed;
  const { publicProducersFrom: from } = appliesTo;
  return condition === 'publicProducersFrom' && from !== undefined
    ? { condition, from }
    : { condition };
};
