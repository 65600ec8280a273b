import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { type LocalDynamo, startDynamo } from './local-dynamo.ts';

/** What DynamoDB was asked. */
export interface StoreCall {
  readonly operation: string;
  /** Its body as it came. */
  readonly asked: string;
}

/** A DynamoDB of the test's own that tells what it was asked, and does not do what it is told not to. */
export interface WatchedDynamo extends Pick<LocalDynamo, 'client'> {
  readonly endpoint: string;
  /** What was asked since the last time. */
  take(): readonly StoreCall[];
  /** Refuses such calls from now on, as a role without the permission would be; none where undefined. */
  refuse(which: ((call: StoreCall) => boolean) | undefined): void;
  /** Everything in a table, in an order of its own. */
  everythingIn(table: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export const isWrite = ({ operation }: StoreCall): boolean =>
  !['GetItem', 'Query', 'DescribeTable', 'CreateTable'].includes(operation);

export const startWatchedDynamo = async (): Promise<WatchedDynamo> => {
  const dynamo = await startDynamo();
  const calls: StoreCall[] = [];
  let refused: ((call: StoreCall) => boolean) | undefined;
  const forward = (headers: IncomingHttpHeaders, body: Buffer) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>(
      (resolve, reject) => {
        const call = request(dynamo.endpoint, { method: 'POST', headers }, async (answer) => {
          const chunks: Buffer[] = [];
          for await (const chunk of answer) chunks.push(chunk);
          const { statusCode: status = 500, headers: given } = answer;
          resolve({ status, headers: given, body: Buffer.concat(chunks) });
        });
        call.on('error', reject);
        call.end(body);
      },
    );
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const [, operation = ''] = String(incoming.headers['x-amz-target']).split('.');
    const call = { operation, asked: body.toString('utf8') };
    calls.push(call);
    if (refused?.(call)) {
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException' }));
      return;
    }
    const answer = await forward(incoming.headers, body);
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    client: dynamo.client,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => calls.splice(0),
    refuse: (which) => {
      refused = which;
    },
    everythingIn: async (table) => {
      const items: string[] = [];
      for await (const { Items = [] } of paginateScan(
        { client: dynamo.client },
        { TableName: table },
      )) {
        items.push(...Items.map((item) => JSON.stringify(Object.entries(item).sort())));
      }
      return items.sort();
    },
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await dynamo.stop();
    },
  };
};
