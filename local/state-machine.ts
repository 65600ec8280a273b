import { randomUUID } from 'node:crypto';
import { ExecutionError, StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { z } from 'zod';
import { FunctionError } from './local-function.ts';

/** Invokes the function that a task names, and gives what it returned. */
export type InvokeTask = (functionArn: string, event: unknown) => Promise<unknown>;

type State = StateMachineDefinition['States'][string];

/** What the interpreter passes over without a word, so that a night would differ from AWS's. */
const notInterpreted = [
  'Assign',
  'ItemBatcher',
  'ItemReader',
  'QueryLanguage',
  'ResultWriter',
  'ToleratedFailureCount',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentage',
  'ToleratedFailurePercentagePath',
];

/** Where AWS waits seconds or minutes before it tries again, waiting this many milliseconds does. */
const shortWait = 50;
/** Without a limit of its own a task may take as long as its function; the interpreter would cut it. */
const noLimit = 1_000_000;
/** No input or output of a state may be larger. */
const largestPayload = 256 * 1024;

const statesOf = (
  definition: Pick<StateMachineDefinition, 'States'>,
): readonly (readonly [string, State])[] =>
  Object.entries(definition.States).flatMap(([name, state]) => {
    switch (state.Type) {
      case 'Map': {
        const inner = state.ItemProcessor ?? state.Iterator;
        return [[name, state] as const, ...(inner === undefined ? [] : statesOf(inner))];
      }
      case 'Parallel':
        return [[name, state] as const, ...state.Branches.flatMap(statesOf)];
      default:
        return [[name, state] as const];
    }
  });

const failure = (name: string, message: string): Error =>
  Object.assign(new Error(message), { name });

/** A function's failure as Step Functions knows it: the error by its name, the rest as its cause. */
const toTaskError = (error: unknown): unknown => {
  if (!(error instanceof FunctionError)) {
    return error;
  }
  const { errorType, errorMessage, trace } = error;
  return failure(errorType, JSON.stringify({ errorType, errorMessage, trace }));
};

/** Why an execution failed, in one line. */
const toExecutionError = (error: unknown): unknown => {
  if (!(error instanceof ExecutionError && error.cause instanceof Error)) {
    return error;
  }
  const { name, message } = error.cause;
  return new Error(`The night stopped with ${name}: ${message}`, { cause: error });
};

/** A payload as it goes over the wire, if it is not too large for that. */
const sent = (payload: unknown) => {
  const json = JSON.stringify(payload) ?? 'null';
  if (Buffer.byteLength(json) > largestPayload) {
    throw failure('States.DataLimitExceeded', 'The payload is larger than 256 KiB.');
  }
  return JSON.parse(json);
};

/** The input of a task that names the service and not the function. */
const ServiceInput = z.object({ FunctionName: z.string(), Payload: z.unknown() });

/** A task as the interpreter runs it: by the function's ARN, or through the Lambda service. */
const taskOf = (resource: string, invoke: InvokeTask) => async (input: unknown) => {
  try {
    if (!resource.endsWith(':states:::lambda:invoke')) {
      return sent(await invoke(resource, sent(input)));
    }
    const { FunctionName, Payload } = ServiceInput.parse(input);
    const result = await invoke(FunctionName, sent(Payload));
    return sent({ ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 });
  } catch (error) {
    throw toTaskError(error);
  }
};

/** A state machine's definition, run on this machine. */
export class LocalStateMachine {
  private readonly machine: StateMachine;
  private readonly states: ReturnType<typeof statesOf>;
  private readonly arn: string;

  constructor(arn: string, definition: string) {
    this.arn = arn;
    for (const word of notInterpreted) {
      if (definition.includes(`"${word}"`)) {
        throw new Error(`The state machine uses ${word}, which cannot be run on this machine.`);
      }
    }
    const parsed: StateMachineDefinition = JSON.parse(definition);
    this.states = statesOf(parsed);
    for (const [, state] of this.states) {
      if (state.Type === 'Task') {
        state.TimeoutSeconds ??= noLimit;
      }
    }
    this.machine = new StateMachine(parsed);
  }

  /** Runs one execution and gives its output. Throws when the execution fails. */
  async run(input: object, invoke: InvokeTask): Promise<unknown> {
    const { machine, states } = this;
    const tasks = states.flatMap(([name, state]) =>
      state.Type === 'Task' ? [[name, taskOf(state.Resource, invoke)] as const] : [],
    );
    const retries = states.flatMap(([name, state]) =>
      'Retry' in state && state.Retry !== undefined
        ? [[name, state.Retry.map(() => shortWait)] as const]
        : [],
    );
    const waits = states.flatMap(([name, { Type }]) =>
      Type === 'Wait' ? [[name, shortWait] as const] : [],
    );
    const name = randomUUID();
    const execution = machine.run(JSON.parse(JSON.stringify(input)), {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(tasks),
        retryIntervalOverrides: Object.fromEntries(retries),
        waitTimeOverrides: Object.fromEntries(waits),
      },
      context: {
        Execution: { Id: `${this.arn.replace('stateMachine', 'execution')}:${name}`, Name: name },
        StateMachine: { Id: this.arn, Name: this.arn.split(':').at(-1) },
      },
    });
    try {
      return await execution.result;
    } catch (error) {
      throw toExecutionError(error);
    }
  }
}
