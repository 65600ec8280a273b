import * as z from 'zod';
import { type County, counties } from '../../domain/statute/counties.ts';
import type { RouteName } from './routes.ts';

/*
 * Who may do what. Pure, and the only place that decides it: a route without a rule for every role
 * does not compile, and what no rule allows is refused.
 */

export const roles = ['provider', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Which organisations a role reaches through a route. */
export type Reach =
  | 'none'
  /** Those that the token names; of supervisors the token's subject itself. */
  | 'own'
  /** Those active in a county that the token names. */
  | 'own-counties'
  | 'all';

export type Rule = 'anyone' | Readonly<Record<Role, Reach>>;

const readers: Rule = { provider: 'own', supervisor: 'own-counties', admin: 'all' };
const writers: Rule = { provider: 'own', supervisor: 'none', admin: 'all' };
const overseers: Rule = { provider: 'none', supervisor: 'own-counties', admin: 'all' };
/** Of a supervisor's own things: hers, and those of all. */
const herself: Rule = { provider: 'none', supervisor: 'own', admin: 'all' };
const adminOnly: Rule = { provider: 'none', supervisor: 'none', admin: 'all' };

export const rules: Readonly<Record<RouteName, Rule>> = {
  'save-organisation': writers,
  'get-organisation': readers,
  'list-organisations': overseers,
  'export-organisations': overseers,
  'start-import': overseers,
  'get-import': overseers,
  'get-deadlines': readers,
  'submit-assessment': writers,
  'list-assessments': readers,
  'get-readiness': readers,
  'get-plan': readers,
  'get-readiness-history': readers,
  'approve-waiver': overseers,
  'list-waivers': readers,
  'get-plan-picture': readers,
  'list-warnings': readers,
  'acknowledge-warning': readers,
  'get-acknowledgement': 'anyone',
  'acknowledge-by-link': 'anyone',
  'save-supervisor': adminOnly,
  'get-supervisor': adminOnly,
  'list-supervisors': adminOnly,
  'list-expected-producers': overseers,
  'remove-expected-producer': overseers,
  'save-webhook': adminOnly,
  'get-webhook': adminOnly,
  'delete-webhook': adminOnly,
  'list-webhooks': adminOnly,
  'rotate-webhook-secret': adminOnly,
  'list-deliveries': adminOnly,
  'replay-deliveries': adminOnly,
  'make-calendar': readers,
  'make-supervisor-calendar': herself,
  'get-calendar': 'anyone',
  'list-nights': adminOnly,
  'get-night': adminOnly,
  'list-changes': adminOnly,
  'run-simulation': overseers,
  'get-catalogue': 'anyone',
  'get-contract': 'anyone',
  'get-docs': 'anyone',
  'get-docs-file': 'anyone',
  'get-health': 'anyone',
};

/** Who calls, as the verified token says. `role` is undefined where it names none of ours. */
export interface Caller {
  /** Who it is, by the issuer's name for her; undefined where the token does not say. */
  readonly subject: string | undefined;
  readonly role: Role | undefined;
  readonly organisations: readonly string[];
  readonly counties: readonly string[];
}

/** Claims are texts: items between spaces, or `[a b]` as the gateway writes an array. */
const items = z
  .union([z.string().transform((text) => text.split(/[\s,[\]"]+/)), z.array(z.string())])
  .transform((all) => all.filter((item) => item !== ''))
  .catch([]);

const claims = z.object({
  /** Cognito's: an ID token says who somebody is, to the client that asked; it opens nothing here. */
  token_use: z.literal('access').optional(),
  sub: z.string().trim().min(1).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  organisations: items,
  counties: items,
});

const nobody: Caller = {
  subject: undefined,
  role: undefined,
  organisations: [],
  counties: [],
};

/** The caller that a token's claims name; nobody where they are not what we know. */
export const callerOf = (tokenClaims: unknown): Caller => {
  const { data } = claims.safeParse(tokenClaims);
  if (data === undefined) return nobody;
  const { sub: subject, role, organisations, counties } = data;
  return { subject, role, organisations, counties };
};

const reachOf = (route: RouteName, { role }: Caller): Reach => {
  const rule = rules[route];
  if (rule === 'anyone') return 'all';
  return role === undefined ? 'none' : rule[role];
};

/** Whether the caller's role may ever use the route; without it the answer is 403. */
export const mayUse = (route: RouteName, caller: Caller): boolean =>
  reachOf(route, caller) !== 'none';

/** The counties whose lists the caller reads through the route, in no order. */
export const countiesInReach = (route: RouteName, caller: Caller): readonly County[] => {
  switch (reachOf(route, caller)) {
    case 'none':
    case 'own':
      return [];
    case 'own-counties':
      return counties.filter((county) => caller.counties.includes(county));
    case 'all':
      return counties;
  }
};

/** The organisations that the caller reaches by name through the route; undefined where it is by county, or all. */
export const organisationsInReach = (
  route: RouteName,
  caller: Caller,
): readonly string[] | undefined =>
  reachOf(route, caller) === 'own' ? caller.organisations : undefined;

/**
 * Whether an organisation can lie in the caller's scope, whatever is stored of it. Asked before it is
 * read: who cannot reach it then waits no longer for one that exists than for one that does not.
 */
export const mayReach = (route: RouteName, caller: Caller, businessId: string): boolean => {
  switch (reachOf(route, caller)) {
    case 'none':
      return false;
    case 'own':
      return caller.organisations.includes(businessId);
    case 'own-counties':
      return countiesInReach(route, caller).length > 0;
    case 'all':
      return true;
  }
};

/** An organisation as far as scope asks: `counties` is empty where it does not exist. */
export interface ScopedOrganisation {
  readonly businessId: string;
  readonly counties: readonly County[];
}

/** Whether the organisation lies in the caller's scope; outside it the answer is 404, as if there were none. */
export const reaches = (
  route: RouteName,
  caller: Caller,
  { businessId, counties }: ScopedOrganisation,
): boolean => {
  switch (reachOf(route, caller)) {
    case 'none':
      return false;
    case 'own':
      return caller.organisations.includes(businessId);
    case 'own-counties':
      return counties.some((county) => caller.counties.includes(county));
    case 'all':
      return true;
  }
};

/** Whether a supervisor by her id lies in the caller's reach: she herself is whom the token is of. */
export const reachesSupervisor = (route: RouteName, caller: Caller, id: string): boolean => {
  switch (reachOf(route, caller)) {
    case 'none':
    case 'own-counties':
      return false;
    case 'own':
      return caller.subject === id;
    case 'all':
      return true;
  }
};
