import { AsyncLocalStorage } from 'node:async_hooks';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { MemoryTable, type TableCall } from '../../local/memory-table.ts';
import { inCharacters, unitsOf } from './billing.ts';

/** What our adapters send; the table in memory knows no other. */
const commands: Readonly<Record<string, new (input: never) => never>> = {
  GetItemCommand,
  QueryCommand,
  PutItemCommand,
  UpdateItemCommand,
  DeleteItemCommand,
} as never;

/** One call that the model charges otherwise than DynamoDB's stand-in does. */
export interface Disagreement {
  readonly operation: string;
  readonly model: number;
  readonly standIn: number;
}

/**
 * Has every call of a client made on a table in memory too, and compares what the model charges for it
 * there with what the answer says was consumed of the table. The stand-in measures texts in characters,
 * asks nothing for a query that finds nothing, and tells nothing of the index; so does the model here.
 */
export const heldTogether = (client: DynamoDBClient) => {
  const table = new MemoryTable();
  const mirror = table.client();
  const disagreements: Disagreement[] = [];
  let compared = 0;
  // Calls are made side by side: each is told to whoever made it.
  const making = new AsyncLocalStorage<{ call: TableCall | undefined }>();
  let observer: ((call: TableCall) => void) | undefined;
  Object.defineProperty(table, 'observe', {
    set: (next: typeof observer) => {
      observer = next;
    },
    get: () => (call: TableCall) => {
      const made = making.getStore();
      if (made !== undefined) made.call = call;
      observer?.(call);
    },
  });
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const Command = commands[commandName];
        if (Command === undefined) return next(args);
        const theirs = next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        const made: { call: TableCall | undefined } = { call: undefined };
        const command = new Command(args.input as never);
        await making.run(made, () => mirror.send(command)).catch(() => undefined);
        const { call } = made;
        const answer = await theirs;
        const { ConsumedCapacity: consumed } = answer.output as {
          readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
        };
        if (call !== undefined && consumed?.CapacityUnits !== undefined) {
          compared += 1;
          const { read, write } = unitsOf(call, inCharacters);
          const isEmptyQuery = call.operation === 'Query' && call.read.length === 0;
          const model = isEmptyQuery ? 0 : read + write;
          const standIn = consumed.CapacityUnits;
          if (model !== standIn) {
            disagreements.push({ operation: call.operation, model, standIn });
          }
        }
        return answer;
      },
    { step: 'initialize', priority: 'high', name: 'heldTogether' },
  );
  return { table, client, told: () => ({ compared, disagreements }) };
};
