import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import {
  type AuditTrail,
  type BegunChange,
  dynamoAuditTrail,
} from '../../../functions/adapters/audit-trail.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const today = day('2026-11-22');
const aChange = (facts: Partial<BegunChange> = {}): BegunChange => ({
  at: '2026-11-22T10:00:00.000Z',
  correlationId: 'JKJaXmPLvHcESHA=',
  subject: 'aino',
  role: 'admin',
  route: 'save-supervisor',
  about: 'maija',
  ...facts,
});
const end = { status: 201, endedAt: '2026-11-22T10:00:00.250Z' };
const whole = { day: today, before: null, limit: 50 };

describe.each([
  ['in memory', async () => inMemoryAuditTrail()],
  ['in DynamoDB', async () => dynamoAuditTrail(dynamo.client, await dynamo.newTable())],
] as const)('the audit trail %s', (_, make) => {
  let trail: AuditTrail;
  beforeEach(async () => {
    trail = await make();
  });

  it('is empty on a day without changes', async () => {
    expect(await trail.page(whole)).toEqual({ changes: [], next: null });
  });

  it('shows a change with its end as one, and one without an end as it is', async () => {
    const broken = aChange({ at: '2026-11-22T11:00:00.000Z', subject: null, role: null });
    await trail.begin(aChange());
    await trail.end(aChange(), end);
    await trail.begin(broken);
    expect((await trail.page(whole)).changes).toEqual([
      { ...broken, end: undefined },
      { ...aChange(), end },
    ]);
  });

  it('keeps what was written first: a second writing changes nothing', async () => {
    await trail.begin(aChange());
    await trail.begin(aChange({ subject: 'mallory' }));
    await trail.end(aChange(), end);
    await trail.end(aChange(), { ...end, status: 500 });
    expect((await trail.page(whole)).changes).toEqual([{ ...aChange(), end }]);
  });

  it('holds a change under the day in Finland on which it was begun', async () => {
    const late = aChange({ at: '2026-11-22T22:00:00.000Z' });
    await trail.begin(late);
    await trail.end(late, { ...end, endedAt: '2026-11-22T22:00:01.000Z' });
    expect((await trail.page(whole)).changes).toEqual([]);
    expect((await trail.page({ ...whole, day: day('2026-11-23') })).changes).toHaveLength(1);
  });

  it('tells two changes of one moment apart', async () => {
    await trail.begin(aChange({ correlationId: 'a' }));
    await trail.begin(aChange({ correlationId: 'b' }));
    await trail.end(aChange({ correlationId: 'a' }), end);
    const { changes } = await trail.page(whole);
    expect(changes.map(({ correlationId, end: ended }) => [correlationId, ended?.status])).toEqual([
      ['b', undefined],
      ['a', 201],
    ]);
  });

  it.each([1, 2, 3])('gives every change once, with its end, in pages of %i', async (limit) => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const correlationId of ids) {
      await trail.begin(aChange({ correlationId }));
      if (correlationId !== 'c' && correlationId !== 'f') {
        await trail.end(aChange({ correlationId }), end);
      }
    }
    const seen: string[] = [];
    for (let before: string | null = null, pages = 0; ; pages += 1) {
      const { changes, next } = await trail.page({ day: today, before, limit });
      expect(changes.length).toBeLessThanOrEqual(limit);
      seen.push(...changes.map((one) => `${one.correlationId}${one.end ? '' : '?'}`));
      if (next === null) break;
      before = next;
      expect(pages).toBeLessThan(8);
    }
    expect(seen).toEqual(['g', 'f?', 'e', 'd', 'c?', 'b', 'a']);
  });
});

it('never expires', async () => {
  const table = await dynamo.newTable();
  const trail = dynamoAuditTrail(dynamo.client, table);
  await trail.begin(aChange());
  await trail.end(aChange(), end);
  const { Items = [] } = await dynamo.client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'AUDIT#2026-11-22' } },
    }),
  );
  expect(Items).toHaveLength(2);
  for (const item of Items) expect(item).not.toHaveProperty('expiresAt');
});
