import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoLinkKey, type LinkKey } from '../../../functions/adapters/link-key.ts';
import { inMemoryLinkKey } from '../../support/in-memory-link-key.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

describe.each<[string, () => Promise<LinkKey>]>([
  ['in memory', async () => inMemoryLinkKey()],
  ['in DynamoDB', async () => dynamoLinkKey(dynamo.client, await dynamo.newTable())],
])('the key for links, %s', (_, make) => {
  let linkKey: LinkKey;
  beforeEach(async () => {
    linkKey = await make();
  });

  it('is not there before somebody signs', async () => {
    expect(await linkKey.read()).toBeUndefined();
  });

  it('is made once, and is the same for everyone who asks at the same moment', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => linkKey.readOrMake()));
    const [first] = keys;
    expect(first).toHaveLength(32);
    for (const key of keys) expect(Buffer.from(key)).toEqual(Buffer.from(first ?? []));
    expect(Buffer.from((await linkKey.read()) ?? [])).toEqual(Buffer.from(first ?? []));
  });
});

it('is another in another table', async () => {
  const keys = [];
  for (let nth = 0; nth < 2; nth += 1) {
    const key = await dynamoLinkKey(dynamo.client, await dynamo.newTable()).readOrMake();
    keys.push(Buffer.from(key).toString('hex'));
  }
  expect(new Set(keys).size).toBe(2);
});
