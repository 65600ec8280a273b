import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  allowedAddresses,
  httpReceiver,
  type ReceiverProps,
} from '../../../functions/adapters/receiver.ts';
import { selfSigned } from '../../support/self-signed.ts';

const started: Server[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) {
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function') {
      server.closeAllConnections();
    }
    server.close();
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A receiver on this machine, and all that it was called with. */
const listening = async (answer: Answer) => {
  const calls: { readonly request: IncomingMessage; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push({ request, body });
    answer(request, response, body);
  });
  started.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { calls, port, url: `http://127.0.0.1:${port}/hook?a=1` };
};

const here = allowedAddresses('public-and-loopback');
const aReceiver = (props: Partial<ReceiverProps> = {}) =>
  httpReceiver({
    resolve: async () => {
      throw new Error('nothing is to be resolved');
    },
    allows: here,
    timeout: 1000,
    ...props,
  });
const call = { headers: { 'webhook-id': 'evt_1' }, body: '{"ä":1}' };

describe('A call', () => {
  it('posts the body with its headers, and gives the status of the answer', async () => {
    const { url, calls } = await listening((_, response) => response.writeHead(204).end());
    expect(await aReceiver().call({ url, ...call })).toEqual({ kind: 'answered', status: 204 });
    const [{ request, body } = { request: undefined, body: '' }] = calls;
    expect([request?.method, request?.url, body]).toEqual(['POST', '/hook?a=1', call.body]);
    expect(request?.headers).toMatchObject({ 'webhook-id': 'evt_1', 'content-length': '8' });
  });

  it('does not follow where the answer leads', async () => {
    const other = await listening((_, response) => response.writeHead(200).end());
    const { url } = await listening((_, response) =>
      response.writeHead(307, { location: other.url }).end(),
    );
    expect(await aReceiver().call({ url, ...call })).toEqual({ kind: 'answered', status: 307 });
    expect(other.calls).toEqual([]);
  });

  it('reads only a little of an endless answer', async () => {
    let written = 0;
    const { url } = await listening((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) written += 10_000;
      };
      response.on('drain', more);
      more();
    });
    expect(await aReceiver().call({ url, ...call })).toEqual({ kind: 'answered', status: 200 });
    expect(written).toBeLessThan(50_000_000);
  });

  it('takes the status of an answer that never ends', async () => {
    const { url } = await listening((_, response) => {
      response.writeHead(200).write('slowly');
    });
    const outcome = await aReceiver({ timeout: 150 }).call({ url, ...call });
    expect(outcome).toEqual({ kind: 'answered', status: 200 });
  });

  it('waits no longer than its time for one who does not answer', async () => {
    const { url } = await listening(() => undefined);
    const begun = performance.now();
    expect(await aReceiver({ timeout: 150 }).call({ url, ...call })).toEqual({
      kind: 'no-answer',
      because: 'timed-out',
    });
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('waits no longer for a name that is not resolved either', async () => {
    const receiver = aReceiver({ timeout: 150, resolve: () => new Promise(() => undefined) });
    expect(await receiver.call({ url: 'https://slow.example.fi/', ...call })).toEqual({
      kind: 'no-answer',
      because: 'timed-out',
    });
  });

  it.each([
    ['does not exist', async () => Promise.reject(new Error('ENOTFOUND'))],
    ['has no address', async () => []],
  ])('says so where the name %s', async (_, resolve) => {
    const outcome = await aReceiver({ resolve }).call({ url: 'https://no.example.fi/', ...call });
    expect(outcome).toEqual({ kind: 'no-answer', because: 'name-not-resolved' });
  });

  it('says so where nobody listens', async () => {
    const { url, port } = await listening(() => undefined);
    const [server] = started.splice(0);
    server?.close();
    expect(await aReceiver().call({ url: url.replace('?a=1', `?${port}`), ...call })).toEqual({
      kind: 'no-answer',
      because: 'connection-failed',
    });
  });

  it('says so where the connection breaks off', async () => {
    const { url } = await listening((request) => request.socket.destroy());
    expect(await aReceiver().call({ url, ...call })).toEqual({
      kind: 'no-answer',
      because: 'connection-failed',
    });
  });

  it('trusts no certificate that nobody vouches for', async () => {
    const server = createTlsServer(selfSigned, (_, response) => response.end());
    started.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await aReceiver().call({ url: `https://127.0.0.1:${port}/`, ...call })).toEqual({
      kind: 'no-answer',
      because: 'certificate-refused',
    });
  });
});

describe('A private address', () => {
  const refused = { kind: 'no-answer', because: 'private-address' };

  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1'])(
    'is not called where the address is named itself: %s',
    async (host) => {
      const { port, calls } = await listening((_, response) => response.end());
      const receiver = aReceiver({ allows: allowedAddresses('public') });
      expect(await receiver.call({ url: `http://${host}:${port}/`, ...call })).toEqual(refused);
      expect(calls).toEqual([]);
    },
  );

  it.each([
    ['this machine', ['127.0.0.1']],
    ['a cloud’s metadata', ['169.254.169.254']],
    ['a private address behind a public one', ['8.8.8.8', '10.0.0.1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1']],
  ])('is not called where a name leads to it: %s', async (_, addresses) => {
    const { port, calls } = await listening((_request, response) => response.end());
    const resolve = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    for (const receivers of ['public', 'public-and-loopback'] as const) {
      const receiver = aReceiver({ resolve, allows: allowedAddresses(receivers) });
      const url = `http://receiver.example.fi:${port}/`;
      expect(await receiver.call({ url, ...call })).toEqual(refused);
    }
    expect(calls).toEqual([]);
  });

  it('is not reached by a name that leads elsewhere a moment later', async () => {
    const { port, calls } = await listening((_, response) => response.end());
    const answers = ['127.0.0.1', '10.0.0.1', '10.0.0.1'];
    let asked = 0;
    const receiver = aReceiver({
      resolve: async () => {
        const address = answers[asked] ?? '';
        asked += 1;
        return [{ address, family: 4 }];
      },
      // Here the one address that can be reached stands for a public one.
      allows: { named: () => false, resolved: (address) => address === '127.0.0.1' },
    });
    const url = `http://receiver.example.fi:${port}/`;
    expect(await receiver.call({ url, ...call })).toEqual({ kind: 'answered', status: 200 });
    expect(asked).toBe(1);
    expect(calls[0]?.request.headers.host).toBe(`receiver.example.fi:${port}`);
    // And the next call asks anew, and looks at what it is told.
    expect(await receiver.call({ url, ...call })).toEqual(refused);
    expect(calls).toHaveLength(1);
  });
});
