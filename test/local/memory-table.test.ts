import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryTable } from '../../local/memory-table.ts';
import { type LocalDynamo, startDynamo } from '../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

/** What a command answers, or the name of its refusal; from both alike. */
const answerOf = async (client: DynamoDBClient, command: object) => {
  try {
    const {
      $metadata: _,
      ScannedCount: __,
      ...answer
    } = (await client.send(command as never)) as {
      readonly $metadata: object;
      readonly ScannedCount?: number;
    };
    return answer;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error.name;
    throw error;
  }
};

const pk = fc.constantFrom('A', 'B');
const sk = fc.constantFrom('1', '2', '3#a', '3#b', '4');
const due = fc.constantFrom('2026-11-22', '2026-11-23', '2027-01-01');
const values = (given: Record<string, unknown>) => marshall(given);

/** A command of those that our adapters send. */
const command = fc.oneof(
  fc
    .record({ pk, sk })
    .map((key) => (TableName: string) => new GetItemCommand({ TableName, Key: marshall(key) })),
  fc
    .record({
      pk,
      sk,
      version: fc.integer({ min: 1, max: 3 }),
      due: fc.option(due),
      if: fc.boolean(),
    })
    .map(
      (one) => (TableName: string) =>
        new PutItemCommand({
          TableName,
          Item: marshall({
            pk: one.pk,
            sk: one.sk,
            version: one.version,
            foundOn: '2026-11-22',
            ...(one.due !== null && { duePk: 'DUE', dueSk: `${one.due}#${one.pk}` }),
          }),
          ...(one.if && {
            ConditionExpression:
              'attribute_not_exists(pk) OR version < :v OR (version = :v AND foundOn <= :on)',
            ExpressionAttributeValues: values({ ':v': one.version, ':on': '2026-11-21' }),
          }),
        }),
    ),
  fc.record({ pk, sk, due, mark: fc.constantFrom('x', 'y') }).map(
    (one) => (TableName: string) =>
      new UpdateItemCommand({
        TableName,
        Key: marshall({ pk: one.pk, sk: one.sk }),
        UpdateExpression:
          'SET duePk = :duePk, #d = :dueSk, since = if_not_exists(since, :dueSk) ADD version :one, expects :marks',
        ConditionExpression:
          'attribute_not_exists(dueSk) OR dueSk > :dueSk OR version IN (:one, :two)',
        ExpressionAttributeNames: { '#d': 'dueSk' },
        ExpressionAttributeValues: values({
          ':duePk': 'DUE',
          ':dueSk': `${one.due}#${one.pk}`,
          ':one': 1,
          ':two': 2,
          ':marks': new Set([one.mark]),
        }),
      }),
  ),
  fc.record({ pk, sk, if: fc.boolean() }).map(
    (one) => (TableName: string) =>
      new DeleteItemCommand({
        TableName,
        Key: marshall({ pk: one.pk, sk: one.sk }),
        ...(one.if && {
          ConditionExpression: 'version = :v',
          ExpressionAttributeValues: values({ ':v': 2 }),
        }),
      }),
  ),
  fc
    .record({ pk, how: fc.constantFrom('all', 'prefix', 'between', 'after', 'before') })
    .map((one) => (TableName: string) => {
      const by = {
        all: ['pk = :pk', {}],
        prefix: ['pk = :pk AND begins_with(sk, :a)', { ':a': '3#' }],
        between: ['pk = :pk AND sk BETWEEN :a AND :b', { ':a': '2', ':b': '3#a' }],
        after: ['pk = :pk AND sk > :a', { ':a': '2' }],
        before: ['pk = :pk AND sk < :a', { ':a': '3#b' }],
      } as const;
      const [KeyConditionExpression, more] = by[one.how];
      return new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression,
        ExpressionAttributeValues: values({ ':pk': one.pk, ...more }),
      });
    }),
  fc.record({ through: due, limit: fc.integer({ min: 1, max: 4 }) }).map(
    (one) => (TableName: string) =>
      new QueryCommand({
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :pk AND dueSk BETWEEN :from AND :to',
        ExpressionAttributeValues: values({
          ':pk': 'DUE',
          ':from': ' ',
          ':to': `${one.through}#~`,
        }),
        Limit: one.limit,
      }),
  ),
);

/** Items of the index with the same sort key come in no certain order. */
const inNoOrder = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'Items' in answer
    ? {
        ...answer,
        Items: (answer.Items as Record<string, { S?: string }>[]).map(({ dueSk, sk: at }) =>
          dueSk === undefined ? at?.S : dueSk.S,
        ),
        LastEvaluatedKey: undefined,
      }
    : answer;

describe('a table in memory', () => {
  it('answers whatever our adapters ask as dynalite does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 60 }), async (commands) => {
        const TableName = await dynamo.newTable();
        const memory = new MemoryTable().client();
        for (const of of commands) {
          const theirs = await answerOf(dynamo.client, of(TableName));
          const ours = await answerOf(memory, of('any'));
          expect(inNoOrder(ours)).toEqual(inNoOrder(theirs));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('gives a partition page by page, forwards and backwards', async () => {
    const table = new MemoryTable();
    const client = table.client();
    const all = Array.from({ length: 7 }, (_, i) => `${i}`);
    for (const one of all) table.put(marshall({ pk: 'A', sk: one }) as never);
    const read = async (ScanIndexForward: boolean) => {
      const found: string[] = [];
      const pages = paginateQuery(
        { client, pageSize: 3 },
        {
          TableName: 'any',
          ScanIndexForward,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: values({ ':pk': 'A' }),
        },
      );
      for await (const { Items = [] } of pages)
        found.push(...Items.map((item) => item['sk']?.S ?? ''));
      return found;
    };
    expect(await read(true)).toEqual(all);
    expect(await read(false)).toEqual(all.toReversed());
  });

  it('can be put back to what it held before', async () => {
    const table = new MemoryTable();
    const client = table.client();
    const Key = marshall({ pk: 'A', sk: '1' });
    const put = (dueSk: string) =>
      client.send(
        new PutItemCommand({
          TableName: 'any',
          Item: { ...Key, ...marshall({ duePk: 'D', dueSk }) },
        }),
      );
    await put('1');
    const before = table.snapshot();
    await put('2');
    table.restore(before);
    expect(
      (await client.send(new GetItemCommand({ TableName: 'any', Key }))).Item?.['dueSk'],
    ).toEqual({ S: '1' });
    const { Items } = await client.send(
      new QueryCommand({
        TableName: 'any',
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :pk',
        ExpressionAttributeValues: values({ ':pk': 'D' }),
      }),
    );
    expect(Items?.map((item) => item['dueSk']?.S)).toEqual(['1']);
  });

  it('refuses aloud what it does not know', async () => {
    const client = new MemoryTable().client({ maxAttempts: 1 });
    const ask = (ConditionExpression: string) =>
      client.send(
        new PutItemCommand({
          TableName: 'any',
          Item: marshall({ pk: 'A', sk: '1' }),
          ConditionExpression,
        }),
      );
    await expect(ask('size(pk) > :one')).rejects.toThrow();
    await expect(ask('contains(pk, :one)')).rejects.toThrow();
  });
});
