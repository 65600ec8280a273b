import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';

const [first] = businessIds(1) as [BusinessId];

/** Joining fell due on 1.9.2026: rungs on 22.11. (the eighth week, late), 24.11., 22.12., 19.1.2027. */
const night = '2026-11-22';

let ground: Ground;
beforeEach(async () => {
  ground = aGround();
  await people().appoint('aino');
  await people().register(first, { name: 'Esimerkkihoiva Oy' });
});
const people = () => peopleOf(ground);
const run = async (date: string) => (await nightOver(ground).run(date)).result;
const state = async () => (await ground.organisations.read(first)).state;
const raisedOn = async (date: string) =>
  (await ground.organisations.read(first)).raisedOn[day(date)] ?? [];

/** Asks for quiet about all that stands, as a person would after the mail of a night. */
const acknowledgeAll = async (until: Day) => {
  const { raised = {} } = (await state()) ?? {};
  for (const [subject, { due }] of Object.entries(raised)) {
    const [kind, id] = subject.split(':') as ['deadline', string];
    await people().acknowledge(first, { subjects: [{ kind, id }], due, until });
  }
};

describe('a night while quiet was asked for', () => {
  it('raises and mails nothing, and the day after raises the most urgent rung once', async () => {
    await run(night);
    await acknowledgeAll(day('2026-12-25'));
    expect(await run('2026-11-23')).toMatchObject({ due: 1, evaluated: 1, warnings: 0 });
    expect(await run('2026-11-24')).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    expect(await run('2026-12-22')).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    expect((await state())?.dueOn).toBe('2026-12-26');
    expect(await run('2026-12-25')).toMatchObject({ due: 0, warnings: 0 });
    const { warnings, mails } = await run('2026-12-26');
    expect(warnings).toBeGreaterThan(0);
    // A Saturday: the mail goes on Monday.
    expect(mails).toMatchObject({ sent: 0, quiet: 1 });
    expect((await run('2026-12-28')).mails).toMatchObject({ sent: 1, quiet: 0 });
    const joining = (await raisedOn('2026-12-26')).filter(({ id }) => id === 'join');
    expect(joining).toEqual([{ kind: 'deadline', id: 'join', due: '2026-09-01', rung: 112 }]);
    expect(await run('2026-12-29')).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    expect(await mailsOf(ground)).toHaveLength(2);
  });

  it('tells what nobody asked to be quiet about', async () => {
    await run(night);
    await people().acknowledge(first, { until: day('2026-12-25') });
    const { warnings, mails } = await run('2026-11-24');
    expect(warnings).toBeGreaterThan(0);
    expect(mails.sent).toBe(1);
    expect((await raisedOn('2026-11-24')).map(({ id }) => id)).not.toContain('join');
  });

  it('is as any other where the provider asked, whom it does not concern who is warned', async () => {
    await run(night);
    await people().acknowledge(first, { side: 'provider', until: day('2026-12-25') });
    await run('2026-11-24');
    expect((await raisedOn('2026-11-24')).map(({ id }) => id)).toContain('join');
  });

  it('run again finds the same, though quiet was asked for in between', async () => {
    const once = await run(night);
    await acknowledgeAll(day('2026-12-25'));
    expect(await run(night)).toEqual(once);
    expect(await mailsOf(ground)).toHaveLength(1);
  });

  it('tells that it is in order, when it is', async () => {
    await run(night);
    await acknowledgeAll(day('2026-12-25'));
    await people().register(first, { name: 'Esimerkkihoiva Oy', joinedOn: '2026-11-22' });
    await run('2026-11-23');
    const [, mail] = await mailsOf(ground);
    expect(mail?.text).toContain('Korjattu edellisen viestin jälkeen');
  });

  it('changes neither status nor log nor lists', async () => {
    await run(night);
    const before = await ground.organisations.read(first);
    await acknowledgeAll(day('2026-12-25'));
    expect((await run('2026-11-23')).changed).toBe(0);
    const after = await ground.organisations.read(first);
    expect(after.state?.verdict).toEqual(before.state?.verdict);
    expect(after.state?.listed).toEqual(before.state?.listed);
    expect(after.evaluations).toEqual(before.evaluations);
  });
});

describe('what was raised and had not gone out when quiet was asked for', () => {
  const raisedAndNotSent = async () => {
    ground.settings.on = false;
    await run(night);
    ground.settings.on = true;
  };

  it('waits until the quiet ends, and goes out then', async () => {
    await raisedAndNotSent();
    await acknowledgeAll(day('2026-11-23'));
    expect((await run('2026-11-23')).mails.sent).toBe(0);
    const { 'deadline:join': waiting } = (await ground.outbox.waiting('aino', first)).warnings;
    expect(waiting).toEqual({ due: '2026-09-01', rung: 56 });
    expect((await run('2026-11-24')).mails.sent).toBe(1);
    const [mail, ...others] = await mailsOf(ground);
    expect(others).toEqual([]);
    expect(mail?.text).toContain('Esimerkkihoiva Oy');
    expect((await run('2026-11-25')).mails.sent).toBe(0);
  });

  it('does not hold up the rest of the mail', async () => {
    await raisedAndNotSent();
    await people().acknowledge(first, { until: day('2026-11-23') });
    expect((await run('2026-11-23')).mails.sent).toBe(1);
    const { warnings } = await ground.outbox.waiting('aino', first);
    expect(Object.keys(warnings)).toEqual(['deadline:join']);
  });

  it('does not go out where quiet was asked for between its evaluation and its mail', async () => {
    const { openNight, evaluateShard, sendDigest } = nightOver(ground);
    const { date, shards } = await openNight({ scheduledTime: `${night}T00:30:00Z` });
    for (const shard of shards) {
      await evaluateShard({ date, shard }, { getRemainingTimeInMillis: () => 300_000 });
    }
    const { warnings } = await ground.outbox.waiting('aino', first);
    expect(Object.keys(warnings)).toContain('deadline:join');
    await acknowledgeAll(day('2026-12-25'));
    expect(await sendDigest({ date, recipient: 'aino' })).toMatchObject({ outcome: 'nothing' });
  });

  it('is dropped where it was put in order meanwhile', async () => {
    await raisedAndNotSent();
    await acknowledgeAll(day('2026-11-23'));
    await people().register(first, { usesClientDataSystem: false });
    await run('2026-11-23');
    await run('2026-11-24');
    expect(await mailsOf(ground)).toEqual([]);
  });
});
