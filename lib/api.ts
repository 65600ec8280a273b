import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import {
  ApproveWaiverEnv,
  GetCatalogueEnv,
  GetDeadlinesEnv,
  GetHealthEnv,
  GetNightEnv,
  GetOrganisationEnv,
  GetPlanEnv,
  GetPlanPictureEnv,
  GetReadinessEnv,
  GetReadinessHistoryEnv,
  GetSupervisorEnv,
  ListAssessmentsEnv,
  ListSupervisorsEnv,
  ListWaiversEnv,
  RunSimulationEnv,
  SaveOrganisationEnv,
  SaveSupervisorEnv,
  SubmitAssessmentEnv,
} from '../functions/env.ts';
import { AppFunction } from './app-function.ts';
import type { OperatorAlarms } from './operator-alarms.ts';
import type { Issuer } from './stages.ts';
import type { Table } from './table.ts';

export interface ApiProps {
  readonly table: Table;
  /** Whose tokens open the routes that are not open to anyone. */
  readonly issuer: Issuer;
  readonly codeVersion: string;
  readonly alarms: OperatorAlarms;
  readonly logRetention: RetentionDays;
}

/** A function that reads the table, and needs nothing else. */
interface OnTable {
  readonly name: string;
  readonly env: typeof GetOrganisationEnv;
  readonly errorImpact: string;
  readonly timeout?: Duration;
  readonly memorySize?: number;
}

/** The HTTP API: its routes, who may call them, and the functions that answer. */
export class Api extends Construct {
  /** Where it is called, without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { table, issuer, codeVersion, alarms, logRetention } = props;
    const given = { alarms, logRetention };
    const onTable = (functionId: string, own: OnTable) => {
      const environment = { TABLE: table.name };
      const fn = new AppFunction(this, functionId, { ...own, environment, ...given });
      table.grantRead(fn);
      return fn;
    };

    const saveOrganisation = onTable('SaveOrganisation', {
      name: 'save-organisation',
      env: SaveOrganisationEnv,
      errorImpact: 'Organisations cannot be registered, nor their facts put right.',
    });
    const getOrganisation = onTable('GetOrganisation', {
      name: 'get-organisation',
      env: GetOrganisationEnv,
      errorImpact: 'Nobody can see what facts are recorded of an organisation.',
    });
    const getDeadlines = onTable('GetDeadlines', {
      name: 'get-deadlines',
      env: GetDeadlinesEnv,
      errorImpact: 'Organisations cannot see which days of the law bind them.',
    });
    const submitAssessment = onTable('SubmitAssessment', {
      name: 'submit-assessment',
      env: SubmitAssessmentEnv,
      errorImpact:
        'Self-assessments are not received, so warnings go out about what is already done.',
    });
    const listAssessments = onTable('ListAssessments', {
      name: 'list-assessments',
      env: ListAssessmentsEnv,
      errorImpact: 'Nobody can see what an organisation has stated before.',
    });
    const getReadiness = onTable('GetReadiness', {
      name: 'get-readiness',
      env: GetReadinessEnv,
      errorImpact: 'Organisations and supervisors cannot see what is missing, and by when.',
    });
    const getPlan = onTable('GetPlan', {
      name: 'get-plan',
      env: GetPlanEnv,
      errorImpact:
        'Organisations cannot see what they must start, and when, to make their deadlines.',
    });
    const getReadinessHistory = onTable('GetReadinessHistory', {
      name: 'get-readiness-history',
      env: GetReadinessHistoryEnv,
      errorImpact: 'Nobody can see when an organisation’s readiness changed, and what did.',
    });
    const approveWaiver = onTable('ApproveWaiver', {
      name: 'approve-waiver',
      env: ApproveWaiverEnv,
      errorImpact:
        'Supervisors cannot approve waivers, so warnings go out about what they let pass.',
    });
    const listWaivers = onTable('ListWaivers', {
      name: 'list-waivers',
      env: ListWaiversEnv,
      errorImpact: 'Nobody can see which requirements are not demanded, by whose decision.',
    });
    const getPlanPicture = onTable('GetPlanPicture', {
      name: 'get-plan-picture',
      env: GetPlanPictureEnv,
      errorImpact: 'Nobody can look at the plan of an organisation as a picture, or print it.',
    });
    const saveSupervisor = onTable('SaveSupervisor', {
      name: 'save-supervisor',
      env: SaveSupervisorEnv,
      errorImpact: 'Supervisors cannot be added or moved, so a county may have nobody to warn.',
    });
    const getSupervisor = onTable('GetSupervisor', {
      name: 'get-supervisor',
      env: GetSupervisorEnv,
      errorImpact: 'Administrators cannot see whom a supervisor is warned about.',
    });
    const listSupervisors = onTable('ListSupervisors', {
      name: 'list-supervisors',
      env: ListSupervisorsEnv,
      errorImpact: 'Administrators cannot see who is warned.',
    });
    const getNight = onTable('GetNight', {
      name: 'get-night',
      env: GetNightEnv,
      errorImpact: 'The operator cannot see what a night did.',
    });
    const runSimulation = onTable('RunSimulation', {
      name: 'run-simulation',
      env: RunSimulationEnv,
      errorImpact: 'Nobody can try what a change of law would do before it is adopted.',
      // It goes through every organisation: as long as the gateway waits, with a whole processor.
      timeout: Duration.seconds(29),
      memorySize: 1769,
    });
    table.grantReadDue(runSimulation);
    const getHealth = new AppFunction(this, 'GetHealth', {
      name: 'get-health',
      env: GetHealthEnv,
      environment: { CODE_VERSION: codeVersion },
      errorImpact: 'Those who watch the service from outside believe that it is down.',
      ...given,
    });

    const getCatalogue = new AppFunction(this, 'GetCatalogue', {
      name: 'get-catalogue',
      env: GetCatalogueEnv,
      environment: {},
      errorImpact: 'Nobody can look up the law that the deadlines are computed from.',
      ...given,
    });

    for (const writer of [saveOrganisation, submitAssessment, approveWaiver, saveSupervisor]) {
      table.grantWrite(writer);
    }
    table.grantDelete(saveOrganisation);

    const { GET, POST, PUT } = HttpMethod;
    const organisation = '/organisations/{businessId}';
    const routes = [
      [PUT, organisation, saveOrganisation],
      [GET, organisation, getOrganisation],
      [GET, `${organisation}/deadlines`, getDeadlines],
      [POST, `${organisation}/assessments`, submitAssessment],
      [GET, `${organisation}/assessments`, listAssessments],
      [GET, `${organisation}/readiness`, getReadiness],
      [GET, `${organisation}/plan`, getPlan],
      [GET, `${organisation}/readiness/history`, getReadinessHistory],
      [POST, `${organisation}/waivers`, approveWaiver],
      [GET, `${organisation}/waivers`, listWaivers],
      [GET, `${organisation}/plan.svg`, getPlanPicture],
      [PUT, '/supervisors/{id}', saveSupervisor],
      [GET, '/supervisors/{id}', getSupervisor],
      [GET, '/supervisors', listSupervisors],
      [GET, '/nights/{date}', getNight],
      [POST, '/simulations', runSimulation],
    ] as const;

    const api = new HttpApi(this, 'HttpApi', {
      description: 'Legal deadlines and readiness of social-care providers joining Kanta',
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Token', issuer.url, {
        jwtAudience: [...issuer.audience],
      }),
    });
    for (const [method, path, { node, lambda }] of routes) {
      const integration = new HttpLambdaIntegration(node.id, lambda);
      api.addRoutes({ path, methods: [method], integration });
    }
    const openRoutes = [
      [
        '/health',
        getHealth,
        'Liveness is asked by those who hold no token, and says nothing but the version.',
      ],
      ['/catalogue', getCatalogue, 'The law is public, and so is how we read it.'],
    ] as const;
    for (const [path, { node, lambda }, reason] of openRoutes) {
      const [route] = api.addRoutes({
        path,
        methods: [GET],
        integration: new HttpLambdaIntegration(node.id, lambda),
        authorizer: new HttpNoneAuthorizer(),
      });
      if (route !== undefined) {
        Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });
      }
    }

    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
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
    this.url = api.apiEndpoint;

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
