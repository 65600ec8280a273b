import { beforeEach, describe, expect, it } from 'vitest';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';

const [first, second] = businessIds(2) as [BusinessId, BusinessId];

/** Joining falls due on Tuesday, 1.9.2026; 60 days before it is Friday, 3.7., 30 days Sunday, 2.8. */
const friday = '2026-07-03';
const sunday = '2026-08-02';
const monday = '2026-08-03';

let ground: Ground;
beforeEach(async () => {
  ground = aGround();
  ground.clock.set(friday);
  await people().appoint('aino');
});
const people = () => peopleOf(ground);
const run = async (date: string) => (await nightOver(ground).run(date)).result;
const mailCount = async () => (await mailsOf(ground)).length;

describe('a night of a day off', () => {
  it('keeps what has only come nearer for the next working day, under the same rung', async () => {
    await people().register(first);
    await run(friday);
    const before = await mailCount();
    expect(await run(sunday)).toMatchObject({ mails: { sent: 0, quiet: 1, held: 0 } });
    expect(await mailCount()).toBe(before);
    const { warnings, mails } = await run(monday);
    expect(warnings).toBe(0);
    expect(mails).toMatchObject({ sent: 1, quiet: 0 });
    const [mail] = (await mailsOf(ground)).slice(before);
    expect(mail?.text).toMatch(/29 /);
    expect(await run('2026-08-04')).toMatchObject({ mails: { sent: 0, quiet: 0 } });
  });

  it('is as quiet when it runs again', async () => {
    await people().register(first);
    await run(friday);
    const once = await run(sunday);
    expect(await run(sunday)).toEqual(once);
  });

  it('mails what turned red, with all else that waits', async () => {
    await people().register(first, { name: 'Alfa Oy' });
    await run(friday);
    await people().register(second, { name: 'Beeta Oy', joinedOn: null });
    await people().assess(second, friday, { 'security-plan': { state: 'done' } });
    // Joining was due on a Tuesday; by Saturday, 5.9. it was told to nobody yet.
    const { mails } = await run('2026-09-05');
    expect(mails).toMatchObject({ sent: 1, quiet: 0 });
    const sent = await mailsOf(ground);
    expect(sent.at(-1)?.text).toContain('Alfa Oy');
    expect(sent.at(-1)?.text).toContain('Beeta Oy');
  });

  it('mails a first evaluation that finds something red', async () => {
    await run(friday);
    ground.clock.set('2026-09-04');
    await people().register(first);
    expect(await run('2026-09-06')).toMatchObject({ mails: { sent: 1, quiet: 0 } });
  });

  it('keeps a further rung of what was told to be red', async () => {
    await people().register(first);
    await run('2026-09-01');
    const before = await mailCount();
    // The 28 days after it are over on Tuesday, 29.9.; the next rung, on 27.10., is a Tuesday too.
    expect(await run('2026-10-31')).toMatchObject({ mails: { sent: 0, quiet: 1 } });
    expect(await run('2026-11-02')).toMatchObject({ mails: { sent: 1, quiet: 0 } });
    expect(await mailCount()).toBe(before + 1);
  });

  it('is any day that is no working day, in the week too', async () => {
    await people().register(first);
    await run('2026-11-24');
    // Christmas Eve is a Thursday; rungs come on 22.12.
    expect(await run('2026-12-24')).toMatchObject({ mails: { sent: 0, quiet: 1 } });
    expect(await run('2026-12-25')).toMatchObject({ mails: { sent: 0, quiet: 1 } });
    expect(await run('2026-12-28')).toMatchObject({ mails: { sent: 1, quiet: 0 } });
  });
});
