import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, it } from 'vitest';
import { AddClaimsEnv } from '../../functions/env.ts';
import { AppFunction } from '../../lib/app-function.ts';
import { EachMinute } from '../../lib/each-minute.ts';
import { OperatorAlarms } from '../../lib/operator-alarms.ts';
import { removed } from './synthesised.ts';

const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const stack = new Stack(app, 'Minute');
const alarms = new OperatorAlarms(stack, 'Alarms', { operatorAddress: 'operator@example.fi' });
const fn = new AppFunction(stack, 'Work', {
  name: 'sign-in/add-claims',
  env: AddClaimsEnv,
  environment: {},
  errorImpact: 'What waits is not done.',
  alarms,
  logRetention: RetentionDays.ONE_DAY,
});
new EachMinute(stack, 'WorkEachMinute', { fn, alarms });
const template = Template.fromStack(stack);
removed(app);

/** The only resource of a type whose properties pass. */
const found = (type: string, passes: (properties: unknown) => boolean = () => true) => {
  const all = Object.entries(template.findResources(type)).map(([id, { Properties }]) => ({
    id,
    properties: Properties,
  }));
  const [one, ...others] = all.filter(({ properties }) => passes(properties));
  if (one === undefined || others.length > 0) throw new Error(`There is not exactly one ${type}.`);
  return one;
};

const work = found('AWS::Lambda::Function');
const schedule = found('AWS::Scheduler::Schedule').properties;

describe('What is done each minute', () => {
  it('is started by EventBridge once a minute, to the minute', () => {
    expect(schedule.ScheduleExpression).toBe('rate(1 minute)');
    expect(schedule.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
    expect(schedule.State).toBe('ENABLED');
    expect(schedule.Target.Arn).toEqual({ 'Fn::GetAtt': [work.id, 'Arn'] });
  });

  it('is not tried again by anyone, because the next minute does what was left', () => {
    expect(schedule.Target.RetryPolicy).toEqual({
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
    expect(found('AWS::Lambda::EventInvokeConfig').properties).toMatchObject({
      FunctionName: { Ref: work.id },
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
  });

  it('is started by a role that may do nothing else, and only Scheduler may take it', () => {
    const [roleId] = schedule.Target.RoleArn['Fn::GetAtt'];
    const role = template.findResources('AWS::IAM::Role')[roleId];
    expect(role?.['Properties'].AssumeRolePolicyDocument.Statement).toEqual([
      expect.objectContaining({ Principal: { Service: 'scheduler.amazonaws.com' } }),
    ]);
    const policy = found('AWS::IAM::Policy', (properties) =>
      JSON.stringify(properties).includes(`{"Ref":"${roleId}"}`),
    );
    expect(policy.properties.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: { 'Fn::GetAtt': [work.id, 'Arn'] },
      },
    ]);
  });

  it('rings when no run came in a quarter of an hour, and says what people lose', () => {
    const { properties } = found('AWS::CloudWatch::Alarm', (each) =>
      JSON.stringify(each).includes('FILL(runs'),
    );
    expect(properties).toMatchObject({
      AlarmDescription: expect.stringContaining('What waits is not done.'),
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
      EvaluationPeriods: 1,
    });
    expect(properties.Metrics[0].Expression).toBe('FILL(runs, 0)');
    expect(properties.Metrics[1].MetricStat).toMatchObject({
      Period: 15 * 60,
      Metric: { MetricName: 'Invocations', Dimensions: [{ Value: { Ref: work.id } }] },
    });
    expect(properties.AlarmActions).toHaveLength(1);
  });
});
