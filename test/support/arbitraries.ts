import fc from 'fast-check';
import type { ReceivedAssessment } from '../../domain/assessment.ts';
import { addDays, type Day, day } from '../../domain/day.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { counties } from '../../domain/statute/counties.ts';
import { requirementIds } from '../../domain/statute/requirements/requirement-ids.ts';
import { serviceTasks } from '../../domain/statute/service-tasks.ts';
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
  })
  .map((facts) => anOrganisation(facts));

const anyItem = fc.oneof(
  fc.record({ state: fc.constant('done'), validUntil: maybe(anyDay) }),
  fc.record({ state: fc.constantFrom('in-progress', 'not-started') }),
  fc.record({ state: fc.constant('not-applicable'), reason: fc.constant('ei koske meitä') }),
);

const anyItems = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...requirementIds), anyItem), {
    selector: ([id]) => id,
    minLength: 1,
  })
  .map((entries) => Object.fromEntries(entries));

/** Some assessments, each about some requirements, in the order they were received. */
export const anyAssessments: fc.Arbitrary<readonly ReceivedAssessment[]> = fc
  .array(fc.tuple(anyDay, anyItems), { maxLength: 4 })
  .map((stated) =>
    stated.map(([on, items], i) =>
      anAssessment(on, items, { receivedAt: `2030-01-01T10:00:0${i}.000Z` }),
    ),
  );
