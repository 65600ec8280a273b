import { deserialize, serialize } from 'node:v8';
import {
  type AttributeValue,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

/*
 * The calls that a handler makes to the store, as they were seen once, to be made again by one that
 * does nothing else. So both make the same calls, whatever the product comes to do.
 */

export type StoreCall =
  | { readonly command: 'GetItemCommand'; readonly input: GetItemCommandInput }
  | { readonly command: 'QueryCommand'; readonly input: QueryCommandInput }
  | { readonly command: 'PutItemCommand'; readonly input: PutItemCommandInput }
  | { readonly command: 'UpdateItemCommand'; readonly input: UpdateItemCommandInput }
  | { readonly command: 'DeleteItemCommand'; readonly input: DeleteItemCommandInput };

/** What one handler was seen to do. */
export interface Recipe {
  /** The organisation it did it for. */
  readonly businessId: string;
  readonly calls: readonly StoreCall[];
  /** The status that it answered with. */
  readonly status: number;
}

const commands = [
  'GetItemCommand',
  'QueryCommand',
  'PutItemCommand',
  'UpdateItemCommand',
  'DeleteItemCommand',
];
const recipe = z.object({
  businessId: z.string(),
  calls: z.array(
    z.custom<StoreCall>((call) => z.object({ command: z.enum(commands) }).safeParse(call).success),
  ),
  status: z.int(),
});

export const packed = (one: Recipe): Buffer => serialize(one);
export const unpacked = (bytes: Buffer): Recipe => recipe.parse(deserialize(bytes));

/** Writes down every call that goes out by a client from now on. */
export const watch = (client: DynamoDBClient): readonly StoreCall[] => {
  const calls: StoreCall[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const call = { command: String(context['commandName']), input: structuredClone(args.input) };
      calls.push(...recipe.shape.calls.parse([call]));
      return next(args);
    },
    { step: 'initialize', name: 'watch' },
  );
  return calls;
};

type Values = Readonly<Record<string, AttributeValue>>;
interface Valued {
  readonly ExpressionAttributeValues?: Values | undefined;
}

/** The same values with one text for another in those that are texts, as keys are. */
const about = (values: Values = {}, [from, to]: readonly [string, string]) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, AttributeValue] => [
      name,
      value.S === undefined ? value : { S: value.S.replaceAll(from, to) },
    ]),
  );

/** Makes the calls again, for another organisation; what is written goes where nobody reads it. */
export const replay = async (
  client: DynamoDBClient,
  { calls, businessId: seen }: Recipe,
  { businessId, place }: { readonly businessId: string; readonly place: string },
): Promise<void> => {
  const pk = { S: `BENCH#${place}` };
  const change = [seen, businessId] as const;
  const values = ({ ExpressionAttributeValues: all }: Valued) =>
    all && { ExpressionAttributeValues: about(all, change) };
  for (const { command, input } of calls) {
    switch (command) {
      case 'GetItemCommand':
        await client.send(new GetItemCommand({ ...input, Key: about(input.Key, change) }));
        break;
      case 'QueryCommand':
        await client.send(new QueryCommand({ ...input, ...values(input) }));
        break;
      case 'PutItemCommand': {
        const Item = { ...about(input.Item, change), pk };
        await client.send(new PutItemCommand({ ...input, ...values(input), Item }));
        break;
      }
      case 'UpdateItemCommand': {
        const Key = { ...about(input.Key, change), pk };
        await client.send(new UpdateItemCommand({ ...input, ...values(input), Key }));
        break;
      }
      case 'DeleteItemCommand': {
        const Key = { ...about(input.Key, change), pk };
        await client.send(new DeleteItemCommand({ ...input, ...values(input), Key }));
        break;
      }
    }
  }
};
