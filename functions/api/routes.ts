/*
 * The routes of the API as data: what the gateway is told, what the contract describes and what the
 * tests walk through. Each route is answered by the function in the folder of its name. A route without
 * a function (lib/api.ts), a rule (access.ts) or a description (contract/) does not compile.
 */

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As API Gateway writes it. */
  readonly path: string;
  /** Why no token is asked for, where none is. */
  readonly open?: string;
  /** Why nothing is changed by it, where the method would say otherwise. */
  readonly readsOnly?: string;
  /** Calls a second that the gateway lets through, of all callers together; `usualRate` where left out. */
  readonly rate?: number;
}

/** Of what reads or writes one organisation. A burst may be twice as large. */
export const usualRate = 50;
/** Of what goes through many organisations in one call. */
const wideRate = 5;
/** Of pages that anyone may open, each by a link of her own. */
const pageRate = 10;

const organisation = '/organisations/{businessId}';

export const routes = {
  'save-organisation': { method: 'PUT', path: organisation },
  'get-organisation': { method: 'GET', path: organisation },
  'list-organisations': { method: 'GET', path: '/organisations' },
  'export-organisations': { method: 'GET', path: '/organisations.csv', rate: wideRate },
  'start-import': { method: 'POST', path: '/imports', rate: wideRate },
  'get-import': { method: 'GET', path: '/imports/{importId}' },
  'get-deadlines': { method: 'GET', path: `${organisation}/deadlines` },
  'submit-assessment': { method: 'POST', path: `${organisation}/assessments` },
  'list-assessments': { method: 'GET', path: `${organisation}/assessments` },
  'get-readiness': { method: 'GET', path: `${organisation}/readiness` },
  'get-readiness-history': { method: 'GET', path: `${organisation}/readiness/history` },
  'get-plan': { method: 'GET', path: `${organisation}/plan` },
  'get-plan-picture': { method: 'GET', path: `${organisation}/plan.svg` },
  'approve-waiver': { method: 'POST', path: `${organisation}/waivers` },
  'list-waivers': { method: 'GET', path: `${organisation}/waivers` },
  'list-warnings': { method: 'GET', path: '/warnings', rate: wideRate },
  'acknowledge-warning': { method: 'POST', path: '/warnings/{id}/acknowledgement' },
  'get-acknowledgement': {
    method: 'GET',
    path: '/acknowledge/{link}',
    open: 'It is opened from a mail, by whoever was sent it: the link itself is the right.',
    rate: pageRate,
  },
  'acknowledge-by-link': {
    method: 'POST',
    path: '/acknowledge/{link}',
    open: 'It is sent from the page behind a mail’s link, which is the right.',
    rate: pageRate,
  },
  'save-supervisor': { method: 'PUT', path: '/supervisors/{id}' },
  'get-supervisor': { method: 'GET', path: '/supervisors/{id}' },
  'list-supervisors': { method: 'GET', path: '/supervisors' },
  'list-expected-producers': { method: 'GET', path: '/expected-producers' },
  'remove-expected-producer': {
    method: 'DELETE',
    path: '/expected-producers/{county}/{businessId}',
  },
  'save-webhook': { method: 'PUT', path: '/webhooks/{id}' },
  'get-webhook': { method: 'GET', path: '/webhooks/{id}' },
  'delete-webhook': { method: 'DELETE', path: '/webhooks/{id}' },
  'list-webhooks': { method: 'GET', path: '/webhooks' },
  'rotate-webhook-secret': { method: 'POST', path: '/webhooks/{id}/secrets' },
  'list-deliveries': { method: 'GET', path: '/webhooks/{id}/deliveries' },
  'replay-deliveries': { method: 'POST', path: '/webhooks/{id}/replays', rate: wideRate },
  'make-calendar': { method: 'POST', path: `${organisation}/calendar` },
  'make-supervisor-calendar': { method: 'POST', path: '/supervisors/{id}/calendar' },
  'get-calendar': {
    method: 'GET',
    path: '/calendars/{file}',
    open: 'Calendar programs hold no token: the address itself is the secret, and can be revoked.',
  },
  'list-nights': { method: 'GET', path: '/nights', rate: wideRate },
  'get-night': { method: 'GET', path: '/nights/{date}' },
  'list-changes': { method: 'GET', path: '/audit' },
  'run-simulation': {
    method: 'POST',
    path: '/simulations',
    rate: wideRate,
    readsOnly: 'A change of law is tried, and what it would do is only told.',
  },
  'get-catalogue': {
    method: 'GET',
    path: '/catalogue',
    open: 'The law is public, and so is how we read it.',
  },
  'get-contract': {
    method: 'GET',
    path: '/openapi.json',
    open: 'Who is to hold a token needs to know first what for.',
  },
  'get-docs': {
    method: 'GET',
    path: '/docs',
    open: 'The contract is public, and so is its page.',
  },
  'get-docs-file': {
    method: 'GET',
    path: '/docs/{file}',
    open: 'What the page of the contract is made of.',
  },
  'get-health': {
    method: 'GET',
    path: '/health',
    open: 'Liveness is asked by those who hold no token, and says nothing but the version.',
  },
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;

type ReadsOnly = { readonly method: 'GET' } | { readonly readsOnly: string };

/** The routes that change something: each leaves its entry in the audit trail (changingFunction). */
export type ChangingRoute = {
  [Name in RouteName]: (typeof routes)[Name] extends ReadsOnly ? never : Name;
}[RouteName];
export type ReadingRoute = Exclude<RouteName, ChangingRoute>;

/** Calls a second that a route lets through. */
export const rateOf = (name: RouteName): number => {
  const { rate = usualRate }: Route = routes[name];
  return rate;
};

/** The routes in their order, each with its name. */
export const everyRoute = (): readonly (readonly [RouteName, Route])[] =>
  routeNames.map((name) => [name, routes[name]]);

const isRouteName = (name: string): name is RouteName => Object.hasOwn(routes, name);
export const routeNames: readonly RouteName[] = Object.keys(routes).filter(isRouteName);

/** Whether the route changes something, as the types say it. */
export const isChanging = (name: RouteName): name is ChangingRoute => {
  const { method, readsOnly }: Route = routes[name];
  return method !== 'GET' && readsOnly === undefined;
};
