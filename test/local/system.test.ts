import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import type { FunctionError } from '../../local/local-function.ts';
import { type LocalSystem, startSystem } from '../../local/system.ts';

/*
 * The imitations of AWS, wired by a small template of the test's own: what a caller and a function
 * see of them is held against what AWS documents.
 */

const assembly = join(import.meta.dirname, 'assembly');
const failures: string[] = [];
const logged: string[] = [];
let system: LocalSystem;
let token: string;

beforeAll(async () => {
  system = await startSystem({
    assembly,
    port: 0,
    today: day('2026-11-22'),
    dynamoEndpoint: undefined,
    observer: {
      log: (name, line) => logged.push(`${name} ${line}`),
      failed: (name, { errorType }: FunctionError) => failures.push(`${name} ${errorType}`),
    },
  });
  const answer = await control('POST', '/tokens', { subject: 'me', role: 'admin' });
  token = answer.token;
});
afterAll(() => system.stop());

/** The body of an answer, whatever it holds. */
const json = async (answer: Response) => JSON.parse(await answer.text());

const control = async (method: string, path: string, body: unknown) => {
  const answer = await fetch(`${system.control}${path}`, {
    method,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json');
  return json(answer);
};

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${system.api}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });

/** What the function was called with, and what it saw of its surroundings. */
const echoed = async (path: string, init: RequestInit = {}) => {
  const answer = await call(path, init);
  expect(answer.status).toBe(200);
  return json(answer);
};

describe('The event a function gets', () => {
  test('tells the route, the path with its variables decoded, and the query', async () => {
    const { event } = await echoed('/things/a%20b%2Fc/parts?x=1&y=%C3%A4&x=2');
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{id}/parts',
      rawPath: '/things/a%20b%2Fc/parts',
      rawQueryString: 'x=1&y=%C3%A4&x=2',
      pathParameters: { id: 'a b/c' },
      queryStringParameters: { x: '1,2', y: 'ä' },
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'GET', path: '/things/a%20b%2Fc/parts', protocol: 'HTTP/1.1' },
        routeKey: 'GET /things/{id}/parts',
        stage: '$default',
      },
    });
  });

  test('leaves out what the request has not', async () => {
    const { event } = await echoed('/open');
    for (const absent of ['body', 'cookies', 'pathParameters', 'queryStringParameters']) {
      expect(event).not.toHaveProperty(absent);
    }
    expect(event.requestContext).not.toHaveProperty('authorizer');
    expect(event.rawQueryString).toBe('');
  });

  test('has header names in small letters, values of one name together, and cookies apart', async () => {
    const headers = new Headers({ 'X-Thing': 'a', cookie: 'one=1; two=2' });
    headers.append('X-Thing', 'b');
    const { event } = await echoed('/open', { headers: Object.fromEntries(headers) });
    expect(event.headers).toMatchObject({ 'x-thing': 'a, b', 'x-forwarded-proto': 'http' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.cookies).toEqual(['one=1', 'two=2']);
  });

  test.each([
    ['application/json', false],
    ['Application/JSON; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/problem+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['', true],
  ])('has a body of type "%s" in base64: %s', async (type, isBase64Encoded) => {
    const text = '{"ä":1}';
    const { event } = await echoed('/open', {
      method: 'POST',
      body: new TextEncoder().encode(text),
      headers: type === '' ? {} : { 'content-type': type },
    });
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(event.body).toBe(isBase64Encoded ? Buffer.from(text).toString('base64') : text);
  });

  test('carries the claims of the token as text', async () => {
    const given = await control('POST', '/tokens', {
      subject: 'liisa',
      role: 'provider',
      organisations: ['1234567-1', '7654321-2'],
      counties: ['lappi'],
    });
    const { event } = await echoed('/things/1', {
      method: 'PUT',
      headers: { authorization: `Bearer ${given.token}` },
    });
    const { claims, scopes } = event.requestContext.authorizer.jwt;
    expect(scopes).toBeNull();
    expect(claims).toMatchObject({
      sub: 'liisa',
      role: 'provider',
      organisations: '1234567-1 7654321-2',
      counties: 'lappi',
      exp: expect.stringMatching(/^\d+$/),
    });
  });

  test('bears the time of the local clock', async () => {
    const { event } = await echoed('/open');
    expect(event.requestContext.time).toMatch(/^22\/Nov\/2026:\d\d:\d\d:\d\d \+0000$/);
    expect(new Date(event.requestContext.timeEpoch).toISOString()).toMatch(/^2026-11-22T1/);
  });
});

describe('What the gateway answers by itself', () => {
  test.each([
    ['a path that is no route', '/nothing', 'GET'],
    ['a method that the path has not', '/things/1', 'DELETE'],
    ['a variable that is empty', '/things//parts', 'GET'],
    ['a path that ends in a slash', '/open/', 'GET'],
    ['OPTIONS without CORS', '/open', 'OPTIONS'],
  ])('404 for %s', async (_what, path, method) => {
    const answer = await call(path, { method });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'Not Found' });
  });

  test('404 without a body for HEAD', async () => {
    const answer = await call('/open', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  test('401 without a token, and says how to come with one', async () => {
    const answer = await fetch(`${system.api}/things/1`, { method: 'PUT' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toEqual({ message: 'Unauthorized' });
  });

  test('401 with a token that has expired, and says why', async () => {
    const expired = await control('POST', '/tokens', {
      subject: 'me',
      role: 'admin',
      expiresIn: -5,
    });
    const answer = await call('/things/1', {
      method: 'PUT',
      headers: { authorization: `Bearer ${expired.token}` },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('nothing of the kind on a route that needs no token, whatever comes with it', async () => {
    const answer = await call('/open', { headers: { authorization: 'Bearer nonsense' } });
    expect(answer.status).toBe(200);
  });

  test.each([
    ['more than 10 MB', 10 * 1024 * 1024 + 1],
    ['more than Lambda takes', 6 * 1024 * 1024],
  ])('413 for a body of %s', async (_what, size) => {
    const answer = await call('/open', {
      method: 'POST',
      body: 'x'.repeat(size),
      headers: { 'content-type': 'text/plain' },
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ message: 'Request Entity Too Large' });
  });

  test('413 for a body that is too large before it asks who sent it', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    const answer = await fetch(`${system.api}/things/1`, { method: 'PUT', body });
    expect(answer.status).toBe(413);
  });

  test('500 when the function throws, crashes, runs out of time or answers in no form', async () => {
    failures.length = 0;
    for (const path of ['/open?do=throw', '/open?do=exit', '/open?do=malformed', '/slow']) {
      const answer = await call(path);
      expect([path, answer.status]).toEqual([path, 500]);
      expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
    }
    expect(failures).toEqual([
      'Echo RangeError',
      'Echo Runtime.ExitError',
      'Slow Sandbox.Timedout',
    ]);
    expect((await call('/open')).status).toBe(200);
  });
});

describe('What a function answers', () => {
  test('goes out with its status, and as plain text where it names no type', async () => {
    const answer = await call('/open?do=text');
    expect([answer.status, await answer.text()]).toEqual([202, 'plain']);
    expect(answer.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  });

  test('goes out in bytes where it is in base64', async () => {
    const answer = await call('/open?do=binary');
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 1, 2]);
  });

  test('goes out with its cookies and headers', async () => {
    const answer = await call('/open?do=cookies');
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('x-number')).toBe('7');
  });

  test('is a body of JSON where it has no status', async () => {
    const answer = await call('/open?do=bare');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({ said: 'without a status' });
  });
});

describe('A function', () => {
  test('goes to the route with fewer variables where two fit', async () => {
    const answer = await fetch(`${system.api}/things/first/parts`);
    expect((await json(answer)).event.routeKey).toBe('GET /things/first/parts');
  });

  test('has an environment of its own: its variables, resolved, and those of Lambda', async () => {
    const { environment } = await echoed('/open');
    expect(environment).toMatchObject({
      STEP: 'echo',
      TABLE: 'Table',
      PUBLIC_URL: system.api,
      AWS_REGION: 'eu-north-1',
      AWS_LAMBDA_FUNCTION_NAME: 'Echo',
      AWS_ENDPOINT_URL_SES: system.mail,
    });
    expect(environment).not.toHaveProperty('PATH');
  });

  test('gets a context as Lambda gives it', async () => {
    const { context } = await echoed('/open');
    expect(context).toMatchObject({
      functionName: 'Echo',
      invokedFunctionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:Echo',
      memoryLimitInMB: '256',
    });
    expect(context.remaining).toBeGreaterThan(10_000);
    expect(context.remaining).toBeLessThanOrEqual(20_000);
  });

  test('reads the local clock by every way there is to read one', async () => {
    const { now, clocks } = await echoed('/open');
    expect(new Date(now).toISOString()).toMatch(/^2026-11-22T1\d:/);
    expect(Math.abs(Date.parse(clocks.newDate) - now)).toBeLessThan(1000);
    expect(Math.abs(clocks.temporal - now)).toBeLessThan(1000);
    expect(clocks).toMatchObject({
      called: 'string',
      given: '1970-01-01T00:00:00.000Z',
      isDate: true,
    });
  });

  test('answers many at a time, each with its own answer', async () => {
    const asked = Array.from({ length: 40 }, (_, index) => `${index}`);
    const answers = await Promise.all(asked.map((n) => echoed(`/open?n=${n}`)));
    expect(answers.map(({ event }) => event.queryStringParameters.n)).toEqual(asked);
  });
});

describe('The control port', () => {
  test('moves the clock of functions that run already', async () => {
    expect(await control('PUT', '/clock', { today: '2027-03-01' })).toEqual({
      today: '2027-03-01',
    });
    const { now } = await echoed('/open');
    expect(new Date(now).toISOString()).toMatch(/^2027-03-01T1\d:/);
    expect(await control('PUT', '/clock', { today: '2026-11-22' })).toEqual({
      today: '2026-11-22',
    });
  });

  test.each<[string, string, unknown, string, string]>([
    ['POST', '/tokens', '{"subject":', 'not JSON', 'JSON that is broken'],
    ['POST', '/tokens', { role: 'admin' }, 'subject', 'a subject that is missing'],
    ['POST', '/tokens', { subject: 'x', role: 'admin', admin: true }, 'admin', 'a field unknown'],
    ['PUT', '/clock', { today: '2026-02-30' }, 'today', 'a day that does not exist'],
    ['POST', '/nights', { date: 20261122 }, 'date', 'a day that is a number'],
    ['POST', '/nights', {}, 'date', 'a day that is missing'],
    ['DELETE', '/clock', {}, 'PUT /clock', 'a call that does not exist'],
  ])('answers %s %s %j with an error that names %s (%s)', async (method, path, body, named) => {
    expect((await control(method, path, body)).error).toContain(named);
  });
});

describe('A night', () => {
  const night = (date: string) => control('POST', '/nights', { date });

  test('runs the synthesised definition and gives its output', async () => {
    failures.length = 0;
    const record = await night('2026-11-22');
    expect(record).toMatchObject({
      date: '2026-11-22',
      scheduledTime: '2026-11-22T00:30:00Z',
      shards: [
        { shard: 0, go: 2, done: true },
        { shard: 1, failed: 'BrokenShard' },
      ],
      rows: 2,
    });
    expect(record.now).toMatch(/^2026-11-22T1/);
    expect(failures).toEqual(['Work BrokenShard']);
  });

  test('is the same one for all who ask for it at the same time', async () => {
    const [first, second] = await Promise.all([night('2026-11-20'), night('2026-11-20')]);
    expect(first).toEqual(second);
    expect(first.rows).toBe(2);
  });

  test('of an earlier day runs under the clock of that day and leaves today as it is', async () => {
    const record = await night('2026-11-21');
    expect(record.now).toMatch(/^2026-11-21T1/);
    expect(system.clock.today()).toBe('2026-11-22');
  });

  test('of a later day moves today to that day', async () => {
    const record = await night('2026-11-24');
    expect(record.now).toMatch(/^2026-11-24T1/);
    expect(system.clock.today()).toBe('2026-11-24');
  });

  test('waits for the one before it', async () => {
    const [later, earlier] = await Promise.all([night('2026-11-26'), night('2026-11-25')]);
    expect([later.rows, earlier.rows]).toEqual([2, 2]);
    expect(earlier.now).toMatch(/^2026-11-25/);
    expect(system.clock.today()).toBe('2026-11-26');
  });
});

describe('A minute', () => {
  const tick = async () => (await control('POST', '/ticks', {})).ran[0];

  test('runs what the template has run each minute, under the clock of today', async () => {
    await control('PUT', '/clock', { today: '2026-12-01' });
    expect(await tick()).toEqual({
      function: 'Tick',
      returned: { ticks: expect.any(Number), now: expect.stringMatching(/^2026-12-01T1/) },
    });
  });

  test('comes after each night', async () => {
    const { ticks } = (await tick()).returned;
    await control('POST', '/nights', { date: '2026-12-02' });
    expect((await tick()).returned.ticks).toBe(ticks + 2);
  });
});

describe('The inbox', () => {
  const mails = async () => (await json(await fetch(`${system.mail}/store`))).emails;

  test('lists each mail with its envelope, tags, configuration set and headers', async () => {
    await control('POST', '/nights', { date: '2026-11-10' });
    const mail = (await mails()).find(
      (each: { subject: string }) => each.subject === 'The night of 2026-11-10',
    );
    expect(mail).toMatchObject({
      messageId: expect.stringMatching(/./),
      from: expect.stringContaining('<from@example.fi>'),
      destination: { to: ['to@example.fi'], cc: [], bcc: ['hidden@example.fi'] },
      body: { text: expect.stringContaining(`See ${system.api}`) },
      tags: { digest: 'abc' },
      configurationSet: 'Sending',
      headers: { 'x-key': '123', to: 'to@example.fi' },
      attachments: [],
    });
    expect(mail.raw).toContain('X-Key: 123');
  });

  test('shows the Message-ID and the Date that SES writes, not those that were sent', async () => {
    const [mail] = await mails();
    expect(mail.headers['message-id']).toBe(`<${mail.messageId}@eu-north-1.amazonses.com>`);
    expect(mail.headers.date).toMatch(/Nov 2026 \d\d:\d\d:\d\d \+0000$/);
    expect(mail.raw.match(/^(Message-ID|Date):/gim)).toHaveLength(2);
  });

  test('has a page for a person', async () => {
    const page = await fetch(system.mail);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<html');
  });
});
