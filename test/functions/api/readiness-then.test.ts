import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '../../../domain/day.ts';
import { type Catalogue, catalogue } from '../../../domain/statute/catalogue.ts';
import { requirementIds } from '../../../domain/statute/requirements/requirement-ids.ts';
import type { ApprovedWaiver } from '../../../domain/waiver.ts';
import { shardOf } from '../../../functions/adapters/organisations.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import { isFoundAgain } from '../../../functions/api/answers/known-facts.ts';
import { createHandler as getReadiness } from '../../../functions/api/get-readiness/handler.ts';
import { createHandler as getReadinessHistory } from '../../../functions/api/get-readiness-history/handler.ts';
import { catalogueHash, catalogueHashOf } from '../../../functions/catalogue-hash.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { anyAssessments, anyOrganisation } from '../../support/arbitraries.ts';
import { anOrganisation } from '../../support/builders.ts';
import { type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';

const { businessId } = anOrganisation();
const own: Call = { claims: provider(businessId), path: { businessId } };

const readinessOver =
  (ground: Ground) =>
  async (on?: string, call: Call = own) =>
    (
      await callOf(getReadiness(ground))({
        ...call,
        ...(on === undefined ? {} : { query: { on } }),
      })
    ).body;
const aWaiver = (ground: Ground, fields: Partial<ApprovedWaiver> = {}): ApprovedWaiver => ({
  waiverId: `waiver ${ground.clock.now().epochMilliseconds} ${fields.requirement}`,
  requirement: 'cards',
  reason: 'Kortit on tilattu',
  until: day('2029-12-31'),
  requestedBy: 'Liisa',
  approvedBy: 'aino',
  approvedAt: '2026-11-22T10:00:00.000Z',
  from: day('2023-01-01'),
  ...fields,
});

let ground: Ground;
beforeEach(() => {
  ground = aGround();
});
const readiness = (on?: string) => readinessOver(ground)(on);
const registered = async (on: string, facts: Record<string, unknown> = {}) => {
  ground.clock.set(on);
  await peopleOf(ground).register(businessId, facts);
};
const assessed = async (on: string, statedOn: string, state: string) => {
  ground.clock.set(on);
  await peopleOf(ground).assess(businessId, statedOn, { cards: { state } });
};
const cardsOf = (body: { requirements: { requirement: string; status: string }[] }) =>
  body.requirements.find(({ requirement }) => requirement === 'cards')?.status;

describe('readiness on a day gone by', () => {
  it('is answered by the profile as it was then', async () => {
    await registered('2026-11-20');
    await registered('2026-11-22', { usesClientDataSystem: false });
    ground.clock.set('2026-11-23');
    expect(await readiness('2026-11-21')).toMatchObject({ knownAs: 'then', status: 'overdue' });
    expect(await readiness('2026-11-22')).toMatchObject({ knownAs: 'then', status: 'unknown' });
    expect(await readiness()).toMatchObject({ knownAs: 'now', status: 'unknown' });
  });

  it('knows nothing that was stated later about it, but all that came in on that day', async () => {
    await registered('2026-11-20');
    await assessed('2026-11-22', '2026-11-20', 'done');
    ground.clock.set('2026-11-23');
    expect(cardsOf(await readiness('2026-11-21'))).toBe('unknown');
    expect(cardsOf(await readiness('2026-11-22'))).toBe('ready');
  });

  it('knows no waiver that was approved later', async () => {
    await registered('2026-11-20');
    ground.clock.set('2026-11-22');
    const waiver = aWaiver(ground);
    await ground.organisations.appendWaiver({ businessId, waiver, now: ground.clock.now() });
    ground.clock.set('2026-11-23');
    expect(cardsOf(await readiness('2026-11-21'))).toBe('unknown');
    expect(cardsOf(await readiness('2026-11-22'))).toBe('waived');
  });

  it.each([
    ['2026-11-19', 'now', 'before its registration nothing was known'],
    ['2026-11-20', 'then', 'on the day of its registration its profile was known'],
    ['2026-11-22', 'then', 'yesterday is gone by'],
    ['2026-11-23', 'now', 'today is not over'],
    ['2026-11-24', 'now', 'tomorrow is still to come'],
  ])('%s is known as %s: %s', async (on, knownAs) => {
    await registered('2026-11-20');
    ground.clock.set('2026-11-23');
    expect((await readiness(on)).knownAs).toBe(knownAs);
  });
});

describe('what the nights recorded', () => {
  it('stands beside the answer for a day gone by, and is found again from its facts', async () => {
    await registered('2026-11-20');
    await nightOver(ground).run('2026-11-21');
    await assessed('2026-11-22', '2026-11-20', 'done');
    ground.clock.set('2026-11-23');
    const recorded = {
      on: '2026-11-21',
      at: '2026-11-21T00:30:00.000Z',
      status: 'overdue',
      catalogueHash,
      sameCatalogue: true,
      agrees: true,
      sameFacts: true,
    };
    expect((await readiness('2026-11-20')).recorded).toBeNull();
    expect((await readiness('2026-11-21')).recorded).toEqual(recorded);
    // On the 22nd an assessment came in after that night: the answer rests on more.
    expect((await readiness('2026-11-22')).recorded).toEqual({ ...recorded, sameFacts: false });
    expect(await readiness()).not.toHaveProperty('recorded');
  });

  it('by another catalogue is said to be so, and agrees only where the law says the same', async () => {
    const before307: Catalogue = {
      obligations: catalogue.obligations.filter(({ givenBy }) => givenBy !== '307/2024'),
      milestones: catalogue.milestones.filter(({ givenBy }) => givenBy !== '307/2024'),
    };
    const old: Ground = { ...ground, catalogue: before307 };
    await registered('2026-11-20');
    await nightOver(old).run('2026-11-21');
    ground.clock.set('2026-11-23');
    expect((await readiness('2026-11-21')).recorded).toMatchObject({
      catalogueHash: catalogueHashOf(before307),
      sameCatalogue: false,
      agrees: false,
    });
  });

  it('that its facts do not give does not agree', async () => {
    await registered('2026-11-20');
    await nightOver(ground).run('2026-11-21');
    const [evaluation] = (await ground.organisations.read(businessId)).evaluations;
    if (evaluation === undefined) throw new Error('the night recorded what it found');
    await ground.organisations.appendEvaluation({
      businessId,
      evaluation: {
        on: day('2026-11-22'),
        verdict: { ...evaluation.verdict, status: 'ready' },
        catalogueHash,
        basedOn: 1,
      },
      now: ground.clock.now(),
    });
    ground.clock.set('2026-11-23');
    expect((await readiness('2026-11-21')).recorded).toMatchObject({ agrees: true });
    expect((await readiness('2026-11-22')).recorded).toMatchObject({ agrees: false });
  });
});

describe('a night', () => {
  const cardsOn = async () =>
    (await ground.organisations.read(businessId)).evaluations.map(({ on, verdict }) => [
      on,
      verdict.requirements['cards'],
    ]);

  it('sees a waiver, and comes back on the day after its last', async () => {
    await registered('2026-11-20');
    await nightOver(ground).run('2026-11-20');
    ground.clock.set('2026-11-21');
    const waiver = aWaiver(ground, { until: day('2026-11-22') });
    await ground.organisations.appendWaiver({ businessId, waiver, now: ground.clock.now() });
    for (const night of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      await nightOver(ground).run(night);
    }
    expect(await cardsOn()).toEqual([
      ['2026-11-20', 'unknown'],
      ['2026-11-21', 'waived'],
      ['2026-11-23', 'unknown'],
    ]);
  });

  it('says in its mail until when an evidence that ended is waived', async () => {
    await peopleOf(ground).appoint('aino');
    await registered('2026-11-20');
    const cards = { state: 'done', validUntil: '2026-11-21' };
    await peopleOf(ground).assess(businessId, '2026-11-20', { cards });
    const waiver = aWaiver(ground, { until: day('2026-12-24') });
    await ground.organisations.appendWaiver({ businessId, waiver, now: ground.clock.now() });
    await nightOver(ground).run('2026-11-22');
    const [mail] = await mailsOf(ground);
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('poikkeus, joka on voimassa 24.12.2026 asti');
  });

  it('that finds nothing otherwise records nothing', async () => {
    await registered('2026-11-20');
    await nightOver(ground).run('2026-11-20');
    const { result } = await nightOver(ground).run('2026-11-24');
    expect(result).toMatchObject({ evaluated: 1, changed: 0 });
    expect(await cardsOn()).toEqual([['2026-11-20', 'unknown']]);
  });

  it('run again adds nothing to what it recorded', async () => {
    await registered('2026-11-20');
    await nightOver(ground).run('2026-11-20');
    await nightOver(ground).run('2026-11-20');
    expect(await cardsOn()).toHaveLength(1);
  });

  it('left after it recorded and before it was done records nothing twice, and still counts the change', async () => {
    await registered('2026-11-20');
    const down: Ground = {
      ...ground,
      organisations: {
        ...ground.organisations,
        saveState: async () => {
          throw new StorageUnavailable(new Error('goes down'));
        },
      },
    };
    await nightOver(down).run('2026-11-20');
    expect(await cardsOn()).toHaveLength(1);
    const { result } = await nightOver(ground).run('2026-11-20');
    expect(result).toMatchObject({ evaluated: 1, changed: 1 });
    expect(await cardsOn()).toHaveLength(1);
  });
});

describe('the history of an organisation’s readiness', () => {
  const history = async (call: Call = own) => callOf(getReadinessHistory(ground))(call);

  it('has the days on which something changed, in the words of the caller', async () => {
    await registered('2026-11-20');
    await nightOver(ground).run('2026-11-21');
    await assessed('2026-11-22', '2026-11-20', 'done');
    await nightOver(ground).run('2026-11-23');
    await nightOver(ground).run('2026-11-24');
    const { status, body } = await history({ ...own, headers: { 'accept-language': 'en' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      businessId,
      days: [{ on: '2026-11-23' }, { on: '2026-11-21', status: 'overdue' }],
    });
    const [second, first] = body.days;
    expect(second).toEqual({
      on: '2026-11-23',
      at: '2026-11-23T00:30:00.000Z',
      status: 'overdue',
      statusText: expect.any(String),
      changes: [
        {
          kind: 'requirement',
          id: 'cards',
          name: expect.stringMatching(/card/i),
          from: 'unknown',
          to: 'ready',
        },
      ],
      catalogueHash,
    });
    expect(first.changes).toContainEqual({
      kind: 'deadline',
      id: 'store-documents/older-people',
      name: expect.stringMatching(/: .*older/i),
      from: null,
      to: 'overdue',
    });
    expect(first.changes[0]).toEqual({ kind: 'status', from: null, to: 'overdue' });
  });

  it('is empty before the first night', async () => {
    await registered('2026-11-20');
    expect((await history()).body).toEqual({ businessId, days: [] });
  });

  it('is found by those in whose scope the organisation is', async () => {
    await registered('2026-11-20');
    const as = async (claims: Call['claims']) =>
      (await history({ ...own, ...(claims && { claims }) })).status;
    expect(await as(supervisor('etela-pohjanmaa'))).toBe(200);
    expect(await as(supervisor('lappi'))).toBe(404);
    expect(await as(provider('1234567-1'))).toBe(404);
  });
});

/** What can happen to an organisation between two days. */
const anyEvent = fc.oneof(
  anyOrganisation.map((organisation) => ({ kind: 'profile' as const, organisation })),
  anyAssessments.map((assessments) => ({ kind: 'assessments' as const, assessments })),
  fc
    .constantFrom(...requirementIds)
    .map((requirement) => ({ kind: 'waiver' as const, requirement })),
  fc.constant({ kind: 'night' as const }),
);
type Event = typeof anyEvent extends fc.Arbitrary<infer One> ? One : never;
const anyEvents = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), anyEvent), { maxLength: 6 });

const beginning = day('2026-06-01');

/** An organisation registered on the first day, to which then happens what is told, day after day. */
const living = () => {
  const over = aGround();
  const { organisations, clock } = over;
  let today = beginning;
  let nth = 0;
  const happen = async (event: Event) => {
    const now = clock.now();
    switch (event.kind) {
      case 'profile': {
        const { businessId: _, ...content } = event.organisation;
        const replaces = (await organisations.read(businessId)).profile?.version ?? 0;
        return organisations.saveProfile({ businessId, content, replaces, now });
      }
      case 'assessments':
        for (const assessment of event.assessments) {
          nth += 1;
          const assessmentId = `assessment ${nth}`;
          const named = { ...assessment, assessmentId };
          await organisations.appendAssessment({ businessId, assessment: named, now });
        }
        return;
      case 'waiver': {
        const until = addDays(today, 30);
        const waiver = aWaiver(over, { requirement: event.requirement, from: today, until });
        return organisations.appendWaiver({ businessId, waiver, now });
      }
      case 'night': {
        const shard = { date: today, shard: shardOf(businessId) };
        return nightOver(over).evaluateShard(shard, { getRemainingTimeInMillis: () => 300_000 });
      }
    }
  };
  const pass = (days: number): Day => {
    today = addDays(today, days);
    clock.set(today);
    return today;
  };
  pass(0);
  return {
    over,
    pass,
    happen,
    live: async (events: readonly (readonly [number, Event])[]) => {
      for (const [days, event] of events) {
        pass(days);
        await happen(event);
      }
    },
  };
};

describe('whatever happens', () => {
  it('the answer for a day gone by stays as it is, whatever is stated later', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrganisation, anyEvents, anyEvents, async (first, before, after) => {
        const { over, pass, happen, live } = living();
        await happen({ kind: 'profile', organisation: first });
        await live(before);
        const asked = pass(0);
        pass(1);
        const answer = () => readinessOver(over)(asked);
        const told = await answer();
        expect(told.knownAs).toBe('then');
        await live(after);
        expect(await answer()).toEqual(told);
      }),
      { numRuns: 60 },
    );
  });

  it('every evaluation that a night recorded is found again from the facts it was based on', async () => {
    let recorded = 0;
    await fc.assert(
      fc.asyncProperty(anyOrganisation, anyEvents, async (first, events) => {
        const { over, happen, live } = living();
        await happen({ kind: 'profile', organisation: first });
        await live(events.flatMap((event) => [event, [1, { kind: 'night' }] as const]));
        const history = await over.organisations.read(businessId);
        for (const evaluation of history.evaluations) {
          recorded += 1;
          expect(isFoundAgain(history, evaluation, catalogue)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    expect(recorded).toBeGreaterThan(20);
  });
});
