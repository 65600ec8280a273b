import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProfile } from './support/builders.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * What becomes of a mail, over HTTP: a supervisor's address bounces, so the next person hears, and the
 * address is marked; an answer that got lost is found again by SES's events.
 */

const businessId = '0204819-8';
let system: RunningSystem;
let admin: string;
beforeAll(async () => {
  system = await startRunningSystem('2026-11-24');
  admin = await system.token({ role: 'admin' });
  await put('/supervisors/aino', supervisor('aino'));
  await put(`/organisations/${businessId}`, aProfile());
});
afterAll(() => system?.stop());

const supervisor = (id: string) => ({
  name: `Valvoja ${id}`,
  email: `${id}@example.fi`,
  language: 'en',
  counties: ['etela-pohjanmaa'],
});
const put = async (path: string, body: object) => {
  const { status } = await system.call('PUT', path, { token: admin, body });
  expect([200, 201]).toContain(status);
};
const fate = async (address: string, what: string) => {
  const response = await fetch(`${system.addresses.control}/mail-fates`, {
    method: 'PUT',
    body: JSON.stringify({ address, fate: what }),
  });
  expect(await response.json()).toEqual({ address, fate: what });
};
const mailsTo = async (address: string) =>
  (await system.mails()).filter(({ destination }) => destination.to.includes(address));
const aino = async () => (await system.call('GET', '/supervisors/aino', { token: admin })).body;
const operator = () =>
  system.mails().then((mails) => mails.map(({ destination }) => destination.to[0]));

describe('a supervisor whose address bounces', () => {
  test('is marked, with the reason and the day', async () => {
    await fate('aino@example.fi', 'bounce');
    const { result } = await system.night('2026-11-24');
    expect(result.mails).toMatchObject({ sent: 1, unknown: 0 });
    expect(await mailsTo('aino@example.fi')).toHaveLength(1);
    expect(await aino()).toMatchObject({
      email: 'aino@example.fi',
      address: { usable: false, reason: 'bounced', since: '2026-11-24' },
    });
    const { body } = await system.call('GET', '/supervisors', { token: admin });
    expect(body.supervisors[0].address.usable).toBe(false);
  });

  test('is not mailed again, and the operator hears in her place where nobody else is', async () => {
    const before = (await operator()).length;
    const { result } = await system.night('2026-11-25');
    expect(result.mails).toMatchObject({ sent: 1, unreachable: 1 });
    expect(await mailsTo('aino@example.fi')).toHaveLength(1);
    const [next] = (await system.mails()).slice(before);
    expect(next?.destination.to).not.toContain('aino@example.fi');
    expect(next?.body.text).toContain('1.9.2026');
  });

  test('gives way to the next person, who hears all that stands', async () => {
    await put('/supervisors/brita', supervisor('brita'));
    await system.night('2026-11-26');
    const [mail, ...others] = await mailsTo('brita@example.fi');
    expect(others).toEqual([]);
    expect(mail?.body.text).toContain('1 September 2026');
    expect((await system.night('2026-11-27')).result.mails).toMatchObject({ sent: 0 });
  });

  test('hears again what she never got, once, when she is saved with an address that works', async () => {
    await put('/supervisors/aino', { ...supervisor('aino'), email: 'aino.uusi@example.fi' });
    expect((await aino()).address).toBeUndefined();
    expect((await system.night('2026-11-30')).result.mails).toMatchObject({ sent: 1 });
    expect(await mailsTo('aino.uusi@example.fi')).toHaveLength(1);
    expect((await system.night('2026-12-01')).result.mails).toMatchObject({ sent: 0 });
  });
});

describe('a mail whose answer is lost', () => {
  test('is known to be out by SES’s own events, and is not sent again', async () => {
    await put('/supervisors/carl', supervisor('carl'));
    await fate('carl@example.fi', 'lose-answer');
    const { result } = await system.night('2026-12-02');
    expect(result.mails.sent + result.mails.unknown).toBe(1);
    await system.night('2026-12-03');
    expect(await mailsTo('carl@example.fi')).toHaveLength(1);
  });

  test('stays unknown where nothing is heard of it, and is not sent again', async () => {
    await put('/supervisors/dora', supervisor('dora'));
    await fate('dora@example.fi', 'lose');
    expect((await system.night('2026-12-04')).result.mails).toMatchObject({ unknown: 1, sent: 0 });
    await system.night('2026-12-07');
    expect(await mailsTo('dora@example.fi')).toHaveLength(1);
  });
});

describe('a mail that SES refuses', () => {
  test('has failed, makes the night partial, and waits', async () => {
    await put('/supervisors/elsa', supervisor('elsa'));
    await fate('elsa@example.fi', 'refuse');
    const night = await system.night('2026-12-08');
    expect(night).toMatchObject({ status: 'partial', result: { mails: { failed: 1 } } });
    await fate('elsa@example.fi', 'deliver');
    expect((await system.night('2026-12-09')).result.mails).toMatchObject({ sent: 1, failed: 0 });
    expect(await mailsTo('elsa@example.fi')).toHaveLength(1);
  });
});
