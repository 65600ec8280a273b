import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Request units of DynamoDB, index writes included. */
export interface RequestUnits {
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** What a client has used. */
export interface UnitMeter {
  /** Since it was last asked. */
  take(): RequestUnits;
}

const none: RequestUnits = { readUnits: 0, writeUnits: 0 };

/**
 * Has DynamoDB tell with each answer what it charged, and adds it up. A condition that failed is charged
 * by the item that stands there, which the answer does not tell: it counts as one unit. Neither does an
 * attempt that the SDK repeated by itself show.
 */
export const meterUnits = (client: DynamoDBClient): UnitMeter => {
  let used = none;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const isRead = /^(Get|Query|Scan|BatchGet)/.test(commandName);
        const add = (units: number) => {
          used = isRead
            ? { ...used, readUnits: used.readUnits + units }
            : { ...used, writeUnits: used.writeUnits + units };
        };
        try {
          const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' };
          const answer = await next({ ...args, input });
          const { ConsumedCapacity: consumed } = answer.output as {
            readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
          };
          add(consumed?.CapacityUnits ?? 0);
          return answer;
        } catch (error) {
          if (error instanceof ConditionalCheckFailedException) add(1);
          throw error;
        }
      },
    { step: 'initialize', name: 'meterUnits' },
  );
  return {
    take: () => {
      const taken = used;
      used = none;
      return taken;
    },
  };
};
