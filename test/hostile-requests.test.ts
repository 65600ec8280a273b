import { Agent, request } from 'node:http';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApiDocument } from '../functions/api/contract/document.ts';
import { credentials } from '../local/local-table.ts';
import { region } from '../local/template.ts';
import { aProfile } from './support/builders.ts';
import { type HostileRequest, hostileRequests } from './support/hostile-requests.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * Ten thousand requests that are malformed or meant to do harm, made from the contract: each is
 * answered with what is wrong, none brings anything down, and what is stored stays as it was.
 */

const count = 10_000;
const businessId = '0204819-8';
const path = `/organisations/${businessId}`;
let system: RunningSystem;
let tokens: Readonly<Record<'admin' | 'provider' | 'supervisor', string>>;
const agent = new Agent({ keepAlive: true, maxSockets: 24 });

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  tokens = {
    admin: await system.token({ role: 'admin' }),
    provider: await system.token({ role: 'provider', organisations: [businessId] }),
    supervisor: await system.token({ role: 'supervisor', counties: ['etela-pohjanmaa'] }),
  };
  const token = tokens.admin;
  const supervisor = { name: 'Maija Valvoja', email: 'maija@example.fi', language: 'fi' };
  await system.call('PUT', path, { token, body: aProfile() });
  await system.call('PUT', '/supervisors/maija', {
    token,
    body: { ...supervisor, counties: ['etela-pohjanmaa'] },
  });
  await system.call('POST', `${path}/assessments`, {
    token,
    body: { statedOn: '2026-11-20', items: { cards: { state: 'in-progress' } } },
  });
  await system.night('2026-11-22');
});
afterAll(async () => {
  agent.destroy();
  await system?.stop();
});

/** Everything in the table, in an order of its own. */
const everythingStored = async (): Promise<readonly string[]> => {
  const { name, endpoint } = system.addresses.table;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: name })) {
    items.push(...Items.map((item) => JSON.stringify(Object.entries(item).sort())));
  }
  client.destroy();
  return items.sort();
};

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const tokenOf = ({ holder }: HostileRequest): string | undefined => {
  if (typeof holder === 'object') return holder.token;
  return holder === 'nobody' ? undefined : tokens[holder];
};

/** Sends it as it is; fetch would tidy its path. */
const send = (hostile: HostileRequest): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(system.addresses.api);
    const token = tokenOf(hostile);
    const { method, target, headers, body } = hostile;
    const call = request(
      {
        agent,
        hostname,
        port,
        method,
        path: target,
        headers: {
          ...headers,
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          // Of a DELETE Node would not say how long its body is.
          ...(body !== undefined && { 'content-length': body.length }),
        },
      },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          text: Buffer.concat(chunks).toString('utf8'),
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });

/** What is wrong with the answer; undefined where nothing is. */
const faultOf = (
  { method, route }: HostileRequest,
  { status, type, text }: Reply,
): string | undefined => {
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  if (status < 400) return method === 'GET' ? undefined : `it was taken: ${status}`;
  if (type === 'application/problem+json') {
    const problem = JSON.parse(text);
    return problem.status === status && problem.correlationId ? undefined : `no problem: ${text}`;
  }
  // A page for people says itself that its link is wrong.
  const isPage = route === 'get-acknowledgement' || route === 'acknowledge-by-link';
  if (isPage && status === 404 && type.startsWith('text/html')) return undefined;
  // The gateway's own: no token, no such route, a path that cannot be read, too large.
  const isGateways = type === 'application/json' && [400, 401, 404, 413].includes(status);
  return isGateways && Object.keys(JSON.parse(text)).join() === 'message'
    ? undefined
    : `${status} ${type}: ${text.slice(0, 200)}`;
};

test(`${count} hostile requests are refused, and change nothing`, {
  timeout: 600_000,
}, async () => {
  const before = await everythingStored();
  const values = { businessId, id: 'maija', date: '2026-11-22' };
  const hostile = hostileRequests(openApiDocument('test'), { count, seed: 20261125, values });
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const queue = hostile.values();
  const worker = async () => {
    for (const one of queue) {
      const reply = await send(one);
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      const fault = faultOf(one, reply);
      if (fault !== undefined) {
        const sent = one.body?.toString('utf8').slice(0, 300) ?? '';
        faults.push(
          `${one.method} ${one.target.slice(0, 200)} ${JSON.stringify(one.headers).slice(0, 100)} ${sent}\n  → ${fault}`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: 24 }, worker));
  console.log(Object.fromEntries([...statuses].sort()));
  expect(faults.slice(0, 20)).toEqual([]);
  expect(hostile).toHaveLength(count);
  expect(await everythingStored()).toEqual(before);
  const { status } = await system.call('PUT', path, { token: tokens.admin, body: aProfile() });
  expect(status).toBe(200);
});
