import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  DynamoDBServiceException,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod';
import { BadRow, StorageUnavailable } from './storage-errors.ts';

/** For the night, which would rather wait for a busy table than fail: it slows down where that throttles. */
export const patience = { retryMode: 'adaptive', maxAttempts: 8 } as const;

/** A request that DynamoDB will never take, however often it is tried, such as an item over 400 KB. */
const isTheItemsFault = (error: unknown): boolean =>
  error instanceof DynamoDBServiceException && error.name === 'ValidationException';

/** What DynamoDB answers; everything but the item's own fault becomes StorageUnavailable. */
export const asked = async <Output>(answer: Promise<Output>): Promise<Output> => {
  try {
    return await answer;
  } catch (error) {
    throw isTheItemsFault(error) ? error : new StorageUnavailable(error);
  }
};

/** Whether a conditional write was done; that its condition failed is an answer, not an error. */
export const doneIf = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw isTheItemsFault(error) ? error : new StorageUnavailable(error);
  }
};

export type Item = Record<string, AttributeValue>;

/** All items of a query, page after page. */
export const everyItem = (
  client: DynamoDBClient,
  query: QueryCommandInput,
): Promise<readonly Item[]> => asked(gathered(paginateQuery({ client }, query)));

const gathered = async (
  pages: AsyncIterable<{ readonly Items?: readonly Item[] | undefined }>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
};

export const toItem = (row: Readonly<Record<string, unknown>>): Item =>
  marshall(row, { removeUndefinedValues: true });

/** A row of our own, parsed by the schema it was written with; throws BadRow. */
export const fromItem = <Schema extends z.ZodType>(
  schema: Schema,
  item: Item,
): z.output<Schema> => {
  const parsed = schema.safeParse(unmarshall(item));
  if (parsed.success) return parsed.data;
  throw new BadRow(`${item['pk']?.S} ${item['sk']?.S}`, parsed.error);
};
