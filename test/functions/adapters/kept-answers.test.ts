import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import {
  dynamoKeptAnswers,
  type KeptAnswer,
  type KeptAnswers,
} from '../../../functions/adapters/kept-answers.ts';
import { businessIds } from '../../support/business-ids.ts';
import { inMemoryKeptAnswers } from '../../support/in-memory-kept-answers.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const now = Temporal.Instant.from('2026-11-22T10:00:00Z');
const [about, other] = businessIds(2);
if (about === undefined || other === undefined) throw new Error('two IDs were asked for');

const first: KeptAnswer = {
  bodyHash: 'abc',
  factId: 'first',
  receivedAt: '2026-11-22T10:00:00.000Z',
  receivedOn: day('2026-11-22'),
  answer: JSON.stringify({ readiness: 'myöhässä' }),
};
const second = { ...first, factId: 'second' };

describe.each([
  ['in memory', async () => inMemoryKeptAnswers()],
  ['in DynamoDB', async () => dynamoKeptAnswers(dynamo.client, await dynamo.newTable())],
] as const)('kept answers %s', (_, make) => {
  let answers: KeptAnswers;
  beforeEach(async () => {
    answers = await make();
  });
  const use = { route: 'submit-assessment', about, key: 'avain 1', now } as const;

  it('finds nothing under a key that was not used', async () => {
    expect(await answers.find(use)).toBeUndefined();
  });

  it('keeps the first answer under a key, and gives it back as it was', async () => {
    expect(await answers.keep(use, first)).toBe('kept');
    expect(await answers.keep(use, second)).toBe('another-is-kept');
    expect(await answers.find(use)).toEqual(first);
  });

  it('tells keys, organisations and routes apart', async () => {
    await answers.keep(use, first);
    expect(await answers.find({ ...use, key: 'avain 2' })).toBeUndefined();
    expect(await answers.find({ ...use, about: other })).toBeUndefined();
    expect(await answers.find({ ...use, route: 'approve-waiver' })).toBeUndefined();
  });

  it('forgets an answer after 90 days, and not before', async () => {
    await answers.keep(use, first);
    const after = (hours: number) => ({ ...use, now: now.add({ hours }) });
    expect(await answers.find(after(90 * 24 - 1))).toEqual(first);
    expect(await answers.find(after(90 * 24))).toBeUndefined();
    expect(await answers.keep(after(90 * 24), second)).toBe('kept');
  });
});
