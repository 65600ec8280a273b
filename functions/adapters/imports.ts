import { gunzipSync, gzipSync } from 'node:zlib';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { languages } from '../../domain/language.ts';
import { roles } from '../api/access.ts';
import { importKinds } from '../imports/import-kinds.ts';
import {
  fileColumn,
  type ImportRow,
  importRow,
  type RowError,
  rowError,
} from '../imports/import-row.ts';
import { asked, doneIf, fromItem, toItem } from './dynamo.ts';

/** How rows ended; together they are the rows that are done. */
export const rowCounts = z.object({
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  failed: z.int(),
});
export type RowCounts = z.infer<typeof rowCounts>;

/** An import as it was started. Its rows are kept in chunks, apart from it. */
export const newImport = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  dryRun: z.boolean(),
  /** What was sent, hashed. */
  bodyHash: z.string(),
  /** In which errors are told. */
  language: z.enum(languages),
  startedBy: z.object({
    subject: z.string(),
    role: z.enum(roles),
    counties: z.array(z.string()),
  }),
  startedAt: z.iso.datetime({ precision: 3 }),
  columns: z.array(fileColumn),
  rows: z.int(),
  chunks: z.int(),
});
export type NewImport = z.infer<typeof newImport>;

const storedImport = newImport
  .extend({
    /** Whether all its rows are stored, so that it can be worked on. */
    isOpen: z.boolean(),
    chunksDone: z.int(),
    ...rowCounts.shape,
    endedAt: z.iso.datetime({ precision: 3 }).optional(),
  })
  .transform(({ created, changed, unchanged, failed, ...rest }) => ({
    ...rest,
    counts: { created, changed, unchanged, failed },
  }));
export type StoredImport = z.infer<typeof storedImport>;

/** What became of one chunk. */
export interface ChunkResult {
  readonly counts: RowCounts;
  readonly errors: readonly RowError[];
}

/** Who works on an import, and until when nobody else may. */
export interface Lease {
  readonly holder: string;
  readonly until: Temporal.Instant;
}

/**
 * Imports: what was sent, how far its rows are done, and what became of them. Rows are removed when they
 * are done, and what is left is forgotten 90 days after the start.
 *
 * Only one works on an import at a time, as long as its lease lasts; whoever takes it up afterwards
 * goes on after the last chunk that is done. The first result of a chunk stays.
 */
export interface Imports {
  /** The first import under an id stays. */
  begin(started: NewImport): Promise<'begun' | 'there-already'>;
  putRows(started: NewImport, chunk: number, rows: readonly ImportRow[]): Promise<void>;
  /** Once all its rows are stored. A second time it does nothing. */
  open(started: NewImport): Promise<void>;
  read(id: string): Promise<StoredImport | undefined>;
  /** Whether the import is the holder's now; not where it has ended, or is another's. */
  claim(id: string, lease: Lease & { readonly now: Temporal.Instant }): Promise<boolean>;
  rows(id: string, chunk: number): Promise<readonly ImportRow[]>;
  /** The result that stands, which is an earlier one where there is one. */
  putResult(started: NewImport, chunk: number, result: ChunkResult): Promise<ChunkResult>;
  result(id: string, chunk: number): Promise<ChunkResult | undefined>;
  /** Counts the next chunk as done and removes its rows; false where the import is not the holder's any more. */
  advance(
    started: Pick<StoredImport, 'id' | 'chunks' | 'chunksDone'>,
    { counts }: Pick<ChunkResult, 'counts'>,
    lease: Lease & { readonly now: Temporal.Instant },
  ): Promise<boolean>;
  /** Lets others work on it. */
  release(id: string, holder: string): Promise<void>;
  /** Some of those that have not ended, the oldest first. */
  unfinished(limit: number): Promise<readonly string[]>;
}

export const importKeptFor = { hours: 90 * 24 } as const;
/** The import itself outlives its parts, so that a part never belongs to another import of its id. */
const longer = { hours: 7 * 24 } as const;

const seconds = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);
const partition = (id: string): string => `IMPORT#${id}`;
const job = 'JOB';
const chunkKey = (chunk: number): string => `ROWS#${String(chunk).padStart(5, '0')}`;
const resultKey = (chunk: number): string => `RESULT#${String(chunk).padStart(5, '0')}`;
const waiting = 'IMPORTS';

const zipped = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
const json = z
  .instanceof(Uint8Array)
  .transform((bytes): unknown => JSON.parse(gunzipSync(bytes).toString('utf8')));
const rowsRow = z.object({ rows: json.pipe(z.array(importRow)) });
const resultRow = z.object({ counts: rowCounts, errors: json.pipe(z.array(rowError)) });
const waitingRow = z.object({ pk: z.string().startsWith(partition('')) });

export const dynamoImports = (client: DynamoDBClient, table: string): Imports => {
  const keyOf = (id: string, sk: string) => toItem({ pk: partition(id), sk });
  const find = async (id: string, sk: string) => {
    const key = { TableName: table, ConsistentRead: true, Key: keyOf(id, sk) };
    return (await asked(client.send(new GetItemCommand(key)))).Item;
  };
  const put = (row: Readonly<Record<string, unknown>>, condition?: string) =>
    client.send(
      new PutItemCommand({ TableName: table, Item: toItem(row), ConditionExpression: condition }),
    );
  const update = (
    id: string,
    {
      set,
      when,
      values,
    }: {
      readonly set: string;
      readonly when: string;
      readonly values: Readonly<Record<string, unknown>>;
    },
  ) =>
    doneIf(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyOf(id, job),
          UpdateExpression: set,
          ConditionExpression: when,
          ExpressionAttributeValues: marshall(values),
        }),
      ),
    );
  const expiryOf = ({ startedAt }: NewImport, after: { readonly hours: number }): number =>
    seconds(Temporal.Instant.from(startedAt).add(after));
  const resultOf = async (id: string, chunk: number): Promise<ChunkResult | undefined> => {
    const item = await find(id, resultKey(chunk));
    return item && fromItem(resultRow, item);
  };
  return {
    begin: async (started) => {
      const row = {
        pk: partition(started.id),
        sk: job,
        ...started,
        isOpen: false,
        chunksDone: 0,
        ...{ created: 0, changed: 0, unchanged: 0, failed: 0 },
        expiresAt: expiryOf(started, importKeptFor) + longer.hours * 3600,
      };
      return (await doneIf(put(row, 'attribute_not_exists(pk)'))) ? 'begun' : 'there-already';
    },
    putRows: async (started, chunk, rows) => {
      const expiresAt = expiryOf(started, importKeptFor);
      const key = { pk: partition(started.id), sk: chunkKey(chunk) };
      await asked(put({ ...key, rows: zipped(rows), expiresAt }));
    },
    open: async ({ id, startedAt }) => {
      await update(id, {
        set: 'SET isOpen = :true, duePk = :duePk, dueSk = :dueSk',
        when: 'isOpen = :false',
        values: {
          ':true': true,
          ':false': false,
          ':duePk': waiting,
          ':dueSk': `${startedAt}#${id}`,
        },
      });
    },
    read: async (id) => {
      const item = await find(id, job);
      return item && fromItem(storedImport, item);
    },
    claim: (id, { holder, until, now }) =>
      update(id, {
        set: 'SET leaseHolder = :holder, leaseUntil = :until',
        when: 'attribute_exists(duePk) AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)',
        values: {
          ':holder': holder,
          ':until': until.epochMilliseconds,
          ':now': now.epochMilliseconds,
        },
      }),
    rows: async (id, chunk) => {
      const item = await find(id, chunkKey(chunk));
      if (item === undefined) throw new Error(`the rows of chunk ${chunk} of ${id} are gone`);
      return fromItem(rowsRow, item).rows;
    },
    putResult: async (started, chunk, { counts, errors }) => {
      const key = { pk: partition(started.id), sk: resultKey(chunk) };
      const expiresAt = expiryOf(started, importKeptFor);
      const row = { ...key, counts, errors: zipped(errors), expiresAt };
      const isFirst = await doneIf(put(row, 'attribute_not_exists(pk)'));
      return (isFirst ? undefined : await resultOf(started.id, chunk)) ?? { counts, errors };
    },
    result: resultOf,
    advance: async ({ id, chunks, chunksDone }, { counts }, { holder, until, now }) => {
      const isLast = chunksDone + 1 === chunks;
      const counted =
        'created = created + :created, changed = changed + :changed, unchanged = unchanged + :unchanged, failed = failed + :failed';
      const is = await update(id, {
        set: isLast
          ? `SET chunksDone = :next, endedAt = :endedAt, ${counted} REMOVE duePk, dueSk, leaseHolder, leaseUntil`
          : `SET chunksDone = :next, leaseUntil = :until, ${counted}`,
        when: 'chunksDone = :done AND leaseHolder = :holder',
        values: {
          ':next': chunksDone + 1,
          ':done': chunksDone,
          ':holder': holder,
          ...(isLast
            ? { ':endedAt': now.toString({ smallestUnit: 'millisecond' }) }
            : { ':until': until.epochMilliseconds }),
          ':created': counts.created,
          ':changed': counts.changed,
          ':unchanged': counts.unchanged,
          ':failed': counts.failed,
        },
      });
      if (!is) return false;
      const key = { TableName: table, Key: keyOf(id, chunkKey(chunksDone)) };
      await asked(client.send(new DeleteItemCommand(key)));
      return true;
    },
    release: async (id, holder) => {
      await update(id, {
        set: 'REMOVE leaseHolder, leaseUntil',
        when: 'leaseHolder = :holder',
        values: { ':holder': holder },
      });
    },
    unfinished: async (limit) => {
      const { Items = [] } = await asked(
        client.send(
          new QueryCommand({
            TableName: table,
            IndexName: 'due',
            KeyConditionExpression: 'duePk = :duePk',
            ExpressionAttributeValues: marshall({ ':duePk': waiting }),
            Limit: limit,
          }),
        ),
      );
      return Items.map((item) => fromItem(waitingRow, item).pk.slice(partition('').length));
    },
  };
};
