import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import { type HttpRequest, httpFunction } from '../../../functions/api/http.ts';
import { Problem } from '../../../functions/api/problem.ts';
import { log } from '../../../functions/log.ts';
import { admin, provider, uncheckedCallOf } from '../../support/http-calls.ts';

const answering = (handle: (request: HttpRequest) => unknown) =>
  uncheckedCallOf(
    httpFunction('get-night', async (request) => ({
      status: 200,
      body: { said: handle(request) ?? null },
    })),
  );
const failing = (error: unknown) =>
  answering(() => {
    throw error;
  });
const reading = answering((request) => request.body(z.strictObject({ name: z.string() })));

describe('every answer', () => {
  it('carries the ID of its request, whatever became of it', async () => {
    const call = { claims: admin, requestId: 'abc-123' };
    const answers = [
      await answering(() => 'yes')(call),
      await failing(new Error('no'))(call),
      await answering(() => 'yes')({ ...call, claims: provider() }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 403]);
    for (const { headers } of answers) expect(headers['x-correlation-id']).toBe('abc-123');
  });

  it('carries the ID that the gateway gave, whatever ID its caller sent', async () => {
    const call = { claims: admin, requestId: 'ours', headers: { 'x-correlation-id': 'theirs' } };
    const refusal = await failing(new Problem('not-found'))(call);
    expect(refusal.headers['x-correlation-id']).toBe('ours');
    expect(refusal.body.correlationId).toBe('ours');
    expect(refusal.text).not.toContain('theirs');
  });

  it('is kept by nobody on its way, and says its language', async () => {
    const { headers } = await answering(() => 'ja')({
      claims: admin,
      headers: { 'accept-language': 'sv' },
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-language': 'sv',
    });
  });
});

describe('the log', () => {
  const { log: write } = console;
  let lines: unknown[];
  beforeEach(() => {
    lines = [];
    console.log = (line: unknown) => lines.push(line);
  });
  afterEach(() => {
    console.log = write;
  });

  /** Something deep inside, which knows nothing of calls. */
  const deepInside = async (message: string) => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    log.info({ message });
  };
  const calling = (requestId: string) =>
    uncheckedCallOf(
      httpFunction('get-night', async () => {
        await deepInside(`of ${requestId}`);
        return { status: 204 };
      }),
    )({ claims: admin, requestId });

  it('has the ID of the call on every line, also from deep inside, of calls at one time', async () => {
    const ids = ['a', 'b', 'c'];
    await Promise.all(ids.map(calling));
    expect(lines).toHaveLength(6);
    for (const correlationId of ids) {
      const call = { correlationId, route: 'get-night' };
      expect(lines).toContainEqual({ message: `of ${correlationId}`, ...call });
      expect(lines).toContainEqual({ message: 'answered', ...call, status: 204 });
    }
  });

  it('has no ID on lines of no call', async () => {
    await deepInside('of the night');
    expect(lines).toEqual([{ message: 'of the night' }]);
  });
});

describe('a call that fails', () => {
  const { error } = console;
  let logged: unknown[];
  beforeEach(() => {
    logged = [];
    console.error = (...lines: unknown[]) => logged.push(...lines);
  });
  afterEach(() => {
    console.error = error;
  });

  it('is told as a problem (RFC 9457) in the language of the caller', async () => {
    const { status, headers, body } = await answering(() => 'yes')({
      claims: {},
      headers: { 'accept-language': 'fi' },
    });
    expect(status).toBe(403);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toEqual({
      type: '/problems/forbidden',
      correlationId: 'request 1',
      title: 'Roolisi ei oikeuta tähän',
      status: 403,
    });
  });

  it('through a fault of ours tells the caller nothing of what is inside', async () => {
    const secret = new Error('table ORG#0204819-8 of Aino Valvoja <aino@example.fi>');
    const { status, text } = await failing(secret)({ claims: admin });
    expect(status).toBe(500);
    expect(text).not.toContain('ORG#');
    expect(text).not.toContain('aino@');
    expect(text).not.toContain('stack');
  });

  it('through a fault of ours is loud in the log, with the ID of the request', async () => {
    await failing(new TypeError('no'))({ claims: admin, requestId: 'abc-123' });
    expect(logged).toMatchObject([
      { correlationId: 'abc-123', route: 'get-night', error: 'TypeError' },
    ]);
  });

  it('through the caller is no fault in the log', async () => {
    await answering(() => 'yes')({ claims: {} });
    await reading({ claims: admin, body: '{' });
    expect(logged).toEqual([]);
  });

  it('because storage does not answer asks to be tried again', async () => {
    const { status, headers } = await failing(new StorageUnavailable(new Error('slow down')))({
      claims: admin,
    });
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('1');
  });

  it('through something thrown that is no error is a fault all the same', async () => {
    expect((await failing('oops')({ claims: admin })).status).toBe(500);
  });
});

describe('a body', () => {
  const call = (body: unknown, isBase64Encoded = false) =>
    reading({ claims: admin, body, isBase64Encoded });

  it('is read as JSON, whatever its content type', async () => {
    const { body } = await reading({
      claims: admin,
      body: { name: 'Åsa' },
      headers: { 'content-type': 'text/plain' },
    });
    expect(body).toEqual({ said: { name: 'Åsa' } });
  });

  it('is read from base64 as well', async () => {
    const encoded = Buffer.from('{"name":"Åsa"}').toString('base64');
    expect((await call(encoded, true)).body).toEqual({ said: { name: 'Åsa' } });
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['an empty text', '', ''],
    ['broken JSON', '{"name":', ''],
    ['JSON and more', '{"name":"a"} x', ''],
    ['no JSON', 'name=a', ''],
    ['null', 'null', ''],
    ['a list', '[]', ''],
    ['a text', '"name"', ''],
    ['a field of the wrong type', { name: 7 }, 'name'],
    ['a missing field', {}, 'name'],
    ['an unknown field', { name: 'a', extra: 1 }, 'extra'],
    ['a key that reaches a prototype', '{"name":"a","__proto__":{"role":"admin"}}', '__proto__'],
    ['such a key deeper', '{"name":"a","b":[{"__proto__":1}]}', 'b.0.__proto__'],
    ['such a key, written otherwise', '{"name":"a","\\u005f_proto__":1}', '__proto__'],
    ['the name of a constructor', '{"name":"a","constructor":{"prototype":1}}', 'constructor'],
    ['JSON nested beyond reason', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, ''],
  ])('that is %s is a 400 that names the field', async (_, body, path) => {
    const answer = await call(body);
    expect(answer.status).toBe(400);
    expect(answer.body.type).toBe('/problems/invalid-input');
    expect(answer.body.errors[0].path).toBe(path);
    expect(answer.body.errors[0].message).not.toBe('');
  });

  it('that is not UTF-8 is a 400', async () => {
    const latin1 = Buffer.from('{"name":"Åsa"}', 'latin1').toString('base64');
    expect((await call(latin1, true)).status).toBe(400);
  });

  it('of 256 kilobytes is read, and of one byte more is a 413', async () => {
    const bodyOf = (bytes: number) => `{"name":"${'a'.repeat(bytes - 11)}"}`;
    expect((await call(bodyOf(256 * 1024))).status).toBe(200);
    const { status, body } = await call(bodyOf(256 * 1024 + 1));
    expect(status).toBe(413);
    expect(body.type).toBe('/problems/too-large');
  });

  it('with a thousand errors names the first hundred, and repeats no long key whole', async () => {
    const wrong = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [`${i}-${'k'.repeat(150)}`, i]),
    );
    const { body, text } = await call(wrong);
    expect(body.errors).toHaveLength(100);
    expect(text).not.toContain('k'.repeat(101));
  });

  it('leaves no trace on any object', async () => {
    await call('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
