import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { FilterPattern, MetricFilter, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SettleMailEnv } from '../functions/env.ts';
import { AppFunction } from './app-function.ts';
import type { Mail } from './mail.ts';
import type { OperatorAlarms } from './operator-alarms.ts';
import type { Table } from './table.ts';

export interface MailEventsProps {
  readonly table: Table;
  readonly mail: Mail;
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
}

/** What takes in what SES says became of each mail. */
export class MailEvents extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { table, mail, alarms, logRetention }: MailEventsProps,
  ) {
    super(scope, id);
    const settle = new AppFunction(this, 'SettleMail', {
      name: 'mail-events/settle-mail',
      env: SettleMailEnv,
      environment: { TABLE: table.name },
      errorImpact:
        'What became of a mail is not known yet; one that bounced may not be told to anyone else.',
      timeout: Duration.minutes(1),
      alarms,
      logRetention,
    });
    table.grantRead(settle);
    table.grantWrite(settle);
    table.grantDelete(settle);

    // Two weeks to look at what could not be taken in: neither handed over, nor worked on each time.
    const left = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(left).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the queue of dead letters itself.',
    });
    settle.lambda.configureAsyncInvoke({
      // A minute and two later: by then the run that sent the mail is over.
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(left),
    });
    new Rule(this, 'Rule', {
      description: 'What SES says became of our mails',
      eventBus: EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [mail.configurationSetName] } } },
      },
      targets: [
        new LambdaFunction(settle.lambda, {
          deadLetterQueue: left,
          retryAttempts: 8,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
    alarms.ringFor(
      new Alarm(this, 'NotTakenIn', {
        metric: left.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
        alarmDescription:
          'What became of a mail could not be taken in: one that bounced may have been told to nobody. The queue holds it for two weeks.',
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
    // This reads the line that settle-mail logs.
    const marked = new MetricFilter(this, 'AddressesMarked', {
      logGroup: settle.log,
      filterPattern: FilterPattern.stringValue('$.message.message', '=', 'address no longer used'),
      metricNamespace: Stack.of(this).stackName,
      metricName: 'AddressesMarked',
    });
    alarms.ringFor(
      new Alarm(this, 'AddressMarked', {
        metric: marked.metric({ statistic: 'Sum' }),
        alarmDescription:
          'Mails to somebody come back, or she took one for spam: her address is no longer used, and others are warned in her place. GET /supervisors says whose; save her again with an address that works.',
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
  }
}
