import { describe, expect, it } from 'vitest';
import { aStage, type Resource, synthesised } from './synthesised.ts';

const stages = [
  ['local', undefined, 'public-and-loopback'],
  ['prod', aStage(), 'public'],
  [
    'dev with another issuer',
    aStage({ stage: 'dev', issuer: 'https://id.example.fi', audience: 'a' }),
    'public',
  ],
] as const;

describe.each(stages)('In %s', (_, stage, receivers) => {
  it(`receivers of webhooks may be ${receivers}, whether they are named or called`, () => {
    const given = synthesised(stage)
      .ofType('AWS::Lambda::Function')
      .map(([id, { Properties }]) => [id, Properties.Environment.Variables.RECEIVERS] as const)
      .filter(([, value]) => value !== undefined);
    expect(given.map(([id]) => id.replace(/Function\w+$/, '')).sort()).toEqual([
      'ApiSaveWebhook',
      'WebhooksDeliverWebhooks',
    ]);
    for (const [id, value] of given) expect(value, id).toBe(receivers);
  });
});

describe('Webhooks', () => {
  const built = synthesised(aStage());
  const [[deliver, { Properties }]] = built
    .ofType('AWS::Lambda::Function')
    .filter(([id]) => id.startsWith('WebhooksDeliverWebhooks')) as [[string, Resource]];

  it('are delivered each minute, and a run has ended before the next begins', () => {
    const schedules = built
      .ofType('AWS::Scheduler::Schedule')
      .filter(([, schedule]) =>
        JSON.stringify(schedule.Properties.Target.Arn).includes(`"${deliver}"`),
      );
    expect(schedules.map(([, schedule]) => schedule.Properties.ScheduleExpression)).toEqual([
      'rate(1 minute)',
    ]);
    expect(Properties.Timeout).toBeLessThan(60);
  });

  it('are delivered from no network of ours', () => {
    expect(Properties.VpcConfig).toBeUndefined();
  });

  it.each([
    ['GivenUp', '{ $.message.givenUp > 0 }', 'was given up'],
    ['Deactivated', '{ $.message.deactivated > 0 }', 'wants no more'],
  ])('ring as %s on %s, where a receiver %s', (name, pattern) => {
    const filters = built.ofType('AWS::Logs::MetricFilter').map(([, filter]) => filter.Properties);
    const filter = filters.find(({ FilterPattern }) => FilterPattern === pattern);
    expect(filter.LogGroupName.Ref).toMatch(/^WebhooksDeliverWebhooksLog/);
    const [{ MetricName, MetricNamespace }] = filter.MetricTransformations;
    expect(MetricName).toBe(`${name}Deliveries`);
    expect(
      built.ofType('AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.Properties),
    ).toContainEqual(
      expect.objectContaining({
        Namespace: MetricNamespace,
        MetricName,
        Statistic: 'Sum',
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      }),
    );
  });
});
