import { Duration, type IResolvable } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  DistributedMap,
  Errors,
  type IChainable,
  JsonPath,
  Pass,
  StateMachineType,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { digestsAtOnce } from '../functions/night/digests-at-once.ts';

export interface NightFunctions {
  readonly openNight: IFunction;
  readonly evaluateShard: IFunction;
  readonly findUnregistered: IFunction;
  readonly listRecipients: IFunction;
  readonly sendDigest: IFunction;
  readonly closeNight: IFunction;
}

/** Five times, in about two and a half minutes. */
const patience = { interval: Duration.seconds(5), backoffRate: 2, maxAttempts: 5 };
/** For what may run twice: whatever went wrong, it is done again. */
const anyError = { ...patience, errors: [Errors.ALL] };
/** A table that does not answer, or not so fast, slows the night and does not fail it: about an hour. */
const tableBusy = {
  errors: ['StorageUnavailable'],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxDelay: Duration.minutes(2),
  maxAttempts: 33,
};
/** For sending: another run holds the digest, for three minutes at most. */
const underWay = {
  errors: ['DigestUnderWay'],
  interval: Duration.minutes(1),
  backoffRate: 1,
  maxAttempts: 4,
};

const date = JsonPath.stringAt('$.date');
/** Which organisations a night looks at, and by which catalogue. */
const extent = {
  all: JsonPath.objectAt('$.all'),
  sweep: JsonPath.objectAt('$.sweep'),
  catalogueHash: JsonPath.stringAt('$.catalogueHash'),
};
const dryRun = JsonPath.objectAt('$.dryRun');

/**
 * The steps of a night, from `{ scheduledTime }` to its record; with `dryRun: true` it only tells what it
 * would do.
 *
 * They keep to that part of the language which also runs on one machine: JSONPath, no batches,
 * readers or writers, and no tolerated failures, because each child catches its own. The children
 * are standard executions: an express one ends after five minutes, and a shard may take longer.
 */
export const nightSteps = (scope: Construct, functions: NightFunctions): IChainable => {
  const evaluateShards = new DistributedMap(scope, 'EvaluateShards', {
    label: 'EvaluateShards',
    mapExecutionType: StateMachineType.STANDARD,
    itemsPath: '$.shards',
    itemSelector: {
      date,
      shard: JsonPath.numberAt('$$.Map.Item.Value'),
      ...extent,
      dryRun,
      // A dry run hands on how far it is; the night itself keeps that in the table.
      progress: {},
    },
    // As many as there are shards.
    maxConcurrency: 16,
    resultPath: '$.shards',
  }).itemProcessor(evaluatingOne(scope, functions.evaluateShard));

  const sendDigests = new DistributedMap(scope, 'SendDigests', {
    label: 'SendDigests',
    mapExecutionType: StateMachineType.STANDARD,
    itemsPath: '$.addressed.recipients',
    itemSelector: {
      date,
      recipient: JsonPath.stringAt('$$.Map.Item.Value'),
      pace: JsonPath.numberAt('$.addressed.pace'),
    },
    maxConcurrency: digestsAtOnce,
    resultPath: '$.digests',
  }).itemProcessor(sendingOne(scope, functions.sendDigest));

  const listRecipients = invoke(scope, 'ListRecipients', {
    lambdaFunction: functions.listRecipients,
    payload: {
      date,
      unregistered: JsonPath.objectAt('$.unregistered'),
      dryRun,
      shards: JsonPath.objectAt('$.shards'),
    },
    resultPath: '$.addressed',
  })
    .addRetry(tableBusy)
    .addRetry(anyError);

  // The warnings go out without it.
  const unregisteredNotFound = new Pass(scope, 'FindUnregisteredFailed', {
    parameters: { recipients: [], failed: true },
    resultPath: '$.unregistered',
  });
  const findUnregistered = invoke(scope, 'FindUnregistered', {
    lambdaFunction: functions.findUnregistered,
    payload: { date },
    resultPath: '$.unregistered',
  })
    .addRetry(tableBusy)
    .addRetry(anyError)
    .addCatch(unregisteredNotFound.next(listRecipients), { resultPath: '$.error' });

  return invoke(scope, 'OpenNight', {
    lambdaFunction: functions.openNight,
    payload: '$',
  })
    .addRetry(tableBusy)
    .addRetry(anyError)
    .next(evaluateShards)
    .next(findUnregistered)
    .next(listRecipients)
    .next(sendDigests)
    .next(
      invoke(scope, 'CloseNight', {
        lambdaFunction: functions.closeNight,
        payload: {
          date,
          catalogueHash: extent.catalogueHash,
          sweep: extent.sweep,
          lookedAtBy: JsonPath.stringAt('$.lookedAtBy'),
          shards: JsonPath.objectAt('$.shards'),
          digests: JsonPath.objectAt('$.digests'),
          unregistered: JsonPath.objectAt('$.unregistered'),
          dryRun,
          wouldTell: JsonPath.numberAt('$.addressed.wouldTell'),
          carriedOver: JsonPath.numberAt('$.addressed.carriedOver'),
        },
      })
        .addRetry(tableBusy)
        .addRetry(anyError),
    );
};

/** One shard: a few pages at a time, until the function says that it is done. */
const evaluatingOne = (scope: Construct, lambdaFunction: IFunction): IChainable => {
  const shard = JsonPath.numberAt('$.shard');
  const evaluateShard = invoke(scope, 'EvaluateShard', {
    lambdaFunction,
    payload: { date, shard, ...extent, dryRun, progress: JsonPath.objectAt('$.progress') },
    resultPath: '$.progress',
  })
    .addRetry(tableBusy)
    .addRetry(anyError)
    .addCatch(new Pass(scope, 'ShardFailed', { parameters: { shard, failed: true } }), {
      resultPath: '$.error',
    });
  return evaluateShard.next(
    new Choice(scope, 'IsShardDone')
      .when(
        Condition.booleanEquals('$.progress.done', true),
        new Succeed(scope, 'ShardDone', { outputPath: '$.progress' }),
      )
      .otherwise(evaluateShard),
  );
};

/**
 * One recipient, asked again whatever went wrong: its digest's own state lets no mail go out twice, and
 * so one that may be out already is known to be, or shown as unknown, in the record of its own night.
 */
const sendingOne = (scope: Construct, lambdaFunction: IFunction): IChainable => {
  const recipient = JsonPath.stringAt('$.recipient');
  const pace = JsonPath.numberAt('$.pace');
  return invoke(scope, 'SendDigest', { lambdaFunction, payload: { date, recipient, pace } })
    .addRetry(tableBusy)
    .addRetry(underWay)
    .addRetry(anyError)
    .addCatch(new Pass(scope, 'DigestFailed', { parameters: { recipient, failed: true } }), {
      resultPath: '$.error',
    });
};

interface Invocation {
  readonly lambdaFunction: IFunction;
  /** Values, and paths into the state, by the name that the function reads; or the whole state. */
  readonly payload: Readonly<Record<string, string | number | IResolvable>> | '$';
  readonly resultPath?: string;
}

const invoke = (scope: Construct, stateName: string, { payload, ...rest }: Invocation) =>
  new LambdaInvoke(scope, `Invoke${stateName}`, {
    ...rest,
    stateName,
    ...(payload !== '$' && { payload: TaskInput.fromObject({ ...payload }) }),
    payloadResponseOnly: true,
    // What is tried again is said above, for each step.
    retryOnServiceExceptions: false,
  });
