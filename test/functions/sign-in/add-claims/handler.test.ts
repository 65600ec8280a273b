import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../../functions/api/access.ts';
import { addClaims } from '../../../../functions/sign-in/add-claims/handler.ts';

/** The event of a user with these attributes, as Cognito makes it. */
const signIn = (userAttributes: Record<string, string>): PreTokenGenerationV2TriggerEvent => ({
  version: '2',
  triggerSource: 'TokenGeneration_Authentication',
  region: 'eu-north-1',
  userPoolId: 'eu-north-1_Example',
  userName: 'a-user',
  callerContext: { awsSdkVersion: '', clientId: 'a-client' },
  request: {
    userAttributes: { sub: 'a-user', email: 'anna@example.fi', ...userAttributes },
    groupConfiguration: {},
    scopes: [],
  },
  response: { claimsAndScopeOverrideDetails: {} },
});

const claimsOf = (userAttributes: Record<string, string>) =>
  addClaims(signIn(userAttributes)).response.claimsAndScopeOverrideDetails.accessTokenGeneration
    ?.claimsToAddOrOverride;

describe('An access token', () => {
  it('says what the administrator of the pool allowed its holder', () => {
    const claims = claimsOf({
      'custom:role': 'provider',
      'custom:organisations': '0204819-8 2042009-8',
    });
    expect(claims).toEqual({ role: 'provider', organisations: '0204819-8 2042009-8' });
  });

  it.each([
    ['  etela-savo   kainuu ', 'spaces'],
    ['etela-savo, kainuu', 'commas'],
    ['etela-savo;kainuu\n', 'semicolons and lines'],
  ])('separates by one space what the administrator wrote as %j, with %s', (written) => {
    expect(claimsOf({ 'custom:counties': written })).toEqual({ counties: 'etela-savo kainuu' });
  });

  it('is understood by the API as it was meant', () => {
    const claims = claimsOf({ 'custom:role': 'supervisor', 'custom:counties': 'kainuu,lappi' });
    expect(callerOf(claims)).toEqual({
      role: 'supervisor',
      organisations: [],
      counties: ['kainuu', 'lappi'],
    });
  });

  it.each([[{}], [{ 'custom:role': ' ' }], [{ role: 'admin', email: 'admin' }]])(
    'allows nothing to a user with no scopes of her own: %j',
    (attributes) => {
      expect(claimsOf(attributes)).toEqual({});
    },
  );

  it('holds nothing else about the user', () => {
    const { response } = addClaims(signIn({ 'custom:role': 'admin', phone_number: '+35840' }));
    expect(JSON.stringify(response)).not.toMatch(/anna|35840/);
  });
});

describe('An ID token', () => {
  it('gets no claim, so that it opens nothing', () => {
    const { response } = addClaims(signIn({ 'custom:role': 'admin' }));
    expect(response.claimsAndScopeOverrideDetails).not.toHaveProperty('idTokenGeneration');
  });
});

describe('Signing in twice', () => {
  it('gives the same claims', () => {
    const event = signIn({ 'custom:role': 'admin' });
    expect(addClaims(addClaims(event))).toEqual(addClaims(event));
  });
});
