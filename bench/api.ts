import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAuditTrail } from '../functions/adapters/audit-trail.ts';
import { dynamoDirectory } from '../functions/adapters/directory.ts';
import { dynamoKeptAnswers } from '../functions/adapters/kept-answers.ts';
import { dynamoOrganisations } from '../functions/adapters/organisations.ts';
import { createHandler as getDeadlines } from '../functions/api/get-deadlines/handler.ts';
import type { HttpHandler } from '../functions/api/http.ts';
import { createHandler as submitAssessment } from '../functions/api/submit-assessment/handler.ts';
import { dayInHelsinki, systemClock } from '../functions/clock.ts';
import { type ApiClient, apiClient } from '../local/api-client.ts';
import { loadSamples } from '../local/load-samples.ts';
import { credentials } from '../local/local-table.ts';
import { generateAssessments, generateOrganisations } from '../local/samples/generator.ts';
import { synthesise } from '../local/synthesis.ts';
import { type LocalSystem, startSystem } from '../local/system.ts';
import { region } from '../local/template.ts';
import { bareAssembly } from './bare-assembly.ts';
import { median } from './figures.ts';
import { type Load, type LoadFigures, loadFigures } from './load-form.ts';
import { type Recipe, type StoreCall, watch } from './store-calls.ts';

/*
 * `npm run bench:api`: how fast the API answers on this machine, beside functions that do nothing but
 * make the same calls to the store through the same gateway and threads. Both stand on one store and
 * are called by turns, so that what else the machine does falls on both; what counts is the ratio.
 */

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    organisations: { type: 'string', default: '48' },
  },
});
const rounds = Number(options.rounds);
const count = Number(options.organisations);
const connections = 4;
const root = join(import.meta.dirname, '..');
const within = join(root, '.build', 'bench');

const today = dayInHelsinki(systemClock.now());
const stated = JSON.stringify({
  statedOn: today,
  items: {
    'certified-system': { state: 'done', evidence: 'Astori 1234' },
    cards: { state: 'in-progress' },
    'access-rights': { state: 'not-started' },
  },
});

const started = async (assembly: string, dynamoEndpoint?: string): Promise<LocalSystem> =>
  startSystem({
    assembly,
    port: 0,
    today: undefined,
    dynamoEndpoint,
    observer: { log: () => undefined, failed: (name, error) => console.error(name, error) },
  });

const tokenOf = ({ issuer }: LocalSystem): Promise<string> =>
  issuer.token({
    subject: 'bench',
    role: 'admin',
    organisations: [],
    counties: [],
    expiresIn: 24 * 3600,
  });

/** What Lambda says of an invocation; no handler of the API asks for it. */
const noContext = {
  awsRequestId: 'seen-once',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'bench',
  functionVersion: '1',
  getRemainingTimeInMillis: () => 10_000,
  invokedFunctionArn: '',
  logGroupName: '',
  logStreamName: '',
  memoryLimitInMB: '512',
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

/** What a handler asks of the store, seen once in this process. */
const seen = async (
  calls: readonly StoreCall[],
  handler: HttpHandler,
  { businessId, body }: { readonly businessId: string; readonly body?: string },
): Promise<Recipe> => {
  const before = calls.length;
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: { 'idempotency-key': 'seen once' },
    pathParameters: { businessId },
    requestContext: {
      requestId: 'seen-once',
      authorizer: { jwt: { claims: { sub: 'bench', role: 'admin' } } },
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  };
  const { statusCode = 0 } = await handler(event, noContext);
  if (statusCode >= 300) throw new Error(`It answered ${statusCode} when it was watched.`);
  return { businessId, calls: calls.slice(before), status: statusCode };
};

const loaded = async (load: Load): Promise<LoadFigures> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(load));
  return loadFigures.parse(JSON.parse(await text(child.stdout)));
};

interface Subject {
  readonly name: string;
  readonly load: Omit<Load, 'url' | 'token' | 'holding' | 'connections'>;
  /** What each answer of the product holds. */
  readonly holding: string;
}

interface Round {
  readonly ours: LoadFigures;
  readonly bare: LoadFigures;
}

/** How many assessments the product has of some organisations. */
const assessmentsOf = async (client: ApiClient, ids: readonly string[]): Promise<number> => {
  let found = 0;
  for (const businessId of ids) {
    let cursor: string | undefined;
    do {
      const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
      const { data } = await client.GET('/organisations/{businessId}/assessments', {
        params: { path: { businessId }, query },
      });
      if (data === undefined) throw new Error(`The assessments of ${businessId} cannot be read.`);
      found += data.assessments.length;
      cursor = data.cursor;
    } while (cursor !== undefined);
  }
  return found;
};

const milliseconds = (value: number): string => value.toFixed(1);
const times = (value: number): string => `${value.toFixed(2)}×`;

await rm(within, { recursive: true, force: true });
await mkdir(within, { recursive: true });
const assembly = await synthesise({ root, signal: AbortSignal.timeout(600_000) });
const product = await started(assembly);
const token = await tokenOf(product);
const generation = { seed: 1, count, today };
const samples = {
  supervisors: [],
  organisations: generateOrganisations(generation),
  assessments: generateAssessments(generation),
};
const faults = await loadSamples({ api: product.api, token, samples });
if (faults.length > 0) throw new Error(faults.join('\n'));
const ids = samples.organisations.map(({ businessId }) => businessId);

const client = new DynamoDBClient({ endpoint: product.table.endpoint, region, credentials });
const calls = watch(client);
const [table, clock] = [product.table.name, systemClock];
const organisations = dynamoOrganisations(client, table);
const [first = ''] = ids;
const recipes = new Map([
  [
    'GET /organisations/{businessId}/deadlines',
    await seen(calls, getDeadlines({ organisations, clock }), { businessId: first }),
  ],
  [
    'POST /organisations/{businessId}/assessments',
    await seen(
      calls,
      submitAssessment({
        organisations,
        keptAnswers: dynamoKeptAnswers(client, table),
        directory: dynamoDirectory(client, table),
        trail: dynamoAuditTrail(client, table),
        clock,
      }),
      { businessId: first, body: stated },
    ),
  ],
]);
for (const [route, { calls: made }] of recipes) {
  console.log(
    `${route}\n  ${made.map(({ command }) => command.replace('Command', '')).join(', ')}`,
  );
}
const bare = await started(
  await bareAssembly(assembly, { within, recipes }),
  product.table.endpoint,
);
const bareToken = await tokenOf(bare);

const subjects: readonly Subject[] = [
  {
    name: 'reading deadlines',
    load: {
      method: 'GET',
      paths: ids.map((id) => `/organisations/${id}/deadlines`),
      amount: 480,
    },
    holding: '"deadlines":[',
  },
  {
    name: 'submitting an assessment',
    load: {
      method: 'POST',
      paths: ids.map((id) => `/organisations/${id}/assessments`),
      body: stated,
      amount: 192,
    },
    holding: '"assessmentId":"',
  },
];

const reader = apiClient({ api: product.api, token });
const before = await assessmentsOf(reader, ids);
const found = new Map<string, Round[]>(subjects.map(({ name }) => [name, []]));
let submitted = 0;
// The first round only warms up.
for (let round = 0; round <= rounds; round += 1) {
  for (const { name, load, holding } of subjects) {
    const own = { ...load, connections, url: product.api, token, holding };
    const other = { ...load, connections, url: bare.api, token: bareToken, holding: '"done"' };
    // Each is first as often as the other.
    const inTurn = round % 2 === 0 ? [own, other] : [other, own];
    const figures = new Map<string, LoadFigures>();
    for (const one of inTurn) figures.set(one.url, await loaded(one));
    const [ours, theirs] = [figures.get(product.api), figures.get(bare.api)];
    if (ours === undefined || theirs === undefined) throw new Error('Nothing was measured.');
    for (const { wrong } of [ours, theirs]) {
      if (wrong > 0) throw new Error(`${wrong} wrong answers while ${name}.`);
    }
    if (load.method === 'POST') submitted += ours.answered;
    if (round > 0) found.get(name)?.push({ ours, bare: theirs });
  }
  process.stdout.write(round === 0 ? 'warm' : ` ${round}`);
}
process.stdout.write('\n');
const after = await assessmentsOf(reader, ids);
if (after - before !== submitted) {
  throw new Error(`${submitted} assessments were answered, ${after - before} are there.`);
}

const memory = Math.round(totalmem() / 1024 ** 3);
console.log(
  `\n${today}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model}), ${memory} GB; ${rounds} rounds, ${connections} connections, ${count} organisations, ${submitted} assessments\n`,
);
console.log('| | requests/s | p50 ms | p99 ms | bare: requests/s | p50 ms | p99 ms | ratio |');
console.log('|---|---:|---:|---:|---:|---:|---:|---:|');
for (const [name, all] of found) {
  const of = (pick: (round: Round) => number) => median(all.map(pick));
  const cells = [
    name,
    of(({ ours }) => ours.perSecond).toFixed(0),
    milliseconds(of(({ ours }) => ours.p50)),
    milliseconds(of(({ ours }) => ours.p99)),
    of(({ bare: one }) => one.perSecond).toFixed(0),
    milliseconds(of(({ bare: one }) => one.p50)),
    milliseconds(of(({ bare: one }) => one.p99)),
    times(of(({ ours, bare: one }) => one.perSecond / ours.perSecond)),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
client.destroy();
await Promise.all([bare.stop(), product.stop()]);
await rm(within, { recursive: true, force: true });
