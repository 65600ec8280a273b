import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { BusinessId } from '../../domain/identifiers.ts';
import {
  type NightStep,
  type Usage,
  type UsageBySteps,
  usage,
  usageBySteps,
} from '../night/usage.ts';
import { nightCounts, noCounts } from '../night-counts.ts';
import { asked, doneIf, everyItem, fromItem, type Item, toItem } from './dynamo.ts';

const progress = z.object({
  /** Where in the index the work goes on; null at its beginning. */
  position: z.string().nullable(),
  /** Taken, but not counted yet. */
  inFlight: z.array(BusinessId),
  /** The position after those in flight. */
  inFlightTo: z.string().nullable(),
  counts: nightCounts,
  /** Its sweep is over; another attempt at the night turns to what is due alone. */
  swept: z.boolean().default(false),
});
/** How far one shard of a night has come, so that it can be left at any moment and taken up again. */
export type ShardProgress = z.infer<typeof progress>;

export interface StoredProgress extends ShardProgress {
  readonly version: number;
}

/** An organisation that could not be evaluated; `batch` is the one that counted it as due. */
export interface SetAside {
  readonly businessId: BusinessId;
  readonly error: string;
  readonly batch: number;
}

const digestOutcomes = [
  'sent',
  'failed',
  'unknown',
  'held',
  'quiet',
  'unreachable',
  'nothing',
] as const;
/**
 * What became of one recipient's digest; `held`: sending was off; `quiet`: a day off, and nothing turned red;
 * `unreachable`: her address is no longer used; `nothing`: all that waited had been put in order.
 */
export type DigestOutcome = (typeof digestOutcomes)[number];

export const nightRecord = z.object({
  date: Day,
  status: z.enum(['closed', 'partial']),
  result: nightCounts.extend({
    mails: z.object({
      sent: z.int(),
      failed: z.int(),
      unknown: z.int(),
      held: z.int(),
      // Nights of before these were counted had none.
      quiet: z.int().default(0),
      /** Recipients for whom SES took no mail any more that day. */
      carriedOver: z.int().default(0),
      /** Recipients whose address is no longer used; what waits for them is told to others. */
      unreachable: z.int().default(0),
    }),
    setAside: z.array(z.object({ businessId: BusinessId, error: z.string() })),
    catalogueHash: z.string(),
    codeVersion: z.string(),
  }),
  run: z.object({
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime(),
    attempts: z.int(),
    // Nights of before this was counted have none of what follows.
    /** By all attempts, but for the closing that writes this. */
    usage: usage.extend({ steps: usageBySteps, stateTransitions: z.int() }).exactOptional(),
    /** Estimated, in US dollars. */
    cost: z
      .object({
        dollars: z.number(),
        dynamoDb: z.number(),
        lambda: z.number(),
        stepFunctions: z.number(),
        ses: z.number(),
        pricesOf: z
          .string()
          .regex(/^[a-z0-9-]{1,30} \d{4}-\d{2}-\d{2}$/)
          .max(41),
      })
      .exactOptional(),
  }),
});
/** What a night did: `result` is the same for the same inputs, `run` is how it went. */
export type NightRecord = z.infer<typeof nightRecord>;

/** Everything that was written down of a night, to close it by. */
export interface NightAccount {
  readonly startedAt: string;
  readonly attempts: number;
  readonly shards: readonly ShardProgress[];
  readonly setAside: readonly SetAside[];
  readonly digests: readonly DigestOutcome[];
  /** What its steps have used, by all attempts. */
  readonly usage: UsageBySteps;
}

/** The nights: how far each has come, and what it did. */
export interface Nights {
  /** Begins a night, or another attempt at it. */
  open(date: Day, now: string): Promise<void>;
  /** The earliest date of which a night was ever begun; undefined before the first. */
  first(): Promise<Day | undefined>;
  progress(date: Day, shard: number): Promise<StoredProgress>;
  /** `replaces` is the version that was read. */
  saveProgress(write: {
    readonly date: Day;
    readonly shard: number;
    readonly progress: ShardProgress;
    readonly replaces: number;
  }): Promise<'saved' | 'changed-meanwhile'>;
  setAside(date: Day, organisation: SetAside): Promise<void>;
  allSetAside(date: Day): Promise<readonly SetAside[]>;
  /** An organisation that was set aside and could then be evaluated. */
  takeBack(date: Day, businessId: BusinessId): Promise<void>;
  /** A mail that went out, or may have, stays so whatever is recorded later. */
  recordDigest(write: {
    readonly date: Day;
    readonly recipient: string;
    readonly outcome: DigestOutcome;
  }): Promise<void>;
  /** Adds what one run of a step has used. */
  addUsage(date: Day, step: NightStep, used: Usage): Promise<void>;
  account(date: Day): Promise<NightAccount>;
  close(record: NightRecord): Promise<void>;
  /** Undefined until the night was closed once. */
  record(date: Day): Promise<NightRecord | undefined>;
  /** The hash of the catalogue that a whole night has last evaluated by; undefined before the first. */
  evaluatedBy(): Promise<string | undefined>;
  saveEvaluatedBy(by: string): Promise<void>;
  /** The date of the last whole night that looked at all organisations; undefined before the first. */
  sweptOn(): Promise<Day | undefined>;
  saveSweptOn(date: Day): Promise<void>;
}

const recordRow = z.object({
  startedAt: z.string(),
  attempts: z.int(),
  record: nightRecord.optional(),
});
const shardRow = progress.extend({ version: z.int() });
const setAsideRow = z
  .object({ sk: z.string(), error: z.string(), batch: z.int() })
  .transform(({ sk, ...row }) => ({ ...row, businessId: BusinessId.parse(sk.split('#')[1]) }));
const digestRow = z.object({ outcome: z.enum(digestOutcomes) });
const usagePrefix = 'USAGE#';
const usageRow = usage
  .extend({ sk: z.string() })
  .transform(({ sk, ...used }) => [sk.slice(usagePrefix.length), used] as const);

const firstRow = z.object({ first: Day });
const firstKey = { pk: 'NIGHT', sk: 'FIRST' } as const;

const evaluatedByRow = z.object({ by: z.string() });
const evaluatedByKey = { pk: 'NIGHT', sk: 'CATALOGUE' } as const;

const sweptRow = z.object({ date: Day });
const sweptKey = { pk: 'NIGHT', sk: 'SWEPT' } as const;

const notBegun: StoredProgress = {
  version: 0,
  position: null,
  inFlight: [],
  inFlightTo: null,
  counts: noCounts,
  swept: false,
};

const partition = (date: Day): string => `NIGHT#${date}`;
const shardKey = (date: Day, shard: number) => ({
  pk: partition(date),
  sk: `SHARD#${String(shard).padStart(2, '0')}`,
});

const rowsBelow = <Schema extends z.ZodType>(
  items: readonly Item[],
  prefix: string,
  schema: Schema,
): readonly z.output<Schema>[] =>
  items.filter((item) => item['sk']?.S?.startsWith(prefix)).map((item) => fromItem(schema, item));

export const dynamoNights = (client: DynamoDBClient, table: string): Nights => {
  const get = async (key: { readonly pk: string; readonly sk: string }) => {
    const { Item } = await asked(
      client.send(new GetItemCommand({ TableName: table, ConsistentRead: true, Key: toItem(key) })),
    );
    return Item;
  };
  return {
    open: async (date, now) => {
      await asked(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: toItem({ pk: partition(date), sk: 'RECORD' }),
            UpdateExpression: 'SET startedAt = if_not_exists(startedAt, :now) ADD attempts :one',
            ExpressionAttributeValues: marshall({ ':now': now, ':one': 1 }),
          }),
        ),
      );
      await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem({ ...firstKey, first: date }),
            ConditionExpression: 'attribute_not_exists(pk) OR #first > :first',
            ExpressionAttributeNames: { '#first': 'first' },
            ExpressionAttributeValues: marshall({ ':first': date }),
          }),
        ),
      );
    },
    first: async () => {
      const item = await get(firstKey);
      return item && fromItem(firstRow, item).first;
    },
    progress: async (date, shard) => {
      const item = await get(shardKey(date, shard));
      return item === undefined ? notBegun : fromItem(shardRow, item);
    },
    saveProgress: async ({ date, shard, progress: saved, replaces }) => {
      const done = await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem({ ...shardKey(date, shard), ...saved, version: replaces + 1 }),
            ...(replaces === 0
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: 'version = :replaces',
                  ExpressionAttributeValues: marshall({ ':replaces': replaces }),
                }),
          }),
        ),
      );
      return done ? 'saved' : 'changed-meanwhile';
    },
    setAside: async (date, { businessId, error, batch }) => {
      const row = { pk: partition(date), sk: `SETASIDE#${businessId}`, error, batch };
      await asked(client.send(new PutItemCommand({ TableName: table, Item: toItem(row) })));
    },
    allSetAside: async (date) =>
      rowsBelow(
        await everyItem(client, {
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: marshall({ ':pk': partition(date), ':prefix': 'SETASIDE#' }),
        }),
        'SETASIDE#',
        setAsideRow,
      ),
    takeBack: async (date, businessId) => {
      await asked(
        client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: toItem({ pk: partition(date), sk: `SETASIDE#${businessId}` }),
          }),
        ),
      );
    },
    recordDigest: async ({ date, recipient, outcome }) => {
      const replaceable = digestOutcomes.filter((other) =>
        outcome === 'sent' ? true : other !== 'sent' && other !== 'unknown',
      );
      const names = replaceable.map((_, i) => `:outcome${i}`);
      await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem({ pk: partition(date), sk: `DIGEST#${recipient}`, outcome }),
            ConditionExpression: `attribute_not_exists(pk) OR outcome IN (${names.join(', ')})`,
            ExpressionAttributeValues: marshall(
              Object.fromEntries(replaceable.map((other, i) => [names[i], other])),
            ),
          }),
        ),
      );
    },
    addUsage: async (date, step, used) => {
      const names = Object.keys(used);
      await asked(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: toItem({ pk: partition(date), sk: `${usagePrefix}${step}` }),
            UpdateExpression: `ADD ${names.map((name) => `#${name} :${name}`).join(', ')}`,
            ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
            ExpressionAttributeValues: marshall(
              Object.fromEntries(Object.entries(used).map(([name, value]) => [`:${name}`, value])),
            ),
          }),
        ),
      );
    },
    account: async (date) => {
      const items = await everyItem(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': partition(date) }),
      });
      const [opened] = rowsBelow(items, 'RECORD', recordRow);
      if (opened === undefined) throw new Error(`the night of ${date} was never opened`);
      return {
        startedAt: opened.startedAt,
        attempts: opened.attempts,
        shards: rowsBelow(items, 'SHARD#', shardRow),
        setAside: rowsBelow(items, 'SETASIDE#', setAsideRow),
        digests: rowsBelow(items, 'DIGEST#', digestRow).map(({ outcome }) => outcome),
        usage: Object.fromEntries(rowsBelow(items, usagePrefix, usageRow)),
      };
    },
    close: async (closed) => {
      await asked(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: toItem({ pk: partition(closed.date), sk: 'RECORD' }),
            UpdateExpression: 'SET #record = :record',
            ExpressionAttributeNames: { '#record': 'record' },
            ExpressionAttributeValues: toItem({ ':record': closed }),
          }),
        ),
      );
    },
    record: async (date) => {
      const item = await get({ pk: partition(date), sk: 'RECORD' });
      return item === undefined ? undefined : fromItem(recordRow, item).record;
    },
    evaluatedBy: async () => {
      const item = await get(evaluatedByKey);
      return item && fromItem(evaluatedByRow, item).by;
    },
    saveEvaluatedBy: async (by) => {
      const row = { ...evaluatedByKey, by };
      await asked(client.send(new PutItemCommand({ TableName: table, Item: toItem(row) })));
    },
    sweptOn: async () => {
      const item = await get(sweptKey);
      return item && fromItem(sweptRow, item).date;
    },
    saveSweptOn: async (date) => {
      const row = { ...sweptKey, date };
      await asked(client.send(new PutItemCommand({ TableName: table, Item: toItem(row) })));
    },
  };
};
