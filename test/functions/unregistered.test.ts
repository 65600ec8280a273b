import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, day } from '../../domain/day.ts';
import type { BusinessId } from '../../domain/identifiers.ts';
import type { County } from '../../domain/statute/counties.ts';
import { StorageUnavailable } from '../../functions/adapters/storage-errors.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../support/a-system.ts';
import { businessIds } from '../support/business-ids.ts';

const ids = businessIds(40);
const [first, second, third] = ids as [BusinessId, BusinessId, BusinessId];
const night = day('2026-11-22');
const nextNight = addDays(night, 1);
const fourWeeksLater = addDays(night, 28);

let ground: Ground;
beforeEach(() => {
  ground = aGround();
});
const run = (date: string, over: Ground = ground) => nightOver(over).run(date);
const people = () => peopleOf(ground);
const expecting = async (county: County, ...producers: readonly BusinessId[]) => {
  for (const businessId of producers) {
    const name = `Odotettu ${ids.indexOf(businessId) + 1} Oy`;
    await ground.expectedProducers.expect(county, { businessId, name, expectedSince: night });
  }
};

/** Each mail: to whom, and which expected producers it names. */
const told = async () =>
  (await mailsOf(ground)).map(({ to, text }) => [
    to.split('@')[0],
    ...(text.match(/Odotettu \d+ Oy/g) ?? []),
  ]);

describe('a county’s expected producers that have not registered', () => {
  it('are told to its supervisors as one matter on the first night, and to nobody else', async () => {
    await people().appoint('aino', { counties: ['kainuu', 'lappi'] });
    await people().appoint('brita', { counties: ['kainuu'] });
    await people().appoint('carl', { counties: ['lappi'] });
    await expecting('kainuu', first, second);
    const { status, result } = await run(night);
    expect(status).toBe('closed');
    expect(result.mails.sent).toBe(2);
    expect(await told()).toEqual([
      ['aino', 'Odotettu 1 Oy', 'Odotettu 2 Oy'],
      ['brita', 'Odotettu 1 Oy', 'Odotettu 2 Oy'],
    ]);
  });

  it('are not told again while the night repeats, on the nights after it, or on a past night', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', first);
    const once = await run(night);
    const twice = await run(night);
    expect(twice.result).toEqual(once.result);
    for (const date of [nextNight, addDays(night, 27), addDays(night, -1)]) await run(date);
    expect(await told()).toEqual([['aino', 'Odotettu 1 Oy']]);
  });

  it('are told again after four weeks, those alone who are still missing', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', first, second);
    await run(night);
    await people().register(first, { counties: ['kainuu'], joinedOn: night });
    await run(nextNight);
    await run(fourWeeksLater);
    await run(addDays(fourWeeksLater, 1));
    expect((await told()).filter(([, ...names]) => names.length > 0)).toEqual([
      ['aino', 'Odotettu 1 Oy', 'Odotettu 2 Oy'],
      ['aino', 'Odotettu 2 Oy'],
    ]);
  });

  it('that are listed later are told on the next night, alone', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', first);
    await run(night);
    await expecting('kainuu', first, second);
    await run(nextNight);
    expect(await told()).toEqual([
      ['aino', 'Odotettu 1 Oy'],
      ['aino', 'Odotettu 2 Oy'],
    ]);
  });

  it('are not told where they registered, or were taken from the list, before the night', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', first, second);
    await people().register(first, { counties: ['kainuu'], joinedOn: night });
    await ground.expectedProducers.remove('kainuu', second);
    await run(night);
    expect((await told()).flatMap(([, ...names]) => names)).toEqual([]);
  });

  it('are told where they are active in another county only', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', first);
    await people().register(first, { counties: ['lappi'], name: 'Muualla Oy' });
    await run(night);
    const [mail] = (await mailsOf(ground)).filter(({ to }) => to === 'aino@example.fi');
    expect(mail?.text).toContain('Odotettu 1 Oy');
    expect(mail?.text).not.toContain('Muualla Oy');
  });

  it('are checked again before the mail is written', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await people().appoint('brita', { counties: ['lappi'] });
    await expecting('kainuu', first, second);
    await expecting('lappi', third);
    const steps = nightOver(ground);
    const unregistered = await steps.findUnregistered({ date: night });
    expect(unregistered).toEqual({ recipients: ['aino', 'brita'], failed: false });
    await ground.expectedProducers.remove('kainuu', first);
    await ground.expectedProducers.remove('lappi', third);
    const sent = [];
    for (const recipient of unregistered.recipients) {
      sent.push(await steps.sendDigest({ date: night, recipient }));
    }
    expect(sent).toMatchObject([{ outcome: 'sent' }, { outcome: 'nothing' }]);
    expect(await told()).toEqual([['aino', 'Odotettu 2 Oy']]);
  });

  it('go to the operator where the county has no supervisor, and to her once it has', async () => {
    await expecting('kainuu', first);
    await run(night);
    await run(nextNight);
    await people().appoint('aino', { counties: ['kainuu'] });
    await run(addDays(night, 2));
    await run(fourWeeksLater);
    expect((await told()).map(([to]) => to)).toEqual(['ylläpito', 'aino']);
  });

  it('stand in the one digest of a supervisor, beside her warnings', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await people().register(third, { counties: ['kainuu'], name: 'Esimerkkihoiva Oy' });
    await expecting('kainuu', first);
    expect((await run(night)).result.mails.sent).toBe(1);
    const [mail] = await mailsOf(ground);
    expect(mail?.text).toContain('Esimerkkihoiva Oy');
    expect(mail?.text).toContain('Odotettu 1 Oy');
  });

  it('beyond those named are counted, and told as much as the others', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', ...ids);
    await run(night);
    const [mail] = await mailsOf(ground);
    expect(mail?.text).toContain('Lisäksi 15 palveluntuottajaa.');
    await run(nextNight);
    expect(await mailsOf(ground)).toHaveLength(1);
  });

  it('wait while sending is off, and are told once it is on', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', first);
    ground.settings.on = false;
    expect((await run(night)).result.mails).toMatchObject({ sent: 0, held: 1 });
    ground.settings.on = true;
    expect((await run(nextNight)).result.mails).toMatchObject({ sent: 1, held: 0 });
  });

  it('are told once, whether their mail was refused or fell silent', async () => {
    await people().appoint('aino', { counties: ['kainuu'] });
    await expecting('kainuu', first);
    const refusing: Ground = {
      ...ground,
      mailer: Object.assign(Object.create(ground.mailer), {
        send: async () => ({ kind: 'refused', reason: 'MessageRejected' }),
      }),
    };
    expect((await run(night, refusing)).result.mails.failed).toBe(1);
    const silent: Ground = {
      ...ground,
      mailer: Object.assign(Object.create(ground.mailer), {
        send: async () => ({ kind: 'unknown', reason: 'TimeoutError' }),
      }),
    };
    expect((await run(nextNight, silent)).result.mails.unknown).toBe(1);
    // It may have gone out, so it is not told again before its time.
    await run(addDays(night, 2));
    expect(await told()).toEqual([]);
  });
});

describe('a night that is stopped while it tells of them', () => {
  it.each(['toldProducers', 'saveToldProducers', 'store', 'claim', 'settle', 'end'] as const)(
    'at any call of %s tells them once when it runs again',
    async (method) => {
      for (const when of ['before', 'after']) {
        for (let nth = 1; nth <= 3; nth += 1) {
          ground = aGround();
          await people().appoint('aino', { counties: ['kainuu'] });
          await expecting('kainuu', first);
          let calls = 0;
          const real = ground.outbox[method] as (...args: unknown[]) => Promise<unknown>;
          const stopping: Ground = {
            ...ground,
            outbox: {
              ...ground.outbox,
              [method]: async (...args: unknown[]) => {
                calls += 1;
                if (calls === nth && when === 'before')
                  throw new StorageUnavailable(new Error('x'));
                const answer = await real(...args);
                if (calls === nth && when === 'after') throw new StorageUnavailable(new Error('x'));
                return answer;
              },
            },
          };
          await run(night, stopping);
          await run(night);
          await run(nextNight);
          const where = `${method}, ${when} call ${nth}`;
          const mails = await told();
          const digest = await ground.outbox.digest({ recipient: 'aino', date: night });
          // In doubt it is shown as unknown and not sent again by itself, whether it went out or not.
          if (digest?.state === 'unknown') expect(mails.length, where).toBeLessThanOrEqual(1);
          else expect(mails, where).toEqual([['aino', 'Odotettu 1 Oy']]);
        }
      }
    },
  );

  it('by a list that makes no sense tells the others, and is partial', async () => {
    await people().appoint('aino', { counties: ['kainuu', 'lappi'] });
    await expecting('kainuu', first);
    await expecting('lappi', second);
    const broken: Ground = {
      ...ground,
      expectedProducers: {
        ...ground.expectedProducers,
        page: async (question) => {
          if (question.county === 'kainuu') throw new TypeError('this row makes no sense');
          return ground.expectedProducers.page(question);
        },
      },
    };
    expect((await run(night, broken)).status).toBe('partial');
    expect(await told()).toEqual([['aino', 'Odotettu 2 Oy']]);
    expect((await run(nextNight)).status).toBe('closed');
    expect((await told()).at(-1)).toEqual(['aino', 'Odotettu 1 Oy']);
  });
});
