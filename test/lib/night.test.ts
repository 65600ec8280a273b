import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { type Resource, synthesised } from './synthesised.ts';

const built = synthesised();

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type State = Readonly<Record<string, Json>>;

interface Steps {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** The definition, with each function's ARN as its logical id. */
const definitionOf = ({ Properties }: Resource): Steps & Readonly<Record<string, Json>> => {
  const parts: (string | { 'Fn::GetAtt': [string, string] })[] =
    Properties.DefinitionString['Fn::Join'][1];
  const text = parts.map((part) =>
    typeof part === 'string'
      ? part
      : `arn:aws:lambda:eu-north-1:000000000000:function:${part['Fn::GetAtt'][0]}`,
  );
  return JSON.parse(text.join(''));
};

const machine = built.only('AWS::StepFunctions::StateMachine');
const definition = definitionOf(machine);

/** Every state with its name, those of the maps' children too. */
const statesOf = ({ States }: Steps): readonly (readonly [string, State])[] =>
  Object.entries(States).flatMap(([name, state]) => {
    const children = state['ItemProcessor'] as unknown as Steps | undefined;
    return [[name, state] as const, ...(children === undefined ? [] : statesOf(children))];
  });

/** What the interpreter of one machine runs; the other fields it would pass over in silence. */
const runs: Readonly<Record<string, readonly string[]>> = {
  Task: ['Resource', 'Parameters', 'ResultPath', 'Retry', 'Catch', 'Next', 'End'],
  Map: [
    ...['ItemsPath', 'ItemSelector', 'ItemProcessor', 'MaxConcurrency', 'Label'],
    ...['ResultPath', 'Next', 'End'],
  ],
  Choice: ['Choices', 'Default'],
  Pass: ['Parameters', 'ResultPath', 'Next', 'End'],
  Succeed: ['OutputPath'],
};

describe('The definition of the night', () => {
  it('uses nothing that the interpreter of one machine would pass over in silence', () => {
    for (const [name, { Type, ...fields }] of statesOf(definition)) {
      expect(Object.keys(runs), name).toContain(Type);
      for (const field of Object.keys(fields)) {
        expect(runs[Type as string], `${name}.${field}`).toContain(field);
      }
    }
    expect(Object.keys(definition).sort()).toEqual(['StartAt', 'States', 'TimeoutSeconds']);
    expect(JSON.stringify(definition)).not.toMatch(
      /JSONata|QueryLanguage|"Assign"|Tolerated|ItemBatcher|ItemReader|ResultWriter/,
    );
  });

  it('tries again only by names and numbers that the interpreter knows', () => {
    const retried = statesOf(definition).filter(([, state]) => state['Retry'] !== undefined);
    expect(retried.map(([name]) => name)).toEqual([
      'OpenNight',
      'EvaluateShard',
      'FindUnregistered',
      'ListRecipients',
      'SendDigest',
      'CloseNight',
    ]);
    const known = ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate'];
    for (const [name, { Retry }] of retried) {
      for (const retrier of Retry as readonly State[]) {
        const { MaxDelaySeconds: _, ...rest } = retrier;
        expect(Object.keys(rest).sort(), name).toEqual([...known].sort());
      }
    }
  });

  it('runs shards and recipients as children of their own, which may take longer than minutes', () => {
    const maps = statesOf(definition).filter(([, { Type }]) => Type === 'Map');
    expect(maps.map(([name]) => name)).toEqual(['EvaluateShards', 'SendDigests']);
    for (const [name, { ItemProcessor }] of maps) {
      expect((ItemProcessor as State)['ProcessorConfig'], name).toEqual({
        Mode: 'DISTRIBUTED',
        ExecutionType: 'STANDARD',
      });
    }
  });

  it('calls each step by the function of that name', () => {
    for (const [name, { Type, Resource }] of statesOf(definition)) {
      if (Type === 'Task') {
        expect(Resource).toMatch(new RegExp(`:function:Night${name}Function`));
      }
    }
  });

  it('ends a night that hangs before the next one begins', () => {
    expect(definition['TimeoutSeconds']).toBeLessThan(23 * 60 * 60);
  });
});

type Call = Readonly<Record<string, unknown>>;
type Step = (input: never) => unknown;

/** An error as a function or Lambda itself reports it: by its name. */
const named = (name: string) => Object.assign(new Error(name), { name });

/** Runs a night over two shards and two recipients; a step does as the test says. */
const aNight = async (steps: Readonly<Record<string, Step>> = {}) => {
  const calls: (readonly [string, Call])[] = [];
  const usual: Readonly<Record<string, Step>> = {
    OpenNight: () => ({
      date: '2026-11-22',
      shards: [0, 1],
      all: true,
      sweep: false,
      dryRun: false,
      catalogueHash: 'abc',
      lookedAtBy: 'abc def',
    }),
    EvaluateShard: ({ shard }: { shard: number }) => ({ shard, done: true }),
    FindUnregistered: () => ({ recipients: ['anna'], failed: false }),
    ListRecipients: () => ({
      recipients: ['anna', 'operator'],
      carriedOver: 0,
      pace: 0,
      wouldTell: 0,
    }),
    SendDigest: ({ recipient }: { recipient: string }) => ({ recipient, outcome: 'sent' }),
    CloseNight: () => ({ result: { mails: 2 } }),
  };
  const names = Object.keys(usual);
  const handlers = Object.entries({ ...usual, ...steps }).map(([name, step]) => [
    name,
    async (input: Call) => {
      calls.push([name, input]);
      return step(input as never);
    },
  ]);
  const { result } = new StateMachine(definition as never).run(
    { scheduledTime: '2026-11-22T00:30:00Z' },
    {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(handlers),
        retryIntervalOverrides: Object.fromEntries(names.map((name) => [name, 0])),
      },
    },
  );
  const ended = await result.then(
    (record) => ({ record, error: undefined }),
    (error: Error) => ({ record: undefined, error }),
  );
  const inputsOf = (name: string) => calls.filter(([call]) => call === name).map(([, i]) => i);
  return { ...ended, names: calls.map(([name]) => name), inputsOf };
};

describe('A night', () => {
  it('opens by its scheduled time, and ends with the record that closing made', async () => {
    const { record, inputsOf } = await aNight();
    expect(inputsOf('OpenNight')).toEqual([{ scheduledTime: '2026-11-22T00:30:00Z' }]);
    expect(record).toEqual({ result: { mails: 2 } });
  });

  it('evaluates every shard before anyone is written to', async () => {
    const { names } = await aNight();
    expect(names).toEqual([
      'OpenNight',
      'EvaluateShard',
      'EvaluateShard',
      'FindUnregistered',
      'ListRecipients',
      'SendDigest',
      'SendDigest',
      'CloseNight',
    ]);
  });

  it('asks a shard again until it is done', async () => {
    let pages = 3;
    const { inputsOf } = await aNight({
      EvaluateShard: ({ shard }: { shard: number }) => {
        if (shard === 1) pages -= 1;
        return { shard, done: shard === 0 || pages === 0 };
      },
    });
    const ofShard = (n: number) => inputsOf('EvaluateShard').filter(({ shard }) => shard === n);
    expect(ofShard(0)).toHaveLength(1);
    const task = {
      date: '2026-11-22',
      shard: 1,
      all: true,
      sweep: false,
      catalogueHash: 'abc',
      dryRun: false,
    };
    expect(ofShard(1)).toEqual([
      { ...task, progress: {} },
      // What it answered goes back to it: a dry run has no other memory.
      { ...task, progress: { shard: 1, done: false } },
      { ...task, progress: { shard: 1, done: false } },
    ]);
    expect(inputsOf('CloseNight')[0]?.['shards']).toEqual([
      { shard: 0, done: true },
      { shard: 1, done: true },
    ]);
  });

  it('goes on without a shard that fails each time, and says so to closing', async () => {
    const { inputsOf } = await aNight({
      EvaluateShard: ({ shard }: { shard: number }) => {
        if (shard === 0) throw named('BadRow');
        return { shard, done: true };
      },
    });
    expect(inputsOf('EvaluateShard')).toHaveLength(1 + 6);
    expect(inputsOf('CloseNight')).toEqual([
      {
        date: '2026-11-22',
        sweep: false,
        dryRun: false,
        wouldTell: 0,
        carriedOver: 0,
        catalogueHash: 'abc',
        lookedAtBy: 'abc def',
        shards: [
          { shard: 0, failed: true },
          { shard: 1, done: true },
        ],
        digests: [
          { recipient: 'anna', outcome: 'sent' },
          { recipient: 'operator', outcome: 'sent' },
        ],
        unregistered: { recipients: ['anna'], failed: false },
      },
    ]);
  });

  it('waits for a table that does not answer, far longer than for anything else', async () => {
    let busy = 30;
    const { inputsOf, record } = await aNight({
      EvaluateShard: ({ shard }: { shard: number }) => {
        busy -= 1;
        if (busy > 0) throw named('StorageUnavailable');
        return { shard, done: true };
      },
    });
    expect(inputsOf('EvaluateShard').length).toBeGreaterThan(20);
    expect(inputsOf('CloseNight')[0]?.['shards']).toEqual([
      { shard: 0, done: true },
      { shard: 1, done: true },
    ]);
    expect(record).toBeDefined();
  });

  it('heals a shard that fails once', async () => {
    let failures = 1;
    const { inputsOf } = await aNight({
      EvaluateShard: ({ shard }: { shard: number }) => {
        failures -= 1;
        if (failures === 0) throw named('StorageUnavailable');
        return { shard, done: true };
      },
    });
    expect(inputsOf('CloseNight')[0]?.['shards']).toEqual([
      { shard: 0, done: true },
      { shard: 1, done: true },
    ]);
  });

  it('goes on without a digest that fails each time, and says so to closing', async () => {
    const { inputsOf } = await aNight({
      SendDigest: ({ recipient }: { recipient: string }) => {
        if (recipient === 'anna') throw named('TypeError');
        return { recipient, outcome: 'sent' };
      },
    });
    expect(inputsOf('SendDigest')).toHaveLength(1 + 6);
    expect(inputsOf('CloseNight')[0]?.['digests']).toEqual([
      { recipient: 'anna', failed: true },
      { recipient: 'operator', outcome: 'sent' },
    ]);
  });

  it.each([
    ['Lambda.TooManyRequestsException', 'Lambda did not run the function'],
    ['StorageUnavailable', 'the function says that it may be asked again'],
    ['DigestUnderWay', 'another run had the digest in hand'],
    [
      'Runtime.ExitError',
      'its state tells whether a mail may have gone out before the function died',
    ],
    ['States.Timeout', 'its state tells that of a function whose answer never came too'],
  ])('asks again for a digest after %s, since %s', async (error) => {
    let refusals = 2;
    const { inputsOf } = await aNight({
      SendDigest: ({ recipient }: { recipient: string }) => {
        refusals -= 1;
        if (refusals >= 0) throw named(error);
        return { recipient, outcome: 'sent' };
      },
    });
    expect(inputsOf('SendDigest')).toHaveLength(4);
    expect(inputsOf('CloseNight')[0]?.['digests']).toEqual([
      { recipient: 'anna', outcome: 'sent' },
      { recipient: 'operator', outcome: 'sent' },
    ]);
  });

  it('looks for expected producers after the shards, and tells whose they are', async () => {
    const { inputsOf } = await aNight();
    expect(inputsOf('FindUnregistered')).toEqual([{ date: '2026-11-22' }]);
    expect(inputsOf('ListRecipients')).toEqual([
      {
        date: '2026-11-22',
        unregistered: { recipients: ['anna'], failed: false },
        dryRun: false,
        shards: [
          { shard: 0, done: true },
          { shard: 1, done: true },
        ],
      },
    ]);
  });

  it('sends the warnings where that fails each time, and says so to closing', async () => {
    const { inputsOf } = await aNight({
      FindUnregistered: () => {
        throw named('BadRow');
      },
    });
    expect(inputsOf('FindUnregistered')).toHaveLength(6);
    const failed = { recipients: [], failed: true };
    expect(inputsOf('ListRecipients')).toMatchObject([{ unregistered: failed }]);
    expect(inputsOf('SendDigest')).toHaveLength(2);
    expect(inputsOf('CloseNight')[0]?.['unregistered']).toEqual(failed);
  });

  it('closes with no digests where nobody is to be written to', async () => {
    const { inputsOf } = await aNight({
      ListRecipients: () => ({ recipients: [], carriedOver: 0, pace: 0, wouldTell: 0 }),
    });
    expect(inputsOf('CloseNight')[0]?.['digests']).toEqual([]);
  });

  it.each(['OpenNight', 'ListRecipients', 'CloseNight'])(
    'fails aloud where %s fails each time',
    async (name) => {
      const fails = () => {
        throw named('BadRow');
      };
      const night = await aNight({ [name]: fails });
      expect(night.error).toBeInstanceOf(Error);
      expect(night.inputsOf(name)).toHaveLength(6);
    },
  );
});

describe('The schedule', () => {
  const [[machineId]] = built.ofType('AWS::StepFunctions::StateMachine') as [[string, unknown]];
  const [schedule, ...others] = built
    .ofType('AWS::Scheduler::Schedule')
    .map(([, { Properties }]) => Properties)
    .filter(({ Target }) => Target.Arn.Ref === machineId);

  it('is the only one that starts the night', () => {
    expect(others).toEqual([]);
  });

  it('starts the night at half past two in Finland, to the minute', () => {
    expect(schedule.ScheduleExpression).toBe('cron(30 2 * * ? *)');
    expect(schedule.ScheduleExpressionTimezone).toBe('Europe/Helsinki');
    expect(schedule.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
    expect(schedule.State).toBe('ENABLED');
  });

  it('hands over the time that was scheduled, not the time at which it got through', () => {
    expect(JSON.parse(schedule.Target.Input)).toEqual({
      scheduledTime: '<aws.scheduler.scheduled-time>',
    });
  });

  it('keeps trying, and leaves a night that it could not start in a queue', () => {
    const [queue, { Properties }] = built
      .ofType('AWS::SQS::Queue')
      .find(([id]) => id.includes('NotStarted')) as [string, Resource];
    expect(schedule.Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(3);
    expect(schedule.Target.DeadLetterConfig.Arn).toEqual({ 'Fn::GetAtt': [queue, 'Arn'] });
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policies = built.ofType('AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(2);
    for (const [, policy] of policies) {
      expect(policy.Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    }
  });
});

describe('The state machine', () => {
  it('is traced, and logs every step without what passes through it', () => {
    expect(machine.Properties.TracingConfiguration).toEqual({ Enabled: true });
    expect(machine.Properties.LoggingConfiguration).toMatchObject({
      Level: 'ALL',
      IncludeExecutionData: false,
    });
  });
});

describe('The operator hears', () => {
  const alarms = built.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

  it.each(['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'])(
    'of a night that did not end well: %s',
    (metric) => {
      const [[id]] = built.ofType('AWS::StepFunctions::StateMachine') as [[string, unknown]];
      expect(alarms).toContainEqual(
        expect.objectContaining({
          Namespace: 'AWS/States',
          MetricName: metric,
          Dimensions: [{ Name: 'StateMachineArn', Value: { Ref: id } }],
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        }),
      );
    },
  );

  it('of a night that could not be started', () => {
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Threshold: 1,
      }),
    );
  });

  it.each([
    ['Partial', '{ $.message.status = "partial" }', 'something was set aside or not sent'],
    ['Unaddressed', '{ $.message.result.unaddressed > 0 }', 'warnings reach nobody'],
    ['MailInDoubt', '{ $.message.result.mails.unknown > 0 }', 'a person must decide'],
  ])('rings as %s on %s, for %s', (name, pattern) => {
    const filters = built.ofType('AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
    const filter = filters.find(({ FilterPattern }) => FilterPattern === pattern);
    const [transformation] = filter.MetricTransformations;
    expect(filter.LogGroupName.Ref).toMatch(/^NightCloseNightLog/);
    expect(transformation.MetricName).toBe(`${name}Nights`);
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: transformation.MetricNamespace,
        MetricName: transformation.MetricName,
        Statistic: 'Sum',
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      }),
    );
  });

  describe('of 26 hours in which no night was closed', () => {
    const [silence, ...others] = alarms.filter(({ EvaluationPeriods }) => EvaluationPeriods > 1);
    const metrics = silence.Metrics.filter((metric: object) => 'MetricStat' in metric);

    it('by what closing did, hour by hour, where an hour without data counts as none closed', () => {
      expect(others).toEqual([]);
      expect(silence.Metrics[0].Expression).toBe('FILL(closings, 0) - FILL(failures, 0)');
      expect(silence).toMatchObject({
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        TreatMissingData: 'breaching',
      });
      for (const { MetricStat } of metrics) {
        expect(MetricStat.Metric.Dimensions[0].Value.Ref).toMatch(/^NightCloseNightFunction/);
      }
    });

    it('after 26 hours, which CloudWatch accepts', () => {
      const [{ MetricStat }] = metrics;
      expect(MetricStat.Period * silence.EvaluationPeriods).toBe(26 * 3600);
      expect(silence.DatapointsToAlarm).toBe(silence.EvaluationPeriods);
      // Over a day is accepted only where a period is an hour or longer, and up to seven days.
      expect(MetricStat.Period).toBeGreaterThanOrEqual(3600);
    });
  });
});

describe('Mail', () => {
  it('goes out only over TLS, under rules that report what became of it', () => {
    const { DeliveryOptions, ReputationOptions } = built.only(
      'AWS::SES::ConfigurationSet',
    ).Properties;
    expect(DeliveryOptions.TlsPolicy).toBe('REQUIRE');
    expect(ReputationOptions.ReputationMetricsEnabled).toBe(true);
    const { EventDestination } = built.only(
      'AWS::SES::ConfigurationSetEventDestination',
    ).Properties;
    expect([...EventDestination.MatchingEventTypes].sort()).toEqual(
      [
        ...['bounce', 'complaint', 'delivery', 'deliveryDelay'],
        ...['reject', 'renderingFailure', 'send'],
      ].sort(),
    );
    expect(JSON.stringify(EventDestination.EventBridgeDestination)).toContain('event-bus/default');
  });

  it('is heard of: the rule hands over what SES says, and what cannot be taken in rings', () => {
    const rule = built.only('AWS::Events::Rule').Properties;
    const [[set]] = built.ofType('AWS::SES::ConfigurationSet') as [[string, Resource]];
    expect(rule.EventPattern).toEqual({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: set }] } } },
    });
    const [target] = rule.Targets;
    const [queue] = built.ofType('AWS::SQS::Queue').find(([id]) => id.includes('DeadLetters')) as [
      string,
      Resource,
    ];
    expect(target.DeadLetterConfig.Arn).toEqual({ 'Fn::GetAtt': [queue, 'Arn'] });
    const left = built
      .ofType('AWS::CloudWatch::Alarm')
      .map(([, { Properties }]) => Properties)
      .find(({ Dimensions = [] }) => JSON.stringify(Dimensions).includes(queue));
    expect(left).toMatchObject({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 });
  });

  it('that comes back rings', () => {
    const filter = built
      .ofType('AWS::Logs::MetricFilter')
      .map(([, { Properties }]) => Properties)
      .find(({ FilterPattern = '' }) => FilterPattern.includes('address no longer used'));
    expect(filter?.FilterPattern).toBe('{ $.message.message = "address no longer used" }');
  });
});
