import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { local } from '../../lib/stages.ts';
import { anApp, aStack, aStage, removed } from './synthesised.ts';

const stages = [
  ['local', local],
  ['prod', aStage()],
  [
    'dev with another issuer',
    aStage({ stage: 'dev', issuer: 'https://id.example.fi', audience: 'a' }),
  ],
] as const;

/** What all the rules found; an error among them stops the synthesis itself. */
const findingsOf = (app: App): readonly string[] => {
  const { directory } = app.synth();
  const { pluginReports } = JSON.parse(
    readFileSync(join(directory, 'validation-report.json'), 'utf8'),
  ) as { pluginReports: { violations: { ruleName: string }[] }[] };
  removed(app);
  return pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
};

const checked = (app: App): App => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};

describe.each(stages)('The rules of AwsSolutions, for %s,', (_, stage) => {
  it('find nothing that is not acknowledged', () => {
    const app = checked(anApp());
    aStack(app, stage);
    expect(findingsOf(app)).toEqual([]);
  });

  it('are set aside only where a reason was found to hold, and near the resource', () => {
    const stack = aStack(anApp(), stage);
    const acknowledged = stack.node.findAll().flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.keys(data as object))
        .filter((rule) => rule.includes('AwsSolutions'))
        .map((rule) => `${rule.match(/[A-Z]+[0-9]+/)?.[0]} at ${node.id}`),
    );
    expect([...new Set(acknowledged)].sort()).toEqual([
      'APIG4 at GET--acknowledge--{link}',
      'APIG4 at GET--calendars--{file}',
      'APIG4 at GET--catalogue',
      'APIG4 at GET--docs',
      'APIG4 at GET--docs--{file}',
      'APIG4 at GET--health',
      'APIG4 at GET--openapi.json',
      'APIG4 at POST--acknowledge--{link}',
      ...(stage.issuer === undefined ? ['COG8 at UserPool'] : []),
      'IAM5 at Role',
      'IAM5 at StateMachine',
      'SQS3 at DeadLetters',
      'SQS3 at NotStarted',
    ]);
  });
});

describe('The rules of AwsSolutions', () => {
  it('stop the synthesis of what they find wrong, so that this test can fail', () => {
    const app = checked(anApp());
    const stack = aStack(app, local);
    new Queue(stack, 'QueueWithoutTls');
    expect(() => app.synth()).toThrow('AwsSolutions-SQS4');
  });
});
