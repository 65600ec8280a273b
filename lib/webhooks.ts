import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { DeliverWebhooksEnv } from '../functions/env.ts';
import type { Receivers } from '../functions/receivers.ts';
import { AppFunction } from './app-function.ts';
import { EachMinute } from './each-minute.ts';
import type { OperatorAlarms } from './operator-alarms.ts';
import type { Table } from './table.ts';

export interface WebhooksProps {
  readonly table: Table;
  /** Where receivers may be. */
  readonly receivers: Receivers;
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
}

/** What calls other systems about what the nights have found. */
export class Webhooks extends Construct {
  constructor(scope: Construct, id: string, props: WebhooksProps) {
    super(scope, id);
    const { table, receivers, alarms, logRetention } = props;
    const deliver = new AppFunction(this, 'DeliverWebhooks', {
      name: 'each-minute/deliver-webhooks',
      env: DeliverWebhooksEnv,
      environment: { TABLE: table.name, RECEIVERS: receivers },
      errorImpact: 'Other systems are not called about changes and warnings; what waits, waits on.',
      // So that the run of one minute has ended before that of the next begins.
      timeout: Duration.seconds(55),
      alarms,
      logRetention,
    });
    table.grantRead(deliver);
    table.grantReadDue(deliver);
    table.grantWrite(deliver);
    table.grantRecordChanges(deliver);
    new EachMinute(this, 'EachMinute', { fn: deliver, alarms });

    // These read the line that deliver-webhooks logs of what it did.
    const ring = (alarmId: string, field: string, alarmDescription: string) => {
      const filter = new MetricFilter(this, `${alarmId}Deliveries`, {
        logGroup: deliver.log,
        filterPattern: FilterPattern.numberValue(`$.message.${field}`, '>', 0),
        metricNamespace: Stack.of(this).stackName,
        metricName: `${alarmId}Deliveries`,
      });
      alarms.ringFor(
        new Alarm(this, alarmId, {
          metric: filter.metric({ statistic: 'Sum' }),
          alarmDescription,
          threshold: 1,
          evaluationPeriods: 1,
          treatMissingData: TreatMissingData.NOT_BREACHING,
        }),
      );
    };
    ring(
      'GivenUp',
      'givenUp',
      'A system did not take an event in two days and is not called about it again. Order a replay.',
    );
    ring(
      'Deactivated',
      'deactivated',
      'A system answered 410, so its webhook is inactive: it is told of nothing more.',
    );
  }
}
