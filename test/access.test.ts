import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../domain/day.ts';
import type { BusinessId } from '../domain/identifiers.ts';
import { dynamoExpectedProducers } from '../functions/adapters/expected-producers.ts';
import { dynamoLinkKey } from '../functions/adapters/link-key.ts';
import { tokenOf } from '../functions/api/acknowledgement/acknowledgement-link.ts';
import { everyRoute, isChanging, type RouteName, routes } from '../functions/api/routes.ts';
import { warningNamed } from '../functions/api/warnings/warning-id.ts';
import type { Alter, TokenRequest } from '../local/issuer.ts';
import {
  accessCases,
  aWebhook,
  expectations,
  type Holder,
  holders,
  type Outcome,
  type Place,
  places,
  type Request,
  type World,
} from './support/access-cases.ts';
import { aProfile } from './support/builders.ts';
import { businessIds } from './support/business-ids.ts';
import { type Answer, type RunningSystem, startRunningSystem } from './support/running-system.ts';
import {
  isWrite,
  type StoreCall,
  startWatchedDynamo,
  type WatchedDynamo,
} from './support/watched-dynamo.ts';

/*
 * Who may do what, on the running system: every route, by everyone, about every organisation. What is
 * expected is written out by hand in support/access-cases.ts.
 */

let dynamo: WatchedDynamo;
let system: RunningSystem;
let world: World;
let tokens: Readonly<Record<Exclude<Holder, 'no-token'>, string>>;
let log = '';
const subjects = { provider: 'petra', supervisor: 'sanna', admin: 'aino', 'no-role': 'nina' };

const send = (name: RouteName, holder: Holder, { path, body, headers }: Request) =>
  system.call(routes[name].method, path, {
    ...(holder !== 'no-token' && { token: tokens[holder] }),
    ...(body !== undefined && { body }),
    headers: { 'x-correlation-id': 'forged', ...headers },
  });

const requestOf = async (name: RouteName, place: Place): Promise<Request> => {
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
      return called.request(place, world);
  }
};

beforeAll(async () => {
  dynamo = await startWatchedDynamo();
  system = await startRunningSystem('2026-11-22', {
    dynamoEndpoint: dynamo.endpoint,
    log: (line) => {
      log += `${line}\n`;
    },
  });
  const ids = [...businessIds(2000)];
  const next = (): BusinessId => {
    const id = ids.pop();
    if (id === undefined) throw new Error('more IDs were asked for than there are');
    return id;
  };
  const expected = dynamoExpectedProducers(dynamo.client, system.addresses.table.name);
  const organisations = { own: next(), 'same-county': next(), 'other-county': next() };
  let number = 0;
  world = {
    organisations,
    supervisors: { own: 'sanna', 'same-county': 'silja', 'other-county': 'saara' },
    calendar: '',
    link: '',
    imports: { own: '', 'same-county': '', 'other-county': '' },
    county: 'kainuu',
    otherCounty: 'lappi',
    night: '2026-11-22',
    unused: next,
    another: () => {
      number += 1;
      return number;
    },
    expect: async (county, businessId) => {
      const producer = { businessId, name: 'Odotettu Oy', expectedSince: day('2026-11-01') };
      await expected.expect(county, producer);
    },
    webhook: async (id) => {
      await system.call('PUT', `/webhooks/${id}`, { token: tokens.admin, body: aWebhook() });
    },
  };
  // Each token also names what must not count for its role.
  const named = { organisations: [organisations.own], counties: ['kainuu'] };
  const oneToken = (role: string, subject: string, scope: object = named) =>
    system.token({ role, subject, ...scope });
  tokens = {
    provider: await oneToken('provider', subjects.provider),
    supervisor: await oneToken('supervisor', subjects.supervisor, {
      organisations: [organisations['other-county']],
      counties: ['kainuu'],
    }),
    admin: await oneToken('admin', subjects.admin, {}),
    'no-role': await oneToken('inspector', subjects['no-role']),
  };
  const token = tokens.admin;
  for (const [place, businessId] of Object.entries(organisations)) {
    const county = place === 'other-county' ? 'lappi' : 'kainuu';
    const path = `/organisations/${businessId}`;
    await system.call('PUT', path, { token, body: aProfile({ counties: [county] }) });
    const body = { statedOn: '2026-11-20', items: { cards: { state: 'in-progress' } } };
    await system.call('POST', `${path}/assessments`, { token, body });
    await world.expect(county, businessId);
  }
  await send('save-supervisor', 'admin', await requestOf('save-supervisor', 'own'));
  await system.night(world.night);
  await world.webhook('hook');
  for (const [place, id] of Object.entries(world.supervisors)) {
    const counties = [place === 'other-county' ? 'lappi' : 'kainuu'];
    const body = { name: id, email: `${id}@example.fi`, language: 'fi', counties };
    await system.call('PUT', `/supervisors/${id}`, { token, body });
  }
  const calendar = await system.call('POST', `/organisations/${organisations.own}/calendar`, {
    token,
    body: { action: 'make' },
  });
  const importing = async (holder: string) => {
    const body = [{ businessId: organisations.own, name: 'Tuotu Oy' }];
    const answer = await system.call('POST', '/imports?dryRun=true', { token: holder, body });
    return answer.body.importId;
  };
  const colleague = (subject: string, county: string) =>
    oneToken('supervisor', subject, { counties: [county] });
  world = {
    ...world,
    calendar: new URL(calendar.body.url).pathname,
    link: `/acknowledge/${tokenOf(
      {
        businessId: organisations.own,
        subjects: [{ kind: 'deadline', id: 'join' }],
        due: day('2026-09-01'),
        recipient: 'sanna',
        language: 'fi',
        until: day('2027-01-21'),
      },
      await dynamoLinkKey(dynamo.client, system.addresses.table.name).readOrMake(),
    )}`,
    imports: {
      own: await importing(tokens.supervisor),
      'same-county': await importing(await colleague('silja', 'kainuu')),
      'other-county': await importing(await colleague('saara', 'lappi')),
    },
  };
  dynamo.take();
  log = '';
});
afterAll(async () => {
  await system?.stop();
  await dynamo?.stop();
});

/** A token that holds what it should, with something altered before the issuer signs it. */
const altered = (alter: Alter, holder: Partial<TokenRequest> = {}): Promise<string> =>
  system.addresses.issuer.alteredToken(
    {
      subject: 'petra',
      role: 'provider',
      organisations: [world.organisations.own],
      counties: [],
      expiresIn: 600,
      ...holder,
    },
    alter,
  );
const claiming = (claims: object, holder?: Partial<TokenRequest>) =>
  altered((_header, given) => Object.assign(given, claims), holder);

const partsOf = (token: string) => token.split('.');
const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

const outcomeOf = ({ status }: Answer): Outcome | number => (status < 400 ? 'done' : status);

/** What stands in the trail is written before, and after, everything else. */
const isRecorded = (writes: readonly StoreCall[]): boolean => {
  const inTrail = (call: StoreCall | undefined, end: string) =>
    call?.operation === 'PutItem' &&
    JSON.parse(call.asked).Item.pk.S.startsWith('AUDIT#') &&
    JSON.parse(call.asked).Item.sk.S.endsWith(end);
  return inTrail(writes[0], '#BEGUN') && inTrail(writes.at(-1), '#ENDED');
};

/** What the variables of a route's path are in a call, and whom they name. */
const idsIn = (name: RouteName, { path }: Request): readonly string[] => {
  const segments = routes[name].path.split('/');
  const values = path.split('/').filter((_, i) => segments[i]?.startsWith('{'));
  return [...values, ...values.flatMap((value) => warningNamed(value)?.businessId ?? [])];
};

/** An answer and the work it took, without what differs between any two calls. */
const shapeOf = (
  { headers, body }: Answer,
  work: readonly StoreCall[],
  ids: readonly string[],
) => ({
  body: typeof body === 'object' ? { ...body, correlationId: '' } : body,
  headers: [...headers].filter(
    ([name]) => !['x-correlation-id', 'apigw-requestid', 'date'].includes(name),
  ),
  work: work.map(({ operation, asked }) => [
    operation,
    ids.reduce((text, id) => text.replaceAll(id, 'ID'), asked),
  ]),
});

/** The correlation ids of all answers of ours, and of those that changed something. */
const answeredIds: string[] = [];
const changedIds: string[] = [];
let cells = 0;

const rows = everyRoute().flatMap(([name]) => holders.map((holder) => [name, holder] as const));

describe('who may do what', () => {
  test.each(rows)('%s, by %s', async (name, holder) => {
    const called = accessCases[name];
    const outcomes: Partial<Record<Place, Outcome | number>> = {};
    const shapes = new Map<Place, object>();
    for (const place of places) {
      const request = await requestOf(name, place);
      dynamo.take();
      const answer = await send(name, holder, request);
      const work = dynamo.take();
      const writes = work.filter(isWrite);
      outcomes[place] = outcomeOf(answer);
      cells += 1;
      const about = `${holder}, ${place}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`;
      if (answer.status === 401 || answer.status === 403) expect(work, about).toEqual([]);
      if (writes.length > 0) expect(isRecorded(writes), about).toBe(true);
      if (answer.status < 400) expect(writes.length > 0, about).toBe(isChanging(name));
      if (answer.status !== 401) {
        const id = answer.headers.get('x-correlation-id') ?? '';
        expect(id).toMatch(/^[0-9a-f-]{36}$/);
        if (answer.status >= 400) expect(answer.body.correlationId).toBe(id);
        answeredIds.push(id);
        if (writes.length > 0) changedIds.push(id);
      }
      if ('seen' in called && answer.status < 400) {
        const { organisations } = world;
        const theirs: readonly string[] = [organisations.own, organisations['same-county']];
        const all = [...theirs, organisations['other-county']];
        const ours = { provider: [organisations.own], supervisor: theirs, admin: all }[
          holder as 'admin'
        ];
        const seen = called.seen(answer.body);
        const everything: readonly string[] = Object.values(organisations);
        if (typeof seen !== 'number') {
          expect(seen.filter((id) => everything.includes(id)).sort(), about).toEqual(
            [...ours].sort(),
          );
        } else if (holder === 'admin') expect(seen, about).toBeGreaterThanOrEqual(ours.length);
        else expect(seen, about).toBe(ours.length);
      }
      shapes.set(place, shapeOf(answer, work, idsIn(name, request)));
    }
    expect(outcomes).toEqual(expectations[called.kind][holder]);
    if (expectations[called.kind][holder].missing !== 404) return;
    for (const place of places.filter((one) => outcomes[one] === 404)) {
      expect(shapes.get(place), `${place} is like what does not exist`).toEqual(
        shapes.get('missing'),
      );
    }
  });

  test('is asked of every route, for everyone and everywhere', () => {
    expect(cells).toBe(everyRoute().length * holders.length * places.length);
  });
});

describe('every answer of ours', () => {
  test('has an id of its own, which every line of the log has too', () => {
    expect(new Set(answeredIds).size).toBe(answeredIds.length);
    expect(answeredIds.filter((id) => !log.includes(`correlationId: '${id}'`))).toEqual([]);
    expect(log).not.toContain('forged');
    const lines = log.match(/message: '/g)?.length ?? 0;
    expect(lines).toBeGreaterThanOrEqual(answeredIds.length);
    expect(log.match(/correlationId: '/g)).toHaveLength(lines);
  });
});

describe('the audit trail', () => {
  const everyEntry = async () => {
    const entries: Readonly<Record<string, unknown>>[] = [];
    let cursor: string | undefined;
    do {
      const more: string = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { body } = await system.call('GET', `/audit?limit=50${more}`, { token: tokens.admin });
      entries.push(...body.changes);
      cursor = body.cursor;
    } while (cursor !== undefined);
    return entries;
  };

  test('has every change that was made, by whom it was made, and no other', async () => {
    const entries = await everyEntry();
    const made = entries.filter(({ correlationId }) => changedIds.includes(String(correlationId)));
    expect(made).toHaveLength(changedIds.length);
    expect(new Set(made.map(({ route }) => route))).toEqual(
      new Set(everyRoute().flatMap(([name]) => (isChanging(name) ? [name] : []))),
    );
    for (const { subject, role, outcome, status, route } of made) {
      // Who follows a link from a mail holds no token.
      const known = route === 'acknowledge-by-link' ? [[null, null]] : Object.entries(subjects);
      expect(known).toContainEqual([role, subject]);
      // What the admin would take from a list does not stand there.
      const refused = route === 'remove-expected-producer' && status === 404;
      expect(outcome).toBe(refused ? 'refused' : 'done');
    }
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  test('is asked for one organisation, and for one person', async () => {
    const { own } = world.organisations;
    const path = `/audit?about=${own}&subject=petra`;
    const { body } = await system.call('GET', path, { token: tokens.admin });
    expect(body.changes.length).toBeGreaterThan(1);
    for (const change of body.changes) {
      expect(change).toMatchObject({ about: own, subject: 'petra', role: 'provider' });
    }
  });

  const inTrail = ({ operation, asked }: StoreCall, end: string): boolean =>
    operation === 'PutItem' && asked.includes('"AUDIT#') && asked.includes(end);

  test.each(everyRoute().flatMap(([name]) => (isChanging(name) ? [[name] as const] : [])))(
    'that cannot be written stops %s before anything is changed',
    async (name) => {
      const request = await requestOf(name, 'own');
      const before = await dynamo.everythingIn(system.addresses.table.name);
      dynamo.refuse((call) => inTrail(call, '#BEGUN'));
      const answer = await send(name, 'admin', request);
      dynamo.refuse(undefined);
      expect([answer.status, answer.body.type]).toEqual([503, '/problems/unavailable']);
      expect(await dynamo.everythingIn(system.addresses.table.name)).toEqual(before);
    },
  );

  test('says that it does not know the end of a change where only that cannot be written', async () => {
    const request = await requestOf('save-supervisor', 'own');
    dynamo.refuse((call) => inTrail(call, '#ENDED'));
    const answer = await send('save-supervisor', 'admin', request);
    dynamo.refuse(undefined);
    expect(answer.status).toBe(200);
    const [last] = await everyEntry();
    expect(last).toMatchObject({
      correlationId: answer.headers.get('x-correlation-id'),
      route: 'save-supervisor',
      about: 'maija',
      outcome: 'unknown',
    });
  });
});

describe('a token', () => {
  const reading = async (token: string, place: 'own' | 'other-county' = 'own') => {
    const path = `/organisations/${world.organisations[place]}`;
    return (await system.call('GET', path, { token })).status;
  };

  /** Signed by a key that the issuer does not have, with the header and the claims of a good one. */
  const signedByStranger = async (
    header: object,
    key: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'] | Uint8Array,
  ) => {
    const [given, claims] = partsOf(tokens.admin);
    return new SignJWT(decoded(claims))
      .setProtectedHeader({ ...decoded(given), ...header })
      .sign(key);
  };

  test('that is in order is believed', async () => {
    expect(await reading(await altered(() => undefined))).toBe(200);
  });

  test.each<[string, () => Promise<string>]>([
    ['of another issuer', () => claiming({ iss: 'https://id.example.fi' })],
    ['of an issuer by another name', () => claiming({ iss: 'http://localhost:3003' })],
    ['for another audience', () => claiming({ aud: 'another-service' })],
    ['for no audience', () => claiming({ aud: undefined, client_id: undefined })],
    ['that has expired', () => claiming({ exp: seconds(-1) })],
    ['that never expires', () => claiming({ exp: undefined })],
    ['that is not yet valid', () => claiming({ nbf: seconds(60) })],
    ['that was given in the future', () => claiming({ iat: seconds(60) })],
    [
      'without a key id',
      () =>
        altered((header) => {
          delete header['kid'];
        }),
    ],
    [
      'with the id of another key',
      () =>
        altered((header) => {
          header['kid'] = 'another';
        }),
    ],
    [
      'without a signature (alg none)',
      async () => {
        const [header, claims] = partsOf(tokens.admin);
        return `${encoded({ ...decoded(header), alg: 'none' })}.${claims}.`;
      },
    ],
    [
      'signed with the public key as a secret (HS256)',
      async () => {
        const answer = await fetch(`${system.addresses.issuer.url}/jwks`);
        const { keys } = (await answer.json()) as { readonly keys: readonly [JWK] };
        const key = await exportSPKI(
          (await importJWK(keys[0], 'RS256')) as Parameters<typeof exportSPKI>[0],
        );
        return signedByStranger({ alg: 'HS256' }, new TextEncoder().encode(key));
      },
    ],
    [
      'signed by another key',
      async () => signedByStranger({}, (await generateKeyPair('RS256')).privateKey),
    ],
    [
      'that brings its own key',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('RS256');
        return signedByStranger({ jwk: await exportJWK(publicKey) }, privateKey);
      },
    ],
    [
      'whose claims were changed',
      async () => {
        const [header, claims, signature] = partsOf(tokens.provider);
        return `${header}.${encoded({ ...decoded(claims), role: 'admin' })}.${signature}`;
      },
    ],
    ['that is none', async () => 'admin'],
  ])('%s is refused by the gateway', async (_, token) => {
    const answer = await system.call('GET', `/organisations/${world.organisations.own}`, {
      token: await token(),
    });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ message: 'Unauthorized' });
    expect(answer.headers.get('x-correlation-id')).toBeNull();
  });

  test.each<[string, number, object]>([
    ['that is an ID token, which the gateway lets through', 403, { token_use: 'id' }],
    ['with a role of no meaning', 403, { role: 'administrator' }],
    ['with two roles', 403, { role: ['provider', 'admin'] }],
    ['whose role every object has', 403, { role: 'constructor' }],
    ['without a role', 403, { role: undefined }],
    ['whose organisations are an array', 200, { organisations: ['2042009-8', 'OWN'] }],
    ['whose organisations are an object', 404, { organisations: { OWN: 'OWN' } }],
    ['for every organisation', 404, { organisations: '*' }],
    ['for what every object has', 404, { organisations: '__proto__ constructor toString' }],
    ['for a part of an ID', 404, { organisations: 'PART' }],
    ['for no organisation', 404, { organisations: '' }],
    ['for very many organisations', 404, { organisations: '9000106-5 '.repeat(500) }],
  ])('of a provider %s: %i', async (_, status, claims) => {
    const { own } = world.organisations;
    const text = JSON.stringify(claims).replaceAll('OWN', own).replaceAll('PART', own.slice(0, 7));
    const given = { ...claims, ...JSON.parse(text) };
    expect(await reading(await claiming(given))).toBe(status);
  });

  test.each<[string, number, unknown]>([
    ['as an array', 200, ['lappi', 'kainuu']],
    ['that is none', 404, 'ei-ole'],
    ['with a star', 404, '*'],
    ['in capitals', 404, 'KAINUU'],
    ['and a path', 404, 'lappi/../kainuu'],
    ['that every object has', 404, '__proto__ constructor length 0'],
    ['very often', 200, 'kainuu '.repeat(800)],
    ['not at all', 404, undefined],
  ])('of a supervisor with a county %s: %i', async (_, status, counties) => {
    const token = await claiming({ counties }, { role: 'supervisor', organisations: [] });
    expect(await reading(token)).toBe(status);
    if (status === 404) {
      const { body } = await system.call('GET', '/organisations', { token });
      expect(body.organisations).toEqual([]);
    }
  });
});
