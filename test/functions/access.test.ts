import { describe, expect, it } from 'vitest';
import { type Caller, callerOf, mayUse, type RouteName, reaches } from '../../functions/access.ts';

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
];
const writeOrganisation: readonly RouteName[] = ['save-organisation', 'submit-assessment'];
const forAdmin: readonly RouteName[] = [
  'save-supervisor',
  'get-supervisor',
  'list-supervisors',
  'get-night',
];

describe('which roles may use a route', () => {
  it.each<[string, Caller, readonly RouteName[], boolean]>([
    ['a provider reads organisations', provider, readOrganisation, true],
    ['a provider writes organisations', provider, writeOrganisation, true],
    ['a provider sees who supervises, or nights', provider, forAdmin, false],
    ['a supervisor reads organisations', supervisor, readOrganisation, true],
    ['a supervisor writes organisations', supervisor, writeOrganisation, false],
    ['a supervisor sees who supervises, or nights', supervisor, forAdmin, false],
    ['an admin reads organisations', admin, readOrganisation, true],
    ['an admin writes organisations', admin, writeOrganisation, true],
    ['an admin sees who supervises, and nights', admin, forAdmin, true],
    ['who has no role of ours reads organisations', nobody, readOrganisation, false],
    ['who has no role of ours writes organisations', nobody, writeOrganisation, false],
    ['who has no role of ours sees nights', nobody, forAdmin, false],
    ['anyone at all asks for health', nobody, ['get-health'], true],
  ])('%s: %4$s', (_, caller, routes, may) => {
    for (const route of routes) expect([route, mayUse(route, caller)]).toEqual([route, may]);
  });
});

describe('which organisations a caller reaches', () => {
  const inLapland = { businessId: foreign, counties: ['lappi', 'satakunta'] } as const;
  it.each<[string, Caller, { businessId: string; counties: readonly string[] }, boolean]>([
    ['a provider her own', provider, { businessId: own, counties: [] }, true],
    ['a provider another one', provider, { businessId: foreign, counties: ['lappi'] }, false],
    ['a supervisor one active in a county of hers', supervisor, inLapland, true],
    ['a supervisor one elsewhere', supervisor, { businessId: own, counties: ['satakunta'] }, false],
    ['a supervisor one that does not exist', supervisor, { businessId: own, counties: [] }, false],
    ['an admin any', admin, { businessId: foreign, counties: [] }, true],
    ['who has no role none', nobody, inLapland, false],
  ])('%s: %4$s', (_, caller, organisation, does) => {
    const asked = organisation as Parameters<typeof reaches>[2];
    expect(reaches('get-organisation', caller, asked)).toBe(does);
  });

  it('reaches nothing to write as a supervisor, even in a county of hers', () => {
    expect(reaches('save-organisation', supervisor, { businessId: own, counties: ['lappi'] })).toBe(
      false,
    );
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

  it.each([
    undefined,
    '',
    'Admin',
    'admin supervisor',
    ['admin'],
    'root',
    '__proto__',
  ])('give no role for %j', (role) => {
    expect(callerOf({ role }).role).toBeUndefined();
  });

  it.each([undefined, null, 'admin', [], 7])('that are %j name nobody', (claims) => {
    expect(callerOf(claims)).toEqual({ role: undefined, organisations: [], counties: [] });
  });

  it('reach nothing by a part of an ID', () => {
    const caller = callerOf({ role: 'provider', organisations: '0204819' });
    expect(reaches('get-organisation', caller, { businessId: own, counties: [] })).toBe(false);
  });
});
