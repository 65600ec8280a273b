import fc from 'fast-check';
import type { ReceivedAssessment } from '../../domain/assessment.ts';
import { addDays, type Day, day } from '../../domain/day.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { counties } from '../../domain/statute/counties.ts';
import { jobRoles } from '../../domain/statute/job-roles.ts';
import type { EvidencePoint } from '../../domain/statute/requirements/requirement.ts';
import {
  type RequirementId,
  requirementIds,
} from '../../domain/statute/requirements/requirement-ids.ts';
import { requirements } from '../../domain/statute/requirements/requirements.ts';
import { serviceTasks } from '../../domain/statute/service-tasks.ts';
import type { Waiver } from '../../domain/waiver.ts';
import { anAssessment, anOrganisation } from './builders.ts';

const first = day('2023-01-01');

/** A day from 2023 to early 2030: every day the law speaks of and some after. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 2600 })
  .map((offset) => addDays(first, offset));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

const byTask = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...serviceTasks), anyDay), {
    selector: ([task]) => task,
    maxLength: 4,
  })
  .map((entries) => Object.fromEntries(entries));

/** The operational unit and two service units. */
const ownUnits = ['0', '1', '2'].map((number) => ({
  oid: `1.2.246.10.2048198.10.${number}`,
  name: `Yksikkö ${number}`,
}));

/** Any organisation the API would accept, in any mix of situations. */
export const anyOrganisation: fc.Arbitrary<Organisation> = fc
  .record({
    sector: fc.constantFrom('public', 'private'),
    counties: fc.uniqueArray(fc.constantFrom(...counties), { minLength: 1, maxLength: 3 }),
    serviceTasks: fc.uniqueArray(fc.constantFrom(...serviceTasks), { minLength: 1 }),
    usesClientDataSystem: fc.boolean(),
    joiningModel: fc.constantFrom('direct', 'joint', 'parallel', 'undecided'),
    ownRegister: fc.boolean(),
    actsForOrganiser: fc.boolean(),
    makesRecordings: fc.boolean(),
    recordingsOnly: fc.boolean(),
    recordsPatientData: fc.boolean(),
    joinedOn: maybe(anyDay),
    storingSince: byTask,
    recordingsSince: byTask,
    patientDataSince: maybe(anyDay),
    registeredInSoteri: fc.constantFrom(true, false, null),
    operatingSince: maybe(anyDay),
    systemSince: maybe(anyDay),
    taskSince: byTask,
    organisers: maybe(anyDay).map((joinedOn) => [{ county: 'kainuu', joinedOn }]),
    units: fc.subarray(ownUnits),
    readsOrSignsInKanta: fc.constantFrom(true, false, null),
    systemUsedToJoin: fc.constantFrom(true, false, null),
    mainJoiner: fc.constantFrom(true, false, null),
  })
  .map((facts) => anOrganisation(facts));

const anyValue = (point: EvidencePoint): fc.Arbitrary<unknown> => {
  switch (point.kind) {
    case 'required':
    case 'excluded':
    case 'fact':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...point.of);
    case 'valid-until':
    case 'last-done-on':
      return anyDay;
    case 'service-tasks':
      return fc.subarray([...serviceTasks]);
    case 'job-roles':
      return fc.subarray([...jobRoles]);
    case 'counties':
      return fc.subarray([...counties]);
  }
};

const anyPoints = (id: RequirementId) =>
  fc.record(
    Object.fromEntries(requirements[id].evidence.map((point) => [point.id, anyValue(point)])),
    { requiredKeys: [] },
  );

const anyItem = (id: RequirementId, statedOn: Day) => {
  const since = fc.option(
    fc.nat(400).map((days) => addDays(statedOn, -days)),
    { nil: undefined, freq: 1 },
  );
  return fc.oneof(
    fc.record({
      state: fc.constant('done'),
      validUntil: maybe(anyDay),
      since,
      points: fc.option(anyPoints(id), { nil: undefined, freq: 1 }),
    }),
    fc.record({ state: fc.constant('in-progress'), since, points: anyPoints(id) }),
    fc.record({ state: fc.constant('not-started') }),
    fc.record({ state: fc.constant('not-applicable'), reason: fc.constant('ei koske meitä') }),
  );
};

const itemsOf = (ids: readonly RequirementId[], statedOn: Day, minLength: number) =>
  fc
    .subarray([...ids], { minLength })
    .chain((chosen) =>
      fc.tuple(...chosen.map((id) => anyItem(id, statedOn).map((item) => [id, item] as const))),
    )
    .map((entries) => Object.fromEntries(entries));

const unitRequirements = requirementIds.filter((id) => requirements[id].perUnit);
const anyUnits = fc.subarray(
  ownUnits.map(({ oid }) => oid),
  { minLength: 1 },
);

/** What one assessment says, of everything or of chosen units, with overrides or without. */
const anyStatement = anyDay.chain((on) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ on: fc.constant(on), items: itemsOf(requirementIds, on, 1) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        on: fc.constant(on),
        items: itemsOf(unitRequirements, on, 1),
        units: anyUnits,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        on: fc.constant(on),
        items: itemsOf(requirementIds, on, 1),
        overrides: fc
          .tuple(anyUnits, itemsOf(unitRequirements, on, 1))
          .map(([oids, items]) => Object.fromEntries(oids.map((oid) => [oid, items]))),
      }),
    },
  ),
);

/** Some assessments, each about some requirements, in the order they were received. */
export const anyAssessments: fc.Arbitrary<readonly ReceivedAssessment[]> = fc
  .array(anyStatement, { maxLength: 4 })
  .map((stated) =>
    stated.map(({ on, items, ...units }, i) =>
      anAssessment(on, items, { receivedAt: `2030-01-01T10:00:0${i}.000Z`, ...units }),
    ),
  );

/** Some waivers, each for some days. */
export const anyWaivers: fc.Arbitrary<readonly Waiver[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...requirementIds), anyDay, fc.nat(200))
    .map(([requirement, from, days]) => ({
      requirement,
      reason: 'kortit tilattu',
      from,
      until: addDays(from, days),
    })),
  { maxLength: 4 },
);
