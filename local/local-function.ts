import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Shift } from './clock.ts';

/** What a function's thread needs to start. */
export interface Start {
  readonly functionName: string;
  readonly arn: string;
  /** The folder of its bundle. */
  readonly directory: string;
  /** As in the template: `index.handler`. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memorySize: number;
  readonly shift: Shift | undefined;
}

/** One event for a function's thread, as JSON, with the clock that holds for it. */
export interface Invocation {
  readonly requestId: string;
  readonly event: string;
  readonly shift: Shift | undefined;
}

interface Failure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What a function's thread says: that it is ready, that it cannot be, or how an event ended. */
export type Answer =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'broken' } & Failure)
  | { readonly kind: 'result'; readonly result: string }
  | ({ readonly kind: 'error' } & Failure);

/** A function's failure as Lambda reports it to whoever invoked the function. */
export class FunctionError extends Error {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];

  constructor({ errorType, errorMessage, trace }: Failure) {
    super(`${errorType}: ${errorMessage}`);
    this.name = 'FunctionError';
    this.errorType = errorType;
    this.errorMessage = errorMessage;
    this.trace = trace;
  }
}

/** Where a function's log goes, and who hears when an invocation of it fails. */
export interface FunctionObserver {
  log(functionName: string, line: string): void;
  failed(functionName: string, error: FunctionError): void;
}

export interface FunctionProps extends Omit<Start, 'shift'> {
  readonly environment: Readonly<Record<string, string>>;
  /** The most instances at a time; by default as many as this machine can use. */
  readonly concurrency?: number;
}

/** One thread, and the event it works on. */
interface Instance {
  readonly worker: Worker;
  settle: ((answer: Answer) => void) | undefined;
}

const crash = (errorType: string, errorMessage: string): Answer & { kind: 'broken' } => ({
  kind: 'broken',
  errorType,
  errorMessage,
  trace: [],
});

const onLines = (stream: Readable, hear: (line: string) => void): void => {
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.filter(Boolean).forEach(hear);
  });
};

/**
 * A Lambda function on this machine. As on Lambda, an instance works on one event at a time and is
 * kept for the next; one that crashes or runs out of time is thrown away.
 */
export class LocalFunction {
  readonly props: FunctionProps;
  private readonly observer: FunctionObserver;
  private readonly idle: Instance[] = [];
  private readonly live = new Set<Instance>();
  private readonly waiting: ((instance: Instance | undefined) => void)[] = [];
  private readonly limit: number;

  constructor(props: FunctionProps, observer: FunctionObserver) {
    this.props = props;
    this.observer = observer;
    this.limit = props.concurrency ?? Math.min(4, Math.max(2, availableParallelism()));
  }

  /** Runs the function once, and gives what it returned. Throws a FunctionError when it fails. */
  async invoke(event: unknown, shift: Shift | undefined): Promise<unknown> {
    try {
      const instance = await this.obtain(shift);
      const answer = await this.run(instance, { ...invocationOf(event), shift });
      this.release(instance, answer);
      if (answer.kind === 'result') {
        return JSON.parse(answer.result);
      }
      throw new FunctionError(answer.kind === 'ready' ? crash('Runtime.Unknown', '') : answer);
    } catch (error) {
      if (error instanceof FunctionError) {
        this.observer.failed(this.props.functionName, error);
      }
      throw error;
    }
  }

  async stop(): Promise<void> {
    const instances = [...this.live];
    this.live.clear();
    this.idle.length = 0;
    await Promise.all(instances.map(({ worker }) => worker.terminate()));
  }

  /** An idle instance, a new one, or the next that becomes free. */
  private async obtain(shift: Shift | undefined): Promise<Instance> {
    const idle = this.idle.pop();
    if (idle !== undefined) {
      return idle;
    }
    if (this.live.size < this.limit) {
      return this.launch(shift);
    }
    const { promise, resolve } = Promise.withResolvers<Instance | undefined>();
    this.waiting.push(resolve);
    return (await promise) ?? this.launch(shift);
  }

  private async launch(shift: Shift | undefined): Promise<Instance> {
    const { environment, concurrency: _, ...start } = this.props;
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      env: { ...environment },
      workerData: { ...start, shift } satisfies Start,
      stdout: true,
      stderr: true,
    });
    const instance: Instance = { worker, settle: undefined };
    this.live.add(instance);
    const log = (line: string) => this.observer.log(this.props.functionName, line);
    onLines(worker.stdout, log);
    onLines(worker.stderr, log);
    const ready = new Promise<Answer>((resolve) => {
      instance.settle = resolve;
    });
    worker.on('message', (answer: Answer) => instance.settle?.(answer));
    worker.on('error', (error) =>
      this.discard(instance, crash('Runtime.UnhandledError', String(error))),
    );
    worker.on('exit', (code) =>
      this.discard(instance, crash('Runtime.ExitError', `The instance ended with code ${code}.`)),
    );
    const answer = await ready;
    if (answer.kind !== 'ready') {
      this.discard(instance, crash('Runtime.ExitError', ''));
      throw new FunctionError(
        answer.kind === 'broken' ? answer : crash('Runtime.Unknown', 'It did not start.'),
      );
    }
    return instance;
  }

  private async run(instance: Instance, invocation: Invocation): Promise<Answer> {
    const { timeoutSeconds } = this.props;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    instance.settle = resolve;
    instance.worker.postMessage(invocation);
    const timer = setTimeout(() => {
      const message = `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
      this.discard(instance, crash('Sandbox.Timedout', message));
    }, timeoutSeconds * 1000);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  private release(instance: Instance, answer: Answer): void {
    instance.settle = undefined;
    if (answer.kind === 'broken' || !this.live.has(instance)) {
      return;
    }
    const next = this.waiting.shift();
    if (next === undefined) {
      this.idle.push(instance);
    } else {
      next(instance);
    }
  }

  /** Throws an instance away, and lets whoever waits have a new one in its place. */
  private discard(instance: Instance, answer: Answer): void {
    if (!this.live.delete(instance)) {
      return;
    }
    const position = this.idle.indexOf(instance);
    if (position !== -1) {
      this.idle.splice(position, 1);
    }
    void instance.worker.terminate();
    instance.settle?.(answer);
    this.waiting.shift()?.(undefined);
  }
}

const invocationOf = (event: unknown): Omit<Invocation, 'shift'> => ({
  requestId: randomUUID(),
  event: JSON.stringify(event) ?? 'null',
});
