import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { describe, expect, it } from 'vitest';
import * as schemas from '../../functions/env.ts';
import { AppFunction } from '../../lib/app-function.ts';
import { OperatorAlarms } from '../../lib/operator-alarms.ts';
import { local } from '../../lib/stages.ts';
import { type Resource, removed, synthesised } from './synthesised.ts';

const built = synthesised();

/** Every function of ours: its construct, its logical id and its resource. */
const functions = built.stack.node
  .findAll()
  .filter((construct) => construct instanceof AppFunction)
  .map((construct) => {
    const { Ref: id } = built.stack.resolve(construct.lambda.functionName) as { Ref: string };
    return { name: construct.node.id, construct, id, resource: built.all[id] as Resource };
  });

/** The alarms whose metrics are all of that function. */
const alarmsOf = (id: string) =>
  built
    .ofType('AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter(({ Metrics }) =>
      Metrics?.some(
        ({ MetricStat }: { MetricStat?: { Metric: { Dimensions: { Value: unknown }[] } } }) =>
          MetricStat?.Metric.Dimensions.some(
            ({ Value }) => JSON.stringify(Value) === JSON.stringify({ Ref: id }),
          ),
      ),
    );

describe('Every function', () => {
  it('is one of ours, with a log, a role and alarms of its own', () => {
    expect(functions.map(({ id }) => id).sort()).toEqual(
      built
        .ofType('AWS::Lambda::Function')
        .map(([id]) => id)
        .sort(),
    );
  });

  it('says what people lose when it breaks, each something else', () => {
    const impacts = functions.map(({ construct }) => construct.errorImpact);
    expect(new Set(impacts).size).toBe(impacts.length);
  });
});

describe.each(functions)('$name', ({ name, construct, id, resource: { Properties } }) => {
  it('rings when it fails or is throttled, and says what is lost', () => {
    const [ofIt] = alarmsOf(id).filter((one) => one.AlarmDescription === construct.errorImpact);
    expect(ofIt).toMatchObject({
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
    expect(
      ofIt.Metrics.map(
        ({
          Expression,
          MetricStat,
        }: {
          Expression?: string;
          MetricStat?: Resource['Properties'];
        }) => Expression ?? `${MetricStat?.['Metric'].MetricName} ${MetricStat?.['Stat']}`,
      ).sort(),
    ).toEqual(['Errors Sum', 'SUM([FILL(errors, 0), FILL(throttles, 0)])', 'Throttles Sum']);
  });

  it('is given the variables it reads and no other, each of which it accepts', () => {
    const schema = Object.entries(schemas).find(([schemaName]) => schemaName === `${name}Env`)?.[1];
    const { NODE_OPTIONS, ...variables } = Properties.Environment.Variables;
    expect(Object.keys(variables).sort()).toEqual(Object.keys(schema?.shape ?? {}).sort());
    const deployed = Object.entries(variables).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : 'made-when-deployed',
    ]);
    expect(schema?.safeParse(Object.fromEntries(deployed)).error).toBeUndefined();
    expect(NODE_OPTIONS).toBe('--enable-source-maps');
  });

  it('runs on Node 24 and is traced, and logs JSON to a log that is its own', () => {
    const { Runtime, Architectures, TracingConfig, LoggingConfig } = Properties;
    expect({ Runtime, Architectures, TracingConfig }).toEqual({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
    });
    expect(LoggingConfig.LogFormat).toBe('JSON');
    expect(LoggingConfig.LogGroup).toEqual(built.stack.resolve(construct.log.logGroupName));
  });
});

describe('No function loses an event', () => {
  /** Those who wait for the answer, and so hear of a failure themselves. */
  const waiting = ['apigateway.amazonaws.com', 'cognito-idp.amazonaws.com'];

  it('since all who invoke one wait for its answer, or it has a target for what failed', () => {
    // One names it by its ARN, the other by itself.
    const named = (name: unknown) =>
      /[A-Z]\w+Function[0-9A-F]+/.exec(JSON.stringify(name))?.[0] ?? '';
    const targets = built
      .ofType('AWS::Lambda::EventInvokeConfig')
      .filter(([, { Properties }]) => Properties.DestinationConfig?.OnFailure !== undefined)
      .map(([, { Properties }]) => named(Properties.FunctionName));
    for (const [, { Properties }] of built.ofType('AWS::Lambda::Permission')) {
      const target = named(Properties.FunctionName);
      expect(target).not.toBe('');
      expect(waiting.includes(Properties.Principal) || targets.includes(target), target).toBe(true);
    }
    // What is run each minute finds in the table what the run before left: each-minute.test.ts.
    // The state machine invokes by its role, and asks for the answer too.
    const machine = JSON.stringify(built.only('AWS::StepFunctions::StateMachine').Properties);
    expect(machine).not.toContain('InvocationType');
  });
});

describe('The compiler', () => {
  /** Never run: what is wrong here must not compile. */
  const wrong = (stack: Stack, alarms: OperatorAlarms) => {
    const given = { alarms, errorImpact: 'Nothing.', logRetention: RetentionDays.ONE_DAY };
    const openNight = { name: 'open-night', env: schemas.OpenNightEnv, ...given };
    new AppFunction(stack, 'Missing', {
      ...openNight,
      // @ts-expect-error CODE_VERSION is missing
      environment: { TABLE: 'table' },
    });
    new AppFunction(stack, 'Extra', {
      ...openNight,
      // @ts-expect-error MAIL_FROM is not read by this function
      environment: { TABLE: 'table', CODE_VERSION: '1', MAIL_FROM: 'a@example.fi' },
    });
    // @ts-expect-error errorImpact must be stated
    new AppFunction(stack, 'Careless', {
      name: 'sign-in/add-claims',
      env: schemas.AddClaimsEnv,
      environment: {},
      alarms,
      logRetention: RetentionDays.ONE_DAY,
    });
  };

  it('refuses an environment that is not the one the function reads', () => {
    // What is refused stands above, and is checked with all other types.
    expect(wrong).toBeTypeOf('function');
  });
});

describe('A bundle', () => {
  it('is one file that runs as it stands, with its source map', () => {
    const app = new App();
    const stack = new Stack(app, 'Bundled');
    const alarms = new OperatorAlarms(stack, 'Alarms', { operatorAddress: local.operatorAddress });
    new AppFunction(stack, 'AddClaims', {
      name: 'sign-in/add-claims',
      env: schemas.AddClaimsEnv,
      environment: {},
      errorImpact: 'Nobody can sign in.',
      alarms,
      logRetention: RetentionDays.ONE_DAY,
    });
    const { directory } = app.synth();
    const [folder = ''] = readdirSync(directory).filter((name) => name.startsWith('asset.'));
    expect(readdirSync(join(directory, folder)).sort()).toEqual(['index.cjs', 'index.cjs.map']);
    // In a process of its own, as Lambda loads it: the test runner would translate it first.
    const event = { request: { userAttributes: { 'custom:role': 'admin' } } };
    const run = `const { handler } = await import(${JSON.stringify(join(directory, folder, 'index.cjs'))});
      console.log(JSON.stringify(await handler(${JSON.stringify(event)})));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', run], {
      encoding: 'utf8',
    });
    removed(app);
    expect(stderr).toBe('');
    const answer: unknown = JSON.parse(stdout);
    expect(answer).toMatchObject({
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { claimsToAddOrOverride: { role: 'admin' } },
        },
      },
    });
  });
});
