import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../domain/day.ts';
import { BusinessId } from '../domain/identifiers.ts';
import { dynamoLinkKey } from '../functions/adapters/link-key.ts';
import { tokenOf } from '../functions/api/acknowledgement/acknowledgement-link.ts';
import { credentials } from '../local/local-table.ts';
import { region } from '../local/template.ts';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * A warning from the night that raises it to the day after its quiet, over HTTP: it is listed, made
 * quiet by a supervisor and by a mail's link, and comes once when the quiet is over.
 */

const businessId = BusinessId.parse('0204819-8');
let system: RunningSystem;
let supervisor: string;
let elsewhere: string;
let provider: string;

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly due: string;
  readonly rung: number;
  readonly quietUntil?: string;
  readonly quietBy?: string;
}

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  const admin = await system.token({ role: 'admin' });
  supervisor = await system.token({
    subject: 'maija',
    role: 'supervisor',
    counties: ['etela-pohjanmaa'],
  });
  elsewhere = await system.token({ role: 'supervisor', counties: ['lappi'] });
  provider = await system.token({ role: 'provider', organisations: [businessId] });
  const path = `/organisations/${businessId}`;
  await system.call('PUT', path, { token: provider, body: aProfile() });
  await system.call('PUT', '/supervisors/maija', {
    token: admin,
    body: {
      name: 'Maija Valvoja',
      email: 'maija@example.fi',
      language: 'fi',
      counties: ['etela-pohjanmaa'],
    },
  });
});
afterAll(() => system?.stop());

const listed = async (token: string, query = ''): Promise<readonly Listed[]> => {
  const { status, body } = await system.call('GET', `/warnings${query}`, { token });
  expect(status).toBe(200);
  return body.warnings;
};
const acknowledge = (id: string, until: string, token = supervisor) =>
  system.call('POST', `/warnings/${id}/acknowledgement`, {
    token,
    body: { until },
    headers: { 'idempotency-key': `${id} ${until}` },
  });
/** The address behind a mail's link about all that joining asks for. */
const linkAbout = async (warnings: readonly Listed[]): Promise<string> => {
  const { name, endpoint } = system.addresses.table;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const key = await dynamoLinkKey(client, name).readOrMake();
  client.destroy();
  const subjects = warnings.map(({ kind, subject }) => ({
    kind: kind as 'deadline',
    id: subject,
  }));
  const link = {
    businessId,
    subjects,
    due: day('2026-09-01'),
    recipient: 'maija',
    language: 'fi',
    until: day('2027-01-21'),
  } as const;
  return `/acknowledge/${tokenOf(link, key)}`;
};

describe('a warning', () => {
  test('is listed for those in whose scope it is, once a night has raised it', async () => {
    expect(await listed(supervisor)).toEqual([]);
    const { result } = await system.night('2026-11-22');
    expect(result.mails.sent).toBe(1);
    const warnings = await listed(supervisor);
    expect(warnings).toHaveLength(result.warnings);
    expect(await listed(provider)).toHaveLength(result.warnings);
    expect(await listed(elsewhere)).toEqual([]);
    expect(await listed(supervisor, '?limit=1')).toEqual(warnings.slice(0, 1));
  });

  test('is made quiet by a supervisor of its county, and by no one elsewhere', async () => {
    const [first, ...others] = await listed(supervisor);
    expect((await acknowledge(first?.id ?? '', '2026-12-25', elsewhere)).status).toBe(404);
    for (const { id } of [first, ...others].flatMap((one) => one ?? []).slice(0, 2)) {
      expect((await acknowledge(id, '2026-12-25')).status).toBe(201);
      expect((await acknowledge(id, '2026-12-25')).status).toBe(201);
    }
    expect(await listed(supervisor, '?quiet=true')).toMatchObject([
      { id: first?.id, quietUntil: '2026-12-25', quietBy: 'maija' },
      { quietUntil: '2026-12-25' },
    ]);
    expect(await listed(provider, '?quiet=true')).toEqual([]);
  });

  test('is made quiet by a mail’s link as well: the page asks, the form does it', async () => {
    const left = await listed(supervisor, '?quiet=false');
    expect(left.length).toBeGreaterThan(1);
    const address = await linkAbout(left);
    const page = await system.call('GET', address);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('Varoitusviestien keskeyttäminen');
    expect(await listed(supervisor, '?quiet=false')).toEqual(left);
    const done = await system.call('POST', address, {
      body: 'until=2026-12-25',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(done.status).toBe(200);
    expect(done.body).toContain('Viestit on keskeytetty');
    expect(await listed(supervisor, '?quiet=false')).toEqual([]);
    expect((await system.call('GET', `${address}x`)).status).toBe(404);
  });

  test('is mailed of by no night while it is quiet, and changes nothing but that', async () => {
    for (const date of ['2026-11-23', '2026-11-24', '2026-12-22', '2026-12-25']) {
      const { status, result } = await system.night(date);
      expect(status).toBe('closed');
      expect(result).toMatchObject({ warnings: 0, mails: { sent: 0, failed: 0, unknown: 0 } });
    }
    expect(await system.mails()).toHaveLength(1);
    const { body } = await system.call('GET', `/organisations/${businessId}/readiness`, {
      token: supervisor,
    });
    expect(body.status).toBe('overdue');
    expect((await listed(supervisor)).length).toBeGreaterThan(0);
  });

  test('comes once on the day after, at the most urgent rung', async () => {
    const { result } = await system.night('2026-12-26');
    expect(result.warnings).toBeGreaterThan(0);
    // A Saturday, and it was told to be red before: the mail goes on Monday.
    expect(result.mails).toMatchObject({ sent: 0, quiet: 1 });
    expect((await system.night('2026-12-28')).result.mails).toMatchObject({ sent: 1, quiet: 0 });
    const joining = (await listed(supervisor)).filter(({ due }) => due === '2026-09-01');
    expect(new Set(joining.map(({ rung }) => rung))).toEqual(new Set([112]));
    expect((await listed(supervisor, '?quiet=true')).length).toBe(0);
    const again = await system.night('2026-12-29');
    expect(again.result).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    const mails = await system.mails();
    expect(mails).toHaveLength(2);
    expect(mails[1]?.body.text).toContain('Määräpäivä oli 1.9.2026');
  });
});
