import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProfile } from './support/builders.ts';
import { businessIds } from './support/business-ids.ts';
import { type Answer, type RunningSystem, startRunningSystem } from './support/running-system.ts';

/*
 * Writers that meet, over HTTP on the running system: one wins and the others are told, or all are
 * taken one after the other. Nothing is lost, and nothing is there twice.
 */

const writers = 12;
let system: RunningSystem;
let admin: string;
let colleague: string;
const unused = [...businessIds(20)];

/** The path of an organisation that no other test writes to. */
const aPath = (): string => `/organisations/${unused.pop()}`;

const together = <Result>(act: (writer: number) => Promise<Result>): Promise<readonly Result[]> =>
  Promise.all(Array.from({ length: writers }, (_, writer) => act(writer)));

const statuses = (answers: readonly Answer[]): readonly number[] =>
  answers.map(({ status }) => status).sort((a, b) => a - b);

const get = async (path: string) => (await system.call('GET', path, { token: admin })).body;

const aContact = (n: number) => ({
  name: `Yhteyshenkilö ${n}`,
  email: `yhteys${n}@example.fi`,
  language: 'fi',
});

const put = (path: string, facts: object, headers: Readonly<Record<string, string>> = {}) =>
  system.call('PUT', path, { token: admin, body: aProfile({ ...facts }), headers });

beforeAll(async () => {
  system = await startRunningSystem('2026-11-22');
  admin = await system.token({ role: 'admin', subject: 'aino' });
  colleague = await system.token({ role: 'admin', subject: 'bertta' });
});
afterAll(() => system?.stop());

describe('writers of one profile', () => {
  test('who all read the same version: one wins, the others get 412', async () => {
    const path = aPath();
    const created = await put(path, {});
    const headers = { 'if-match': created.headers.get('etag') ?? '' };
    const answers = await together((n) => put(path, { name: `Kirjoittaja ${n}` }, headers));
    expect(statuses(answers)).toEqual([200, ...Array(writers - 1).fill(412)]);
    const won = answers.find(({ status }) => status === 200)?.body;
    expect(await get(path)).toEqual(won);
  });

  test('who read nothing before: all are taken, and the last one stands whole', async () => {
    const path = aPath();
    await put(path, {});
    const answers = await together((n) =>
      put(path, { name: `Kirjoittaja ${n}`, contacts: [aContact(n)] }),
    );
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    const { name, contacts } = await get(path);
    const writer = Number(name.split(' ')[1]);
    expect(contacts).toEqual([aContact(writer)]);
  });

  test('who create it: one has created it, and the others replaced it', async () => {
    const path = aPath();
    const answers = await together((n) => put(path, { name: `Kirjoittaja ${n}` }));
    expect(statuses(answers)).toEqual([...Array(writers - 1).fill(200), 201]);
  });

  test('who all put the same: it is written once, and all are told so', async () => {
    const path = aPath();
    const answers = await together(() => put(path, {}));
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(await get(path)).toMatchObject(aProfile());
  });
});

describe('assessments that come at once', () => {
  const assessment = { statedOn: '2026-11-20', items: { cards: { state: 'in-progress' } } };
  const post = (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: object = assessment,
  ) => system.call('POST', `${path}/assessments`, { token: admin, body, headers });

  test('with one key: one is taken, and all get its answer', async () => {
    const path = aPath();
    await put(path, {});
    const answers = await together(() => post(path, { 'idempotency-key': 'sama' }));
    expect(new Set(statuses(answers))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await get(`${path}/assessments`)).assessments).toHaveLength(1);
  });

  test('with one key and different bodies: one is taken, the others get 422', async () => {
    const path = aPath();
    await put(path, {});
    const answers = await together((n) =>
      post(
        path,
        { 'idempotency-key': 'sama' },
        {
          ...assessment,
          items: { cards: { state: 'in-progress', evidence: `Tilaus ${n}` } },
        },
      ),
    );
    expect(statuses(answers)).toEqual([201, ...Array(writers - 1).fill(422)]);
    expect((await get(`${path}/assessments`)).assessments).toHaveLength(1);
  });

  test('each with its own key: every one is there once', async () => {
    const path = aPath();
    await put(path, {});
    const answers = await together((n) => post(path, { 'idempotency-key': `avain ${n}` }));
    const ids = answers.map(({ body }) => body.assessmentId).sort();
    const { assessments } = await get(`${path}/assessments`);
    expect(new Set(ids).size).toBe(writers);
    expect(assessments.map((one: { assessmentId: string }) => one.assessmentId).sort()).toEqual(
      ids,
    );
  });

  test('while others change the profile and approve waivers: nothing is lost', async () => {
    const path = aPath();
    await put(path, {});
    const waiver = {
      requirement: 'cards',
      reason: 'Kortit on tilattu.',
      until: '2026-12-31',
      requestedBy: 'aino',
    };
    const [stated, changed, waived] = await Promise.all([
      together((n) => post(path, { 'idempotency-key': `avain ${n}` })),
      together((n) => put(path, { name: `Kirjoittaja ${n}` })),
      together(() =>
        system.call('POST', `${path}/waivers`, {
          token: colleague,
          body: waiver,
          headers: { 'idempotency-key': 'poikkeus' },
        }),
      ),
    ]);
    expect(new Set(statuses([...stated, ...waived]))).toEqual(new Set([201]));
    expect(new Set(statuses(changed))).toEqual(new Set([200]));
    expect((await get(`${path}/assessments`)).assessments).toHaveLength(writers);
    expect((await get(`${path}/waivers`)).waivers).toHaveLength(1);
  });
});

describe('writers of one supervisor', () => {
  const supervisor = (n: number) => ({
    name: `Valvoja ${n}`,
    email: `valvoja${n}@example.fi`,
    language: 'fi',
    counties: ['lappi'],
  });
  const save = (n: number, headers: Readonly<Record<string, string>> = {}) =>
    system.call('PUT', '/supervisors/maija', { token: admin, body: supervisor(n), headers });

  test('who all read the same version: one wins, the others get 412', async () => {
    const { headers } = await save(99);
    const answers = await together((n) => save(n, { 'if-match': headers.get('etag') ?? '' }));
    expect(statuses(answers)).toEqual([200, ...Array(writers - 1).fill(412)]);
    const won = answers.find(({ status }) => status === 200)?.body;
    expect(await get('/supervisors/maija')).toEqual(won);
  });
});
