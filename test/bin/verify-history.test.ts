import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BusinessId } from '../../domain/identifiers.ts';
import { hashOf, logKey } from '../../functions/adapters/organisation-log.ts';
import { dynamoOrganisations } from '../../functions/adapters/organisations.ts';
import { anAssessment, anOrganisation } from '../support/builders.ts';
import { businessIds } from '../support/business-ids.ts';
import { momentOf } from '../support/clocks.ts';
import { type LocalDynamo, startDynamo } from '../support/local-dynamo.ts';

const command = join(import.meta.dirname, '..', '..', 'bin', 'verify-history.ts');
const [first, second] = businessIds(2) as [BusinessId, BusinessId];
const now = momentOf('2026-11-22');

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

let table: string;
beforeEach(async () => {
  table = await dynamo.newTable();
  const organisations = dynamoOrganisations(dynamo.client, table);
  const { businessId: _, ...content } = anOrganisation();
  for (const businessId of [first, second]) {
    await organisations.saveProfile({ businessId, content, replaces: 0, now });
  }
  for (const nth of [1, 2, 3]) {
    const receivedAt = `2026-11-22T10:00:00.00${nth}Z`;
    const assessment = anAssessment('2026-11-20', { cards: { state: 'done' } }, { receivedAt });
    await organisations.appendAssessment({ businessId: first, assessment, now });
  }
});

const run = (...args: readonly string[]) =>
  new Promise<{ code: number | null; out: readonly string[]; err: string }>((resolve) => {
    const child = spawn(process.execPath, [command, ...args], {
      env: { PATH: process.env['PATH'] },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.on('close', (code) => resolve({ code, out: out.trim().split('\n'), err }));
  });
const verify = (...args: readonly string[]) =>
  run('--table', table, '--endpoint', dynamo.endpoint, ...args);

const keyOf = (seq: number) => ({ pk: `ORG#${first}`, sk: logKey(seq) });
const entry = async (seq: number) => {
  const { Item = {} } = await dynamo.client.send(
    new GetItemCommand({ TableName: table, Key: marshall(keyOf(seq)), ConsistentRead: true }),
  );
  return unmarshall(Item);
};
const put = (row: Record<string, unknown>) =>
  dynamo.client.send(new PutItemCommand({ TableName: table, Item: marshall(row) }));
const remove = (seq: number) =>
  dynamo.client.send(new DeleteItemCommand({ TableName: table, Key: marshall(keyOf(seq)) }));

describe('a history that is as it was written', () => {
  it('is said to be so, with how much there is', async () => {
    expect(await verify()).toEqual({
      code: 0,
      out: ['2 organisations, 5 entries: all as written'],
      err: '',
    });
  });

  it('can be verified for one organisation', async () => {
    const { code, out } = await verify('--organisation', first);
    expect([code, out]).toEqual([0, ['1 organisation, 4 entries: all as written']]);
  });
});

describe('a history that is not', () => {
  const changed = async (seq: number, fields: Record<string, unknown>) =>
    put({ ...(await entry(seq)), ...fields });

  it.each<[string, () => Promise<unknown>, readonly string[]]>([
    [
      'an entry was changed',
      () => changed(2, { content: '{}' }),
      ['entry 2 was changed: its hash does not fit what it says'],
    ],
    [
      'an entry was dated back',
      () => changed(3, { on: '2026-11-21' }),
      ['entry 3 was changed: its hash does not fit what it says'],
    ],
    [
      'an entry says more than was written',
      () => changed(3, { approvedBy: 'nobody' }),
      ['entry 3 was changed: its hash does not fit what it says'],
    ],
    [
      'an entry was changed and given a hash that fits',
      async () => {
        const { pk, sk, hash, ...row } = await entry(2);
        const other = { ...row, content: '{}' } as unknown as Parameters<typeof hashOf>[1];
        await put({ pk, sk, ...other, hash: hashOf(first, other) });
      },
      ['entry 3 is not chained: it names another entry as the one before it'],
    ],
    ['an entry was removed', () => remove(3), ['entry 3 is missing']],
    [
      'the first entries were removed',
      async () => [await remove(1), await remove(2)],
      ['entry 1 is missing', 'entry 2 is missing'],
    ],
    [
      'two entries were swapped',
      async () => {
        const [two, three] = [await entry(2), await entry(3)];
        await put({ ...three, ...keyOf(2) });
        await put({ ...two, ...keyOf(3) });
      },
      [2, 3].map((seq) => `entry ${seq} is out of order: another entry stands in its place`),
    ],
    [
      'an entry of another organisation was put in',
      async () => {
        const { Item = {} } = await dynamo.client.send(
          new GetItemCommand({
            TableName: table,
            Key: marshall({ pk: `ORG#${second}`, sk: logKey(1) }),
          }),
        );
        await put({ ...unmarshall(Item), ...keyOf(1) });
      },
      [
        'entry 1 was changed: its hash does not fit what it says',
        'entry 2 is not chained: it names another entry as the one before it',
      ],
    ],
    [
      'a row stands under a key that no entry has',
      async () => put({ ...(await entry(4)), sk: 'LOG#4' }),
      ['entry 5 was changed: its hash does not fit what it says'],
    ],
  ])('because %s is told by organisation and entry', async (_, harm, faults) => {
    await harm();
    const { code, out } = await verify();
    expect(out.slice(0, -1)).toEqual(faults.map((fault) => `${first}: ${fault}`));
    expect(out.at(-1)).toMatch(/^2 organisations, \d entries: 1 broken$/);
    expect(code).toBe(1);
  });

  it('is not there for an organisation that was never registered', async () => {
    const { code, out } = await verify('--organisation', '0204819-8');
    expect([code, out[0]]).toEqual([1, '0204819-8: there is no entry']);
  });
});

describe('a call that cannot be answered', () => {
  it.each<[string, () => ReturnType<typeof run>, string]>([
    ['names no table', () => run(), 'usage: npm run verify-history'],
    ['has an option that is none', () => run('--tabel', 'x'), 'usage: npm run verify-history'],
    ['names no Y-tunnus', () => verify('--organisation', '0204819-9'), 'no Y-tunnus'],
    [
      'names a table that is not there',
      () => run('--table', 'nothing', '--endpoint', dynamo.endpoint),
      'Failed: ',
    ],
  ])('because it %s says so, and ends with 2', async (_, call, message) => {
    const { code, err } = await call();
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
