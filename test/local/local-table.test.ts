import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentials, type LocalTable, startTable } from '../../local/local-table.ts';
import { region, Template } from '../../local/template.ts';

const file = join(import.meta.dirname, 'assembly/Fixture.template.json');
let template: Template;
let table: LocalTable;
let client: DynamoDBClient;

beforeAll(async () => {
  template = new Template(JSON.parse(await readFile(file, 'utf8')));
  table = await startTable(template, { region, endpoint: undefined });
  client = new DynamoDBClient({ endpoint: table.endpoint, region, credentials });
});
afterAll(async () => {
  client.destroy();
  await table.stop();
});

const setting = async () => {
  const key = { pk: { S: 'SETTINGS' }, sk: { S: 'SENDING' } };
  return (await client.send(new GetItemCommand({ TableName: table.name, Key: key }))).Item;
};

describe('The table on this machine', () => {
  test('has the keys and the index of the template', async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'Table' }));
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [{ IndexName: 'due', Projection: { ProjectionType: 'KEYS_ONLY' } }],
    });
  });

  test('does not send before sending is turned on for it', async () => {
    expect(await setting()).toBeUndefined();
    await table.turnSendingOn();
    expect(await setting()).toMatchObject({ on: { BOOL: true }, forTable: { S: 'Table' } });
  });

  test('is used as it is where a DynamoDB with that table is given', async () => {
    const again = await startTable(template, { region, endpoint: table.endpoint });
    expect([again.name, again.endpoint]).toEqual([table.name, table.endpoint]);
    await again.stop();
    expect(await setting()).toMatchObject({ on: { BOOL: true } });
  });

  test('is missed in words where nothing answers at the address that is given', async () => {
    const nowhere = 'http://127.0.0.1:1';
    await expect(startTable(template, { region, endpoint: nowhere })).rejects.toThrow(
      `DynamoDB at ${nowhere} does not answer`,
    );
  });
});
