import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { everyRoute, isChanging, type RouteName, usualRate } from '../functions/api/routes.ts';
import type { Receivers } from '../functions/receivers.ts';
import { type ApiFunction, apiFunctions, type Grant } from './api-functions.ts';
import { AppFunction } from './app-function.ts';
import type { OperatorAlarms } from './operator-alarms.ts';
import type { Issuer } from './stages.ts';
import type { Table } from './table.ts';

export interface ApiProps {
  readonly table: Table;
  /** Whose tokens open the routes that are not open to anyone. */
  readonly issuer: Issuer;
  readonly codeVersion: string;
  /** Where the receivers of webhooks may be. */
  readonly receivers: Receivers;
  /** Where it is called from outside; without it, at its own address. */
  readonly publicUrl: string | undefined;
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
}

/** The id of a function's construct: `save-organisation` is SaveOrganisation. */
const constructId = (name: RouteName): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The HTTP API: its routes, who may call them, and the functions that answer. */
export class Api extends Construct {
  /** Where it is called, without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { table, issuer, codeVersion, receivers, alarms, logRetention } = props;
    const api = new HttpApi(this, 'HttpApi', {
      description: 'Legal deadlines and readiness of social-care providers joining Kanta',
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Token', issuer.url, {
        jwtAudience: [...issuer.audience],
      }),
    });
    this.url = api.apiEndpoint;
    const publicUrl = props.publicUrl ?? this.url;
    const definitions = apiFunctions({ table: table.name, codeVersion, receivers, publicUrl });
    const make = (name: RouteName, { may, ...definition }: ApiFunction) => {
      const made = { ...definition, name: `api/${name}`, alarms, logRetention };
      const fn = new AppFunction(this, constructId(name), made);
      for (const grant of may) grants[grant](fn);
      if (isChanging(name)) table.grantRecordChanges(fn);
      return fn;
    };
    const grants: Readonly<Record<Grant, (fn: IGrantable) => void>> = {
      read: (fn) => table.grantRead(fn),
      'read-due': (fn) => table.grantReadDue(fn),
      write: (fn) => table.grantWrite(fn),
      delete: (fn) => table.grantDelete(fn),
    };

    const made = everyRoute().flatMap(([name, { method, path, open }]) => {
      const { node, lambda } = make(name, definitions[name]);
      const added = api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: new HttpLambdaIntegration(node.id, lambda),
        ...(open !== undefined && { authorizer: new HttpNoneAuthorizer() }),
      });
      if (open !== undefined) {
        for (const route of added) {
          Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: open });
        }
      }
      return added;
    });

    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: { rateLimit: usualRate, burstLimit: 2 * usualRate },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: logRetention,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        // The route, not the path: no address, no agent, no subject and no business id is logged.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTimeEpoch',
            route: '$context.routeKey',
            status: '$context.status',
            latency: '$context.responseLatency',
            integrationLatency: '$context.integrationLatency',
            gatewayError: '$context.error.responseType',
            authorizerError: '$context.authorizer.error',
            integrationError: '$context.integration.error',
          }),
        ),
      },
    });
    const limited = everyRoute().flatMap(([, { method, path, rate }]) =>
      rate === undefined
        ? []
        : [[`${method} ${path}`, { ThrottlingRateLimit: rate, ThrottlingBurstLimit: 2 * rate }]],
    );
    // A stage refuses a limit for a route that is not there yet.
    stage.node.addDependency(...made);
    // HttpStage knows only what is the same for all routes.
    if (stage.node.defaultChild instanceof CfnStage) {
      stage.node.defaultChild.addPropertyOverride('RouteSettings', Object.fromEntries(limited));
    }
    // A failure that a function answers as 500 is no error to Lambda: only the gateway sees it.
    alarms.ringFor(
      new Alarm(this, 'ServerErrors', {
        metric: stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
        alarmDescription: 'The API answered 5xx: someone did not get, or could not leave, facts.',
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }),
    );
    new CfnOutput(this, 'Url', { value: this.url });
  }
}
