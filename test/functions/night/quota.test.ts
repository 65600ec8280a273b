import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import type { County } from '../../../domain/statute/counties.ts';
import type { SendingQuota } from '../../../functions/adapters/sending-quota.ts';
import { createHandler as listRecipients } from '../../../functions/night/list-recipients/handler.ts';
import { createHandler as sendDigest } from '../../../functions/night/send-digest/handler.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';

const ids = businessIds(3) as [BusinessId, BusinessId, BusinessId];
const counties = ['kainuu', 'lappi', 'satakunta'] as const satisfies readonly County[];
/** Joining was due on 1.9.2026. */
const night = '2026-11-24';

let ground: Ground;
let quota: SendingQuota | undefined;
beforeEach(async () => {
  ground = aGround();
  quota = undefined;
});
const limited = () => ({ ...ground, quota: async () => quota });
const run = async (date: string) => nightOver(limited()).run(date);
const heard = async () => (await mailsOf(ground)).map(({ to }) => to.split('@')[0]);

/** Three supervisors, each with an organisation: what is due last was there first. */
const furnish = async () => {
  const [first, second, third] = ids;
  const [kainuu, lappi, satakunta] = counties;
  await peopleOf(ground).appoint('aino', { counties: [kainuu] });
  await peopleOf(ground).appoint('brita', { counties: [lappi] });
  await peopleOf(ground).appoint('carl', { counties: [satakunta] });
  await peopleOf(ground).register(first, { counties: [kainuu], operatingSince: '2026-11-02' });
  await peopleOf(ground).register(second, { counties: [lappi] });
  await peopleOf(ground).register(third, { counties: [satakunta], operatingSince: '2026-11-02' });
};

describe('a day on which SES takes fewer mails than there are', () => {
  it('mails the worst first, carries the others over, and says so', async () => {
    await furnish();
    quota = { left: 1, perSecond: 14 };
    const { status, result } = await run(night);
    expect(result.mails).toMatchObject({ sent: 1, carriedOver: 2 });
    expect(status).toBe('partial');
    expect(await heard()).toEqual(['brita']);
  });

  it('loses nothing: they are mailed the next night, once', async () => {
    await furnish();
    quota = { left: 1, perSecond: 14 };
    await run(night);
    quota = { left: 2, perSecond: 14 };
    const next = await run('2026-11-25');
    expect(next.result.mails).toMatchObject({ sent: 2, carriedOver: 0 });
    expect(next.status).toBe('closed');
    await run('2026-11-26');
    expect((await heard()).toSorted()).toEqual(['aino', 'brita', 'carl']);
  });

  it('mails nobody where SES takes none, and does not call it well', async () => {
    await furnish();
    quota = { left: 0, perSecond: 14 };
    const { status, result } = await run(night);
    expect(status).toBe('partial');
    expect(result.mails).toMatchObject({ sent: 0, carriedOver: 3 });
  });

  it('mails all where SES takes so many, or does not say', async () => {
    await furnish();
    const { result } = await run(night);
    expect(result.mails).toMatchObject({ sent: 3, carriedOver: 0 });
  });
});

describe('a rate', () => {
  const paceAt = async (perSecond: number) => {
    await furnish();
    await run(night);
    quota = { left: 50, perSecond };
    await ground.outbox.begin({ recipient: 'aino', date: day('2026-11-25') });
    const listed = await listRecipients(limited())({ date: '2026-11-25' });
    return listed.pace;
  };

  it.each([
    [1, 5_000],
    [14, 358],
    [Number.POSITIVE_INFINITY, 0],
  ])('of %s mails a second lets each of five runs take %i milliseconds', async (rate, pace) => {
    expect(await paceAt(rate)).toBe(pace);
  });

  it('is kept by a run that sends, and by no other', async () => {
    await furnish();
    ground.settings.on = false;
    await run(night);
    const waited: number[] = [];
    const send = sendDigest({
      ...ground,
      pause: async (milliseconds) => void waited.push(milliseconds),
      mailFrom: 'kanta@example.fi',
      operatorEmail: 'yllapito@example.fi',
      publicUrl: 'https://kanta.example.fi',
    });
    await send({ date: night, recipient: 'brita', pace: 900 });
    expect(waited).toEqual([]);
    ground.settings.on = true;
    await send({ date: night, recipient: 'brita', pace: 900 });
    expect(waited).toEqual([900]);
  });
});
