import { addDays, day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { County } from '../../domain/statute/counties.ts';
import { type RouteName, routes } from '../../functions/api/routes.ts';
import { warningIdOf } from '../../functions/api/warnings/warning-id.ts';
import { aProfile } from './builders.ts';

/*
 * Who may do what, written out by hand beside functions/api/access.ts, and a valid call of every route. A new
 * route does not compile until it stands here: say of which kind it is, and how it is called.
 */

/** Where the organisation of a call stands, seen from the one who calls. */
export const places = ['own', 'same-county', 'other-county', 'missing'] as const;
export type Place = (typeof places)[number];

export const holders = ['provider', 'supervisor', 'admin', 'no-role', 'no-token'] as const;
export type Holder = (typeof holders)[number];

/** What a call comes to: it is answered as asked, or refused with this status. */
export type Outcome = 'done' | 401 | 403 | 404;

const everywhere = (outcome: Outcome): Readonly<Record<Place, Outcome>> => ({
  own: outcome,
  'same-county': outcome,
  'other-county': outcome,
  missing: outcome,
});
const nobodyElse = { 'no-role': everywhere(403), 'no-token': everywhere(401) } as const;
const ofOneProvider = {
  own: 'done',
  'same-county': 404,
  'other-county': 404,
  missing: 404,
} as const;
const ofOneCounty = {
  own: 'done',
  'same-county': 'done',
  'other-county': 404,
  missing: 404,
} as const;
const ofAll = {
  own: 'done',
  'same-county': 'done',
  'other-county': 'done',
  missing: 404,
} as const;

/** Of each kind of route, what each holder of a token comes to, by where the organisation stands. */
export const expectations = {
  'reads an organisation': {
    provider: ofOneProvider,
    supervisor: ofOneCounty,
    admin: ofAll,
    ...nobodyElse,
  },
  'registers an organisation': {
    provider: ofOneProvider,
    supervisor: everywhere(403),
    admin: everywhere('done'),
    ...nobodyElse,
  },
  'adds to an organisation': {
    provider: ofOneProvider,
    supervisor: everywhere(403),
    admin: ofAll,
    ...nobodyElse,
  },
  'oversees an organisation': {
    provider: everywhere(403),
    supervisor: ofOneCounty,
    admin: ofAll,
    ...nobodyElse,
  },
  'reaches what is her own': {
    provider: everywhere(403),
    supervisor: ofOneProvider,
    admin: ofAll,
    ...nobodyElse,
  },
  'oversees many': {
    provider: everywhere(403),
    supervisor: everywhere('done'),
    admin: everywhere('done'),
    ...nobodyElse,
  },
  'reads many': {
    provider: everywhere('done'),
    supervisor: everywhere('done'),
    admin: everywhere('done'),
    ...nobodyElse,
  },
  administers: {
    provider: everywhere(403),
    supervisor: everywhere(403),
    admin: everywhere('done'),
    ...nobodyElse,
  },
  'is open': {
    provider: everywhere('done'),
    supervisor: everywhere('done'),
    admin: everywhere('done'),
    'no-role': everywhere('done'),
    'no-token': everywhere('done'),
  },
} as const satisfies Readonly<
  Record<string, Readonly<Record<Holder, Readonly<Record<Place, Outcome>>>>>
>;
export type Kind = keyof typeof expectations;

/** What the calls are made in: three organisations, and what a call needs to be there first. */
export interface World {
  readonly organisations: Readonly<Record<Exclude<Place, 'missing'>, BusinessId>>;
  readonly county: County;
  readonly otherCounty: County;
  /** An import begun by who calls, by another supervisor of the county, and by one of the other. */
  readonly imports: Readonly<Record<Exclude<Place, 'missing'>, string>>;
  /** A supervisor who calls, another of the county, and one of the other. */
  readonly supervisors: Readonly<Record<Exclude<Place, 'missing'>, string>>;
  /** The path of a calendar. */
  readonly calendar: string;
  /** The path behind a mail's link. */
  readonly link: string;
  /** The last night that was closed. */
  readonly night: string;
  /** A business ID that nothing knows. */
  unused(): BusinessId;
  /** Another number each time, for what must differ from what is stored. */
  another(): number;
  /** Puts a producer on a county's list. */
  expect(county: County, businessId: BusinessId): Promise<void>;
  /** Makes a webhook unless it is there. */
  webhook(id: string): Promise<void>;
}

/** A webhook that nothing is told to before the calls are over. */
export const aWebhook = (facts: object = {}) => ({
  url: 'https://county.example.fi/kanta',
  events: ['status-changed'],
  counties: ['kainuu'],
  language: 'fi',
  active: true,
  ...facts,
});

export interface Request {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at as it came
type Body = any;

export type AccessCase =
  | {
      readonly kind:
        | 'reads an organisation'
        | 'registers an organisation'
        | 'adds to an organisation'
        | 'oversees an organisation'
        | 'reaches what is her own';
      readonly request: (place: Place, world: World) => Request | Promise<Request>;
    }
  | {
      readonly kind: 'oversees many' | 'reads many';
      readonly request: (world: World) => Request;
      /** The business IDs in the answer, or how many organisations it speaks of. */
      readonly seen: (body: Body) => readonly string[] | number;
    }
  | {
      readonly kind: 'administers' | 'is open';
      readonly request: (world: World) => Request | Promise<Request>;
    };

const pathOf = (name: RouteName, values: Readonly<Record<string, string>> = {}): string =>
  routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? `no-${key}`);

const idAt = (place: Place, world: World): BusinessId =>
  place === 'missing' ? world.unused() : world.organisations[place];

/** A call of a route whose path names an organisation. */
const about =
  (name: RouteName, more: (world: World) => Omit<Request, 'path'> = () => ({})) =>
  (place: Place, world: World): Request => ({
    path: pathOf(name, { businessId: idAt(place, world) }),
    ...more(world),
  });

export const countyAt = (place: Place, { county, otherCounty }: World): County =>
  place === 'own' || place === 'same-county' ? county : otherCounty;

export const accessCases: Readonly<Record<RouteName, AccessCase>> = {
  'save-organisation': {
    kind: 'registers an organisation',
    request: (place, world) => ({
      ...about('save-organisation')(place, world),
      body: aProfile({
        counties: [countyAt(place, world)],
        name: `Esimerkkihoiva ${world.another()} Oy`,
      }),
    }),
  },
  'get-organisation': { kind: 'reads an organisation', request: about('get-organisation') },
  'list-organisations': {
    kind: 'oversees many',
    request: () => ({ path: '/organisations?limit=200' }),
    seen: ({ organisations }) =>
      organisations.map(({ businessId }: { businessId: string }) => businessId),
  },
  'export-organisations': {
    kind: 'oversees many',
    request: () => ({ path: '/organisations.csv' }),
    seen: (table: string) => table.match(/\d{7}-\d/g) ?? [],
  },
  'start-import': {
    kind: 'oversees many',
    request: (world) => ({
      path: '/imports',
      body: Object.values(world.organisations).map((businessId) => ({
        businessId,
        name: `Tuotu ${world.another()} Oy`,
      })),
    }),
    seen: ({ rows, failed }) => rows - failed,
  },
  'get-import': {
    kind: 'reaches what is her own',
    request: (place, { imports }) => ({
      path: pathOf('get-import', {
        importId: place === 'missing' ? 'n'.repeat(22) : imports[place],
      }),
    }),
  },
  'get-deadlines': { kind: 'reads an organisation', request: about('get-deadlines') },
  'submit-assessment': {
    kind: 'adds to an organisation',
    request: about('submit-assessment', (world) => ({
      body: { statedOn: '2026-11-20', items: { cards: { state: 'in-progress' } } },
      headers: { 'idempotency-key': `key ${world.another()}` },
    })),
  },
  'list-assessments': { kind: 'reads an organisation', request: about('list-assessments') },
  'get-readiness': { kind: 'reads an organisation', request: about('get-readiness') },
  'get-readiness-history': {
    kind: 'reads an organisation',
    request: about('get-readiness-history'),
  },
  'get-plan': { kind: 'reads an organisation', request: about('get-plan') },
  'get-plan-picture': { kind: 'reads an organisation', request: about('get-plan-picture') },
  'approve-waiver': {
    kind: 'oversees an organisation',
    request: about('approve-waiver', () => ({
      body: {
        requirement: 'cards',
        reason: 'Kortit on tilattu.',
        until: '2026-12-31',
        requestedBy: 'Pekka Pyytäjä',
      },
    })),
  },
  'list-waivers': { kind: 'reads an organisation', request: about('list-waivers') },
  'list-warnings': {
    kind: 'reads many',
    request: () => ({ path: '/warnings?limit=200' }),
    seen: ({ warnings }) => [
      ...new Set<string>(warnings.map(({ businessId }: { businessId: string }) => businessId)),
    ],
  },
  'acknowledge-warning': {
    kind: 'reads an organisation',
    request: (place, world) => ({
      path: pathOf('acknowledge-warning', {
        id: warningIdOf({
          businessId: idAt(place, world),
          kind: 'deadline',
          id: 'join',
          due: day('2026-09-01'),
        }),
      }),
      body: { until: '2026-12-31' },
    }),
  },
  'get-acknowledgement': { kind: 'is open', request: ({ link }) => ({ path: link }) },
  'acknowledge-by-link': {
    kind: 'is open',
    // Another day each time: the same again would change nothing.
    request: ({ link, another }) => ({
      path: link,
      body: `until=${addDays(day('2026-11-22'), another() % 90)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  },
  'save-supervisor': {
    kind: 'administers',
    request: (world) => ({
      path: '/supervisors/maija',
      body: {
        name: `Maija ${world.another()}`,
        email: 'maija@example.fi',
        language: 'fi',
        counties: [world.county],
      },
    }),
  },
  'get-supervisor': { kind: 'administers', request: () => ({ path: '/supervisors/maija' }) },
  'list-supervisors': { kind: 'administers', request: () => ({ path: '/supervisors' }) },
  'list-expected-producers': {
    kind: 'oversees many',
    request: () => ({ path: '/expected-producers?limit=200' }),
    seen: ({ producers }) => producers.map(({ businessId }: { businessId: string }) => businessId),
  },
  'remove-expected-producer': {
    kind: 'oversees an organisation',
    request: async (place, world) => {
      const [county, businessId] = [countyAt(place, world), world.unused()];
      if (place !== 'missing') await world.expect(county, businessId);
      return { path: pathOf('remove-expected-producer', { county, businessId }) };
    },
  },
  'save-webhook': {
    kind: 'administers',
    request: (world) => ({
      path: '/webhooks/hook',
      body: aWebhook({ url: `https://county.example.fi/${world.another()}` }),
    }),
  },
  'get-webhook': { kind: 'administers', request: () => ({ path: '/webhooks/hook' }) },
  'delete-webhook': {
    kind: 'administers',
    request: async (world) => {
      await world.webhook('short-lived');
      return { path: '/webhooks/short-lived' };
    },
  },
  'list-webhooks': { kind: 'administers', request: () => ({ path: '/webhooks' }) },
  'rotate-webhook-secret': {
    kind: 'administers',
    request: () => ({ path: '/webhooks/hook/secrets' }),
  },
  'list-deliveries': {
    kind: 'administers',
    request: () => ({ path: '/webhooks/hook/deliveries' }),
  },
  'replay-deliveries': {
    kind: 'administers',
    request: ({ night }) => ({ path: '/webhooks/hook/replays', body: { since: night } }),
  },
  'make-calendar': {
    kind: 'reads an organisation',
    request: about('make-calendar', () => ({ body: { action: 'make' } })),
  },
  'make-supervisor-calendar': {
    kind: 'reaches what is her own',
    request: (place, { supervisors }) => ({
      path: pathOf('make-supervisor-calendar', {
        id: place === 'missing' ? 'nobody' : supervisors[place],
      }),
      body: { action: 'make' },
    }),
  },
  'get-calendar': { kind: 'is open', request: ({ calendar }) => ({ path: calendar }) },
  'list-nights': { kind: 'administers', request: () => ({ path: '/nights' }) },
  'get-night': {
    kind: 'administers',
    request: ({ night }) => ({ path: pathOf('get-night', { date: night }) }),
  },
  'list-changes': { kind: 'administers', request: () => ({ path: '/audit' }) },
  'run-simulation': {
    kind: 'oversees many',
    request: () => ({ path: '/simulations', body: { entries: [] } }),
    seen: ({ considered }) => considered,
  },
  'get-catalogue': { kind: 'is open', request: () => ({ path: '/catalogue' }) },
  'get-contract': { kind: 'is open', request: () => ({ path: '/openapi.json' }) },
  'get-docs': { kind: 'is open', request: () => ({ path: '/docs' }) },
  'get-docs-file': { kind: 'is open', request: () => ({ path: '/docs/page.js' }) },
  'get-health': { kind: 'is open', request: () => ({ path: '/health' }) },
};
