import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  dynamoWebhooks,
  type StoredWebhook,
  type Webhooks,
} from '../../../functions/adapters/webhooks.ts';
import { inMemoryWebhooks } from '../../support/in-memory-webhooks.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const county: Omit<StoredWebhook, 'version'> = {
  id: 'county',
  content: {
    url: 'https://county.example.fi/kanta',
    events: ['status-changed'],
    counties: ['lappi'],
    language: 'sv',
    active: true,
  },
  key: 'key-1',
  secrets: [{ value: 'whsec_one', until: null }],
};
const { content } = county;

describe.each([
  ['in memory', async () => inMemoryWebhooks()],
  ['in DynamoDB', async () => dynamoWebhooks(dynamo.client, await dynamo.newTable())],
] as const)('webhooks %s', (_, make) => {
  let webhooks: Webhooks;
  beforeEach(async () => {
    webhooks = await make();
  });

  it('knows none that was never made', async () => {
    expect(await webhooks.read('county')).toBeUndefined();
    expect(await webhooks.list()).toEqual([]);
    expect(await webhooks.saveContent({ id: 'county', content, replaces: 0 })).toBe(
      'changed-meanwhile',
    );
    expect(await webhooks.remove('county', 0)).toBe('changed-meanwhile');
  });

  it('gives back what was made, once', async () => {
    expect(await webhooks.create(county)).toBe('saved');
    expect(await webhooks.create({ ...county, key: 'key-2' })).toBe('changed-meanwhile');
    expect(await webhooks.read('county')).toEqual({ ...county, version: 1 });
  });

  it('changes what it is told of without its secrets, and its secrets without that', async () => {
    await webhooks.create(county);
    const quiet = { ...content, active: false };
    expect(await webhooks.saveContent({ id: 'county', content: quiet, replaces: 1 })).toBe('saved');
    const secrets = [
      { value: 'whsec_two', until: null },
      { value: 'whsec_one', until: '2026-11-23T10:00:00.000Z' },
    ];
    expect(await webhooks.saveSecrets({ id: 'county', secrets, replaces: 2 })).toBe('saved');
    expect(await webhooks.read('county')).toEqual({
      ...county,
      content: quiet,
      secrets,
      version: 3,
    });
  });

  it('lets only one of two writers replace the same version', async () => {
    await webhooks.create(county);
    const save = (language: 'fi' | 'en') =>
      webhooks.saveContent({ id: 'county', content: { ...content, language }, replaces: 1 });
    expect(await save('fi')).toBe('saved');
    expect(await save('en')).toBe('changed-meanwhile');
    expect(await webhooks.saveSecrets({ id: 'county', secrets: [], replaces: 1 })).toBe(
      'changed-meanwhile',
    );
    expect((await webhooks.read('county'))?.content.language).toBe('fi');
  });

  it('removes the version that was read', async () => {
    await webhooks.create(county);
    await webhooks.saveContent({ id: 'county', content, replaces: 1 });
    expect(await webhooks.remove('county', 1)).toBe('changed-meanwhile');
    expect(await webhooks.remove('county', 2)).toBe('removed');
    expect(await webhooks.read('county')).toBeUndefined();
  });

  it('lists all in the order of their ids', async () => {
    for (const id of ['b', 'a', 'C', '7']) await webhooks.create({ ...county, id });
    expect((await webhooks.list()).map(({ id }) => id)).toEqual(['7', 'C', 'a', 'b']);
  });
});
