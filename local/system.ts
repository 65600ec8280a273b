import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../domain/day.ts';
import { createAuthoriser } from './authoriser.ts';
import { LocalClock, type Shift } from './clock.ts';
import { createControl } from './control.ts';
import { createGateway } from './gateway.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { type FunctionObserver, LocalFunction } from './local-function.ts';
import { credentials, type LocalTable, startTable } from './local-table.ts';
import { MailEvents } from './mail-events.ts';
import { Mailbox } from './mailbox.ts';
import { eachMinuteOf, Minutes } from './minutes.ts';
import { Nights, scheduleOf } from './nights.ts';
import { routesOf } from './routes.ts';
import { addressOf, claimFree, close, host, listen } from './servers.ts';
import { LocalStateMachine } from './state-machine.ts';
import { type StackFiles, stacksOf } from './synthesis.ts';
import { readAssets, region, Template } from './template.ts';

// CommonJS, whose default export Node and the tests' loader import in two different ways.
const ses: typeof import('aws-ses-v2-local') = createRequire(import.meta.url)('aws-ses-v2-local');

export interface SystemProps {
  /** The folder of the synthesised assembly. */
  readonly assembly: string;
  /** The API's port; mail, control and issuer take the three after it. With 0 all are free ones. */
  readonly port: number;
  readonly today: Day | undefined;
  /** A DynamoDB that runs already; without it one is embedded. */
  readonly dynamoEndpoint: string | undefined;
  readonly observer: FunctionObserver;
}

/** The whole system, listening. */
export interface LocalSystem {
  readonly api: string;
  readonly mail: string;
  readonly control: string;
  readonly issuer: Issuer;
  readonly clock: LocalClock;
  readonly nights: Nights;
  readonly minutes: Minutes;
  readonly table: LocalTable;
  stop(): Promise<void>;
}

const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).default({
    Variables: {},
  }),
  Handler: z.string(),
  MemorySize: z.number().default(128),
  ReservedConcurrentExecutions: z.number().optional(),
  Timeout: z.number().default(3),
});
const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});
const StageProperties = z.object({ StageName: z.literal('$default') });
const MachineProperties = z.object({ DefinitionString: z.string() });

/** The stack that is the system: the one with the API. */
const findStack = async (assembly: string): Promise<StackFiles> => {
  const [stack, ...others] = await stacksOf(assembly);
  if (stack === undefined || others.length > 0) {
    throw new Error(`The assembly has ${others.length + 1} stacks, not one.`);
  }
  return stack;
};

interface FunctionsProps {
  readonly template: Template;
  readonly assets: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string>>;
  readonly publicUrl: string;
  readonly observer: FunctionObserver;
}

/** Every function of the template, by its ARN. Its instances start when it is first invoked. */
const functionsOf = (props: FunctionsProps): ReadonlyMap<string, LocalFunction> =>
  new Map(
    props.template.list('AWS::Lambda::Function', FunctionProperties).map(({ id, properties }) => {
      const { Code, Environment, Handler, MemorySize, Timeout } = properties;
      const directory = props.assets.get(Code.S3Key);
      if (directory === undefined) {
        throw new Error(`The assembly has no code for ${id}.`);
      }
      const arn = props.template.arn(id);
      const functionName = String(props.template.ref(id));
      const { ReservedConcurrentExecutions: concurrency } = properties;
      const { PUBLIC_URL, ...variables } = Environment.Variables;
      const start = {
        functionName,
        arn,
        directory,
        handler: Handler,
        timeoutSeconds: Timeout,
        memorySize: MemorySize,
        environment: {
          ...variables,
          // The template cannot know --port.
          ...(PUBLIC_URL !== undefined && { PUBLIC_URL: props.publicUrl }),
          ...props.environment,
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
          AWS_LAMBDA_FUNCTION_NAME: functionName,
          AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        },
        ...(concurrency !== undefined && { concurrency }),
      };
      return [arn, new LocalFunction(start, props.observer)];
    }),
  );

/** What ends what was started, in case the rest does not start either. */
type OnStop = (end: () => Promise<unknown>) => void;

/** Starts a server for each part of the template, and wires them together. */
export const startSystem = async (props: SystemProps): Promise<LocalSystem> => {
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
  };
  try {
    return { ...(await wire(props, (end) => ends.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const wire = async (props: SystemProps, onStop: OnStop): Promise<Omit<LocalSystem, 'stop'>> => {
  const { port, observer } = props;
  const ports = await Promise.all(
    [0, 1, 2, 3].map((offset) => claimFree(port === 0 ? 0 : port + offset)),
  );
  const [api = '', mail = '', control = ''] = ports.map((number) => `http://${host}:${number}`);
  const [apiPort = 0, mailPort = 0, controlPort = 0, issuerPort = 0] = ports;

  const stack = await findStack(props.assembly);
  const template = await Template.read(join(stack.directory, stack.template), {
    'AWS::ApiGatewayV2::Api': { ApiEndpoint: api },
  });
  template.single('AWS::ApiGatewayV2::Stage', StageProperties);
  const audience = template.single('AWS::ApiGatewayV2::Authorizer', AuthorizerProperties).properties
    .JwtConfiguration.Audience;

  const clock = new LocalClock(props.today);
  const now = () => clock.now();
  const mailEvents = new MailEvents(template, (functionArn, event) =>
    invoke(functionArn, event, clock.shift()),
  );
  const publish = (event: object) => mailEvents.publish(event);
  const [issuer, table, mailbox] = await Promise.all([
    startIssuer(issuerPort, audience),
    startTable(template, { region, endpoint: props.dynamoEndpoint }),
    startMailbox({ template, port: mailPort, now, publish }, onStop),
  ]);
  onStop(issuer.stop);
  onStop(table.stop);

  const functions = functionsOf({
    template,
    assets: await readAssets(stack.directory, stack.assets),
    publicUrl: api,
    observer,
    environment: environmentOf(table, mail),
  });
  onStop(() => Promise.all([...functions.values()].map((each) => each.stop())));
  const invoke = async (functionArn: string, event: unknown, shift: Shift | undefined) => {
    const found = functions.get(functionArn);
    if (found === undefined) {
      throw new Error(`The template has no function ${functionArn}.`);
    }
    return found.invoke(event, shift);
  };

  const minutes = new Minutes({
    functions: eachMinuteOf(template),
    invoke: (functionArn) => invoke(functionArn, {}, clock.shift()),
  });
  onStop(async () => minutes.stop());
  const machine = template.single('AWS::StepFunctions::StateMachine', MachineProperties);
  const machineArn = template.arn(machine.id);
  const nights = new Nights({
    clock,
    schedule: scheduleOf(template, machineArn),
    machine: new LocalStateMachine(machineArn, machine.properties.DefinitionString),
    invoke,
    minutes,
    mailEvents,
  });
  const gateway = createGateway({
    routes: routesOf(template),
    authorise: createAuthoriser({ issuer: issuer.url, audience }),
    now,
    invoke: (functionArn, event) => invoke(functionArn, event, clock.shift()),
  });
  const controls = createControl({ clock, issuer, nights, minutes, mailbox, mailEvents });
  for (const [server, number] of [
    [gateway, apiPort],
    [controls, controlPort],
  ] as const) {
    await listen(server, number);
    onStop(() => close(server));
  }
  return { api, mail, control, issuer, clock, nights, minutes, table };
};

/** What Lambda sets, and where the SDK finds the services on this machine. */
const environmentOf = (table: LocalTable, mail: string): Readonly<Record<string, string>> => ({
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_DEFAULT_REGION: region,
  AWS_REGION: region,
  AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
  AWS_ENDPOINT_URL_SES: mail,
});

interface MailProps {
  readonly template: Template;
  readonly port: number;
  readonly now: () => number;
  readonly publish: (event: object) => void;
}

const startMailbox = async (
  { template, port, now, publish }: MailProps,
  onStop: OnStop,
): Promise<Mailbox> => {
  const inner = await ses.default({ host, port: 0 });
  onStop(() => close(inner));
  const mailbox = new Mailbox({
    inner: addressOf(inner),
    configurationSets: template
      .list('AWS::SES::ConfigurationSet', z.object({}))
      .map(({ id }) => String(template.ref(id))),
    now,
    publish,
  });
  await listen(mailbox.server, port);
  onStop(() => mailbox.stop());
  return mailbox;
};
