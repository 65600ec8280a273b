import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import {
  dynamoOrganisations,
  type OrganisationState,
  type Organisations,
  shardOf,
} from '../../../functions/adapters/organisations.ts';
import { BadRow } from '../../../functions/adapters/storage-errors.ts';
import { instantText } from '../../../functions/clock.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { momentOf } from '../../support/clocks.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';
import { storeKinds } from '../../support/organisation-stores.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const today = day('2026-11-22');
const now = momentOf(today);
const { businessId, ...content } = anOrganisation();
const another = { ...content, name: 'Toinen Oy' };

const evaluated: OrganisationState = {
  dueOn: day('2026-12-01'),
  verdict: {
    status: 'overdue',
    deadlines: { join: 'overdue' },
    days: { join: { due: day('2026-09-01'), entry: 'join/307-2024' } },
    requirements: { cards: 'unknown' },
  },
  raised: {
    'deadline:join': { due: day('2026-09-01'), rung: 56 },
    'requirement:cards': { due: day('2026-10-01'), rung: 0, settled: true },
  },
  lastNight: {
    date: today,
    batch: 3,
    changed: true,
    counts: {
      due: 1,
      evaluated: 1,
      changed: 1,
      warnings: 2,
      unaddressed: 0,
      swept: 0,
      differing: 0,
    },
  },
  catalogueHash: 'abc',
  recipients: null,
  listed: null,
};

describe.each(storeKinds(() => dynamo))('organisations %s', (_, make) => {
  let organisations: Organisations;
  beforeEach(async () => {
    organisations = await make();
  });
  const save = (replaces: number, what = content) =>
    organisations.saveProfile({ businessId, content: what, replaces, now });
  const due = (through = today, after: string | null = null, limit = 25) =>
    organisations.due({ shard: shardOf(businessId), through, after, limit });
  const settle = async (state: Partial<OrganisationState> = {}) => {
    const { version = 0 } = (await organisations.read(businessId)).state ?? {};
    return organisations.saveState({
      businessId,
      state: { ...evaluated, ...state },
      replaces: version,
    });
  };

  it('knows nothing of an organisation that was never written', async () => {
    expect(await organisations.read(businessId)).toEqual({
      businessId,
      profile: undefined,
      profiles: [],
      assessments: [],
      waivers: [],
      acknowledgements: [],
      evaluations: [],
      state: undefined,
      raisedOn: {},
    });
  });

  it('gives back the profile that was saved, as it was saved', async () => {
    const full = anOrganisation({
      joinedOn: '2026-03-01',
      storingSince: { 'older-people': '2026-04-01' },
      contacts: [{ name: 'Åsa Öst', email: 'asa@öst.example', language: 'sv' }],
      units: [{ oid: '1.2.246.10.2048198.10.1', name: 'Yksikkö' }],
      organisers: [{ county: 'kainuu', joinedOn: null }],
    });
    const { businessId: id, ...profile } = full;
    await organisations.saveProfile({ businessId: id, content: profile, replaces: 0, now });
    expect((await organisations.read(id)).profile).toEqual({ version: 1, content: profile });
  });

  it('lets only one of two writers replace the same version', async () => {
    await save(0);
    expect(await save(1, another)).toBe('saved');
    expect(await save(1)).toBe('changed-meanwhile');
    expect(await save(0)).toBe('changed-meanwhile');
    expect((await organisations.read(businessId)).profile?.content.name).toBe('Toinen Oy');
  });

  it('makes an organisation due today when its facts are written', async () => {
    expect(await due()).toEqual([]);
    await save(0);
    expect(await due()).toEqual([{ businessId, position: `2026-11-22#${businessId}` }]);
    await settle({ dueOn: null });
    expect(await due(day('2199-12-31'))).toEqual([]);
    await organisations.appendAssessment({
      businessId,
      assessment: anAssessment('2026-11-20', { cards: { state: 'done' } }),
      now,
    });
    expect(await due()).toHaveLength(1);
  });

  it('keeps an acknowledgement once, as it came in, and makes the organisation due', async () => {
    await save(0);
    await settle({ dueOn: null });
    const acknowledgement = {
      acknowledgementId: 'a-1',
      by: 'aino',
      side: 'overseers',
      subjects: [{ kind: 'deadline', id: 'store-documents/older-people' }],
      due: day('2026-09-01'),
      until: day('2026-12-31'),
      note: 'Soitettu 22.11.',
      at: '2026-11-22T10:00:00.000Z',
    } as const;
    await organisations.appendAcknowledgement({ businessId, acknowledgement, now });
    await organisations.appendAcknowledgement({ businessId, acknowledgement, now });
    const { acknowledgements, state } = await organisations.read(businessId);
    expect(acknowledgements).toHaveLength(1);
    expect(acknowledgements[0]).toMatchObject({
      ...acknowledgement,
      at: instantText(now),
      seq: 2,
      on: '2026-11-22',
    });
    expect(state?.awaitsFacts).toBe(false);
    expect(await due()).toHaveLength(1);
  });

  it('is due even where the write of facts then lost its race', async () => {
    await save(0);
    await settle({ dueOn: null });
    expect(await save(7)).toBe('changed-meanwhile');
    expect(await due()).toHaveLength(1);
    expect((await organisations.read(businessId)).state?.awaitsFacts).toBe(true);
  });

  it('is due, and the profile not there yet, when what comes beforehand is done', async () => {
    await save(0);
    await settle({ dueOn: null });
    const seen: unknown[] = [];
    await organisations.saveProfile({
      businessId,
      content: another,
      replaces: 1,
      now,
      beforehand: async () => {
        const { profile, state } = await organisations.read(businessId);
        seen.push(profile?.version, state?.awaitsFacts, (await due()).length);
      },
    });
    expect(seen).toEqual([1, true, 1]);
  });

  it('awaits no facts once those announced are there', async () => {
    await save(0);
    await save(1, another);
    expect((await organisations.read(businessId)).state?.awaitsFacts).toBe(false);
  });

  it('stops awaiting facts when a night has written its state', async () => {
    await save(0);
    await save(7);
    await settle();
    expect((await organisations.read(businessId)).state?.awaitsFacts).toBe(false);
  });

  it('lists what is due by day and then by business ID, page by page', async () => {
    const ids = [businessId, ...businessIds(60)];
    const sameShard = ids.filter((id) => shardOf(id) === shardOf(businessId));
    for (const id of ids) {
      await organisations.saveProfile({ businessId: id, content, replaces: 0, now });
    }
    expect(sameShard.length).toBeGreaterThan(1);
    const positions = (await due()).map(({ position }) => position);
    expect(positions).toEqual(sameShard.map((id) => `2026-11-22#${id}`).sort());
    expect(await due(today, positions.at(-1))).toEqual([]);
    expect(await due(day('2026-11-21'))).toEqual([]);
    expect(await due(today, null, 1)).toHaveLength(1);
    expect(await due(today, `2026-11-21#${businessId}`)).toHaveLength(sameShard.length);
  });

  it('goes through all of a shard, due or not, page by page, and no night comes to what never changes', async () => {
    const ids = [businessId, ...businessIds(60)];
    const sameShard = ids.filter((id) => shardOf(id) === shardOf(businessId));
    for (const id of ids) {
      await organisations.saveProfile({ businessId: id, content, replaces: 0, now });
    }
    await settle({ dueOn: null });
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await organisations.inShard({ shard: shardOf(businessId), after, limit: 1 });
      expect(page.length).toBeLessThanOrEqual(1);
      const last = page.at(-1);
      if (last === undefined) break;
      found.push(...page.map((one) => one.businessId));
      after = last.position;
    }
    expect(found.length).toBeGreaterThan(1);
    expect(found.toSorted()).toEqual(sameShard.toSorted());
    expect(found.at(-1)).toBe(businessId);
    expect((await organisations.read(businessId)).state?.dueOn).toBeNull();
    const everDue = (await due(day('2199-12-31'))).map((one) => one.businessId);
    expect(everDue.toSorted()).toEqual(sameShard.filter((id) => id !== businessId).toSorted());
  });

  it('keeps one due on a day at the latest, and makes none that is not there', async () => {
    await organisations.keepDue(businessId, today);
    expect(await due()).toEqual([]);
    await save(0);
    await settle({ dueOn: null });
    await organisations.keepDue(businessId, day('2026-11-24'));
    expect((await organisations.read(businessId)).state?.dueOn).toBe('2026-11-24');
    await organisations.keepDue(businessId, today);
    expect((await due()).map((one) => one.businessId)).toEqual([businessId]);
    await organisations.keepDue(businessId, day('2026-12-24'));
    expect((await organisations.read(businessId)).state?.dueOn).toBe(today);
  });

  it('keeps assessments in the order in which they came in, each once', async () => {
    const first = anAssessment('2026-11-20', { cards: { state: 'not-started' } });
    const second = anAssessment(
      '2026-11-19',
      { cards: { state: 'done', validUntil: '2027-01-31', evidence: 'Kortit 4 kpl' } },
      { receivedAt: '2026-11-21T08:00:00.000Z' },
    );
    for (const assessment of [second, first, second, first]) {
      await organisations.appendAssessment({ businessId, assessment, now });
    }
    expect((await organisations.read(businessId)).assessments).toMatchObject([second, first]);
  });

  it('gives back the state that a night wrote', async () => {
    await save(0);
    expect(await settle()).toBe('saved');
    expect((await organisations.read(businessId)).state).toEqual({
      ...evaluated,
      version: 2,
      awaitsFacts: false,
    });
  });

  it('lets a write of facts win over the state of a night that read before it', async () => {
    await save(0);
    const { state } = await organisations.read(businessId);
    await save(1, another);
    const saved = await organisations.saveState({
      businessId,
      state: evaluated,
      replaces: state?.version ?? 0,
    });
    expect(saved).toBe('changed-meanwhile');
    expect(await due()).toHaveLength(1);
  });

  it('writes the ledger of a night once', async () => {
    const join = { kind: 'deadline', id: 'join', due: day('2026-09-01'), rung: 56 } as const;
    const raise = (rung: number) =>
      organisations.recordRaised({ businessId, date: today, warnings: [{ ...join, rung }] });
    expect(await raise(56)).toBe('recorded');
    expect(await raise(84)).toBe('recorded-before');
    expect((await organisations.read(businessId)).raisedOn).toEqual({ [today]: [join] });
  });
});

describe('a row of ours that is not as we write it', () => {
  it('is loud, names its key and the field, and tells no value', async () => {
    const table = await dynamo.newTable();
    await dynamo.client.send(
      new PutItemCommand({
        TableName: table,
        Item: marshall({
          pk: `ORG#${businessId}`,
          sk: 'LOG#000000001',
          seq: 1,
          kind: 'profile',
          at: '2026-11-22T10:00:00.000Z',
          on: today,
          content: JSON.stringify({
            version: 1,
            profile: { ...content, sector: 'secret' },
            contacts: null,
          }),
          previous: null,
          hash: 'abc',
        }),
      }),
    );
    const reading = dynamoOrganisations(dynamo.client, table).read(businessId);
    await expect(reading).rejects.toThrow(BadRow);
    await expect(reading).rejects.toThrow(`ORG#${businessId} LOG#000000001`);
    await expect(reading).rejects.toThrow('content.profile.sector');
    await expect(reading).rejects.not.toThrow('secret');
  });

  it('reads a profile whose days lie after any later clock that is set back', async () => {
    const table = await dynamo.newTable();
    const organisations = dynamoOrganisations(dynamo.client, table);
    const { businessId: id, ...joined } = anOrganisation({ joinedOn: '2026-11-20' });
    await organisations.saveProfile({ businessId: id, content: joined, replaces: 0, now });
    expect((await organisations.read(id)).profile?.content.joinedOn).toBe('2026-11-20');
  });

  it('leaves an organisation with a state and no profile as one that does not exist yet', async () => {
    const table = await dynamo.newTable();
    await dynamo.client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: marshall({ pk: `ORG#${businessId}`, sk: 'STATE' }),
        UpdateExpression: 'ADD version :one, expects :marks',
        ExpressionAttributeValues: marshall({
          ':one': 1,
          ':marks': new Set(['PROFILE#000000001']),
        }),
      }),
    );
    const stored = await dynamoOrganisations(dynamo.client, table).read(businessId);
    expect(stored.profile).toBeUndefined();
    expect(stored.state).toMatchObject({ dueOn: null, awaitsFacts: true, verdict: null });
  });
});
