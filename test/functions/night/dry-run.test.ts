import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';

const ids = businessIds(60);
const [first] = ids as [BusinessId];
const night = '2026-11-22';

let ground: Ground;
beforeEach(async () => {
  ground = aGround();
  await peopleOf(ground).appoint('aino');
  for (const id of ids) await peopleOf(ground).register(id);
});
const states = () => Promise.all(ids.map((id) => ground.organisations.read(id)));
const told = async (run: ReturnType<typeof nightOver>, date: string) =>
  (await run.dryRun(date)).result;

describe('a dry run of a night', () => {
  it('tells what the night then does, and changes nothing', async () => {
    const before = await states();
    const { wouldTell, ...would } = await told(nightOver(ground), night);
    expect(await states()).toEqual(before);
    expect(await mailsOf(ground)).toEqual([]);
    expect(await ground.nights.first()).toBeUndefined();
    expect(await ground.outbox.allWaiting('aino')).toEqual([]);
    expect(wouldTell).toBe(1);
    const { due, evaluated, changed, warnings, unaddressed, setAside } = (
      await nightOver(ground).run(night)
    ).result;
    expect(due).toBe(60);
    expect(would).toMatchObject({ due, evaluated, changed, warnings, unaddressed, setAside });
    expect(await told(nightOver(ground), '2026-11-23')).toMatchObject({ due: 0, wouldTell: 0 });
  });

  it('goes on where its function left it, as often as that takes', async () => {
    const hurried = nightOver(ground, { getRemainingTimeInMillis: () => 0 });
    expect(await told(hurried, night)).toEqual(await told(nightOver(ground), night));
  });

  it('names whom it could not evaluate, and goes on', async () => {
    const read = async (id: BusinessId) => {
      if (id === first) throw new TypeError('its row makes no sense');
      return ground.organisations.read(id);
    };
    const broken = nightOver({ ...ground, organisations: { ...ground.organisations, read } });
    expect(await told(broken, night)).toMatchObject({
      due: 60,
      evaluated: 59,
      setAside: [{ businessId: first, error: 'TypeError: its row makes no sense' }],
    });
    expect((await ground.nights.allSetAside(day(night))).length).toBe(0);
  });

  it('of a night with a sweep counts what it would look at', async () => {
    await nightOver(ground).run(night);
    await nightOver(ground).run('2026-11-24');
    const { swept, differing, evaluated } = await told(nightOver(ground), '2026-11-29');
    expect({ swept, differing, evaluated }).toEqual({ swept: 60, differing: 0, evaluated: 0 });
    expect(await ground.nights.sweptOn()).toBe(night);
  });
});
