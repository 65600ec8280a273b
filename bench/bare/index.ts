import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { replay, unpacked } from '../store-calls.ts';

const client = new DynamoDBClient();
const recipe = unpacked(readFileSync(join(import.meta.dirname, 'recipe')));

/** A function that makes the calls to the store that another makes, and nothing else. */
export const handler = async ({
  pathParameters: { businessId },
}: {
  readonly pathParameters: { readonly businessId: string };
}) => {
  await replay(client, recipe, { businessId, place: randomUUID() });
  return {
    statusCode: recipe.status,
    headers: { 'content-type': 'application/json' },
    body: '{"done":true}',
  };
};
