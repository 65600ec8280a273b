import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import type { Temporal } from 'temporal-polyfill';
import type { Catalogue } from '../../domain/statute/catalogue.ts';
import { patience } from '../../functions/adapters/dynamo.ts';
import { oneAttempt, sesMailer } from '../../functions/adapters/mailer.ts';
import { dynamoSettings } from '../../functions/adapters/settings.ts';
import type { NightStep } from '../../functions/night/usage.ts';
import { FunctionError } from '../../local/local-function.ts';
import { MemoryTable, type Snapshot } from '../../local/memory-table.ts';
import { momentOf } from './clocks.ts';
import { standAlike } from './night-ends.ts';
import { type NightFunctions, nightFunctions, nightsBy, storesOf } from './night-in-process.ts';

/*
 * Nights by the synthesised definition over the deployed functions' own code, whose calls can be made to
 * fail one at a time. DynamoDB is a table in memory and SES a list of mails, both behind the SDK's clients
 * as they are deployed, so that what the SDK does by itself is done here too, without its waits.
 */

/** What can become of one call. */
export const faultKinds = [
  /** Refused as too fast, by every attempt of the SDK. */
  'throttled',
  /** One attempt's time-out, before anything was done. */
  'timed out before',
  /** One attempt's time-out, after all was done. */
  'timed out after',
  /** All was done, and no attempt of the SDK ever gets an answer. */
  'answer lost',
  /** The function dies with the call, before anything was done. */
  'crashed before',
  /** The function dies with the call, after all was done. */
  'crashed after',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Service = 'DynamoDB' | 'SES' | 'Step Functions';

/** One call of a night: the how many-th of an invocation, where 0 is the invocation itself. */
export interface Point {
  readonly invocation: number;
  readonly call: number;
  readonly service: Service;
  readonly step: NightStep;
  /** `PutItem NIGHT#2026-11-22 RECORD` */
  readonly operation: string;
}

export interface Fault {
  readonly point: Point;
  readonly kind: FaultKind;
}

/** A mail as SES took it. */
export interface SentMail {
  readonly tag: string;
  readonly message: string;
}

/** One invocation of an undisturbed night, and how everything stood before it. */
interface Recorded {
  readonly name: string;
  readonly output: unknown;
  readonly before: Standing;
}

/** How everything stands at one moment. */
export interface Standing {
  readonly table: Snapshot;
  readonly mails: readonly SentMail[];
  readonly now: Temporal.Instant;
}

/** What happened in an undisturbed night, call by call. */
export interface Recording {
  readonly start: Standing;
  readonly end: Standing;
  readonly invocations: readonly Recorded[];
  readonly points: readonly Point[];
}

export interface RecordedNight {
  readonly date: string;
  readonly catalogue: Catalogue;
  readonly recording: Recording;
  /** All that comes after the fault is run, also once it cannot matter any more. */
  readonly toTheEnd: boolean;
}

/** Steps beside which no other runs. */
const alone: readonly NightStep[] = ['find-unregistered', 'list-recipients', 'close-night'];

const nameOf = (step: NightStep, event: unknown): string => `${step} ${JSON.stringify(event)}`;

/** A function's process, from the start of one invocation until it ends or dies. */
interface Process {
  readonly invocation: number;
  readonly step: NightStep;
  readonly numbers: Map<string, number>;
  readonly die: () => void;
  isDead: boolean;
}

interface Attempt {
  readonly service: Service;
  readonly operation: string;
  /** The same for every attempt at one call. */
  readonly callId: string;
}

const never = () => new Promise<never>(() => {});
const json = (statusCode: number, body: object) => ({
  response: {
    statusCode,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(body)),
  },
});
const xml = (statusCode: number, body: string) => ({
  response: { statusCode, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) },
});

/** As the SDK's HTTP handler reports a connection that broke, or an answer that did not come. */
const timeOut = () =>
  Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

const throttling = {
  DynamoDB: () =>
    json(400, {
      __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException',
      message: 'Throughput exceeds the current capacity of your table.',
    }),
  SES: () =>
    xml(
      400,
      '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error></ErrorResponse>',
    ),
};

const failed = (errorType: string) =>
  new FunctionError({ errorType, errorMessage: 'it was made to fail', trace: [] });

type StandardRetryToken = Parameters<ConfiguredRetryStrategy['recordSuccess']>[0];

interface HttpRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Which item or part of the table a call is about. */
const aboutOf = (body: string): string => {
  const { Key, Item, ExpressionAttributeValues: values } = JSON.parse(body);
  const { pk, sk } = Key ?? Item ?? {};
  return pk === undefined
    ? Object.values<{ readonly S?: string }>(values ?? {})
        .map(({ S }) => S)
        .join(' ')
    : `${pk.S} ${sk.S}`;
};

/** Nights whose calls can be made to fail. */
export class FaultyNights {
  readonly table = new MemoryTable();
  readonly tableName = 'readiness';
  mails: SentMail[] = [];
  now = momentOf('2026-11-20', '02:30');
  readonly clock = { now: () => this.now };
  readonly client: DynamoDBClient;
  private readonly runNight: ReturnType<typeof nightsBy>;
  private readonly ses: SESClient;
  private readonly processes = new AsyncLocalStorage<Process>();
  private readonly functions = new Map<Catalogue, NightFunctions>();
  private retries = new ConfiguredRetryStrategy(patience.maxAttempts, 0);
  private last: Promise<unknown> = Promise.resolve();
  private fault: Fault | undefined;
  private turns: (() => number) | undefined;
  private points: Point[] = [];
  private invocations: Recorded[] = [];
  private count = 0;

  constructor(definition: string) {
    this.runNight = nightsBy(definition);
    this.client = this.newClient();
    this.ses = new SESClient({
      ...oneAttempt,
      region: 'eu-north-1',
      endpoint: 'http://in-memory.invalid',
      credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
      requestHandler: {
        handle: (request: HttpRequest) =>
          this.attempt(
            {
              service: 'SES',
              operation: 'SendRawEmail',
              callId: request.headers['amz-sdk-invocation-id'] ?? '',
            },
            async () => this.take(new URLSearchParams(request.body)),
          ),
      } as never,
    });
  }

  private newClient(): DynamoDBClient {
    const inner = this.table.client().config.requestHandler;
    return new DynamoDBClient({
      ...patience,
      // As often as deployed, and without its waits. Each night has its own tokens, as a new process has.
      retryStrategy: {
        mode: 'standard',
        acquireInitialRetryToken: (scope) => this.retries.acquireInitialRetryToken(scope),
        refreshRetryTokenForRetry: (token, error) =>
          this.retries.refreshRetryTokenForRetry(token as StandardRetryToken, error),
        recordSuccess: (token) => this.retries.recordSuccess(token as StandardRetryToken),
      },
      region: 'eu-north-1',
      endpoint: 'http://in-memory.invalid',
      credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
      requestHandler: {
        handle: (request: HttpRequest) =>
          this.attempt(
            {
              service: 'DynamoDB',
              operation: `${request.headers['x-amz-target']?.split('.')[1]} ${aboutOf(String(request.body))}`,
              callId: request.headers['amz-sdk-invocation-id'] ?? '',
            },
            () => inner.handle({ ...request, body: String(request.body) } as never),
          ),
      } as never,
    });
  }

  get stores() {
    return storesOf({ client: this.client, table: this.tableName });
  }

  standing(): Standing {
    return { table: this.table.snapshot(), mails: this.mails, now: this.now };
  }

  restore({ table, mails, now }: Standing): void {
    this.table.restore(table);
    this.mails = [...mails];
    this.now = now;
  }

  /** Runs a night, and tells each of its calls. */
  async record(date: string, catalogue: Catalogue): Promise<Recording> {
    const start = this.standing();
    await this.run(date, catalogue);
    return { start, end: this.standing(), invocations: this.invocations, points: this.points };
  }

  /**
   * Starts the same night twice at once, with their calls in whatever order `turns` makes of them: before
   * each call so many others may come.
   */
  async runTwiceAtOnce(night: {
    readonly date: string;
    readonly catalogue: Catalogue;
    readonly turns: () => number;
  }): Promise<void> {
    const { date, catalogue, turns } = night;
    this.begin(undefined);
    this.now = momentOf(date, '02:30');
    this.turns = turns;
    const run = () =>
      this.runNight(date, (step, event) => this.execute({ step, event, catalogue }));
    await Promise.all([run(), run()]).finally(() => {
      this.turns = undefined;
    });
  }

  private begin(fault: Fault | undefined): void {
    this.points = [];
    this.invocations = [];
    this.count = 0;
    this.retries = new ConfiguredRetryStrategy(patience.maxAttempts, 0);
    this.fault = fault;
  }

  /** Runs a night from where everything stands. Throws where the state machine fails. */
  async run(date: string, catalogue: Catalogue): Promise<unknown> {
    this.begin(undefined);
    this.now = momentOf(date, '02:30');
    return this.runNight(date, (step, event) => this.invoke({ step, event, catalogue }));
  }

  /**
   * Runs a recorded night with one fault, which may fail as a whole. What the functions that ran before
   * the fault did is taken from the recording. So is the rest once everything stands as it stood there,
   * unless it is to be run `toTheEnd`: from the same standing the same functions do the same.
   */
  async runWith(fault: Fault, night: RecordedNight): Promise<void> {
    const { date, catalogue, recording } = night;
    const { invocations } = recording;
    const { point } = fault;
    this.begin(fault);
    const outputs = new Map(invocations.map(({ name }, at) => [name, at]));
    let phase: 'before' | 'disturbed' | 'as recorded' = 'before';
    const invoke = async (step: NightStep, event: unknown): Promise<unknown> => {
      const name = nameOf(step, event);
      const at = outputs.get(name) ?? -1;
      const recorded = invocations[at];
      if (phase === 'before' && recorded !== undefined && at < point.invocation) {
        return recorded.output;
      }
      if (phase === 'before') {
        if (at !== point.invocation || recorded === undefined) {
          throw new Error(`${name} came before invocation ${point.invocation}`);
        }
        phase = 'disturbed';
        this.restore(recorded.before);
        this.count = at;
      } else if (phase === 'disturbed' && recorded !== undefined && !night.toTheEnd) {
        // Only what runs alone has all others before it behind it.
        if (alone.includes(step) && standAlike(this.standing(), recorded.before)) {
          phase = 'as recorded';
          this.restore(recording.end);
        }
      }
      if (phase === 'as recorded' && recorded !== undefined) return recorded.output;
      return this.invoke({ step, event, catalogue });
    };
    await this.runNight(date, invoke).catch(() => undefined);
  }

  /** One at a time, in the order in which they were asked for. */
  private invoke(asked: { step: NightStep; event: unknown; catalogue: Catalogue }) {
    const invocation = this.last.then(() => this.execute(asked));
    this.last = invocation.catch(() => undefined);
    return invocation;
  }

  private async execute({
    step,
    event,
    catalogue,
  }: {
    step: NightStep;
    event: unknown;
    catalogue: Catalogue;
  }): Promise<unknown> {
    const invocation = this.count++;
    const before = this.standing();
    const point: Point = { invocation, call: 0, service: 'Step Functions', step, operation: step };
    this.points.push(point);
    const kind = this.fault?.point.invocation === invocation && this.fault.point.call === 0;
    const fault = kind ? this.fault?.kind : undefined;
    try {
      if (fault === 'throttled') throw failed('Lambda.TooManyRequestsException');
      if (fault === 'timed out before') throw failed('Lambda.ServiceException');
      if (fault === 'crashed before') throw failed('Runtime.ExitError');
      const output = await this.process({ step, event, catalogue, invocation });
      if (fault === 'timed out after') throw failed('Lambda.ServiceException');
      if (fault === 'answer lost') throw failed('Sandbox.Timedout');
      if (fault === 'crashed after') throw failed('Runtime.ExitError');
      this.invocations.push({ name: nameOf(step, event), output, before });
      return output;
    } catch (error) {
      // Until it is tried again, a minute passes.
      this.now = this.now.add({ minutes: 1 });
      throw error;
    }
  }

  private process(asked: {
    step: NightStep;
    event: unknown;
    catalogue: Catalogue;
    invocation: number;
  }): Promise<unknown> {
    const { step, event, catalogue, invocation } = asked;
    return new Promise((resolve, reject) => {
      const process: Process = {
        invocation,
        step,
        numbers: new Map(),
        isDead: false,
        die: () => {
          process.isDead = true;
          reject(failed('Runtime.ExitError'));
        },
      };
      this.processes.run(process, () => {
        this.functionsBy(catalogue)
          [step](event)
          .then(resolve, (error: Error) =>
            reject(
              new FunctionError({
                errorType: error.name,
                errorMessage: error.message,
                trace: [error.stack ?? ''],
              }),
            ),
          );
      });
    });
  }

  private functionsBy(catalogue: Catalogue): NightFunctions {
    const known = this.functions.get(catalogue);
    if (known !== undefined) return known;
    const client = this.newClient();
    const made = nightFunctions({
      client,
      table: this.tableName,
      mailer: sesMailer(this.ses, 'readiness'),
      settings: dynamoSettings(client, this.tableName),
      clock: this.clock,
      catalogue,
    });
    this.functions.set(catalogue, made);
    return made;
  }

  private async attempt<Response>(attempt: Attempt, act: () => Promise<Response>) {
    const { service, operation, callId } = attempt;
    const process = this.processes.getStore();
    // What a person does between nights.
    if (process === undefined) return act();
    if (process.isDead) return never();
    for (let turn = this.turns?.() ?? 0; turn > 0; turn -= 1) await setImmediate();
    const { invocation, step, numbers } = process;
    const isFirst = !numbers.has(callId);
    const call = numbers.get(callId) ?? numbers.size + 1;
    numbers.set(callId, call);
    if (isFirst) this.points.push({ invocation, call, service, step, operation });
    const at = this.fault?.point;
    if (at?.invocation !== invocation || at.call !== call) return act();
    switch (this.fault?.kind) {
      case 'throttled':
        return throttling[service === 'SES' ? 'SES' : 'DynamoDB']();
      case 'timed out before':
        if (isFirst) throw timeOut();
        return act();
      case 'timed out after': {
        const answer = await act();
        if (isFirst) throw timeOut();
        return answer;
      }
      case 'answer lost':
        if (isFirst) await act();
        throw timeOut();
      case 'crashed before':
        process.die();
        return never();
      case 'crashed after':
        await act();
        process.die();
        return never();
      case undefined:
        return act();
    }
  }

  private take(form: URLSearchParams) {
    const message = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('utf8');
    this.mails = [...this.mails, { tag: form.get('Tags.member.1.Value') ?? '', message }];
    return xml(
      200,
      `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>message-${this.mails.length}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>`,
    );
  }
}
