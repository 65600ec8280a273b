import { Worker } from 'node:worker_threads';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import type { Template } from './template.ts';

const Key = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

/** What of the template's table is made here; the rest guards data that matter. */
const TableProperties = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: Key,
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: Key,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
});

/** The one table, in the DynamoDB that was asked for or in one of its own. */
export interface LocalTable {
  readonly name: string;
  readonly endpoint: string;
  /** Lets the night send mails, as a person must do once after a deployment. */
  turnSendingOn(): Promise<void>;
  stop(): Promise<void>;
}

/** Credentials that no DynamoDB on this machine looks at, but that the SDK wants to have. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

const embed = async () => {
  const worker = new Worker(new URL('./dynalite-worker.ts', import.meta.url));
  const endpoint = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { endpoint, stop: async () => void (await worker.terminate()) };
};

interface Wanted {
  readonly region: string;
  /** A DynamoDB that runs already; without it one is embedded. */
  readonly endpoint: string | undefined;
}

/** Makes the template's table unless it is there. */
export const startTable = async (template: Template, wanted: Wanted): Promise<LocalTable> => {
  const { id, properties } = template.single('AWS::DynamoDB::Table', TableProperties);
  const name = String(template.ref(id));
  const { endpoint, stop } =
    wanted.endpoint === undefined
      ? await embed()
      : { endpoint: wanted.endpoint, stop: async () => undefined };
  const client = new DynamoDBClient({ endpoint, region: wanted.region, credentials });
  try {
    await client.send(new DescribeTableCommand({ TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) {
      throw new Error(`DynamoDB at ${endpoint} does not answer: ${String(error)}`);
    }
    await client
      .send(
        new CreateTableCommand({ ...properties, TableName: name, BillingMode: 'PAY_PER_REQUEST' }),
      )
      .catch((failure: unknown) => {
        // Another start of this system was faster.
        if (!(failure instanceof ResourceInUseException)) {
          throw failure;
        }
      });
  }
  await waitUntilTableExists(
    { client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
    { TableName: name },
  );
  return {
    name,
    endpoint,
    turnSendingOn: async () => {
      await client.send(
        new PutItemCommand({
          TableName: name,
          Item: {
            pk: { S: 'SETTINGS' },
            sk: { S: 'SENDING' },
            on: { BOOL: true },
            forTable: { S: name },
          },
        }),
      );
    },
    stop: async () => {
      client.destroy();
      await stop();
    },
  };
};
