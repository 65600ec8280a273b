import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Alarm, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { z } from 'zod';
import { bundle } from './bundle.ts';
import type { OperatorAlarms } from './operator-alarms.ts';

export interface AppFunctionProps<Env extends z.ZodObject> {
  /** Its folder, as it stands under functions/. */
  readonly name: string;
  /** The schema by which the function reads its environment. */
  readonly env: Env;
  /** Exactly the variables of the schema: a missing or an extra one does not compile. */
  readonly environment: { readonly [Variable in keyof z.input<Env>]: string };
  /** What the people lose when this function fails; the text of its alarms. */
  readonly errorImpact: string;
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
  readonly timeout?: Duration;
  readonly memorySize?: number;
}

/**
 * A Lambda function of ours, with its log, its trace, its role and its alarms.
 *
 * It has no dead-letter target, because whoever invokes it waits for the answer and hears of the
 * failure: the API answers 5xx, the state machine retries and then catches, sign-in refuses. One that
 * is run each minute (each-minute.ts) gets an event that says nothing. Any other function invoked
 * asynchronously would need a target, or Lambda drops its event after the last attempt.
 */
export class AppFunction<Env extends z.ZodObject> extends Construct implements IGrantable {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;
  readonly errorImpact: string;

  constructor(scope: Construct, id: string, props: AppFunctionProps<Env>) {
    super(scope, id);
    this.errorImpact = props.errorImpact;
    this.log = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of its own, since the managed one may write to every log group of the account.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    this.log.grantWrite(role);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray’s PutTraceSegments and PutTelemetryRecords and SES’s GetSendQuota know no resources.',
    });

    this.lambda = new LambdaFunction(this, 'Function', {
      code: bundle(props.name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout ?? Duration.seconds(10),
      memorySize: props.memorySize ?? 512,
      environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
      role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
    });

    // One alarm for both: CloudFormation takes no more than 500 resources in a stack.
    props.alarms.ringFor(
      new Alarm(this, 'Failing', {
        metric: new MathExpression({
          label: 'Errors and throttles',
          expression: 'SUM([FILL(errors, 0), FILL(throttles, 0)])',
          usingMetrics: {
            errors: this.lambda.metricErrors(),
            throttles: this.lambda.metricThrottles(),
          },
          period: Duration.minutes(5),
        }),
        alarmDescription: this.errorImpact,
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
  }

  get grantPrincipal() {
    return this.lambda.grantPrincipal;
  }
}
