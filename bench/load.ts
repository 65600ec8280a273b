import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import { percentile } from './figures.ts';
import { type LoadFigures, load } from './load-form.ts';

/*
 * Calls an API as often as it is told, from a process of its own, and says how it went. What to call
 * comes as JSON by the standard input, what was found goes out the same way.
 */

const { url, token, method, paths, body, amount, connections, holding } = load.parse(
  JSON.parse(await text(process.stdin)),
);

const requestTo = (path: string): autocannon.Request => ({
  method,
  path,
  headers: {
    authorization: `Bearer ${token}`,
    'accept-language': 'en',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  },
  ...(body !== undefined && {
    body,
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, 'idempotency-key': randomUUID() },
    }),
  }),
});

let clients = 0;
const times: number[] = [];
const run = autocannon({
  url,
  connections,
  amount,
  // Each connection has organisations of its own, so that no two writers meet in one.
  setupClient: (client) => {
    const own = clients % connections;
    clients += 1;
    client.setRequests(paths.filter((_, i) => i % connections === own).map(requestTo));
  },
  verifyBody: (answer) => answer.includes(holding),
});
run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
const result = await run;
const found: LoadFigures = {
  perSecond: result['2xx'] / result.duration,
  p50: percentile(times, 50),
  p99: percentile(times, 99),
  wrong: result.non2xx + result.errors + result.timeouts + result.mismatches,
  answered: result['2xx'],
};
process.stdout.write(JSON.stringify(found));
