import { describe, expect, it } from 'vitest';
import { aStage, synthesised } from './synthesised.ts';

const routesOf = ({ ofType }: ReturnType<typeof synthesised>) =>
  ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);

/** The contract: each route, and the construct of the function that answers. */
const contract = [
  ['PUT /organisations/{businessId}', 'SaveOrganisation'],
  ['GET /organisations/{businessId}', 'GetOrganisation'],
  ['GET /organisations', 'ListOrganisations'],
  ['GET /organisations.csv', 'ExportOrganisations'],
  ['POST /imports', 'StartImport'],
  ['GET /imports/{importId}', 'GetImport'],
  ['GET /organisations/{businessId}/deadlines', 'GetDeadlines'],
  ['POST /organisations/{businessId}/assessments', 'SubmitAssessment'],
  ['GET /organisations/{businessId}/assessments', 'ListAssessments'],
  ['GET /organisations/{businessId}/readiness', 'GetReadiness'],
  ['GET /organisations/{businessId}/plan', 'GetPlan'],
  ['GET /organisations/{businessId}/readiness/history', 'GetReadinessHistory'],
  ['POST /organisations/{businessId}/waivers', 'ApproveWaiver'],
  ['GET /organisations/{businessId}/waivers', 'ListWaivers'],
  ['GET /organisations/{businessId}/plan.svg', 'GetPlanPicture'],
  ['GET /warnings', 'ListWarnings'],
  ['POST /warnings/{id}/acknowledgement', 'AcknowledgeWarning'],
  ['GET /acknowledge/{link}', 'GetAcknowledgement'],
  ['POST /acknowledge/{link}', 'AcknowledgeByLink'],
  ['PUT /supervisors/{id}', 'SaveSupervisor'],
  ['GET /supervisors/{id}', 'GetSupervisor'],
  ['GET /supervisors', 'ListSupervisors'],
  ['GET /expected-producers', 'ListExpectedProducers'],
  ['DELETE /expected-producers/{county}/{businessId}', 'RemoveExpectedProducer'],
  ['PUT /webhooks/{id}', 'SaveWebhook'],
  ['GET /webhooks/{id}', 'GetWebhook'],
  ['DELETE /webhooks/{id}', 'DeleteWebhook'],
  ['GET /webhooks', 'ListWebhooks'],
  ['POST /webhooks/{id}/secrets', 'RotateWebhookSecret'],
  ['GET /webhooks/{id}/deliveries', 'ListDeliveries'],
  ['POST /webhooks/{id}/replays', 'ReplayDeliveries'],
  ['POST /organisations/{businessId}/calendar', 'MakeCalendar'],
  ['POST /supervisors/{id}/calendar', 'MakeSupervisorCalendar'],
  ['GET /calendars/{file}', 'GetCalendar'],
  ['GET /nights', 'ListNights'],
  ['GET /nights/{date}', 'GetNight'],
  ['GET /audit', 'ListChanges'],
  ['POST /simulations', 'RunSimulation'],
  ['GET /openapi.json', 'GetContract'],
  ['GET /docs', 'GetDocs'],
  ['GET /docs/{file}', 'GetDocsFile'],
  ['GET /health', 'GetHealth'],
  ['GET /catalogue', 'GetCatalogue'],
] as const;

const publicRoutes = [
  'GET /health',
  'GET /catalogue',
  'GET /openapi.json',
  'GET /docs',
  'GET /docs/{file}',
  'GET /calendars/{file}',
  'GET /acknowledge/{link}',
  'POST /acknowledge/{link}',
];

describe('The API', () => {
  const built = synthesised();
  const routes = routesOf(built);

  it('has the routes of the contract and no other', () => {
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(
      contract.map(([route]) => route).sort(),
    );
  });

  it.each(contract)('answers %s by %s', (route, name) => {
    const target = routes.find(({ RouteKey }) => RouteKey === route).Target;
    const integration = built.all[target['Fn::Join'][1][1].Ref];
    const [id] = integration?.Properties.IntegrationUri['Fn::GetAtt'] ?? [];
    expect(id).toMatch(new RegExp(`^Api${name}Function`));
    expect(integration?.Properties.PayloadFormatVersion).toBe('2.0');
  });

  it('asks for a token on every route but what is public', () => {
    const [[authoriser]] = built.ofType('AWS::ApiGatewayV2::Authorizer') as [[string, unknown]];
    for (const { RouteKey, AuthorizationType, AuthorizerId } of routes) {
      const open = publicRoutes.includes(RouteKey);
      expect(AuthorizationType, RouteKey).toBe(open ? 'NONE' : 'JWT');
      expect(AuthorizerId, RouteKey).toEqual(open ? undefined : { Ref: authoriser });
    }
  });

  it('reads the token where clients send it', () => {
    const { Properties } = built.only('AWS::ApiGatewayV2::Authorizer');
    expect(Properties.IdentitySource).toEqual(['$request.header.Authorization']);
  });

  it('believes the tokens of its own user pool by default', () => {
    const [[pool]] = built.ofType('AWS::Cognito::UserPool') as [[string, unknown]];
    const [[client]] = built.ofType('AWS::Cognito::UserPoolClient') as [[string, unknown]];
    const { Issuer, Audience } = built.only('AWS::ApiGatewayV2::Authorizer').Properties
      .JwtConfiguration;
    expect(Issuer['Fn::Join'][1]).toEqual([
      'https://cognito-idp.',
      { Ref: 'AWS::Region' },
      '.amazonaws.com/',
      { Ref: pool },
    ]);
    expect(Audience).toEqual([{ Ref: client }]);
  });

  it('believes another issuer where the stage names one, and then makes no users of its own', () => {
    const other = synthesised(aStage({ issuer: 'https://id.example.fi', audience: 'kanta api' }));
    expect(other.only('AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration).toEqual({
      Issuer: 'https://id.example.fi',
      Audience: ['kanta', 'api'],
    });
    expect(other.ofType('AWS::Cognito::UserPool')).toEqual([]);
    expect(routesOf(other)).toHaveLength(contract.length);
  });

  it('holds back floods, and is called from no other site by a browser', () => {
    const { DefaultRouteSettings } = built.only('AWS::ApiGatewayV2::Stage').Properties;
    expect(DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    expect(DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
    expect(built.only('AWS::ApiGatewayV2::Api').Properties.CorsConfiguration).toBeUndefined();
  });

  it('logs calls without a word about persons: no address, agent, token or path', () => {
    const { Format } = built.only('AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings;
    expect(JSON.parse(Format)).toMatchObject({ route: '$context.routeKey' });
    expect(Format).not.toMatch(/identity|sourceIp|userAgent|claims|principal|\$context\.path/i);
  });

  it('tells the operator when it answers 5xx, which Lambda counts as no error', () => {
    const alarms = built.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const [[api]] = built.ofType('AWS::ApiGatewayV2::Api') as [[string, unknown]];
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: 'AWS/ApiGateway',
        MetricName: '5xx',
        Dimensions: [
          { Name: 'ApiId', Value: { Ref: api } },
          { Name: 'Stage', Value: '$default' },
        ],
        Threshold: 1,
      }),
    );
  });
});

describe('Sign-in', () => {
  const built = synthesised(aStage());
  const pool = built.only('AWS::Cognito::UserPool').Properties;
  const client = built.only('AWS::Cognito::UserPoolClient').Properties;

  it('asks everyone for a second factor that is not a text message', () => {
    expect(pool.MfaConfiguration).toBe('ON');
    expect(pool.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
  });

  it('lets only administrators make users', () => {
    expect(pool.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
  });

  it('asks for long passwords of every kind of character', () => {
    expect(pool.Policies.PasswordPolicy).toMatchObject({
      MinimumLength: 14,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
    });
  });

  it('writes claims into access tokens by its trigger, on a plan that allows it', () => {
    const { LambdaArn, LambdaVersion } = pool.LambdaConfig.PreTokenGenerationConfig;
    expect(LambdaArn['Fn::GetAtt'][0]).toMatch(/^SignInAddClaimsFunction/);
    expect(LambdaVersion).toBe('V2_0');
    expect(pool.UserPoolTier).toBe('ESSENTIALS');
  });

  it('lets nobody write the scopes of her own token', () => {
    const scopes = pool.Schema.map(({ Name }: { Name: string }) => Name).sort();
    expect(scopes).toEqual(['counties', 'organisations', 'role']);
    // Without these lists Cognito lets a client write every attribute.
    expect(client.WriteAttributes).toEqual(['email']);
    expect(client.ReadAttributes).toEqual(['email']);
  });

  it('takes no password in the clear from a browser', () => {
    expect(client.ExplicitAuthFlows).not.toContain('ALLOW_USER_PASSWORD_AUTH');
  });
});
