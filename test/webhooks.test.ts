import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * Webhooks over the whole running system: a receiver on this machine is called after a night, checks
 * with another's library who calls it, fails, and gets again what it asks for.
 */

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on this machine; it answers as it is told. */
class Listener {
  readonly calls: Call[] = [];
  status = 204;
  private readonly server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.calls.push({ headers: request.headers, body });
    response.writeHead(this.status).end();
  });

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/kanta`;
  }

  ids(): readonly string[] {
    return this.calls.map(({ headers }) => String(headers['webhook-id'])).sort();
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const night = '2026-11-22';
const path = '/organisations/0204819-8';
const county = new Listener();
const failing = new Listener();
let system: RunningSystem;
let token: string;
const secrets: Record<string, string> = {};

const put = (id: string, body: object) => system.call('PUT', `/webhooks/${id}`, { token, body });
const listen = async (id: string, url: string, fields: object = {}) => {
  const events = ['status-changed', 'warning-raised'];
  const { status, body } = await put(id, { url, events, language: 'en', ...fields });
  expect(status).toBe(201);
  secrets[id] = body.secret;
};
const deliveriesOf = async (id: string) =>
  (await system.call('GET', `/webhooks/${id}/deliveries`, { token })).body.deliveries;
const tick = async () => {
  const answer = await fetch(`${system.addresses.control}/ticks`, { method: 'POST', body: '{}' });
  const { ran } = JSON.parse(await answer.text());
  return ran.find((one: { function: string }) => one.function.includes('DeliverWebhooks')).returned;
};

/** What another's library takes a call for, at the moment at which it was made. */
const verified = ({ headers, body }: Call, secret: string): unknown => {
  vi.useFakeTimers({ toFake: ['Date'], now: Number(headers['webhook-timestamp']) * 1000 });
  return new Webhook(secret).verify(body, headers as Record<string, string>);
};
afterEach(() => {
  vi.useRealTimers();
});

beforeAll(async () => {
  system = await startRunningSystem(night);
  token = await system.token({ role: 'admin' });
  failing.status = 503;
  await listen('county', await county.listen());
  await listen('failing', await failing.listen(), { events: ['status-changed'] });
  await listen('elsewhere', 'https://localhost/', { counties: ['lappi'] });
});
afterAll(async () => {
  await system?.stop();
  county.stop();
  failing.stop();
});

describe('A system that is called', () => {
  test('hears after a night what changed and what was warned of, and can tell who calls', {
    timeout: 120_000,
  }, async () => {
    await system.call('PUT', path, { token, body: aProfile() });
    expect(county.calls).toEqual([]);
    await system.night(night);
    expect(county.calls).toHaveLength(2);
    const events = county.calls.map((call) => verified(call, secrets['county'] ?? ''));
    expect(events).toContainEqual({
      type: 'status-changed',
      timestamp: expect.stringMatching(/^2026-11-22T/),
      data: expect.objectContaining({
        businessId: '0204819-8',
        previousStatus: null,
        status: 'overdue',
        on: night,
        deadlines: expect.arrayContaining([
          expect.objectContaining({
            id: 'join',
            due: '2026-09-01',
            citation: expect.stringContaining('307/2024'),
          }),
        ]),
      }),
    });
    expect(events).toContainEqual(expect.objectContaining({ type: 'warning-raised' }));
    const [call] = county.calls;
    if (call === undefined) throw new Error('it was called');
    expect(() => verified(call, secrets['failing'] ?? '')).toThrow();
  });

  test('sees in its deliveries what came of them', async () => {
    const [one, other] = await deliveriesOf('county');
    for (const delivery of [one, other]) {
      expect(delivery).toMatchObject({
        businessId: '0204819-8',
        state: 'delivered',
        attempts: 1,
        lastAttempt: { outcome: 'answered-204' },
        nextAttemptAt: null,
      });
    }
    expect([one.id, other.id].sort()).toEqual(county.ids());
  });

  test('hears nothing again when the night is run again', async () => {
    await system.night(night);
    await tick();
    expect(county.calls).toHaveLength(2);
  });

  test('that failed is called again later, and then once', async () => {
    const tried = failing.calls.length;
    expect(tried).toBe(1);
    expect(await deliveriesOf('failing')).toMatchObject([
      { state: 'pending', attempts: 1, lastAttempt: { outcome: 'answered-503' } },
    ]);
    await tick();
    expect(failing.calls).toHaveLength(tried);
    failing.status = 200;
    await system.clock('2026-11-23');
    expect(await tick()).toMatchObject({ delivered: 1, postponed: 0 });
    await tick();
    expect(failing.calls).toHaveLength(tried + 1);
    expect(new Set(failing.ids()).size).toBe(1);
    expect(await deliveriesOf('failing')).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  test('gets again what is ordered again, under the ids it had', async () => {
    const before = county.ids();
    const { status, body } = await system.call('POST', '/webhooks/county/replays', {
      token,
      body: { since: night },
    });
    expect([status, body]).toEqual([202, { ordered: 2, unknown: [], after: null }]);
    expect(await tick()).toMatchObject({ delivered: 2 });
    expect(county.ids()).toEqual([...before, ...before].sort());
  });

  test('changes over to another secret without losing a call', async () => {
    const rotated = await system.call('POST', '/webhooks/county/secrets', { token });
    expect(rotated.status).toBe(201);
    const [{ id }] = await deliveriesOf('county');
    await system.call('POST', '/webhooks/county/replays', { token, body: { deliveries: [id] } });
    await tick();
    const call = county.calls.at(-1);
    if (call === undefined) throw new Error('it was called');
    for (const secret of [secrets['county'] ?? '', rotated.body.secret]) {
      expect(verified(call, secret)).toMatchObject({ data: { businessId: '0204819-8' } });
    }
  });

  test('is told only of its own counties', async () => {
    expect(await deliveriesOf('elsewhere')).toEqual([]);
  });

  test('is called no more once it says that it is gone, and stands so in the audit trail', async () => {
    failing.status = 410;
    const [{ id }] = await deliveriesOf('failing');
    await system.call('POST', '/webhooks/failing/replays', { token, body: { deliveries: [id] } });
    expect(await tick()).toMatchObject({ deactivated: 1 });
    const { body } = await system.call('GET', '/webhooks/failing', { token });
    expect(body.active).toBe(false);
    const { changes } = (await system.call('GET', '/audit', { token })).body;
    expect(changes).toContainEqual(
      expect.objectContaining({ route: 'deliver-webhooks', about: 'failing' }),
    );
  });

  test('that is deleted is called no more', async () => {
    const made = county.calls.length;
    await system.call('POST', '/webhooks/county/replays', { token, body: { since: night } });
    expect((await system.call('DELETE', '/webhooks/county', { token })).status).toBe(204);
    await tick();
    expect(county.calls).toHaveLength(made);
  });
});

describe('A private address', () => {
  test.each(['https://10.0.0.1/', 'https://169.254.169.254/', 'http://192.168.0.1/'])(
    'is refused where it is named: %s',
    async (url) => {
      const { status, body } = await put('private', { url, events: ['status-changed'] });
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ path: 'url' }]);
    },
  );

  test('is not called where a name leads to it', async () => {
    await listen('by-name', 'https://localhost/', { events: ['status-changed'] });
    await system.call('PUT', path, {
      token,
      body: { ...aProfile(), counties: ['ahvenanmaa'] },
    });
    await system.night('2026-11-23');
    expect(await deliveriesOf('by-name')).toMatchObject([
      { state: 'pending', attempts: 1, lastAttempt: { outcome: 'private-address' } },
    ]);
  });
});
