import {
  type DynamoDBClient,
  DynamoDBServiceException,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { ApprovedWaiver } from '../../../domain/waiver.ts';
import { faultsIn } from '../../../functions/adapters/log-faults.ts';
import { logOf, readEntry } from '../../../functions/adapters/organisation-log.ts';
import {
  dynamoOrganisations,
  type NewEvaluation,
} from '../../../functions/adapters/organisations.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import { anAssessment, anOrganisation } from '../../support/builders.ts';
import { momentOf } from '../../support/clocks.ts';
import { type LocalDynamo, startDynamo } from '../../support/local-dynamo.ts';
import { type OrganisationStore, storeKinds } from '../../support/organisation-stores.ts';

let dynamo: LocalDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const { businessId, ...content } = anOrganisation();
const liisa = { name: 'Liisa Lindén', email: 'liisa@hoiva.example.fi', language: 'fi' } as const;
const sven = { name: 'Sven Svensson', email: 'sven@vard.example.fi', language: 'sv' } as const;
const now = momentOf('2026-11-22');

const assessment = (nth: number) =>
  anAssessment(
    '2026-11-20',
    { cards: { state: 'done', evidence: `Kortit ${nth}` } },
    { receivedAt: `2026-11-22T10:00:00.00${nth}Z` },
  );
const waiver: ApprovedWaiver = {
  waiverId: 'waiver 1',
  requirement: 'cards',
  reason: 'Kortit on tilattu',
  until: day('2026-12-31'),
  requestedBy: 'Liisa',
  approvedBy: 'aino',
  approvedAt: '2026-11-22T10:00:00.000Z',
  from: day('2026-11-22'),
};
const evaluation: NewEvaluation = {
  on: day('2026-11-23'),
  verdict: {
    status: 'overdue',
    deadlines: { join: 'overdue' },
    days: { join: { due: day('2026-09-01'), entry: 'join/307-2024' } },
    requirements: { cards: 'unknown' },
  },
  catalogueHash: 'abc',
  basedOn: 1,
};

describe('what was stated by another catalogue', () => {
  const place = { at: '2026-11-22T10:00:00.000Z', on: '2026-11-22', hash: '' };
  const read = (kind: string, content: unknown) =>
    logOf([readEntry.parse({ ...place, seq: 1, kind, content: JSON.stringify(content) })]);
  const statement = { state: 'done', points: { askedThen: '2026-01-01' } };

  it('is read: a requirement that there is no more says nothing, a point nobody asks for stays', () => {
    const { assessments } = read('assessment', {
      ...{ assessmentId: 'one', receivedAt: place.at, receivedOn: place.on },
      stated: {
        statedOn: '2026-11-20',
        items: { cards: statement, gone: statement },
        overrides: { '1.2.246.10.2048198.10.1': { gone: statement } },
      },
    });
    expect(assessments[0]).toMatchObject({
      items: { cards: statement },
      overrides: { '1.2.246.10.2048198.10.1': {} },
    });
    expect(assessments[0]?.items).not.toHaveProperty('gone');
  });

  it('may have waived what is not demanded any more', () => {
    const { waiverId, approvedBy, approvedAt, from, ...request } = waiver;
    const approval = { waiverId, approvedBy, approvedAt, from };
    expect(read('waiver', { ...approval, request }).waivers).toMatchObject([waiver]);
    const gone = { ...request, requirement: 'gone' };
    expect(read('waiver', { ...approval, request: gone }).waivers).toEqual([]);
  });

  it('may have told of the organisation what is not asked any more', () => {
    const profile = { ...content, askedOnce: true };
    const { profiles } = read('profile', { version: 1, profile, contacts: null });
    expect(profiles[0]?.content).toEqual(content);
  });
});

interface LogRow {
  readonly seq: number;
  readonly kind: string;
  readonly previous: string | null;
  readonly hash: string;
}

describe.each(storeKinds(() => dynamo))('the log of an organisation %s', (_, make) => {
  let store: OrganisationStore;
  beforeEach(async () => {
    store = await make();
  });
  const save = (replaces: number, facts: Partial<typeof content> = {}, at = now) =>
    store.saveProfile({ businessId, content: { ...content, ...facts }, replaces, now: at });
  const assess = (nth: number) =>
    store.appendAssessment({ businessId, assessment: assessment(nth), now });
  const waive = () => store.appendWaiver({ businessId, waiver, now });
  const record = (found: Partial<NewEvaluation> = {}) =>
    store.appendEvaluation({ businessId, evaluation: { ...evaluation, ...found }, now });
  const rows = async () => (await store.logRows(businessId)) as readonly LogRow[];
  const faults = async () => faultsIn(businessId, await store.logRows(businessId));
  const contacts = async () => (await store.read(businessId)).profile?.content.contacts;

  it('holds what was stated and found, in one order, each entry chained to the one before', async () => {
    await save(0);
    await record();
    await assess(1);
    await waive();
    await save(1, { name: 'Uusi Oy' });
    const log = await rows();
    expect(log.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'profile'],
      [2, 'evaluation'],
      [3, 'assessment'],
      [4, 'waiver'],
      [5, 'profile'],
    ]);
    expect(log.map(({ previous }) => previous)).toEqual([
      null,
      ...log.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(await faults()).toEqual([]);
  });

  it('gives everything back as it was stated, with when it came to be known', async () => {
    await save(0, {}, momentOf('2026-11-20', '23:59'));
    await save(1, { name: 'Uusi Oy' }, momentOf('2026-11-21', '00:01'));
    await assess(1);
    await waive();
    await record({ basedOn: 4 });
    const { profiles, assessments, waivers, evaluations } = await store.read(businessId);
    const place = { at: '2026-11-22T10:00:00.000Z', on: '2026-11-22' };
    expect(profiles).toEqual([
      { version: 1, seq: 1, at: '2026-11-20T21:59:00.000Z', on: '2026-11-20', content },
      {
        version: 2,
        seq: 2,
        at: '2026-11-20T22:01:00.000Z',
        on: '2026-11-21',
        content: { ...content, name: 'Uusi Oy' },
      },
    ]);
    expect(assessments).toEqual([{ ...assessment(1), seq: 3, ...place }]);
    expect(waivers).toEqual([{ ...waiver, seq: 4, ...place }]);
    expect(evaluations).toEqual([{ ...evaluation, seq: 5, at: place.at, basedOn: 4 }]);
  });

  it('takes in both of two facts that come at the same moment, one after the other', async () => {
    await save(0);
    await Promise.all([assess(1), assess(2), waive()]);
    expect((await rows()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect((await store.read(businessId)).assessments).toHaveLength(2);
    expect(await faults()).toEqual([]);
  });

  it('lets one of two profiles written at the same moment win, and tells the other', async () => {
    await save(0);
    const outcomes = await Promise.all([
      save(1, { name: 'Yksi Oy', contacts: [liisa] }),
      save(1, { name: 'Kaksi Oy', contacts: [sven] }),
    ]);
    expect(outcomes.toSorted()).toEqual(['changed-meanwhile', 'saved']);
    const { profile } = await store.read(businessId);
    const winner = outcomes[0] === 'saved' ? ['Yksi Oy', [liisa]] : ['Kaksi Oy', [sven]];
    expect([profile?.content.name, profile?.content.contacts]).toEqual(winner);
    expect(await store.contactNames(businessId)).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  it('takes in the same assessment, waiver or evaluation once', async () => {
    await save(0);
    await assess(1);
    await waive();
    expect(await record({ basedOn: 3 })).toBe('appended');
    await assess(1);
    await waive();
    expect(await record({ basedOn: 3 })).toBe('appended');
    expect(await rows()).toHaveLength(4);
  });

  it('takes in no evaluation that has not seen the last fact', async () => {
    await save(0);
    await assess(1);
    expect(await record({ basedOn: 1 })).toBe('changed-meanwhile');
    expect(await rows()).toHaveLength(2);
    expect(await record({ basedOn: 2 })).toBe('appended');
  });

  it('makes the organisation due for a waiver, and awaits it until it is there', async () => {
    await save(0);
    const state = {
      ...{ dueOn: null, verdict: null, raised: {}, lastNight: null },
      ...{ catalogueHash: null, recipients: null, listed: null },
    };
    await store.saveState({ businessId, state, replaces: 1 });
    await waive();
    expect((await store.read(businessId)).state).toMatchObject({
      dueOn: '2026-11-22',
      awaitsFacts: false,
    });
  });

  it('never holds a name or an address of a contact', async () => {
    await save(0, { contacts: [liisa, sven] });
    await save(1, { contacts: [liisa], name: 'Uusi Oy' });
    const log = JSON.stringify(await rows());
    for (const part of ['Liisa', 'Lindén', 'Sven', 'example.fi', 'liisa@']) {
      expect(log).not.toContain(part);
    }
    expect(await contacts()).toEqual([liisa]);
  });

  it('keeps the contacts of the newest profile only', async () => {
    await save(0, { contacts: [liisa] });
    const before = await store.contactNames(businessId);
    await save(1, { contacts: [sven] });
    const after = await store.contactNames(businessId);
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after).not.toEqual(before);
    await save(2);
    expect(await store.contactNames(businessId)).toEqual([]);
    expect(await contacts()).toEqual([]);
  });

  it('is whole after its contacts were erased', async () => {
    await save(0, { contacts: [liisa] });
    await assess(1);
    await store.eraseContacts(businessId);
    expect(await contacts()).toEqual([]);
    expect(await faults()).toEqual([]);
    expect(await save(1, { contacts: [sven] })).toBe('saved');
    expect(await contacts()).toEqual([sven]);
  });

  it('shows no contacts that a write left behind, and the next save removes them', async () => {
    await save(0, { contacts: [liisa] });
    await store.leaveContacts(businessId, [sven]);
    expect(await contacts()).toEqual([liisa]);
    await save(1, { contacts: [liisa], name: 'Uusi Oy' });
    expect(await contacts()).toEqual([liisa]);
    expect(await store.contactNames(businessId)).toHaveLength(1);
  });
});

describe('a write of a profile to DynamoDB', () => {
  /** A client whose puts of rows with a prefix go another way. */
  const disturbed = (
    prefix: string,
    put: (done: () => Promise<unknown>) => Promise<unknown>,
  ): DynamoDBClient => {
    const client = dynamo.newClient();
    client.middlewareStack.add(
      (next) => async (args) => {
        const { Item } = args.input as PutItemCommandInput;
        const isHit = Item?.['sk']?.S?.startsWith(prefix) === true;
        return isHit ? ((await put(() => next(args))) as ReturnType<typeof next>) : next(args);
      },
      { step: 'initialize' },
    );
    return client;
  };
  const failing = (prefix: string, when: 'before' | 'after') =>
    disturbed(prefix, async (done) => {
      if (when === 'after') await done();
      throw new DynamoDBServiceException({
        name: 'InternalServerError',
        $fault: 'server',
        $metadata: {},
        message: 'went away',
      });
    });

  it.each([
    ['before its contacts are written', 'CONTACTS#', 'before', 1],
    ['between its contacts and itself', 'LOG#', 'before', 1],
    ['after itself, before old contacts are removed', 'LOG#', 'after', 2],
  ] as const)('that breaks off %s leaves one version whole', async (_, prefix, when, version) => {
    const table = await dynamo.newTable();
    const organisations = dynamoOrganisations(dynamo.client, table);
    await organisations.saveProfile({
      businessId,
      content: { ...content, contacts: [liisa] },
      replaces: 0,
      now,
    });
    const broken = dynamoOrganisations(failing(prefix, when), table);
    const saving = broken.saveProfile({
      businessId,
      content: { ...content, contacts: [sven] },
      replaces: 1,
      now,
    });
    await expect(saving).rejects.toThrow(StorageUnavailable);
    const { profile } = await organisations.read(businessId);
    expect(profile?.version).toBe(version);
    expect(profile?.content.contacts).toEqual([version === 1 ? liisa : sven]);
  });

  it('comes after what another wrote between its reading and its writing', async () => {
    const table = await dynamo.newTable();
    const quicker = dynamoOrganisations(dynamo.client, table);
    await quicker.saveProfile({ businessId, content, replaces: 0, now });
    let isFirst = true;
    const client = disturbed('LOG#', async (done) => {
      if (isFirst) {
        isFirst = false;
        await quicker.appendAssessment({ businessId, assessment: assessment(1), now });
      }
      return done();
    });
    const organisations = dynamoOrganisations(client, table);
    await organisations.appendAssessment({ businessId, assessment: assessment(2), now });
    const { assessments } = await organisations.read(businessId);
    expect(assessments.map(({ seq, assessmentId }) => [seq, assessmentId])).toEqual([
      [2, assessment(1).assessmentId],
      [3, assessment(2).assessmentId],
    ]);
  });

  it('is read with its contacts even by who read on while it was written', async () => {
    const table = await dynamo.newTable();
    await dynamoOrganisations(dynamo.client, table).saveProfile({
      businessId,
      content: { ...content, contacts: [liisa] },
      replaces: 0,
      now,
    });
    let isFirst = true;
    const client = dynamo.newClient();
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        const output = answer.output as { Items?: Record<string, { S?: string }>[] };
        // The rows before the log were read before they were there.
        if (isFirst && output.Items !== undefined) {
          isFirst = false;
          output.Items = output.Items.filter(({ sk }) => sk?.S?.startsWith('CONTACTS#') !== true);
        }
        return answer;
      },
      { step: 'initialize' },
    );
    const { profile } = await dynamoOrganisations(client, table).read(businessId);
    expect(isFirst).toBe(false);
    expect(profile?.content.contacts).toEqual([liisa]);
  });

  it('is told apart from another’s where its answer was lost and it was tried again', async () => {
    const table = await dynamo.newTable();
    // As the SDK does: a put whose answer is lost goes out a second time.
    const client = disturbed('LOG#', async (done) => {
      await done();
      return done();
    });
    const organisations = dynamoOrganisations(client, table);
    const saved = await organisations.saveProfile({
      businessId,
      content: { ...content, contacts: [liisa] },
      replaces: 0,
      now,
    });
    expect(saved).toBe('saved');
    expect((await organisations.read(businessId)).profile?.content.contacts).toEqual([liisa]);
  });
});
