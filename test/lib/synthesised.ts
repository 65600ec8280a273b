import { rmSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { ReadinessStack } from '../../lib/readiness-stack.ts';
import { local, type Stage, stageFrom } from '../../lib/stages.ts';

/** A resource as the template has it. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template has no types; each test says what it expects
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** A stage such as one who deploys it would name; only what the test is about needs to be given. */
export const aStage = (settings: Readonly<Record<string, string>> = {}): Stage => {
  const all: Readonly<Record<string, string>> = {
    stage: 'prod',
    sender: 'kanta@example.fi',
    operator: 'operator@example.fi',
    ...settings,
  };
  return stageFrom((name) => all[name]);
};

/** The app as bin/app.ts makes it, but without bundling the code. */
export const anApp = (): App =>
  new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });

export const aStack = (app: App, stage: Stage): ReadinessStack =>
  new ReadinessStack(app, `Readiness-${stage.name}`, {
    stage,
    codeVersion: 'the-version',
    ...(stage.region !== undefined && { env: { region: stage.region } }),
  });

/** Takes away the folder that the app was synthesised into. */
export const removed = (app: App): void =>
  rmSync(app.synth().directory, { recursive: true, force: true });

/** The template of a stage, with the resources by type. */
export const synthesised = (stage: Stage = local) => {
  const app = anApp();
  const stack = aStack(app, stage);
  const template = Template.fromStack(stack);
  removed(app);
  const all = template.toJSON()['Resources'] as Readonly<Record<string, Resource>>;
  const ofType = (type: string): ReadonlyArray<readonly [string, Resource]> =>
    Object.entries(all).filter(([, resource]) => resource.Type === type);
  const only = (type: string): Resource => {
    const [found, ...others] = ofType(type);
    if (found === undefined || others.length > 0) {
      throw new Error(`There is not exactly one ${type}`);
    }
    return found[1];
  };
  return { stack, template, all, ofType, only };
};
