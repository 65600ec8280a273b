import { cp, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { day } from '../../domain/day.ts';
import { dynamoExpectedProducers } from '../../functions/adapters/expected-producers.ts';
import { dynamoLinkKey } from '../../functions/adapters/link-key.ts';
import { tokenOf } from '../../functions/api/acknowledgement/acknowledgement-link.ts';
import { type RouteName, routeNames, routes } from '../../functions/api/routes.ts';
import { credentials } from '../../local/local-table.ts';
import { type LocalSystem, startSystem } from '../../local/system.ts';
import { region } from '../../local/template.ts';
import {
  accessCases,
  aWebhook,
  type Request,
  type World,
} from '../../test/support/access-cases.ts';
import { aProfile } from '../../test/support/builders.ts';
import { businessIds } from '../../test/support/business-ids.ts';
import { functionsOf } from './functions-of-an-assembly.ts';

/*
 * What each function is asked when the system runs: every route is called, a night is run and then a
 * minute, on an assembly whose functions write down what came to them. So no event is made up.
 */

/** The day on which all is asked. */
export const today = day('2026-11-22');

/** The file beside a function's bundle that holds the last event it got, and its environment. */
export const seenFile = 'seen.json';

const recorder = `const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const product = require('./product.cjs');
exports.handler = (event, context) => {
  writeFileSync(join(__dirname, '${seenFile}'), JSON.stringify({ event, env: process.env }));
  return product.handler(event, context);
};
`;

/** A copy of an assembly whose functions write down what comes to them. */
const recordingAssembly = async (assembly: string, within: string): Promise<string> => {
  const copy = await mkdtemp(join(within, 'recording-'));
  await cp(assembly, copy, { recursive: true });
  for (const { folder } of await functionsOf(copy)) {
    const bundle = join(folder, 'index.cjs');
    await rename(bundle, join(folder, 'product.cjs'));
    await writeFile(bundle, recorder);
  }
  return copy;
};

type Call = (method: string, request: Request) => Promise<Response>;

const callsOf = ({ api }: LocalSystem, token: string): Call => {
  return async (method, { path, body, headers }) => {
    const json = body !== undefined && typeof body !== 'string';
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (response.status >= 400) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response;
  };
};

/** What the calls are made in, as test/access.test.ts makes it. */
const worldOf = async (system: LocalSystem, call: Call): Promise<World> => {
  const client = new DynamoDBClient({ endpoint: system.table.endpoint, region, credentials });
  const expected = dynamoExpectedProducers(client, system.table.name);
  const [own, other, another, ...unused] = businessIds(100);
  if (own === undefined || other === undefined || another === undefined) throw new Error('No IDs.');
  const organisations = { own, 'same-county': other, 'other-county': another };
  const world: World = {
    organisations,
    supervisors: { own: 'sanna', 'same-county': 'silja', 'other-county': 'saara' },
    county: 'kainuu',
    otherCounty: 'lappi',
    imports: { own: '', 'same-county': '', 'other-county': '' },
    calendar: '',
    link: '',
    night: today,
    unused: () => unused.pop() ?? own,
    another: () => unused.length,
    expect: async (county, businessId) => {
      const producer = { businessId, name: 'Odotettu Oy', expectedSince: day('2026-11-01') };
      await expected.expect(county, producer);
    },
    webhook: async (id) => {
      await call('PUT', { path: `/webhooks/${id}`, body: aWebhook() });
    },
  };
  await world.webhook('hook');
  for (const id of Object.values(world.supervisors)) {
    const body = { name: id, email: `${id}@example.fi`, language: 'fi', counties: ['kainuu'] };
    await call('PUT', { path: `/supervisors/${id}`, body });
  }
  for (const businessId of Object.values(organisations)) {
    const path = `/organisations/${businessId}`;
    await call('PUT', { path, body: aProfile({ counties: ['kainuu'] }) });
    const body = { statedOn: '2026-11-20', items: { cards: { state: 'in-progress' } } };
    await call('POST', { path: `${path}/assessments`, body });
  }
  const calendar = await call('POST', {
    // Of another one: the call of the route that makes them revokes what was there.
    path: `/organisations/${other}/calendar`,
    body: { action: 'make' },
  });
  const { url } = (await calendar.json()) as { readonly url: string };
  const imported = await call('POST', {
    path: '/imports?dryRun=true',
    body: [{ businessId: own, name: 'Tuotu Oy' }],
  });
  const { importId } = (await imported.json()) as { readonly importId: string };
  const link = tokenOf(
    {
      businessId: own,
      subjects: [{ kind: 'deadline', id: 'join' }],
      due: day('2026-09-01'),
      recipient: 'sanna',
      language: 'fi',
      until: day('2027-01-21'),
    },
    await dynamoLinkKey(client, system.table.name).readOrMake(),
  );
  client.destroy();
  return {
    ...world,
    calendar: new URL(url).pathname,
    link: `/acknowledge/${link}`,
    imports: { ...world.imports, own: importId },
  };
};

const requestOf = (name: RouteName, world: World): Request | Promise<Request> => {
  const called = accessCases[name];
  switch (called.kind) {
    case 'oversees many':
    case 'reads many':
    case 'administers':
    case 'is open':
      return called.request(world);
    case 'reads an organisation':
    case 'registers an organisation':
    case 'adds to an organisation':
    case 'oversees an organisation':
    case 'reaches what is her own':
      return called.request('own', world);
  }
};

/** What the user pool asks, which this machine has none of. */
const signIn = async (recording: string): Promise<void> => {
  for (const { name, folder } of await functionsOf(recording)) {
    if (name !== 'sign-in/add-claims') continue;
    const event = { request: { userAttributes: { 'custom:role': 'admin' } }, response: {} };
    await writeFile(join(folder, seenFile), JSON.stringify({ event, env: {} }));
  }
};

/** A system on which everything was asked once; its store still answers, until it is stopped. */
export interface AskedSystem {
  /** The folders of the functions, each with its `seenFile` now. */
  readonly assembly: string;
  readonly stop: () => Promise<void>;
}

/** Starts the system on a recording copy of the assembly, and asks everything of it. */
export const askEverything = async (assembly: string, within: string): Promise<AskedSystem> => {
  const recording = await recordingAssembly(assembly, within);
  const system = await startSystem({
    assembly: recording,
    port: 0,
    today,
    dynamoEndpoint: undefined,
    observer: { log: () => undefined, failed: (name, error) => console.error(name, error) },
  });
  await system.table.turnSendingOn();
  const token = await system.issuer.token({
    subject: 'bench',
    role: 'admin',
    organisations: [],
    counties: [],
    expiresIn: 3600,
  });
  const call = callsOf(system, token);
  const world = await worldOf(system, call);
  await system.nights.run(today);
  for (const name of routeNames) {
    await call(routes[name].method, await requestOf(name, world));
  }
  await system.minutes.run();
  await signIn(recording);
  return { assembly: recording, stop: system.stop };
};
