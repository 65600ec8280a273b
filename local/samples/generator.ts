import { addDays, type Day, day, latest } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { Language } from '../../domain/language.ts';
import { type County, counties } from '../../domain/statute/counties.ts';
import { type ServiceTask, serviceTasks } from '../../domain/statute/service-tasks.ts';
import { generatedAssessments } from './generated-statements.ts';
import { businessIdOf, unitOid } from './invented-identifiers.ts';
import { contactsFor, nameFor, personName } from './invented-names.ts';
import { dayBetween, type Random, randomFrom, seedAt } from './random.ts';
import {
  assessmentsOn,
  type DaysByTask,
  organisationsOn,
  type ProfileBody,
  type SampleAssessment,
  type SampleOrganisation,
  type Story,
} from './story.ts';
import type { SampleSupervisor } from './supervisors.ts';

/*
 * Any number of invented organisations, in proportions like those of the country: a few public
 * organisers, thousands of private providers, most of them small. The same seed and day give the same
 * bytes, and the first hundred of a thousand are the hundred of a hundred.
 */

export interface Generation {
  readonly seed: number;
  readonly count: number;
  readonly today: Day;
}

/** About as many providers as people, by county. */
const countyWeights: Readonly<Partial<Record<County, number>>> = {
  helsinki: 11,
  pirkanmaa: 10,
  'varsinais-suomi': 9,
  'pohjois-pohjanmaa': 8,
  'lansi-uusimaa': 8,
  'keski-suomi': 6,
  'pohjois-savo': 6,
  'vantaa-kerava': 5,
  satakunta: 5,
  'etela-pohjanmaa': 5,
  'paijat-hame': 5,
  ahvenanmaa: 1,
};
const taskWeights: Readonly<Record<ServiceTask, number>> = {
  'older-people': 35,
  'disability-services': 25,
  'families-with-children': 20,
  'child-protection': 18,
  'working-age': 15,
  'substance-abuse': 8,
  'family-law': 3,
};

const weightedCounty = (random: Random): County => {
  const [first, ...others] = counties.map(
    (county) => [county, countyWeights[county] ?? 3] as const,
  );
  return first === undefined ? 'helsinki' : random.weighted([first, ...others]);
};
const weightedTask = (random: Random): ServiceTask => {
  const [first, ...others] = serviceTasks.map((task) => [task, taskWeights[task]] as const);
  return first === undefined ? 'older-people' : random.weighted([first, ...others]);
};

/** So many different ones, in the order of the list they come from. */
const several = <T>(all: readonly T[], count: number, draw: () => T): T[] => {
  const drawn = new Set<T>();
  while (drawn.size < Math.min(count, all.length)) drawn.add(draw());
  return all.filter((item) => drawn.has(item));
};

const mostlySwedish: readonly County[] = ['pohjanmaa', 'ahvenanmaa'];
const languageIn = (random: Random, county: County): Language =>
  random.chance(mostlySwedish.includes(county) ? 0.7 : 0.04)
    ? 'sv'
    : random.chance(0.02)
      ? 'en'
      : 'fi';

/** The day on which a county joined: one and the same for all who store into its register. */
const countyJoinedOn = (county: County): Day =>
  addDays(day('2026-02-16'), (counties.indexOf(county) * 37) % 230);

const joiningDay = (random: Random): Day =>
  random.weighted<() => Day>([
    [() => dayBetween(random, '2023-01-09', '2023-12-15'), 2],
    [() => dayBetween(random, '2024-07-01', '2025-12-15'), 6],
    [() => dayBetween(random, '2026-01-12', '2026-07-31'), 27],
    [() => dayBetween(random, '2026-08-03', '2026-09-01'), 43],
    [() => dayBetween(random, '2026-09-02', '2026-12-18'), 16],
    [() => dayBetween(random, '2027-01-11', '2028-06-30'), 6],
  ])();

const unitCount = (random: Random): number =>
  random.weighted<() => number>([
    [() => 1, 55],
    [() => random.between(2, 5), 30],
    [() => random.between(6, 25), 12],
    [() => random.between(26, 120), 3],
  ])();

interface Identity {
  readonly businessId: BusinessId;
  readonly number: number;
}

const publicLife = (random: Random, { businessId, number }: Identity): ProfileBody => {
  const county = weightedCounty(random);
  const language = languageIn(random, county);
  const joinedOn = random.chance(0.85) ? countyJoinedOn(county) : null;
  return {
    name: `${nameFor(random, language)} ${number}, julkinen`,
    sector: 'public',
    counties: [county],
    serviceTasks: [...serviceTasks],
    usesClientDataSystem: true,
    joiningModel: 'direct',
    ownRegister: true,
    actsForOrganiser: false,
    makesRecordings: true,
    recordsPatientData: true,
    registeredInSoteri: random.chance(0.3),
    systemUsedToJoin: random.chance(0.9),
    joinedOn,
    storingSince:
      joinedOn === null ? {} : storingFrom(random, { tasks: serviceTasks, from: joinedOn }),
    language,
    contacts: contactsFor(random, { businessId, language }),
    units: Array.from({ length: random.between(40, 300) }, (_, i) => ({
      oid: unitOid(businessId, i + 1),
      name: `Palveluyksikkö ${i + 1}`,
    })),
  };
};

interface StoringStart {
  readonly tasks: readonly ServiceTask[];
  readonly from: Day;
  readonly taskSince?: DaysByTask;
}

/** Most tasks are stored from the day it begins; one taken on later, or with a day of its own, from then. */
const storingFrom = (random: Random, { tasks, from, taskSince = {} }: StoringStart): DaysByTask =>
  Object.fromEntries(
    tasks
      .filter(() => random.chance(0.93))
      .map((task) => [
        task,
        latest(
          from,
          day(taskSince[task] ?? from),
          task === 'family-law' ? day('2026-09-01') : from,
        ),
      ]),
  );

const privateLife = (random: Random, { businessId, number }: Identity): ProfileBody => {
  const countyCount = random.weighted([
    [1, 85],
    [2, 11],
    [3, 3],
    [6, 1],
  ]);
  const inCounties = several(counties, countyCount, () => weightedCounty(random));
  const taskCount = random.weighted([
    [1, 62],
    [2, 26],
    [3, 9],
    [7, 3],
  ]);
  const tasks = several(serviceTasks, taskCount, () => weightedTask(random));
  const [home = 'helsinki'] = inCounties;
  const language = languageIn(random, home);
  const joiningModel = random.weighted<ProfileBody['joiningModel']>([
    ['direct', 58],
    ['parallel', 22],
    ['joint', 12],
    ['undecided', 8],
  ]);
  const ownRegister = random.chance(joiningModel === 'parallel' ? 0.4 : 0.92);
  const joinsItself = joiningModel !== 'undecided' && (joiningModel !== 'parallel' || ownRegister);
  const usesClientDataSystem = random.chance(0.9);
  const operatingSince = random.chance(0.04)
    ? dayBetween(random, '2026-09-02', '2027-06-30')
    : null;
  const joins = joinsItself && usesClientDataSystem && random.chance(0.8);
  const endedOn = random.chance(0.02) ? dayBetween(random, '2027-07-01', '2028-12-31') : null;
  const fromStart = (on: Day): Day => latest(on, operatingSince ?? on);
  const wouldJoinOn = fromStart(joiningDay(random));
  const joinedOn = joins && (endedOn === null || wouldJoinOn < endedOn) ? wouldJoinOn : null;
  const actsForOrganiser = joiningModel === 'parallel' || random.chance(0.7);
  const throughOrganiser = joiningModel === 'parallel' && !ownRegister && random.chance(0.8);
  const storesFrom = joinedOn ?? (throughOrganiser ? fromStart(countyJoinedOn(home)) : null);
  const makesRecordings = random.chance(0.12);
  const recordsPatientData = random.chance(0.1);
  const [firstTask] = tasks;
  const laterTask = tasks.length > 1 && random.chance(0.03) ? tasks.at(-1) : undefined;
  const taskSince =
    laterTask === undefined ? {} : { [laterTask]: dayBetween(random, '2026-09-15', '2027-12-15') };
  return {
    name: `${nameFor(random, language)} ${number}`,
    sector: 'private',
    counties: inCounties,
    serviceTasks: tasks,
    usesClientDataSystem,
    joiningModel,
    ownRegister,
    actsForOrganiser,
    makesRecordings,
    recordingsOnly: makesRecordings && random.chance(0.03),
    recordsPatientData,
    registeredInSoteri: random.weighted<boolean | null>([
      [true, 90],
      [false, 5],
      [null, 5],
    ]),
    systemUsedToJoin: random.weighted<boolean | null>([
      [true, 65],
      [null, 20],
      [false, 15],
    ]),
    readsOrSignsInKanta: random.weighted<boolean | null>([
      [null, 60],
      [true, 30],
      [false, 10],
    ]),
    mainJoiner:
      joiningModel === 'joint'
        ? random.weighted<boolean | null>([
            [false, 75],
            [true, 20],
            [null, 5],
          ])
        : null,
    joinedOn,
    plannedJoinOn: joinedOn ?? (random.chance(0.3) ? joiningDay(random) : null),
    storingSince:
      storesFrom === null ? {} : storingFrom(random, { tasks, from: storesFrom, taskSince }),
    recordingsSince:
      makesRecordings && firstTask !== undefined && random.chance(0.5)
        ? { [firstTask]: dayBetween(random, '2028-01-10', '2029-12-14') }
        : {},
    patientDataSince:
      recordsPatientData && random.chance(0.7)
        ? dayBetween(random, '2026-10-01', '2027-04-30')
        : null,
    operatingSince,
    endedOn,
    taskSince,
    organisers: actsForOrganiser
      ? inCounties
          .filter((county) => county !== 'ahvenanmaa')
          .map((county) => ({
            county,
            joinedOn: random.chance(0.6) ? countyJoinedOn(county) : null,
          }))
      : [],
    language,
    contacts: contactsFor(random, { businessId, language }),
    units: Array.from({ length: unitCount(random) }, (_, i) => ({
      oid: unitOid(businessId, i + 1),
      name: `Yksikkö ${i + 1}`,
    })),
  };
};

/** Fewer than the valid numbers from 9100000 to 9999999. */
const mostOrganisations = 800_000;

/** Valid business ids of our own making, always the same ones in the same order. */
function* businessIds(): Generator<BusinessId> {
  for (let digits = 9_100_000; digits <= 9_999_999; digits += 1) {
    const businessId = businessIdOf(String(digits));
    if (businessId !== undefined) yield businessId;
  }
}

const generatedStory = (seed: number, identity: Identity): Story => {
  const random = randomFrom(seedAt(seed, identity.number));
  const life = random.chance(0.006) ? publicLife(random, identity) : privateLife(random, identity);
  return {
    businessId: identity.businessId,
    situation: `generated ${identity.number}`,
    life,
    assessments: generatedAssessments(random, life),
  };
};

function* generatedStories({ seed, count }: Generation): Generator<Story> {
  if (count > mostOrganisations) throw new RangeError(`at most ${mostOrganisations} organisations`);
  let number = 0;
  for (const businessId of businessIds()) {
    if (number === count) return;
    number += 1;
    yield generatedStory(seed, { businessId, number });
  }
}

/** So many invented organisations, as they stood on a day. */
export const generateOrganisations = (generation: Generation): readonly SampleOrganisation[] =>
  organisationsOn(generation.today, generatedStories(generation));

/** What the same organisations had stated of themselves by that day. */
export const generateAssessments = (generation: Generation): readonly SampleAssessment[] =>
  assessmentsOn(generation.today, generatedStories(generation));

/** Supervisors for every county, one to three in each. */
export const generateSupervisors = ({
  seed,
}: Pick<Generation, 'seed'>): readonly SampleSupervisor[] =>
  counties.flatMap((county, place) => {
    const random = randomFrom(seedAt(seed, -1 - place));
    return Array.from({ length: random.between(1, 3) }, (_, i) => ({
      id: `generated-${county}-${i + 1}`,
      body: {
        name: personName(random),
        email: `valvonta${i + 1}@${county}.example.org`,
        language: languageIn(random, county),
        counties: [county],
      },
    }));
  });
