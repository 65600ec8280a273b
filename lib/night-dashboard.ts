import { Duration, Stack } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type Metric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** The figures of a night's record, and where its closing logs them. */
const figures = {
  Due: 'result.due',
  Evaluated: 'result.evaluated',
  Changed: 'result.changed',
  Warnings: 'result.warnings',
  Unaddressed: 'result.unaddressed',
  Swept: 'result.swept',
  Differing: 'result.differing',
  MailsSent: 'result.mails.sent',
  MailsFailed: 'result.mails.failed',
  MailsUnknown: 'result.mails.unknown',
  MailsHeld: 'result.mails.held',
  ReadUnits: 'run.usage.readUnits',
  WriteUnits: 'run.usage.writeUnits',
  ComputeSeconds: 'run.usage.seconds',
  GigabyteSeconds: 'run.usage.gigabyteSeconds',
  StateTransitions: 'run.usage.stateTransitions',
  Dollars: 'run.cost.dollars',
} as const;
type Figure = keyof typeof figures;

export interface NightDashboardProps {
  /** Where closing logs each record. */
  readonly log: ILogGroup;
  /** How long a night takes, from its start to its end. */
  readonly duration: IMetric;
}

/** What the nights did, for the operator's eyes: the same figures as `GET /nights` has. */
export class NightDashboard extends Construct {
  constructor(scope: Construct, id: string, { log, duration }: NightDashboardProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const metrics = Object.fromEntries(
      Object.entries(figures).map(([figure, path]) => {
        const filter = new MetricFilter(this, figure, {
          logGroup: log,
          filterPattern: FilterPattern.stringValue('$.message.message', '=', 'night closed'),
          metricNamespace: `${stackName}/Night`,
          metricName: figure,
          metricValue: `$.message.${path}`,
        });
        // A night that is closed again tells its figures again: the last counts, and they only grow.
        return [figure, filter.metric({ statistic: 'Maximum', period: Duration.days(1) })];
      }),
    ) as Record<Figure, Metric>;
    const graph = (title: string, shown: readonly IMetric[]) =>
      new GraphWidget({ title, left: [...shown], width: 12, height: 6 });
    const of = (...names: readonly Figure[]) => names.map((name) => metrics[name]);

    new Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(30),
      widgets: [
        [
          new TextWidget({
            markdown:
              '# The nights\nAt 02:30, Finnish time. One night in full: `GET /nights/{date}`; every date, with the nights that are missing: `GET /nights`.',
            width: 24,
            height: 2,
          }),
        ],
        [
          new SingleValueWidget({
            title: 'Last night',
            metrics: of('Due', 'Evaluated', 'Warnings', 'MailsSent', 'Dollars'),
            width: 24,
            height: 4,
          }),
        ],
        [
          graph('Organisations', of('Due', 'Evaluated', 'Changed', 'Swept')),
          graph('Warnings and mails', of('Warnings', 'MailsSent')),
        ],
        [
          graph(
            'What needs a person',
            of('Unaddressed', 'MailsFailed', 'MailsUnknown', 'MailsHeld', 'Differing'),
          ),
          graph('How long a night takes', [duration]),
        ],
        [
          graph('Request units of DynamoDB', of('ReadUnits', 'WriteUnits')),
          graph('Cost, estimated, in US dollars', of('Dollars')),
        ],
        [
          graph('Computing', of('ComputeSeconds', 'GigabyteSeconds')),
          graph('State transitions', of('StateTransitions')),
        ],
      ],
    });
  }
}
