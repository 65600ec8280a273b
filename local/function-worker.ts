import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Shift } from './clock.ts';
import type { Answer, Invocation, Start } from './local-function.ts';

/*
 * One instance of a Lambda function: loads its bundle and answers one event after the other. Runs
 * in a thread of its own, whose environment and clock are the function's.
 */

const realDate = Date;
let shift: Shift | undefined;

/** The clock of this thread: like `shifted` in clock.ts, which would load the Temporal polyfill. */
const now = (): number =>
  shift === undefined ? realDate.now() : Math.min(realDate.now() + shift.offset, shift.until);

globalThis.Date = new Proxy(realDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new realDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

type Handler = (event: unknown, context: object) => unknown;

const start: Start = workerData;
shift = start.shift;

const describe = (error: unknown): Answer & { kind: 'error' } =>
  error instanceof Error
    ? {
        kind: 'error',
        errorType: error.name,
        errorMessage: error.message,
        trace: (error.stack ?? '').split('\n'),
      }
    : { kind: 'error', errorType: typeof error, errorMessage: String(error), trace: [] };

const load = async (): Promise<Handler> => {
  const [file = '', name = ''] = start.handler.split(/\.(?=[^.]*$)/);
  const candidates = ['.mjs', '.js', '.cjs'].map((ending) => join(start.directory, file + ending));
  const { existsSync } = await import('node:fs');
  const bundle = candidates.find((path) => existsSync(path));
  if (bundle === undefined) {
    throw new Error(`There is no ${file} in the bundle of ${start.functionName}.`);
  }
  const loaded = await import(pathToFileURL(bundle).href);
  const handler = loaded[name] ?? loaded.default?.[name];
  if (typeof handler !== 'function') {
    throw new Error(`The bundle of ${start.functionName} exports no ${name}.`);
  }
  return handler;
};

const answer = async (handler: Handler, invocation: Invocation): Promise<Answer> => {
  shift = invocation.shift;
  const deadline = performance.now() + start.timeoutSeconds * 1000;
  const context = {
    awsRequestId: invocation.requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    invokedFunctionArn: start.arn,
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: String(start.memorySize),
  };
  try {
    const result = await handler(JSON.parse(invocation.event), context);
    return { kind: 'result', result: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return describe(error);
  }
};

try {
  const handler = await load();
  parentPort?.on('message', async (invocation: Invocation) => {
    parentPort?.postMessage(await answer(handler, invocation));
  });
  parentPort?.postMessage({ kind: 'ready' } satisfies Answer);
} catch (error) {
  parentPort?.postMessage({ ...describe(error), kind: 'broken' } satisfies Answer);
}
