import { readFileSync, writeSync } from 'node:fs';

/*
 * What Lambda does with a new process: loads the bundle, hands it one event, and gives its answer (here
 * by the fourth file, with the processor's milliseconds until then). Started as plain JavaScript, so that nothing but the function takes time.
 */

const [, , bundle = '', seen = '', milliseconds = '0'] = process.argv;
const { event } = JSON.parse(readFileSync(seen, 'utf8'));

/** The clock of the day that the event is from. */
const offset = Number(milliseconds);
const RealDate = Date;
const now = () => RealDate.now() + offset;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

const { handler } = await import(bundle);
const context = {
  awsRequestId: 'first',
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'first-answer',
  functionVersion: '$LATEST',
  getRemainingTimeInMillis: () => 10_000,
  invokedFunctionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:first-answer',
  logGroupName: '',
  logStreamName: '',
  memoryLimitInMB: '512',
};
const answer = await handler(event, context);
const { user, system } = process.cpuUsage();
writeSync(3, JSON.stringify({ answer: answer ?? null, cpu: (user + system) / 1000 }));
process.exit(0);
