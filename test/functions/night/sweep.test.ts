import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';

const ids = businessIds(3) as [BusinessId, BusinessId, BusinessId];
const [first, second] = ids;

let ground: Ground;
beforeEach(async () => {
  ground = aGround();
  await peopleOf(ground).appoint('aino');
  for (const id of ids) await peopleOf(ground).register(id);
});
const run = async (date: string) => (await nightOver(ground).run(date)).result;
const stateOf = async (id: BusinessId) => {
  const { state } = await ground.organisations.read(id);
  if (state === undefined) throw new Error('it has no state');
  return state;
};

/** As a night would leave it that took another day for the next change. */
const forget = async (id: BusinessId, state: Partial<Awaited<ReturnType<typeof stateOf>>>) => {
  const { version, awaitsFacts: _, ...known } = await stateOf(id);
  await ground.organisations.saveState({
    businessId: id,
    state: { ...known, ...state },
    replaces: version,
  });
};

describe('the weekly sweep', () => {
  it('comes with the first night, and a week after the last', async () => {
    const { openNight } = nightOver(ground);
    const sweepOn = async (date: string) =>
      (await openNight({ scheduledTime: `${date}T00:30:00Z` })).sweep;
    await run('2026-11-22');
    expect(await sweepOn('2026-11-23')).toBe(false);
    expect(await sweepOn('2026-11-28')).toBe(false);
    expect(await sweepOn('2026-11-29')).toBe(true);
    expect(await sweepOn('2026-12-03')).toBe(true);
    expect(await sweepOn('2026-11-01')).toBe(false);
  });

  it('looks at all, and writes nothing where nothing differs', async () => {
    await run('2026-11-22');
    await run('2026-11-24');
    const before = await Promise.all(ids.map(stateOf));
    expect(await run('2026-11-29')).toMatchObject({
      due: 0,
      evaluated: 0,
      changed: 0,
      swept: 3,
      differing: 0,
    });
    expect(await Promise.all(ids.map(stateOf))).toEqual(before);
    expect(await run('2026-11-30')).toMatchObject({ swept: 0 });
  });

  it('finds what the index forgot, puts it right, and warns as it should have been warned', async () => {
    await run('2026-11-22');
    await forget(first, { dueOn: day('2027-12-24') });
    await run('2026-11-24');
    const mails = (await mailsOf(ground)).length;
    const { due, evaluated, swept, differing, warnings } = await run('2026-11-29');
    expect({ due, evaluated, swept, differing }).toEqual({
      due: 0,
      evaluated: 1,
      swept: 3,
      differing: 1,
    });
    expect(warnings).toBeGreaterThan(0);
    // A Sunday, and it has been red for long: the mail goes on Monday.
    expect(await mailsOf(ground)).toHaveLength(mails);
    await run('2026-11-30');
    expect(await mailsOf(ground)).toHaveLength(mails + 1);
    expect((await stateOf(first)).dueOn).toBe((await stateOf(second)).dueOn);
    expect(await run('2026-12-06')).toMatchObject({ swept: 3, differing: 0 });
  });

  it('finds a day that is too late before it does harm', async () => {
    await run('2026-11-22');
    await run('2026-11-24');
    const { dueOn } = await stateOf(first);
    await forget(first, { dueOn: null });
    expect(await run('2026-11-29')).toMatchObject({ differing: 1, changed: 0, warnings: 0 });
    expect((await stateOf(first)).dueOn).toBe(dueOn);
  });

  it('done again on the same night counts the same', async () => {
    await run('2026-11-22');
    await run('2026-11-24');
    await forget(first, { dueOn: null });
    const once = await run('2026-11-29');
    expect(await run('2026-11-29')).toEqual(once);
    const { openNight, evaluateShard } = nightOver(ground);
    const night = await openNight({ scheduledTime: '2026-11-29T00:30:00Z' });
    for (const shard of night.shards) {
      await evaluateShard(
        { ...night, sweep: true, shard },
        { getRemainingTimeInMillis: () => 300_000 },
      );
    }
    expect(await run('2026-11-29')).toEqual(once);
  });
});

describe('an organisation that was set aside while all were looked at', () => {
  it('is due the next night, and keeps nobody else from their rest', async () => {
    await run('2026-11-22');
    await run('2026-11-24');
    const read = async (id: BusinessId) => {
      if (id === first) throw new TypeError('its row makes no sense');
      return ground.organisations.read(id);
    };
    const broken = nightOver({ ...ground, organisations: { ...ground.organisations, read } });
    const { setAside, swept } = (await broken.run('2026-11-29')).result;
    expect(setAside.map(({ businessId }) => businessId)).toEqual([first]);
    expect(swept).toBe(2);
    const { result } = await broken.run('2026-11-30');
    expect(result).toMatchObject({ due: 1, evaluated: 0, swept: 0 });
    expect(await run('2026-12-01')).toMatchObject({ due: 1, evaluated: 1, setAside: [] });
  });
});
