import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Caller,
  callerOf,
  countiesInReach,
  mayReach,
  mayUse,
  type Rule,
  reaches,
  reachesSupervisor,
  rules,
} from '../../../functions/api/access.ts';
import type { RouteName } from '../../../functions/api/routes.ts';
import { accessDocument, documentPath } from '../../../local/access-table.ts';

const own = '0204819-8';
const foreign = '2000000-3';
const provider = callerOf({ role: 'provider', organisations: own });
const supervisor = callerOf({ role: 'supervisor', counties: 'lappi kainuu' });
const admin = callerOf({ role: 'admin' });
const nobody = callerOf({});

const readOrganisation: readonly RouteName[] = [
  'get-organisation',
  'get-deadlines',
  'list-assessments',
  'get-readiness',
  'get-readiness-history',
  'list-waivers',
  'get-plan',
  'get-plan-picture',
  'make-calendar',
  'list-warnings',
  'acknowledge-warning',
];
const writeOrganisation: readonly RouteName[] = ['save-organisation', 'submit-assessment'];
const forAdmin: readonly RouteName[] = [
  'save-supervisor',
  'get-supervisor',
  'list-supervisors',
  'list-nights',
  'get-night',
  'list-changes',
];

const toOversee: readonly RouteName[] = [
  'run-simulation',
  'approve-waiver',
  'list-expected-producers',
  'remove-expected-producer',
];

describe('which roles may use a route', () => {
  it.each<[string, boolean, Caller, readonly RouteName[]]>([
    ['a provider reads organisations', true, provider, readOrganisation],
    ['a provider writes organisations', true, provider, writeOrganisation],
    ['a provider sees who supervises, or nights', false, provider, forAdmin],
    ['a supervisor reads organisations', true, supervisor, readOrganisation],
    ['a supervisor writes organisations', false, supervisor, writeOrganisation],
    ['a supervisor sees who supervises, or nights', false, supervisor, forAdmin],
    ['an admin reads organisations', true, admin, readOrganisation],
    ['an admin writes organisations', true, admin, writeOrganisation],
    ['an admin sees who supervises, and nights', true, admin, forAdmin],
    ['who has no role of ours reads organisations', false, nobody, readOrganisation],
    ['who has no role of ours writes organisations', false, nobody, writeOrganisation],
    ['who has no role of ours sees nights', false, nobody, forAdmin],
    [
      'a provider tries a change of law, waives what it must do, or sees whom a county expects',
      false,
      provider,
      toOversee,
    ],
    [
      'a supervisor tries a change of law, waives, or sees whom a county expects',
      true,
      supervisor,
      toOversee,
    ],
    [
      'an admin tries a change of law, waives, or sees whom a county expects',
      true,
      admin,
      toOversee,
    ],
    ['who has no role of ours does any of these', false, nobody, toOversee],
    ['anyone at all asks for health', true, nobody, ['get-health']],
    ['anyone at all opens a calendar, by its secret', true, nobody, ['get-calendar']],
    ['a supervisor makes a calendar of her own', true, supervisor, ['make-supervisor-calendar']],
    ['a provider makes a supervisor’s', false, provider, ['make-supervisor-calendar']],
  ])('%s: %s', (_, may, caller, routes) => {
    for (const route of routes) expect([route, mayUse(route, caller)]).toEqual([route, may]);
  });
});

describe('which organisations a caller reaches', () => {
  const inLapland = { businessId: foreign, counties: ['lappi', 'satakunta'] } as const;
  it.each<[string, boolean, Caller, { businessId: string; counties: readonly string[] }]>([
    ['a provider her own', true, provider, { businessId: own, counties: [] }],
    ['a provider another one', false, provider, { businessId: foreign, counties: ['lappi'] }],
    ['a supervisor one active in a county of hers', true, supervisor, inLapland],
    ['a supervisor one elsewhere', false, supervisor, { businessId: own, counties: ['satakunta'] }],
    ['a supervisor one that does not exist', false, supervisor, { businessId: own, counties: [] }],
    ['an admin any', true, admin, { businessId: foreign, counties: [] }],
    ['who has no role none', false, nobody, inLapland],
  ])('%s: %s', (_, does, caller, organisation) => {
    const asked = organisation as Parameters<typeof reaches>[2];
    expect(reaches('get-organisation', caller, asked)).toBe(does);
  });

  it.each<[string, boolean, Caller]>([
    ['a provider her own', true, provider],
    ['a provider another one', false, callerOf({ role: 'provider', organisations: foreign })],
    ['a supervisor with a county', true, supervisor],
    ['a supervisor without one', false, callerOf({ role: 'supervisor', counties: 'ei-ole' })],
    ['an admin', true, admin],
    ['who has no role', false, nobody],
  ])('is known for some before it is read: %s: %s', (_, may, caller) => {
    expect(mayReach('get-organisation', caller, own)).toBe(may);
  });

  it('reaches nothing to write as a supervisor, even in a county of hers', () => {
    expect(reaches('save-organisation', supervisor, { businessId: own, counties: ['lappi'] })).toBe(
      false,
    );
  });
});

describe('which supervisors a caller reaches', () => {
  const aino = callerOf({ sub: 'aino', role: 'supervisor', counties: 'lappi' });
  it.each<[string, boolean, Caller, string]>([
    ['a supervisor herself', true, aino, 'aino'],
    ['a supervisor another one', false, aino, 'brita'],
    ['a supervisor whose token names nobody', false, supervisor, 'aino'],
    ['an admin any', true, admin, 'aino'],
    ['a provider of the same name none', false, callerOf({ sub: 'a', role: 'provider' }), 'a'],
    ['who has no role none', false, callerOf({ sub: 'aino' }), 'aino'],
  ])('%s: %s', (_, does, caller, id) => {
    expect(reachesSupervisor('make-supervisor-calendar', caller, id)).toBe(does);
  });

  it('reaches nobody by a route that is for admins', () => {
    expect(reachesSupervisor('get-supervisor', aino, 'aino')).toBe(false);
  });
});

describe('the claims of a token', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a text with spaces', `${own} ${foreign}`, [own, foreign]],
    ['an array, as the gateway writes it', `[${own} ${foreign}]`, [own, foreign]],
    ['an array with commas', `["${own}", "${foreign}"]`, [own, foreign]],
    ['an array as it is', [own, foreign], [own, foreign]],
    ['an empty text', '', []],
    ['nothing', undefined, []],
    ['something else', { $gt: '' }, []],
    ['a number', 7, []],
  ])('name organisations by %s', (_, organisations, read) => {
    expect(callerOf({ role: 'provider', organisations }).organisations).toEqual(read);
  });

  it.each([undefined, '', 'Admin', 'admin supervisor', ['admin'], 'root', '__proto__'])(
    'give no role for %j',
    (role) => {
      expect(callerOf({ role }).role).toBeUndefined();
    },
  );

  it.each([
    ['of an access token', 'access', 'admin'],
    ['that do not say of what', undefined, 'admin'],
    ['of an ID token', 'id', undefined],
    ['of something else', '', undefined],
  ])('%s give the role %s', (_, token_use, role) => {
    expect(callerOf({ role: 'admin', ...(token_use !== undefined && { token_use }) }).role).toBe(
      role,
    );
  });

  it.each([
    ['a county that is none', 'supervisor', 'counties', 'ei-ole'],
    ['every county', 'supervisor', 'counties', '*'],
    ['a county’s name and more', 'supervisor', 'counties', 'lappi/../kainuu lappi%20 LAPPI lapp'],
    ['what every object has', 'supervisor', 'counties', '__proto__ constructor toString length 0'],
    ['more counties than there are', 'supervisor', 'counties', 'x '.repeat(50_000)],
    ['every organisation', 'provider', 'organisations', '* .* % 0204819-* undefined null'],
    ['what every object has', 'provider', 'organisations', '__proto__ constructor toString length'],
    ['an organisation in another script', 'provider', 'organisations', '０２０４８１９-８'],
    ['counties, as a provider', 'provider', 'counties', 'lappi'],
    ['organisations, as a supervisor', 'supervisor', 'organisations', own],
  ])('reach nothing by %s (%s)', (_, role, claim, value) => {
    const caller = callerOf({ role, [claim]: value });
    for (const route of readOrganisation) {
      expect(reaches(route, caller, { businessId: own, counties: ['lappi'] })).toBe(false);
      expect(mayReach(route, caller, own)).toBe(false);
    }
    expect(countiesInReach('list-organisations', caller)).toEqual([]);
  });

  it.each([undefined, null, 'admin', [], 7])('that are %j name nobody', (claims) => {
    expect(callerOf(claims)).toEqual({ role: undefined, organisations: [], counties: [] });
  });

  it.each([
    ['a text', 'aino', 'aino'],
    ['nothing', undefined, undefined],
    ['an empty text', ' ', undefined],
    ['a number', 7, undefined],
  ])('tell who it is by %s', (_, sub, subject) => {
    expect(callerOf({ role: 'admin', sub })).toMatchObject({ role: 'admin', subject });
  });

  it('reach nothing by a part of an ID', () => {
    const caller = callerOf({ role: 'provider', organisations: '0204819' });
    expect(reaches('get-organisation', caller, { businessId: own, counties: [] })).toBe(false);
  });
});

describe('a route without a rule', () => {
  it('does not compile, and neither does a rule that forgets a role', () => {
    const { 'get-night': _, ...others } = rules;
    // @ts-expect-error: one route has no rule
    const lacking: typeof rules = others;
    // @ts-expect-error: what is not said of the admin is not allowed, so it must be said
    const forgetful: Rule = { provider: 'own', supervisor: 'none' };
    expect(lacking['get-night']).toBeUndefined();
    expect(forgetful).not.toHaveProperty('admin');
  });
});

describe('docs/access.md', () => {
  it('says what the rules say (npm run tables)', () => {
    expect(readFileSync(documentPath, 'utf8')).toBe(accessDocument());
  });
});
