import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessId } from '../../../domain/identifiers.ts';
import type { Delivery } from '../../../functions/adapters/deliveries.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import type { Webhook } from '../../../functions/adapters/webhooks.ts';
import { webhookEvents } from '../../../functions/api/contract/webhook-events.ts';
import { aGround, type Ground, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';

const [first, second] = businessIds(2) as [BusinessId, BusinessId];

let ground: Ground;
beforeEach(() => {
  ground = aGround();
});
const run = (date: string) => nightOver(ground).run(date);
const { stringify } = JSON;

const listens = (id: string, fields: Partial<Webhook> = {}, over = ground) =>
  over.webhooks.create({
    id,
    content: {
      url: `https://${id}.example.fi/`,
      events: ['status-changed', 'warning-raised'],
      language: 'en',
      active: true,
      ...fields,
    },
    key: id,
    secrets: [{ value: 'whsec_one', until: null }],
  });
const toldTo = async (id: string, over = ground): Promise<readonly Delivery[]> => {
  const newest = await over.deliveries.page({ webhook: id, before: null, limit: 100 });
  return [...newest].reverse();
};
// biome-ignore lint/suspicious/noExplicitAny: a test reads the event it expects
const eventsTo = async (id: string, type: string): Promise<any[]> =>
  (await toldTo(id)).filter((one) => one.type === type).map(({ payload }) => JSON.parse(payload));

const night = '2026-11-22';
const nextNight = '2026-11-23';
const nightOfNextRung = '2026-11-24';

describe('A night tells a webhook', () => {
  beforeEach(async () => {
    await listens('county');
    await peopleOf(ground).register(first, { name: 'Esimerkkihoiva Oy' });
  });

  it('of a status that it recorded for the first time, with reasons and citations', async () => {
    await run(night);
    const [event, ...others] = await eventsTo('county', 'status-changed');
    expect(others).toEqual([]);
    expect(event.data).toMatchObject({
      businessId: first,
      previousStatus: null,
      status: 'overdue',
      on: night,
      because: expect.stringContaining('has passed'),
      requirements: [],
    });
    const joining = event.data.deadlines.find(({ id }: { id: string }) => id === 'join');
    expect(joining).toMatchObject({
      due: '2026-09-01',
      status: 'overdue',
      because: expect.stringContaining('must be joined by 1 September 2026'),
      basis: expect.arrayContaining([
        { act: '703/2023', section: '102', subsection: 5, amendedBy: '307/2024' },
      ]),
      citation: expect.stringContaining('section 102(5)'),
    });
  });

  it('of the warnings that it raised, once with all of them', async () => {
    const { result } = await run(night);
    const [event, ...others] = await eventsTo('county', 'warning-raised');
    expect(others).toEqual([]);
    expect(event.data).toMatchObject({ businessId: first, on: night, status: 'overdue', more: 0 });
    expect(event.data.warnings).toHaveLength(result.warnings);
    expect(event.data.warnings).toContainEqual(
      expect.objectContaining({
        kind: 'deadline',
        id: 'join',
        due: '2026-09-01',
        rung: 56,
        deadline: expect.objectContaining({ citation: expect.stringContaining('307/2024') }),
      }),
    );
  });

  it('nothing on a night that finds nothing new, and the next rung when it comes', async () => {
    await run(night);
    const before = await toldTo('county');
    await run(nextNight);
    expect(await toldTo('county')).toEqual(before);
    await run(nightOfNextRung);
    const after = await toldTo('county');
    expect(after.slice(before.length).map(({ type }) => type)).toEqual(['warning-raised']);
  });

  it('of a change by day after the night that follows it, from what to what', async () => {
    await run(night);
    await peopleOf(ground).register(first, {
      name: 'Esimerkkihoiva Oy',
      counties: ['ahvenanmaa'],
    });
    expect(await eventsTo('county', 'status-changed')).toHaveLength(1);
    await run(nextNight);
    const [, event] = await eventsTo('county', 'status-changed');
    expect(event.data).toMatchObject({
      previousStatus: 'overdue',
      status: expect.not.stringMatching('overdue'),
      on: nextNight,
    });
  });

  it('once, also where the night is run again', async () => {
    await run(night);
    const once = await toldTo('county');
    await run(night);
    expect(await toldTo('county')).toEqual(once);
    expect(once).toHaveLength(2);
  });

  it('as the contract says', async () => {
    await peopleOf(ground).assess(first, '2026-11-20', { cards: { state: 'not-started' } });
    await peopleOf(ground).register(second, { joinedOn: '2026-08-01', storingSince: {} });
    await run(night);
    await run('2027-03-15');
    const told = await toldTo('county');
    expect(told.length).toBeGreaterThan(3);
    for (const { type, payload } of told) {
      const { error } = webhookEvents[type].payload.safeParse(JSON.parse(payload));
      expect(error, payload).toBeUndefined();
    }
  });
});

describe('What is told', () => {
  it('holds no name, address or own words of anyone', async () => {
    await listens('county');
    await peopleOf(ground).register(first, {
      name: 'Salainen Hoiva Oy',
      contacts: [{ name: 'Liisa Salainen', email: 'liisa@salainen.fi' }],
      units: [{ oid: '1.2.246.10.12345671.10.1', name: 'Salaisen kotihoito' }],
    });
    await peopleOf(ground).assess(first, '2026-11-20', {
      cards: { state: 'not-applicable', reason: 'Salainen syy' },
      'certified-system': { state: 'done', evidence: 'Salainen järjestelmä' },
    });
    await ground.organisations.appendWaiver({
      businessId: first,
      waiver: {
        waiverId: 'w1',
        requirement: 'security-plan',
        reason: 'Salainen peruste',
        requestedBy: 'Matti Salainen',
        approvedBy: 'Salainen',
        from: '2026-11-20',
        until: '2026-12-20',
        approvedAt: '2026-11-20T10:00:00.000Z',
      } as never,
      now: ground.clock.now(),
    });
    for (const date of [night, '2026-12-06', '2026-12-13', '2026-12-20']) await run(date);
    const told = stringify(await toldTo('county'));
    // The waiver is warned of while it holds, and so its reason was there to be told.
    expect(told).toContain('\\"status\\":\\"waived\\"');
    expect(told).not.toMatch(/salai/i);
  });

  it.each([
    ['fi', 'ohitettu'],
    ['sv', 'löpt ut'],
    ['en', 'has passed'],
  ] as const)('is in the language of who is told: %s', async (language, words) => {
    await listens('county', { language });
    await peopleOf(ground).register(first);
    await run(night);
    const [event] = await eventsTo('county', 'status-changed');
    expect(event.data.because).toContain(words);
  });
});

describe('A webhook is told only', () => {
  it('what it asked for', async () => {
    await listens('changes', { events: ['status-changed'] });
    await listens('warnings', { events: ['warning-raised'] });
    await listens('silent', { active: false });
    await peopleOf(ground).register(first);
    await run(night);
    const types = async (id: string) => (await toldTo(id)).map(({ type }) => type);
    expect(await types('changes')).toEqual(['status-changed']);
    expect(await types('warnings')).toEqual(['warning-raised']);
    expect(await types('silent')).toEqual([]);
  });

  it('of organisations in its counties', async () => {
    await listens('lapland', { counties: ['lappi', 'kainuu'] });
    await listens('everywhere');
    await peopleOf(ground).register(first, { counties: ['lappi', 'pirkanmaa'] });
    await peopleOf(ground).register(second, { counties: ['pirkanmaa'] });
    await run(night);
    const about = async (id: string) =>
      [...new Set((await toldTo(id)).map(({ businessId }) => businessId))].sort();
    expect(await about('lapland')).toEqual([first]);
    expect(await about('everywhere')).toEqual([first, second].sort());
  });
});

describe('Without a webhook a night', () => {
  it('writes nothing for it, and reads once for each part of the night', async () => {
    await peopleOf(ground).register(first);
    await peopleOf(ground).register(second);
    let lists = 0;
    ground = {
      ...ground,
      webhooks: {
        ...ground.webhooks,
        list: async () => {
          lists += 1;
          return [];
        },
      },
      deliveries: {
        ...ground.deliveries,
        record: async () => {
          throw new Error('there is nobody to tell');
        },
      },
    };
    expect((await run(night)).result).toMatchObject({ evaluated: 2, setAside: [] });
    expect(lists).toBe(16);
  });
});

describe('A night that goes down', () => {
  /** The ground, on which everything goes down after so many writes of events and states. */
  const goingDown = (over: Ground, lastWrite: number): Ground => {
    let writes = 0;
    const brittle =
      <Given extends readonly unknown[], Result>(write: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        if (writes >= lastWrite) throw new StorageUnavailable(new Error('is down'));
        const result = await write(...given);
        writes += 1;
        if (writes >= lastWrite) throw new StorageUnavailable(new Error('goes down'));
        return result;
      };
    const { organisations, deliveries } = over;
    return {
      ...over,
      deliveries: { ...deliveries, record: brittle(deliveries.record) },
      organisations: {
        ...organisations,
        recordRaised: brittle(organisations.recordRaised),
        appendEvaluation: brittle(organisations.appendEvaluation),
        saveState: brittle(organisations.saveState),
      },
    };
  };
  const furnished = async () => {
    const over = aGround();
    await listens('county', {}, over);
    await listens('warnings', { events: ['warning-raised'] }, over);
    for (const id of [first, second]) await peopleOf(over).register(id);
    return over;
  };

  it('after any write tells each event once, when it is run again or the next night comes', async () => {
    const whole = await furnished();
    await nightOver(whole).run(night);
    const told = async (over: Ground) =>
      (await Promise.all(['county', 'warnings'].map((id) => toldTo(id, over))))
        .flat()
        .map(({ type, businessId }) => `${type} ${businessId}`)
        .sort();
    const expected = await told(whole);
    expect(expected).toHaveLength(6);
    let interrupted = 0;
    for (let write = 1; ; write += 1) {
      for (const again of [night, nextNight]) {
        const over = await furnished();
        const left = await nightOver(goingDown(over, write))
          .run(night)
          .catch(() => undefined);
        if (left?.status === 'closed') {
          expect(interrupted).toBeGreaterThan(10);
          return;
        }
        interrupted += 1;
        await nightOver(over).run(again);
        // The next night may tell anew, as its own, what one that broke off has told.
        expect([write, again, [...new Set(await told(over))]]).toEqual([
          write,
          again,
          [...new Set(expected)],
        ]);
        if (again === night) expect([write, await told(over)]).toEqual([write, expected]);
      }
    }
  });
});
