import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { everyRoute, isChanging } from '../../functions/api/routes.ts';
import { aStage, type Resource, synthesised } from './synthesised.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const built = synthesised(aStage());

/** Where something may be written, by its partition key. */
const inTrail = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] } };
const outsideTrail = { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': ['AUDIT#*'] } };

const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

/** Each policy with the role that has it. */
const policies = built.ofType('AWS::IAM::Policy').map(([id, { Properties }]) => ({
  id,
  role: Properties.Roles[0].Ref as string,
  statements: Properties.PolicyDocument.Statement as readonly Statement[],
}));

const table = built.ofType('AWS::DynamoDB::Table')[0]?.[0];

/** What a function may do to the data and to the world, without its log and its trace. */
const allowed = (name: string): readonly string[] =>
  policies
    .filter(({ role }) =>
      role.match(new RegExp(`^(Api|Night|SignIn|Webhooks|Imports|MailEvents)${name}Role`)),
    )
    .flatMap(({ statements }) => statements)
    .flatMap(({ Action, Resource, Condition }) =>
      list(Action).map((action) => {
        const index = JSON.stringify(Resource).includes('/index/due');
        if (index) return `${action} by the index`;
        return isDeepStrictEqual(Condition, inTrail) ? `${action} in the trail` : action;
      }),
    )
    .filter((action) => !/^(logs|xray):/.test(action))
    .sort();

const reads = ['dynamodb:GetItem', 'dynamodb:Query'];
const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];
const both = [...reads, ...writes];
/** Of a route that changes something. */
const changes = [...both, 'dynamodb:PutItem in the trail'];

describe('A role', () => {
  it('has no policy that is not written here', () => {
    for (const [id, { Properties }] of built.ofType('AWS::IAM::Role')) {
      expect(Properties.ManagedPolicyArns, id).toBeUndefined();
      expect(Properties.Policies, id).toBeUndefined();
    }
  });

  it('may do nothing by a pattern of actions', () => {
    expect(policies.length).toBeGreaterThan(15);
    for (const { id, statements } of policies) {
      for (const action of statements.flatMap(({ Action }) => list(Action))) {
        expect(action, id).not.toContain('*');
      }
    }
  });

  it('may act on everything only where AWS knows no resources', () => {
    const withoutResources = [
      ...['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      ...['xray:GetSamplingRules', 'xray:GetSamplingTargets'],
      ...['logs:CreateLogDelivery', 'logs:GetLogDelivery', 'logs:UpdateLogDelivery'],
      ...['logs:DeleteLogDelivery', 'logs:ListLogDeliveries', 'logs:PutResourcePolicy'],
      ...['logs:DescribeResourcePolicies', 'logs:DescribeLogGroups'],
      'ses:GetSendQuota',
    ];
    for (const { id, statements } of policies) {
      for (const { Action, Resource } of statements) {
        if (list(Resource).includes('*')) {
          expect(withoutResources, id).toEqual(expect.arrayContaining([...list(Action)]));
        }
      }
    }
  });

  it('names each resource whole, but for versions and executions of the one state machine', () => {
    const partly = policies.flatMap(({ role, statements }) =>
      statements.flatMap(({ Resource }) =>
        list(Resource)
          .filter((resource) => resource !== '*' && JSON.stringify(resource).includes('*'))
          .map(() => role),
      ),
    );
    expect(new Set(partly)).toEqual(
      new Set(partly.filter((role) => role.startsWith('NightStateMachineRole'))),
    );
  });
});

/** Every function, what it may do, and why. */
const grants = [
  ['GetContract', [], 'what it answers is in its code'],
  ['GetDocs', [], 'what it answers is in its code'],
  ['GetDocsFile', [], 'what it answers is in its code'],
  ['GetHealth', [], 'it says that it lives'],
  ['AddClaims', [], 'all it needs comes with the event'],
  ['GetOrganisation', reads, 'it reads'],
  ['ListOrganisations', reads, 'it reads'],
  ['ExportOrganisations', reads, 'it reads'],
  ['GetImport', reads, 'it reads'],
  ['GetDeadlines', reads, 'it reads'],
  ['ListAssessments', reads, 'it reads'],
  ['GetReadiness', reads, 'it reads'],
  ['GetPlan', reads, 'it reads'],
  ['GetReadinessHistory', reads, 'it reads'],
  ['ListWaivers', reads, 'it reads'],
  ['GetPlanPicture', reads, 'it reads'],
  ['GetSupervisor', reads, 'it reads'],
  ['ListSupervisors', reads, 'it reads'],
  ['ListExpectedProducers', reads, 'it reads'],
  [
    'RemoveExpectedProducer',
    ['dynamodb:DeleteItem', 'dynamodb:PutItem in the trail'],
    'it takes one from a list',
  ],
  ['ListNights', reads, 'it reads'],
  ['GetNight', reads, 'it reads'],
  ['ListChanges', reads, 'it reads'],
  ['GetCalendar', reads, 'it reads'],
  ['MakeCalendar', changes, 'it adds an address, or marks it as revoked'],
  ['MakeSupervisorCalendar', changes, 'it adds an address, or marks it as revoked'],
  [
    'RunSimulation',
    [...reads, 'dynamodb:Query by the index'],
    'it reads all it tries the law on, and changes nothing',
  ],
  [
    'SaveOrganisation',
    [...changes, 'dynamodb:DeleteItem'],
    'it adds to what it read, and erases contacts that no profile names any more',
  ],
  [
    'StartImport',
    [...changes, 'dynamodb:DeleteItem'],
    'it saves organisations, and removes the rows that are done',
  ],
  [
    'WorkImports',
    [...changes, 'dynamodb:DeleteItem', 'dynamodb:Query by the index'],
    'it finds what is not done, and does it as it was begun through the API',
  ],
  ['SubmitAssessment', changes, 'it appends, and evaluates what it read'],
  ['ApproveWaiver', changes, 'it appends, once'],
  ['ListWarnings', reads, 'it reads'],
  ['AcknowledgeWarning', changes, 'it appends, once'],
  ['GetAcknowledgement', reads, 'it reads, whoever opens its link'],
  ['AcknowledgeByLink', changes, 'it appends what a link allows'],
  ['SaveSupervisor', changes, 'it saves over what it read'],
  ['SaveWebhook', changes, 'it saves over what it read'],
  ['GetWebhook', reads, 'it reads'],
  [
    'DeleteWebhook',
    [...reads, 'dynamodb:DeleteItem', 'dynamodb:PutItem in the trail'],
    'it removes what it read',
  ],
  ['ListWebhooks', reads, 'it reads'],
  ['RotateWebhookSecret', changes, 'it saves over what it read'],
  ['ListDeliveries', reads, 'it reads'],
  ['ReplayDeliveries', changes, 'it makes due again what it read'],
  [
    'DeliverWebhooks',
    [...changes, 'dynamodb:Query by the index'],
    'it finds what is due, says what came of it, and records whom it calls no more',
  ],
  ['OpenNight', both, 'it begins the record, and reads which catalogue was evaluated by'],
  ['FindUnregistered', reads, 'it reads the lists, and who was told of them'],
  [
    'ListRecipients',
    [...reads, 'dynamodb:Query by the index', 'ses:GetSendQuota'],
    'it reads, finds the contacts for whom something waits, and asks how many mails SES takes',
  ],
  ['CloseNight', both, 'it makes the record of what it read'],
  [
    'EvaluateShard',
    [...both, 'dynamodb:DeleteItem', 'dynamodb:Query by the index'],
    'it finds what is due, and takes back what no longer holds',
  ],
  [
    'SendDigest',
    [...both, 'dynamodb:DeleteItem', 'ses:SendRawEmail'],
    'it sends, and removes what was told',
  ],
  [
    'SettleMail',
    [
      ...both,
      'dynamodb:DeleteItem',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
    ],
    'it says what became of a mail, gives back what nobody got, and leaves what it could not take in',
  ],
  ['GetCatalogue', [], 'the law is in its code'],
] as const;

describe('A function may do to the data only what it is for:', () => {
  it.each(grants)('%s %j, because %s', (name, actions) => {
    expect(allowed(name)).toEqual([...actions].sort());
  });

  it('and every function is named here', () => {
    const names = built
      .ofType('AWS::Lambda::Function')
      .map(([id]) =>
        id.replace(/^(Api|Night|SignIn|Webhooks|Imports|MailEvents)(\w+)Function\w+$/, '$2'),
      );
    expect(names.sort()).toEqual(grants.map(([name]) => name).sort());
  });

  it('all on the one table', () => {
    const onData = policies
      .flatMap(({ statements }) => statements)
      .filter(({ Action }) => list(Action).some((action) => action.startsWith('dynamodb:')))
      .flatMap(({ Resource }) => list(Resource));
    expect(onData.length).toBeGreaterThan(10);
    for (const resource of onData) {
      expect(JSON.stringify(resource)).toContain(`"Fn::GetAtt":["${table}","Arn"]`);
    }
  });
});

describe('The audit trail', () => {
  const constructOf = (name: string) =>
    name.replace(/(?:^|-)(\w)/g, (_, a: string) => a.toUpperCase());

  it.each(everyRoute().map(([name]) => name))(
    'is added to by %s just where it changes something',
    (name) => {
      const may = allowed(constructOf(name));
      expect(may.includes('dynamodb:PutItem in the trail')).toBe(isChanging(name));
      if (!isChanging(name)) expect(may).not.toContain('dynamodb:PutItem');
    },
  );

  it('is neither changed nor deleted by any function, nor added to by the night', () => {
    const writing = policies
      .flatMap(({ role, statements }) => statements.map((statement) => ({ role, ...statement })))
      .filter(({ Action }) => list(Action).some((one) => /^dynamodb:(?!GetItem|Query)/.test(one)));
    expect(writing.length).toBeGreaterThan(8);
    for (const { role, Action, Condition } of writing) {
      const adds =
        /^(Api|WebhooksDeliver|ImportsWork)/.test(role) &&
        list(Action).join() === 'dynamodb:PutItem';
      expect(adds ? [inTrail, outsideTrail] : [outsideTrail], role).toContainEqual(Condition);
    }
  });
});

describe('Sending', () => {
  it('is only in the name of the stage’s sender, and under its rules', () => {
    const sending = policies
      .flatMap(({ statements }) => statements)
      .filter(({ Action }) => list(Action).some((action) => action.startsWith('ses:Send')));
    expect(sending).toHaveLength(1);
    expect(sending[0]?.Condition).toEqual({
      StringEquals: { 'ses:FromAddress': 'kanta@example.fi' },
    });
    const [[set]] = built.ofType('AWS::SES::ConfigurationSet') as [[string, Resource]];
    const [[sender]] = built.ofType('AWS::SES::EmailIdentity') as [[string, Resource]];
    const resources = JSON.stringify(sending[0]?.Resource);
    expect(list(sending[0]?.Resource)).toHaveLength(2);
    expect(resources).toContain(`:configuration-set/",{"Ref":"${set}"}`);
    expect(resources).toContain(`:identity/",{"Ref":"${sender}"}`);
  });
});
