import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { addressOf, listen } from '../../local/servers.ts';
import { keptTable } from './kept-table.ts';

/*
 * A kept table as a DynamoDB of its own process, that the local system can be told to use: one that is
 * embedded would take longer to fill than a night takes. Says its address, and how much it is asked.
 */

const [, , file = ''] = process.argv;
const table = keptTable(file);
let calls = 0;

const answerTo = (operation: string, body: { readonly TableName?: string }) =>
  operation === 'DescribeTable'
    ? { statusCode: 200, body: { Table: { TableName: body.TableName, TableStatus: 'ACTIVE' } } }
    : table.answer(operation, body as never);

const server = createServer(async (request, response) => {
  calls += 1;
  const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
  const { statusCode, body } = answerTo(operation, (await json(request)) as object);
  response.writeHead(statusCode, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(body));
});
await listen(server, 0);
process.on('message', () => {
  process.send?.({ calls, memory: process.memoryUsage().rss });
});
process.send?.({ address: addressOf(server) });
