import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Calendar,
  type Calendars,
  dynamoCalendars,
} from '../../../functions/adapters/calendars.ts';
import { businessIds } from '../../support/business-ids.ts';
import { inMemoryCalendars } from '../../support/in-memory-calendars.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const [one, other] = businessIds(2);
if (one === undefined || other === undefined) throw new Error('two IDs were asked for');

const owner = { kind: 'organisation', businessId: one } as const;
const neighbour = { kind: 'organisation', businessId: other } as const;
const aino = { kind: 'supervisor', id: 'aino' } as const;
const madeAt = '2026-11-22T10:00:00.000Z';
const made: Calendar = { owner, counties: ['lappi', 'kainuu'], madeAt };

describe.each([
  ['in memory', async () => inMemoryCalendars()],
  ['in DynamoDB', async () => dynamoCalendars(dynamo.client, await dynamo.newTable())],
] as const)('addresses of calendars %s', (_, make) => {
  let calendars: Calendars;
  beforeEach(async () => {
    calendars = await make();
  });

  it('open nothing where they were never made', async () => {
    expect(await calendars.find('a')).toBeUndefined();
  });

  it('open what they were made for, and other ones beside them', async () => {
    await calendars.add('a', made);
    await calendars.add('b', { owner: aino, counties: null, madeAt });
    expect(await calendars.find('a')).toEqual(made);
    expect(await calendars.find('b')).toEqual({ owner: aino, counties: null, madeAt });
  });

  it('are revoked one by one', async () => {
    await calendars.add('a', made);
    await calendars.add('b', made);
    expect(await calendars.revoke('a', owner)).toBe('revoked');
    expect(await calendars.find('a')).toBeUndefined();
    expect(await calendars.find('b')).toEqual(made);
    expect(await calendars.revoke('a', owner)).toBe('revoked');
  });

  it('are not revoked by who does not own them', async () => {
    await calendars.add('a', made);
    expect(await calendars.revoke('a', neighbour)).toBe('not-found');
    expect(await calendars.revoke('a', aino)).toBe('not-found');
    expect(await calendars.revoke('never', owner)).toBe('not-found');
    expect(await calendars.find('a')).toEqual(made);
  });

  it('are all revoked together, those of others left alone, and new ones open again', async () => {
    await calendars.add('a', made);
    await calendars.add('b', made);
    await calendars.add('c', { ...made, owner: neighbour });
    await calendars.revokeAll(owner);
    expect(await calendars.find('a')).toBeUndefined();
    expect(await calendars.find('b')).toBeUndefined();
    expect(await calendars.find('c')).toBeDefined();
    await calendars.add('d', made);
    expect(await calendars.find('d')).toEqual(made);
  });

  it('stay revoked when they are added again', async () => {
    await calendars.add('a', made);
    await calendars.add('b', made);
    await calendars.revoke('a', owner);
    await calendars.add('a', made);
    await calendars.revokeAll(owner);
    await calendars.add('b', made);
    expect(await calendars.find('a')).toBeUndefined();
    expect(await calendars.find('b')).toBeUndefined();
  });
});
