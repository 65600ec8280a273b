import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  dynamoSupervisors,
  type Supervisor,
  SupervisorId,
  type Supervisors,
} from '../../../functions/adapters/supervisors.ts';
import { inMemorySupervisors } from '../../support/in-memory-supervisors.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const aino: Supervisor = {
  name: 'Aino Valvoja',
  email: 'aino@example.fi',
  language: 'fi',
  counties: ['etela-pohjanmaa', 'pohjanmaa'],
};

describe.each([
  ['in memory', async () => inMemorySupervisors()],
  ['in DynamoDB', async () => dynamoSupervisors(dynamo.client, await dynamo.newTable())],
] as const)('supervisors %s', (_, make) => {
  let supervisors: Supervisors;
  beforeEach(async () => {
    supervisors = await make();
  });

  it('knows nobody who was never saved', async () => {
    expect(await supervisors.read('aino')).toBeUndefined();
    expect(await supervisors.list()).toEqual([]);
  });

  it('gives back who was saved', async () => {
    await supervisors.save({ id: 'aino', content: aino, replaces: 0 });
    expect(await supervisors.read('aino')).toEqual({ id: 'aino', version: 1, content: aino });
  });

  it('lets only one of two writers replace the same version', async () => {
    const save = (replaces: number, language: 'sv' | 'en') =>
      supervisors.save({ id: 'aino', content: { ...aino, language }, replaces });
    expect(await save(0, 'sv')).toBe('saved');
    expect(await save(0, 'en')).toBe('changed-meanwhile');
    expect(await save(1, 'en')).toBe('saved');
    expect(await save(1, 'sv')).toBe('changed-meanwhile');
    expect((await supervisors.read('aino'))?.content.language).toBe('en');
  });

  it('lists everyone in the order of their ids', async () => {
    for (const id of ['olli', 'aino', 'Brita.B', '7-valvoja']) {
      await supervisors.save({ id, content: aino, replaces: 0 });
    }
    const ids = (await supervisors.list()).map(({ id }) => id);
    expect(ids).toEqual(['7-valvoja', 'Brita.B', 'aino', 'olli']);
  });
});

describe("a supervisor's id", () => {
  it.each(['aino', 'A', '7', 'a.b_c-d', 'x'.repeat(64)])('can be %s', (id) => {
    expect(SupervisorId.safeParse(id).success).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['.a', 'a dot first'],
    ['a b', 'a space'],
    ['a/b', 'a slash, which is the address'],
    ['a#b', 'a hash, which parts keys'],
    ['ä', 'a letter beyond a–z'],
    ['x'.repeat(65), 'too long'],
    ['operator', 'what waits for nobody else waits under it'],
    ['Operator', 'the same in other letters'],
  ])('cannot be %j: %s', (id) => {
    expect(SupervisorId.safeParse(id).success).toBe(false);
  });
});
