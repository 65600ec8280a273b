import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { each, eachCounty, language } from '../../domain/organisation.ts';
import { asked, doneIf, everyItem, fromItem, toItem } from './dynamo.ts';

/** What a webhook can be told of. */
export const eventTypes = ['status-changed', 'warning-raised'] as const;
export type EventType = (typeof eventTypes)[number];

/** Who is called, about what, and in which language. Its address was checked when it came in. */
export const webhookContent = z.strictObject({
  url: z.string(),
  events: each(z.enum(eventTypes), 1, eventTypes.length),
  /** Only of organisations active in one of them; of all where it is left out. */
  counties: eachCounty.optional(),
  language: language.default('fi'),
  active: z.boolean().default(true),
});
export type Webhook = z.infer<typeof webhookContent>;

/** A webhook's id, as it stands in addresses and keys. */
export const WebhookId = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** The most webhooks there are; each is read by every shard of every night. */
export const mostWebhooks = 50;

/** What calls are signed with: the newest has no end, those before it sign alongside until theirs. */
export interface Secret {
  readonly value: string;
  readonly until: string | null;
}

export interface StoredWebhook {
  readonly id: string;
  readonly version: number;
  readonly content: Webhook;
  /** Of this webhook alone: another that is later made under the same id gets none of its deliveries. */
  readonly key: string;
  /** The newest first. */
  readonly secrets: readonly Secret[];
}

/** The webhooks; a few, so all of them are read together. `replaces` is the version that was read. */
export interface Webhooks {
  read(id: string): Promise<StoredWebhook | undefined>;
  /** In the order of their ids. */
  list(): Promise<readonly StoredWebhook[]>;
  create(webhook: Omit<StoredWebhook, 'version'>): Promise<'saved' | 'changed-meanwhile'>;
  saveContent(write: {
    readonly id: string;
    readonly content: Webhook;
    readonly replaces: number;
  }): Promise<'saved' | 'changed-meanwhile'>;
  saveSecrets(write: {
    readonly id: string;
    readonly secrets: readonly Secret[];
    readonly replaces: number;
  }): Promise<'saved' | 'changed-meanwhile'>;
  remove(id: string, replaces: number): Promise<'removed' | 'changed-meanwhile'>;
}

const row = z
  .object({
    sk: z.string(),
    version: z.int(),
    webhook: webhookContent,
    key: z.string(),
    secrets: z.array(z.object({ value: z.string(), until: z.iso.datetime().nullable() })).min(1),
  })
  .transform(({ sk, webhook, ...rest }) => ({ id: sk, content: webhook, ...rest }));

const keyOf = (id: string) => ({ pk: 'WEBHOOK', sk: id });

export const dynamoWebhooks = (client: DynamoDBClient, table: string): Webhooks => {
  const set = async (
    { id, replaces }: { readonly id: string; readonly replaces: number },
    part: { readonly name: string; readonly value: unknown },
  ) => {
    const done = await doneIf(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toItem(keyOf(id)),
          UpdateExpression: 'SET #part = :part, version = :next',
          ConditionExpression: 'version = :replaces',
          ExpressionAttributeNames: { '#part': part.name },
          ExpressionAttributeValues: toItem({
            ':part': part.value,
            ':next': replaces + 1,
            ':replaces': replaces,
          }),
        }),
      ),
    );
    return done ? 'saved' : 'changed-meanwhile';
  };
  return {
    read: async (id) => {
      const { Item } = await asked(
        client.send(
          new GetItemCommand({ TableName: table, ConsistentRead: true, Key: toItem(keyOf(id)) }),
        ),
      );
      return Item && fromItem(row, Item);
    },
    list: async () => {
      const items = await everyItem(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': 'WEBHOOK' }),
      });
      return items.map((item) => fromItem(row, item));
    },
    create: async ({ id, content, key, secrets }) => {
      const done = await doneIf(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem({ ...keyOf(id), version: 1, webhook: content, key, secrets }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      return done ? 'saved' : 'changed-meanwhile';
    },
    saveContent: ({ content, ...where }) => set(where, { name: 'webhook', value: content }),
    saveSecrets: ({ secrets, ...where }) => set(where, { name: 'secrets', value: secrets }),
    remove: async (id, replaces) => {
      const done = await doneIf(
        client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: toItem(keyOf(id)),
            ConditionExpression: 'version = :replaces',
            ExpressionAttributeValues: marshall({ ':replaces': replaces }),
          }),
        ),
      );
      return done ? 'removed' : 'changed-meanwhile';
    },
  };
};
