import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoSettings } from '../../../functions/adapters/settings.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

describe('the switch for sending', () => {
  const switched = async (setting: (table: string) => Record<string, unknown> | undefined) => {
    const table = await dynamo.newTable();
    const row = setting(table);
    if (row !== undefined) {
      const Item = marshall({ pk: 'SETTINGS', sk: 'SENDING', ...row });
      await dynamo.client.send(new PutItemCommand({ TableName: table, Item }));
    }
    return dynamoSettings(dynamo.client, table).sendingIsOn();
  };

  it('is off until a person turns it on', async () => {
    expect(await switched(() => undefined)).toBe(false);
  });

  it('is on for the table it was turned on for', async () => {
    expect(await switched((forTable) => ({ on: true, forTable }))).toBe(true);
  });

  it('is off where it was turned off', async () => {
    expect(await switched((forTable) => ({ on: false, forTable }))).toBe(false);
  });

  it('is off in a table restored from another one', async () => {
    expect(await switched(() => ({ on: true, forTable: 'the-table-it-was-copied-from' }))).toBe(
      false,
    );
  });
});
