import { type ReceivedAssessment, selfAssessment } from '../domain/assessment.ts';
import { type Day, day } from '../domain/day.ts';
import { evaluate } from '../domain/evaluation.ts';
import { BusinessId } from '../domain/identifiers.ts';
import { organisationProfile } from '../domain/organisation.ts';
import type { Plan } from '../domain/plan.ts';
import { businessIdOf } from './samples/invented-identifiers.ts';
import type { ProfileBody } from './samples/story.ts';

/** A plan to look at, with what it shows. The organisations are invented. */
export interface PlanExample {
  readonly name: string;
  readonly shows: string;
  readonly organisation: string;
  readonly plan: Plan;
}

type Facts = Omit<ProfileBody, 'name' | 'units'>;
interface Told {
  readonly on: string;
  readonly shows: string;
  readonly called?: string;
  readonly facts?: Partial<Facts>;
  readonly stated?: readonly {
    readonly on: string;
    readonly items: Readonly<Record<string, object>>;
  }[];
}

const company: Facts = {
  sector: 'private',
  counties: ['etela-pohjanmaa'],
  serviceTasks: ['older-people'],
  usesClientDataSystem: true,
  joiningModel: 'direct',
  ownRegister: true,
  actsForOrganiser: true,
};

const businessId = BusinessId.parse(businessIdOf('9000106'));

const received = (
  statements: NonNullable<Told['stated']>,
  today: Day,
): readonly ReceivedAssessment[] =>
  statements.map(({ on, items }) => ({
    ...selfAssessment(today).parse({ statedOn: on, items }),
    assessmentId: on,
    receivedAt: `${on}T10:00:00.000Z`,
    receivedOn: day(on),
  }));

const example = (
  name: string,
  { on, shows, called = 'Esimerkkihoiva Oy', facts = {}, stated = [] }: Told,
): PlanExample => {
  const today = day(on);
  const profile = organisationProfile(today).parse({ name: called, ...company, ...facts });
  const { plan } = evaluate({
    organisation: { ...profile, businessId },
    assessments: received(stated, today),
    waivers: [],
    on: today,
  });
  return { name, shows, organisation: called, plan };
};

const done = (since: string) => ({ state: 'done', since });
const begun = (since: string) => ({ state: 'in-progress', since });

/** The decision in February, the system there, cards ordered; the rest still to come. */
const inTheMiddle: NonNullable<Told['stated']> = [
  {
    on: '2026-05-28',
    items: {
      'decision-and-project': done('2026-02-02'),
      'certified-system': done('2026-03-16'),
      'licence-or-registration': done('2024-10-01'),
      'sote-register-entry': done('2026-04-07'),
      'registers-separated': begun('2026-05-04'),
      'organiser-contract': done('2026-01-01'),
      cards: begun('2026-05-11'),
      'security-plan': begun('2026-04-20'),
      'staff-training': begun('2026-05-18'),
      'access-rights': { state: 'not-started' },
      'suomifi-mandate': done('2026-05-06'),
      'kanta-application': { state: 'not-started' },
      'connection-test': { state: 'not-started' },
      'deployment-test': { state: 'not-started' },
      'deployment-report': { state: 'not-started' },
      'production-use': { state: 'not-started' },
    },
  },
];

/** The one that the documentation shows. */
export const documented = 'in-the-middle';

export const planExamples = (): readonly PlanExample[] => [
  example('never-joined', {
    on: '2026-11-22',
    shows: 'nothing stated, and the deadline has passed',
  }),
  example('half-a-year-before', { on: '2026-03-01', shows: 'nothing stated, half a year is left' }),
  example(documented, {
    on: '2026-06-01',
    shows: 'some steps done, some in progress, a system that others have joined with',
    facts: { systemUsedToJoin: true },
    stated: inTheMiddle,
  }),
  example('tight', {
    on: '2026-08-10',
    shows: 'weeks are left, and the deployment test has succeeded',
    facts: { systemUsedToJoin: true, counties: ['kainuu'] },
    stated: [
      ...inTheMiddle,
      {
        on: '2026-08-07',
        items: {
          'registers-separated': done('2026-06-24'),
          'security-plan': done('2026-06-30'),
          'staff-training': done('2026-06-15'),
          'access-rights': done('2026-06-15'),
          cards: done('2026-06-26'),
          'kanta-application': done('2026-07-06'),
          'connection-test': done('2026-08-03'),
          'deployment-test': done('2026-08-06'),
          'service-certificates': done('2026-06-10'),
        },
      },
    ],
  }),
  example('parallel', {
    on: '2026-06-01',
    shows: 'parallel joining only: storing into the register of the organiser',
    facts: { joiningModel: 'parallel', ownRegister: false },
  }),
  example('joined', {
    on: '2026-06-01',
    shows: 'it has joined',
    facts: { joinedOn: '2026-05-18' },
    stated: inTheMiddle,
  }),
  example('aland', {
    on: '2026-06-01',
    shows: 'on Åland nothing binds it to join',
    called: 'Exempelvården på Åland Ab',
    facts: { counties: ['ahvenanmaa'], joiningModel: 'undecided' },
  }),
  example('long-name', {
    on: '2026-03-01',
    shows: 'a public organiser with a long name that tries to be markup',
    called:
      'Exempelösterbottens samkommun för social- och hälsovårdstjänster, tjänster för äldre & "personer med funktionsnedsättning" </text><script>alert(1)</script> i svenska Österbotten',
    facts: {
      sector: 'public',
      counties: ['pohjanmaa'],
      serviceTasks: ['older-people', 'family-law'],
      actsForOrganiser: false,
    },
  }),
];
