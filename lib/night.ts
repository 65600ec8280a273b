import {
  CfnElement,
  Duration,
  RemovalPolicy,
  Stack,
  TimeZone,
  Token,
  Validations,
} from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import {
  FilterPattern,
  type IFilterPattern,
  LogGroup,
  MetricFilter,
  type RetentionDays,
} from 'aws-cdk-lib/aws-logs';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct, type IConstruct } from 'constructs';
import {
  CloseNightEnv,
  EvaluateShardEnv,
  FindUnregisteredEnv,
  ListRecipientsEnv,
  OpenNightEnv,
  SendDigestEnv,
} from '../functions/env.ts';
import { AppFunction } from './app-function.ts';
import type { Mail } from './mail.ts';
import { NightDashboard } from './night-dashboard.ts';
import { nightSteps } from './night-steps.ts';
import type { OperatorAlarms } from './operator-alarms.ts';
import type { Table } from './table.ts';

export interface NightProps {
  readonly table: Table;
  readonly mail: Mail;
  readonly operatorAddress: string;
  readonly publicUrl: string;
  readonly codeVersion: string;
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
}

/**
 * The night: what may have changed is evaluated, and each recipient gets one digest.
 *
 * A night may be started again after any failure: every step but sending repeats what it did, and
 * sending finds in the table what has gone out.
 */
export class Night extends Construct {
  constructor(scope: Construct, id: string, props: NightProps) {
    super(scope, id);
    const { table, mail, codeVersion, alarms, logRetention } = props;
    const TABLE = table.name;
    const given = { alarms, logRetention };

    const openNight = new AppFunction(this, 'OpenNight', {
      name: 'night/open-night',
      env: OpenNightEnv,
      environment: { TABLE, CODE_VERSION: codeVersion },
      errorImpact: 'The night does not begin: nothing is evaluated and nobody is warned.',
      ...given,
    });
    const evaluateShard = new AppFunction(this, 'EvaluateShard', {
      name: 'night/evaluate-shard',
      env: EvaluateShardEnv,
      environment: { TABLE },
      errorImpact: 'Up to a sixteenth of the organisations is not evaluated tonight, nor warned.',
      timeout: Duration.minutes(5),
      memorySize: 1024,
      ...given,
    });
    const findUnregistered = new AppFunction(this, 'FindUnregistered', {
      name: 'night/find-unregistered',
      env: FindUnregisteredEnv,
      environment: { TABLE },
      errorImpact: 'Counties are not told tonight which expected producers have not registered.',
      timeout: Duration.minutes(2),
      memorySize: 1024,
      ...given,
    });
    const listRecipients = new AppFunction(this, 'ListRecipients', {
      name: 'night/list-recipients',
      env: ListRecipientsEnv,
      environment: { TABLE },
      errorImpact: 'No digest goes out tonight; the warnings wait for the next night.',
      timeout: Duration.minutes(1),
      ...given,
    });
    const sendDigest = new AppFunction(this, 'SendDigest', {
      name: 'night/send-digest',
      env: SendDigestEnv,
      environment: {
        TABLE,
        MAIL_FROM: mail.from,
        CONFIGURATION_SET: mail.configurationSetName,
        OPERATOR_EMAIL: props.operatorAddress,
        PUBLIC_URL: props.publicUrl,
      },
      errorImpact: 'A supervisor may not be warned tonight; the warnings wait for the next night.',
      timeout: Duration.minutes(2),
      memorySize: 1024,
      ...given,
    });
    const closeNight = new AppFunction(this, 'CloseNight', {
      name: 'night/close-night',
      env: CloseNightEnv,
      environment: { TABLE, CODE_VERSION: codeVersion },
      errorImpact: 'The night has no record, so nobody can tell what it did and what it left.',
      timeout: Duration.minutes(1),
      ...given,
    });

    const readers = [openNight, evaluateShard, findUnregistered, listRecipients];
    for (const reader of [...readers, sendDigest, closeNight]) table.grantRead(reader);
    for (const writer of [openNight, evaluateShard, sendDigest, closeNight]) {
      table.grantWrite(writer);
    }
    table.grantReadDue(evaluateShard);
    // What waits for the organisations' contacts stands there too.
    table.grantReadDue(listRecipients);
    // What waits for a recipient, and what was set aside, is removed once it is settled.
    table.grantDelete(evaluateShard);
    table.grantDelete(sendDigest);
    mail.grantReadQuota(listRecipients);
    mail.grantSend(sendDigest);

    const steps = nightSteps(this, {
      openNight: openNight.lambda,
      evaluateShard: evaluateShard.lambda,
      findUnregistered: findUnregistered.lambda,
      listRecipients: listRecipients.lambda,
      sendDigest: sendDigest.lambda,
      closeNight: closeNight.lambda,
    });
    const machine = new StateMachine(this, 'StateMachine', {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromChainable(steps),
      // A night that hangs is stopped well before the next one begins.
      timeout: Duration.hours(12),
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', {
          retention: logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    acknowledgeWildcards(machine, [
      openNight.lambda,
      evaluateShard.lambda,
      findUnregistered.lambda,
      listRecipients.lambda,
      sendDigest.lambda,
      closeNight.lambda,
    ]);

    const notStarted = new Queue(this, 'NotStarted', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(notStarted).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue, of the schedule.',
    });
    new Schedule(this, 'Schedule', {
      description: 'Starts the night at half past two, Finnish time',
      // After the day has changed in Finland, and not in the hour that summer time takes out.
      schedule: ScheduleExpression.cron({
        minute: '30',
        hour: '2',
        timeZone: TimeZone.of('Europe/Helsinki'),
      }),
      timeWindow: TimeWindow.off(),
      target: new StepFunctionsStartExecution(machine, {
        input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
        retryAttempts: 20,
        maxEventAge: Duration.hours(3),
        deadLetterQueue: notStarted,
      }),
    });

    const ring = (alarmId: string, metric: IMetric, alarmDescription: string) =>
      alarms.ringFor(
        new Alarm(this, alarmId, {
          metric,
          alarmDescription,
          threshold: 1,
          evaluationPeriods: 1,
          treatMissingData: TreatMissingData.NOT_BREACHING,
        }),
      );
    ring('Failed', machine.metricFailed(), 'A night stopped before its end. Start it again.');
    ring('TimedOut', machine.metricTimedOut(), 'A night hung and was stopped. Start it again.');
    ring('Aborted', machine.metricAborted(), 'A night was stopped by hand. Start it again.');
    ring(
      'NotStartedWaiting',
      notStarted.metricApproximateNumberOfMessagesVisible(),
      'A night could not be started. Start it by hand with the input that waits in the queue.',
    );
    const ringFor = (alarmId: string, filterPattern: IFilterPattern, alarmDescription: string) => {
      const nights = new MetricFilter(this, `${alarmId}Nights`, {
        logGroup: closeNight.log,
        filterPattern,
        metricNamespace: Stack.of(this).stackName,
        metricName: `${alarmId}Nights`,
      });
      ring(alarmId, nights.metric({ statistic: 'Sum' }), alarmDescription);
    };
    // These read the line that close-night logs of its record.
    ringFor(
      'Partial',
      FilterPattern.stringValue('$.message.status', '=', 'partial'),
      'A night was closed as partial: its record names what was set aside or not sent.',
    );
    ringFor(
      'Unaddressed',
      FilterPattern.numberValue('$.message.result.unaddressed', '>', 0),
      'Warnings reach no supervisor, only the operator: a county has nobody who is warned.',
    );
    ringFor(
      'MailInDoubt',
      FilterPattern.numberValue('$.message.result.mails.unknown', '>', 0),
      'A mail may or may not have gone out. It is not sent again until a person decides.',
    );
    ringFor(
      'SetAside',
      FilterPattern.exists('$.message.result.setAside[0].businessId'),
      'An organisation could not be evaluated, so nobody is warned about it: the night’s record names it and the error. It is tried again each night.',
    );
    ringFor(
      'ChangedUnnoticed',
      FilterPattern.numberValue('$.message.result.differing', '>', 0),
      'The weekly sweep found an organisation that had changed on a day that no night knew of. It was put right, but warnings may have come up to a week late: the day of its next change is computed wrongly.',
    );
    new NightDashboard(this, 'Dashboard', { log: closeNight.log, duration: machine.metricTime() });
    // CloudWatch looks back seven days at most where a period is an hour or longer, so 26 periods
    // of an hour are allowed. FILL turns hours without data into zeros: without it CloudWatch
    // would look further back for real data, and find last night's closing again.
    alarms.ringFor(
      new Alarm(this, 'NoneClosed', {
        metric: new MathExpression({
          label: 'Nights closed',
          expression: 'FILL(closings, 0) - FILL(failures, 0)',
          usingMetrics: {
            closings: closeNight.lambda.metricInvocations(),
            failures: closeNight.lambda.metricErrors(),
          },
          period: Duration.hours(1),
        }),
        alarmDescription: 'No night was closed in 26 hours: what became due is not warned about.',
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: 26,
        datapointsToAlarm: 26,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    );
  }
}

/** Each wildcard that Step Functions asks for, or CDK gives, to the machine's role, and why. */
const acknowledgeWildcards = (machine: StateMachine, invoked: readonly IConstruct[]) => {
  const accept = (resource: string, reason: string) =>
    Validations.of(machine).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });

  accept('*', 'X-Ray and the delivery of logs know no resources.');
  for (const fn of invoked) {
    accept(`<${logicalId(fn)}.Arn>:*`, 'The versions of one function of this stack.');
  }
  const { partition, region, account } = Stack.of(machine);
  const place = [
    known(partition, 'AWS::Partition'),
    'states',
    known(region, 'AWS::Region'),
    known(account, 'AWS::AccountId'),
  ].join(':');
  const name = `{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${logicalId(machine)}"}]}]}`;
  for (const map of ['', '/EvaluateShards', '/SendDigests']) {
    accept(
      `arn:${place}:execution:${name}${map}:*`,
      'Executions of this state machine alone; their names are made when they start.',
    );
  }
};

/** The value, or the name that stands for it while only CloudFormation knows it. */
const known = (value: string, name: string): string =>
  Token.isUnresolved(value) ? `<${name}>` : value;

const logicalId = (construct: IConstruct): string => {
  const resource = construct.node.defaultChild;
  if (!CfnElement.isCfnElement(resource)) {
    throw new Error(`${construct.node.path} is no single resource.`);
  }
  return Stack.of(construct).getLogicalId(resource);
};
