import { afterAll, beforeAll, expect, test } from 'vitest';
import { aProfile } from './support/builders.ts';
import { businessIds } from './support/business-ids.ts';
import { type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * A county's list of the producers it expects, over HTTP and a night's mails: it is imported, who never
 * registered is listed and told to the county's supervisor, and who has registered meanwhile is not.
 */

const [first = '', second = '', third = ''] = businessIds(3);
let system: RunningSystem;
let admin: string;
let aino: string;
let brita: string;

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  admin = await system.token({ role: 'admin', subject: 'admin' });
  aino = await system.token({ role: 'supervisor', subject: 'aino', counties: ['kainuu'] });
  brita = await system.token({ role: 'supervisor', subject: 'brita', counties: ['lappi'] });
  for (const [id, county] of [
    ['aino', 'kainuu'],
    ['brita', 'lappi'],
  ] as const) {
    const body = { name: id, email: `${id}@example.fi`, language: 'en', counties: [county] };
    await system.call('PUT', `/supervisors/${id}`, { token: admin, body });
  }
});
afterAll(() => system?.stop());

const sendList = (token: string, list: string) =>
  system.call('POST', '/imports?kind=expected-producers', {
    token,
    body: list,
    headers: { 'content-type': 'text/csv', 'accept-language': 'en' },
  });

const listed = async (token: string, query = '') =>
  (await system.call('GET', `/expected-producers${query}`, { token })).body.producers.map(
    (one: { businessId: string; registered: boolean }) => [one.businessId, one.registered],
  );

/** To whom each mail since the last look went, and which expected producers it names. */
let looked = 0;
const mails = async () => {
  const all = await system.mails();
  const fresh = all.slice(looked);
  looked = all.length;
  return fresh.map(({ destination, body }) => [
    destination.to.join(),
    ...[...body.text.matchAll(/Odotettu (\w+) Oy/g)].map(([, name]) => name),
  ]);
};

test('a list is imported by the county’s supervisor, and shown to her alone', async () => {
  const list = [
    'Y-tunnus;Nimi;Hyvinvointialue',
    `${first};Odotettu Yksi Oy;Kainuu`,
    `${second};Odotettu Kaksi Oy;kainuu`,
    `${third};Odotettu Kolme Oy;Kainuu`,
    '',
  ].join('\r\n');
  const sent = await sendList(aino, list);
  expect(sent.status).toBe(201);
  expect(sent.body).toMatchObject({ created: 3, failed: 0 });
  expect(await listed(aino)).toEqual([
    [first, false],
    [second, false],
    [third, false],
  ]);
  expect(await listed(brita)).toEqual([]);
  const foreign = await sendList(
    brita,
    `businessId,name,county\n${first},Odotettu Yksi Oy,kainuu\n`,
  );
  expect(foreign.body).toMatchObject({ created: 0, failed: 1, errors: [{ path: 'county' }] });
});

test('one who stands there by mistake is taken off it', async () => {
  const path = `/expected-producers/kainuu/${third}`;
  expect((await system.call('DELETE', path, { token: brita })).status).toBe(404);
  expect((await system.call('DELETE', path, { token: aino })).status).toBe(204);
  expect((await system.call('DELETE', path, { token: aino })).status).toBe(404);
  expect(await listed(aino)).toEqual([
    [first, false],
    [second, false],
  ]);
});

test('the night tells the county’s supervisor who has not registered, once', async () => {
  expect((await system.night('2026-11-22')).status).toBe('closed');
  expect(await mails()).toEqual([['aino@example.fi', 'Kaksi', 'Yksi']]);
  await system.night('2026-11-22');
  await system.night('2026-11-23');
  expect(await mails()).toEqual([]);
});

test('who registers is shown as there; who is active elsewhere only is not', async () => {
  await system.clock('2026-11-24');
  const register = (businessId: string, county: string) =>
    system.call('PUT', `/organisations/${businessId}`, {
      token: admin,
      body: aProfile({ counties: [county], joinedOn: '2026-08-20', name: 'Toinen nimi Oy' }),
    });
  expect((await register(first, 'kainuu')).status).toBe(201);
  expect((await register(second, 'satakunta')).status).toBe(201);
  expect(await listed(aino)).toEqual([
    [first, true],
    [second, false],
  ]);
  expect(await listed(aino, '?registered=false')).toEqual([[second, false]]);
});

test('after four weeks those alone are told again who are still missing', async () => {
  await system.night('2026-12-19');
  expect((await mails()).filter(([, ...names]) => names.length > 0)).toEqual([]);
  // A Sunday, and they were told of before: the mail goes on Monday.
  await system.night('2026-12-20');
  expect((await mails()).filter(([, ...names]) => names.length > 0)).toEqual([]);
  await system.night('2026-12-21');
  expect((await mails()).filter(([, ...names]) => names.length > 0)).toEqual([
    ['aino@example.fi', 'Kaksi'],
  ]);
  await system.night('2026-12-22');
  expect((await mails()).filter(([, ...names]) => names.length > 0)).toEqual([]);
});
