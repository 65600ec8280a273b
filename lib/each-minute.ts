import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { z } from 'zod';
import type { AppFunction } from './app-function.ts';
import type { OperatorAlarms } from './operator-alarms.ts';

export interface EachMinuteProps {
  /** It looks in the table for what is due, so that a run which is left out loses nothing. */
  readonly fn: Pick<AppFunction<z.ZodObject>, 'lambda' | 'errorImpact'>;
  readonly alarms: OperatorAlarms;
}

/**
 * The schedule by which a function is run once a minute.
 *
 * Nothing is tried again and nothing is put in a dead-letter queue: the event says nothing, and the
 * run of the next minute does all that the one which failed left undone. That no run comes at all for
 * a quarter of an hour rings.
 */
export class EachMinute extends Construct {
  constructor(scope: Construct, id: string, { fn, alarms }: EachMinuteProps) {
    super(scope, id);
    const { lambda, errorImpact } = fn;
    // Scheduler only hands the event over: what Lambda does with it is said to Lambda.
    lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }),
    );
    new Schedule(this, 'Schedule', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      timeWindow: TimeWindow.off(),
      target: {
        // Not LambdaInvoke, which would also let the role invoke every version of the function.
        bind: () => ({
          arn: lambda.functionArn,
          role,
          retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        }),
      },
    });
    alarms.ringFor(
      new Alarm(this, 'NotRun', {
        // Without FILL CloudWatch would look further back for real data.
        metric: new MathExpression({
          label: 'Runs',
          expression: 'FILL(runs, 0)',
          usingMetrics: { runs: lambda.metricInvocations() },
          period: Duration.minutes(15),
        }),
        alarmDescription: `It was not run for a quarter of an hour. ${errorImpact}`,
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.BREACHING,
      }),
    );
  }
}
