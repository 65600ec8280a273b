import { beforeAll, describe, expect, it } from 'vitest';
import { aStage, synthesised } from './synthesised.ts';

/** Every kind of place the system can run in. */
const stages = [
  ['the local stage', undefined],
  ['prod with a user pool', aStage()],
  [
    'dev with another issuer',
    aStage({ stage: 'dev', issuer: 'https://id.example.fi', audience: 'a' }),
  ],
] as const;

describe.each(stages)('In %s', (_, stage) => {
  let built: ReturnType<typeof synthesised>;
  beforeAll(() => {
    built = synthesised(stage);
  });

  it('the table outlives the stack, and nobody deletes it by mistake', () => {
    const table = built.only('AWS::DynamoDB::Table');
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.UpdateReplacePolicy).toBe('Retain');
    expect(table.Properties.DeletionProtectionEnabled).toBe(true);
  });

  it('the table can be restored to any second of the last days', () => {
    const { PointInTimeRecoverySpecification } = built.only('AWS::DynamoDB::Table').Properties;
    expect(PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
  });

  it('the table is encrypted by a key whose use is seen, and paid by use', () => {
    const { SSESpecification, BillingMode } = built.only('AWS::DynamoDB::Table').Properties;
    expect(SSESpecification).toEqual({ SSEEnabled: true });
    expect(BillingMode).toBe('PAY_PER_REQUEST');
  });

  it('the table forgets what has expired, and its one index is by the day something is due', () => {
    const table = built.only('AWS::DynamoDB::Table').Properties;
    expect(table.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    expect(table.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'duePk', KeyType: 'HASH' },
          { AttributeName: 'dueSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
  });

  it('nothing that holds data or users is deleted with the stack', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::Cognito::UserPool', 'AWS::KMS::Key']) {
      for (const [name, resource] of built.ofType(type)) {
        expect(resource.DeletionPolicy, name).toBe('Retain');
      }
    }
  });

  it('no resource has a name of its own, so that two stages fit in one account', () => {
    const names = ['TableName', 'FunctionName', 'QueueName', 'TopicName', 'UserPoolName'];
    for (const [id, { Properties }] of Object.entries(built.all)) {
      for (const name of [...names, 'LogGroupName', 'RoleName', 'StateMachineName', 'AlarmName']) {
        // A permission or an alarm may speak of a function, but only by reference.
        expect(typeof Properties?.[name], `${id}.${name}`).not.toBe('string');
      }
    }
  });

  it('the operator hears of every alarm, and of its end', () => {
    const [[topic]] = built.ofType('AWS::SNS::Topic') as [[string, unknown]];
    const alarms = built.ofType('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(30);
    for (const [name, { Properties }] of alarms) {
      expect(Properties.AlarmActions, name).toEqual([{ Ref: topic }]);
      expect(Properties.OKActions, name).toEqual([{ Ref: topic }]);
      expect(Properties.AlarmDescription.length, name).toBeGreaterThan(20);
    }
    const subscription = built.only('AWS::SNS::Subscription').Properties;
    expect(subscription).toMatchObject({ Protocol: 'email', Endpoint: 'operator@example.fi' });
  });

  it('CloudWatch may publish alarms to the encrypted topic, which is needed for any to arrive', () => {
    const cloudWatch = { Service: 'cloudwatch.amazonaws.com' };
    const allowed = (statements: { Principal: unknown; Action: unknown; Effect: string }[]) =>
      statements
        .filter(({ Principal, Effect }) => {
          return Effect === 'Allow' && JSON.stringify(Principal) === JSON.stringify(cloudWatch);
        })
        .flatMap(({ Action }) => Action);
    const topic = built.only('AWS::SNS::TopicPolicy').Properties.PolicyDocument.Statement;
    const key = built.only('AWS::KMS::Key').Properties.KeyPolicy.Statement;
    expect(allowed(topic)).toEqual(['sns:Publish']);
    expect(allowed(key)).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
  });

  it('logs are kept for a stated time', () => {
    for (const [name, { Properties }] of built.ofType('AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays, name).toBeGreaterThan(0);
    }
  });
});

describe('The stage of one machine', () => {
  it('is not tied to an account or a region, and cannot be deployed', () => {
    const { stack, template } = synthesised();
    expect(stack.environment).toBe('aws://unknown-account/unknown-region');
    // CDK refuses to deploy while a parameter has no value.
    expect(template.toJSON()['Parameters'].ThisStageIsNeverDeployed).not.toHaveProperty('Default');
  });
});

describe('A stage that is deployed', () => {
  it('asks for no parameter but the one of the CDK itself', () => {
    const { template } = synthesised(aStage());
    expect(Object.keys(template.toJSON()['Parameters'])).toEqual(['BootstrapVersion']);
  });
});
