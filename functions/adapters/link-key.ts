import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { asked, doneIf, fromItem, toItem } from './dynamo.ts';

/** The key by which links in mails are signed; made once, by whoever signs first. */
export interface LinkKey {
  /** undefined before a link was ever signed. */
  read(): Promise<Uint8Array | undefined>;
  readOrMake(): Promise<Uint8Array>;
}

/** As long as what SHA-256 gives (RFC 2104, section 3). */
const keyBytes = 32;

const row = z.object({ key: z.instanceof(Uint8Array) });
const place = { pk: 'SETTINGS', sk: 'LINK-KEY' } as const;

export const dynamoLinkKey = (client: DynamoDBClient, table: string): LinkKey => {
  const read = async (): Promise<Uint8Array | undefined> => {
    const { Item } = await asked(
      client.send(
        new GetItemCommand({ TableName: table, ConsistentRead: true, Key: toItem(place) }),
      ),
    );
    return Item === undefined ? undefined : fromItem(row, Item).key;
  };
  return {
    read,
    readOrMake: async () => {
      const known = await read();
      if (known !== undefined) return known;
      const key = randomBytes(keyBytes);
      const isOurs = await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem({ ...place, key }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      // Somebody who was quicker has made it: links are signed by one key.
      const made = isOurs ? key : await read();
      if (made === undefined) throw new Error('the key for links was made and is gone');
      return made;
    },
  };
};
