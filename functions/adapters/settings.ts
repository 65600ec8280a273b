import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { asked, fromItem, toItem } from './dynamo.ts';

/** What a person decides at run time. */
export interface Settings {
  /** Whether mail may go out. It must be turned on by a person, for this very table. */
  sendingIsOn(): Promise<boolean>;
}

const row = z.object({ on: z.boolean(), forTable: z.string() });

/**
 * The switch names its table, so that it is off at first go-live and again after a restore into
 * another table: what went out since the backup must be looked at before anything is sent.
 */
export const dynamoSettings = (client: DynamoDBClient, table: string): Settings => ({
  sendingIsOn: async () => {
    const { Item } = await asked(
      client.send(
        new GetItemCommand({
          TableName: table,
          ConsistentRead: true,
          Key: toItem({ pk: 'SETTINGS', sk: 'SENDING' }),
        }),
      ),
    );
    if (Item === undefined) return false;
    const { on, forTable } = fromItem(row, Item);
    return on && forTable === table;
  },
});
