import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../cdk.json' with { type: 'json' };
import { ReadinessStack } from '../lib/readiness-stack.ts';
import { environmentName, stageFrom } from '../lib/stages.ts';
import { codeVersion } from './code-version.ts';

// The CDK command passes the context of cdk.json by itself; without it the template would differ.
const app = new App({ context: cdk.context });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

const stage = stageFrom(
  (name) => app.node.tryGetContext(name) ?? process.env[environmentName(name)],
);
new ReadinessStack(app, `Readiness-${stage.name}`, {
  stage,
  codeVersion: codeVersion(),
  ...(stage.region !== undefined && { env: { region: stage.region } }),
});
app.synth();
