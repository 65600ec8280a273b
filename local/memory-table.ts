import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type Condition,
  keepsTo,
  parseCondition,
  parseUpdate,
  updated,
} from './memory-expressions.ts';

/** An attribute as DynamoDB writes it in JSON: `{ S: '…' }`. */
export type Attribute = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, Attribute>>;

/** What one call did, as far as it is charged for. */
export interface TableCall {
  readonly operation: string;
  readonly isConsistent: boolean;
  /** Whether the index was read, and not the table. */
  readonly isOfIndex: boolean;
  /** What was read; of a write nothing. */
  readonly read: readonly Item[];
  /** What stood there, and what stands there now. */
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  /** Its condition did not hold. */
  readonly isRefused: boolean;
}

/** All that a table holds at one moment. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, Item>>;

type Body = Readonly<Record<string, never>> & {
  readonly Key?: Item;
  readonly Item?: Item;
  readonly IndexName?: string;
  readonly ConsistentRead?: boolean;
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
  readonly ExclusiveStartKey?: Item;
  readonly ConditionExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
};

const keys = { table: ['pk', 'sk'], index: ['duePk', 'dueSk'] } as const;
/** DynamoDB answers a query with a megabyte at most. */
const largestPage = 1024 * 1024;

const textOf = (item: Item | undefined, name: string): string => String(item?.[name]?.['S'] ?? '');
/** By their bytes in UTF-8, as DynamoDB sorts; texts of ASCII alone are in that order anyway. */
const inOrder = (a: string, b: string): number =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII
  /^[\x00-\x7f]*$/.test(a + b)
    ? a < b
      ? -1
      : a > b
        ? 1
        : 0
    : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Texts in order, looked up by halving. */
class Sorted {
  private readonly texts: string[] = [];

  /** Where a text stands, or would. */
  placeOf(text: string): number {
    let [low, high] = [0, this.texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.texts[middle] ?? '', text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(text: string): void {
    const place = this.placeOf(text);
    if (this.texts[place] !== text) this.texts.splice(place, 0, text);
  }

  remove(text: string): void {
    const place = this.placeOf(text);
    if (this.texts[place] === text) this.texts.splice(place, 1);
  }

  get all(): readonly string[] {
    return this.texts;
  }
}

class Partition {
  readonly items = new Map<string, Item>();
  readonly order = new Sorted();
}

/** What the SDK knows as an error of DynamoDB. */
const refusal = (type: string, message: string) => ({
  statusCode: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message },
});

/**
 * One table of ours in the memory of this process, for what would take too long over a port: with the keys
 * and the index of ours, and those expressions of DynamoDB's language that our adapters use; whatever else
 * it is asked, it refuses aloud. What it answers is what dynalite answers (a test holds them together).
 */
export class MemoryTable {
  private readonly partitions = new Map<string, Partition>();
  private readonly index = new Map<string, Partition>();
  private readonly conditions = new Map<string, Condition>();
  /** Told of each call after it was done. */
  observe: ((call: TableCall) => void) | undefined;

  /** A client of the SDK whose calls come here, with all that the SDK does around them. */
  client(
    options: {
      /** Asked before and after each call is done; what it throws is what comes instead of an answer. */
      readonly around?: (operation: string, moment: 'before' | 'after') => void;
      readonly maxAttempts?: number;
    } = {},
  ): DynamoDBClient {
    return new DynamoDBClient({
      region: 'eu-north-1',
      endpoint: 'http://in-memory.invalid',
      credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
      ...(options.maxAttempts !== undefined && { maxAttempts: options.maxAttempts }),
      requestHandler: {
        handle: async (request: {
          readonly headers: Readonly<Record<string, string>>;
          readonly body: string;
        }) => {
          const [, operation = ''] = (request.headers['x-amz-target'] ?? '').split('.');
          options.around?.(operation, 'before');
          const { statusCode, body } = this.answer(operation, JSON.parse(request.body));
          options.around?.(operation, 'after');
          return {
            response: {
              statusCode,
              headers: { 'content-type': 'application/x-amz-json-1.0' },
              body: Buffer.from(JSON.stringify(body)),
            },
          };
        },
      } as never,
    });
  }

  snapshot(): Snapshot {
    return new Map([...this.partitions].map(([pk, { items }]) => [pk, new Map(items)]));
  }

  /** Items are never changed in place, so a snapshot may be put back as often as one likes. */
  restore(snapshot: Snapshot): void {
    this.partitions.clear();
    this.index.clear();
    for (const items of snapshot.values()) for (const item of items.values()) this.put(item);
  }

  put(item: Item): void {
    this.place(textOf(item, 'pk'), textOf(item, 'sk'), item);
  }

  private place(pk: string, sk: string, item: Item | undefined): void {
    const { partitions, index } = this;
    const partition = partitions.get(pk) ?? new Partition();
    partitions.set(pk, partition);
    const before = partition.items.get(sk);
    if (before?.['duePk'] !== undefined && before['dueSk'] !== undefined) {
      const entry = `${textOf(before, 'dueSk')}\n${pk}\n${sk}`;
      const part = index.get(textOf(before, 'duePk'));
      part?.items.delete(entry);
      part?.order.remove(entry);
    }
    if (item === undefined) {
      partition.items.delete(sk);
      partition.order.remove(sk);
      return;
    }
    if (before === undefined) partition.order.add(sk);
    partition.items.set(sk, item);
    if (item['duePk'] !== undefined && item['dueSk'] !== undefined) {
      const duePk = textOf(item, 'duePk');
      const part = index.get(duePk) ?? new Partition();
      index.set(duePk, part);
      const entry = `${textOf(item, 'dueSk')}\n${pk}\n${sk}`;
      part.items.set(
        entry,
        Object.fromEntries(
          [...keys.table, ...keys.index].map((name) => [name, item[name] as Attribute]),
        ),
      );
      part.order.add(entry);
    }
  }

  /** What DynamoDB would answer an operation, by its JSON protocol. */
  answer(operation: string, body: Body): { readonly statusCode: number; readonly body: object } {
    switch (operation) {
      case 'GetItem':
        return this.get(body);
      case 'Query':
        return this.query(body);
      case 'PutItem':
        return this.write(operation, body, body.Item ?? {}, () => body.Item);
      case 'UpdateItem': {
        const { UpdateExpression = '', Key = {} } = body;
        return this.write(operation, body, Key, (before) =>
          updated(before ?? Key, parseUpdate(UpdateExpression), body),
        );
      }
      case 'DeleteItem':
        return this.write(operation, body, body.Key ?? {}, () => undefined);
      default:
        return refusal('UnknownOperationException', `${operation} is not done in memory`);
    }
  }

  private conditionOf(expression: string): Condition {
    const known = this.conditions.get(expression) ?? parseCondition(expression);
    this.conditions.set(expression, known);
    return known;
  }

  private get({ Key, ConsistentRead = false }: Body) {
    const item = this.partitions.get(textOf(Key, 'pk'))?.items.get(textOf(Key, 'sk'));
    this.tell({
      operation: 'GetItem',
      isConsistent: ConsistentRead,
      read: item === undefined ? [] : [item],
    });
    return { statusCode: 200, body: item === undefined ? {} : { Item: item } };
  }

  private query(body: Body) {
    const { IndexName, Limit = Number.POSITIVE_INFINITY, ScanIndexForward = true } = body;
    const [hash, range] = IndexName === undefined ? keys.table : keys.index;
    const values = body.ExpressionAttributeValues ?? {};
    const condition = this.conditionOf(body.KeyConditionExpression ?? '');
    const ofHash = new RegExp(`\\b${hash}\\s*=\\s*(:\\w+)`).exec(body.KeyConditionExpression ?? '');
    const partition = (IndexName === undefined ? this.partitions : this.index).get(
      textOf(values, ofHash?.[1] ?? ''),
    );
    const places = partition?.order.all ?? [];
    // Where its sort key can begin and end, so that not all of a partition is gone through.
    const bounds = boundsOf(body.KeyConditionExpression ?? '', range, values);
    let from = bounds.from === undefined ? 0 : (partition?.order.placeOf(bounds.from) ?? 0);
    let step = 1;
    if (!ScanIndexForward) {
      from = places.length - 1;
      step = -1;
    }
    if (body.ExclusiveStartKey !== undefined) {
      const { ExclusiveStartKey: start } = body;
      const entry =
        IndexName === undefined
          ? textOf(start, 'sk')
          : `${textOf(start, 'dueSk')}\n${textOf(start, 'pk')}\n${textOf(start, 'sk')}`;
      const place = partition?.order.placeOf(entry) ?? 0;
      from = step === 1 ? place + (places[place] === entry ? 1 : 0) : place - 1;
    }
    const found: Item[] = [];
    let size = 0;
    let last: Item | undefined;
    for (let at = from; at >= 0 && at < places.length; at += step) {
      const item = partition?.items.get(places[at] ?? '');
      if (item === undefined) continue;
      if (!keepsTo(item, condition, body)) {
        if (step === 1 && bounds.to !== undefined && inOrder(textOf(item, range), bounds.to) > 0)
          break;
        continue;
      }
      if (found.length >= Limit || size >= largestPage) {
        last = found.at(-1);
        break;
      }
      found.push(item);
      size += JSON.stringify(item).length;
    }
    if (last === undefined && found.length === Limit) last = found.at(-1);
    this.tell({
      operation: 'Query',
      isConsistent: body.ConsistentRead ?? false,
      isOfIndex: IndexName !== undefined,
      read: found,
    });
    const shown = body.ProjectionExpression?.split(/\s*,\s*/);
    const Items =
      shown === undefined
        ? found
        : found.map((item) => Object.fromEntries(shown.map((name) => [name, item[name]])));
    const names = IndexName === undefined ? keys.table : [...keys.table, ...keys.index];
    const lastKey = last && Object.fromEntries(names.map((name) => [name, last[name]]));
    return {
      statusCode: 200,
      body: { Items, Count: Items.length, ...(lastKey && { LastEvaluatedKey: lastKey }) },
    };
  }

  private write(
    operation: string,
    body: Body,
    key: Item,
    next: (before: Item | undefined) => Item | undefined,
  ) {
    const [pk, sk] = [textOf(key, 'pk'), textOf(key, 'sk')];
    const before = this.partitions.get(pk)?.items.get(sk);
    const { ConditionExpression } = body;
    if (
      ConditionExpression !== undefined &&
      !keepsTo(before ?? {}, this.conditionOf(ConditionExpression), body)
    ) {
      this.tell({ operation, before, after: before, isRefused: true });
      return refusal('ConditionalCheckFailedException', 'The conditional request failed');
    }
    const after = next(before);
    this.place(pk, sk, after);
    this.tell({ operation, before, after });
    return { statusCode: 200, body: {} };
  }

  private tell(call: Partial<TableCall> & Pick<TableCall, 'operation'>): void {
    this.observe?.({
      isConsistent: true,
      isOfIndex: false,
      read: [],
      before: undefined,
      after: undefined,
      isRefused: false,
      ...call,
    });
  }
}

/** The least sort key that a key condition lets through, and the greatest, where it says so. */
const boundsOf = (expression: string, range: string, values: Item) => {
  const givenAs = (name: string | undefined) =>
    name === undefined ? undefined : textOf(values, name);
  const between = new RegExp(`${range} BETWEEN (:\\w+) AND (:\\w+)`).exec(expression);
  const begins = new RegExp(`begins_with\\(${range}, (:\\w+)\\)`).exec(expression);
  const above = new RegExp(`${range} >=? (:\\w+)`).exec(expression);
  const below = new RegExp(`${range} <=? (:\\w+)`).exec(expression);
  const prefix = givenAs(begins?.[1]);
  return {
    from: givenAs(between?.[1]) ?? prefix ?? givenAs(above?.[1]),
    to:
      givenAs(between?.[2]) ??
      (prefix === undefined ? undefined : `${prefix}\uffff`) ??
      givenAs(below?.[1]),
  };
};
