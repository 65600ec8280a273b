import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { shardOf } from '../../../functions/adapters/organisations.ts';
import { StorageUnavailable } from '../../../functions/adapters/storage-errors.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { anOrganisation } from '../../support/builders.ts';
import { businessIds } from '../../support/business-ids.ts';
import { momentOf } from '../../support/clocks.ts';

const ids = businessIds(40);
const [first, second, third] = ids as [BusinessId, BusinessId, BusinessId];

let ground: Ground;
beforeEach(() => {
  ground = aGround();
});
const run = (date: string) => nightOver(ground).run(date);
const people = () => peopleOf(ground);
const recipients = async () => (await mailsOf(ground)).map(({ to }) => to);

/** Overdue since 1.9.2026, and on 22.11. told so at the rung of 56 days after; the next is on 24.11. */
const night = '2026-11-22';
const quietNight = '2026-11-23';
const nightOfNextRung = '2026-11-24';

describe('a night', () => {
  it('tells the supervisor of the county what is wrong, once', async () => {
    await people().appoint('aino');
    await people().register(first, { name: 'Esimerkkihoiva Oy' });
    const { status, result } = await run(night);
    expect(status).toBe('closed');
    expect(result).toMatchObject({
      due: 1,
      evaluated: 1,
      changed: 1,
      mails: { sent: 1, failed: 0, unknown: 0, held: 0, quiet: 0, carriedOver: 0, unreachable: 0 },
      unaddressed: 0,
      setAside: [],
      codeVersion: '1.0.0',
    });
    const [mail, ...others] = await mailsOf(ground);
    expect(others).toEqual([]);
    expect(mail?.to).toBe('aino@example.fi');
    expect(mail?.text).toContain('Esimerkkihoiva Oy');
    expect(mail?.text).toContain('703/2023');
    expect(mail?.html).toContain('Esimerkkihoiva Oy');
  });

  it('run again sends nothing again, and has the same result', async () => {
    await people().appoint('aino');
    await people().register(first);
    const once = await run(night);
    const twice = await run(night);
    expect(twice.result).toEqual(once.result);
    expect(twice.run.attempts).toBe(2);
    expect(twice.run.startedAt).toBe(once.run.startedAt);
    expect(await recipients()).toEqual(['aino@example.fi']);
  });

  it('looks only at what may have changed', async () => {
    await people().appoint('aino');
    for (const id of ids) await people().register(id);
    expect((await run(night)).result).toMatchObject({ due: 40, evaluated: 40 });
    expect((await run(quietNight)).result).toMatchObject({ due: 0, evaluated: 0, warnings: 0 });
    expect((await run(nightOfNextRung)).result).toMatchObject({ due: 40, evaluated: 40 });
    expect(await recipients()).toHaveLength(2);
  });

  it('lists how an organisation stands, and writes nothing where the lists have it so', async () => {
    const listed = async () =>
      (await ground.directory.page({ county: 'etela-pohjanmaa', after: null, limit: 10 })).entries;
    const writes: string[] = [];
    const watched = {
      ...ground,
      directory: {
        ...ground.directory,
        list: async (entry: Parameters<typeof ground.directory.list>[0]) => {
          writes.push(`${entry.evaluatedOn} ${entry.status}`);
          await ground.directory.list(entry);
        },
      },
    };
    ground.clock.set('2025-09-01');
    await people().register(first, { systemUsedToJoin: true });
    for (const date of ['2025-09-01', '2025-09-05', '2026-11-22', nightOfNextRung]) {
      await nightOver(watched).run(date);
    }
    expect(writes.at(0)).toBe('2025-09-01 unknown');
    expect(writes.at(-1)).toBe('2026-11-22 overdue');
    expect(await listed()).toMatchObject([{ businessId: first, status: 'overdue' }]);
  });

  it('takes an organisation from the lists of a county that it has left', async () => {
    const inCounty = async (county: 'etela-pohjanmaa' | 'lappi') =>
      (await ground.directory.page({ county, after: null, limit: 10 })).entries.length;
    await people().register(first);
    await run(night);
    expect(await inCounty('etela-pohjanmaa')).toBe(1);
    await people().register(first, { counties: ['lappi'] });
    await run(quietNight);
    expect([await inCounty('etela-pohjanmaa'), await inCounty('lappi')]).toEqual([0, 1]);
  });

  it('that was missed is made up by the next, with the most urgent rung only', async () => {
    await people().appoint('aino');
    ground.clock.set('2026-05-01');
    await people().register(first);
    await run('2026-05-01');
    const { result } = await run('2026-08-31');
    expect(result).toMatchObject({ due: 1, mails: { sent: 1 } });
    const raised = (await ground.organisations.read(first)).raisedOn[day('2026-08-31')];
    const ofJoining = raised?.filter(({ id }) => id === 'join');
    expect(ofJoining).toMatchObject([{ rung: -1 }]);
  });

  it('warns each supervisor of the counties she has, in her language', async () => {
    await people().appoint('aino', { counties: ['lappi', 'kainuu'], language: 'fi' });
    await people().appoint('brita', { counties: ['pohjanmaa'], language: 'sv' });
    await people().appoint('carl', { counties: ['pohjanmaa', 'lappi'], language: 'en' });
    await people().register(first, { name: 'Lapin Hoiva Oy', counties: ['lappi'] });
    await people().register(second, { name: 'Österbottens Vård Ab', counties: ['pohjanmaa'] });
    await people().register(third, { name: 'Muualla Oy', counties: ['satakunta', 'kainuu'] });
    await run(night);
    const mails = await mailsOf(ground);
    const textTo = (to: string) => mails.find((mail) => mail.to === `${to}@example.fi`)?.text ?? '';
    const named = (text: string) =>
      ['Lapin Hoiva Oy', 'Österbottens Vård Ab', 'Muualla Oy'].filter((name) =>
        text.includes(name),
      );
    expect(named(textTo('aino'))).toEqual(['Lapin Hoiva Oy', 'Muualla Oy']);
    expect(named(textTo('brita'))).toEqual(['Österbottens Vård Ab']);
    expect(named(textTo('carl'))).toEqual(['Lapin Hoiva Oy', 'Österbottens Vård Ab']);
    expect(textTo('brita')).toContain('703/2023');
    const languages = mails.map(({ headers }) => headers.get('content-language'));
    expect(languages).toEqual(['fi', 'sv', 'en']);
  });

  it('turns to the operator with what no supervisor is there for, and counts it', async () => {
    await people().appoint('aino', { counties: ['lappi'] });
    await people().register(first, { counties: ['satakunta'] });
    const { result } = await run(night);
    expect(result.unaddressed).toBe(result.warnings);
    expect(result.unaddressed).toBeGreaterThan(0);
    expect(await recipients()).toEqual(['ylläpito@example.fi']);
  });

  it('tells on the next night what was put in order after it was told', async () => {
    await people().appoint('aino');
    await people().register(first, { name: 'Esimerkkihoiva Oy' });
    await run(night);
    await people().register(first, { name: 'Esimerkkihoiva Oy', joinedOn: night });
    const { result } = await run(quietNight);
    expect(result).toMatchObject({ changed: 1, warnings: 0, mails: { sent: 1 } });
    const [, mail] = await mailsOf(ground);
    expect(mail?.text).toContain('Esimerkkihoiva Oy');
    expect((await run(nightOfNextRung)).result.mails.sent).toBe(1);
  });

  it('says nothing of what was put in order before it was told', async () => {
    await people().appoint('aino');
    await people().register(first, { sector: 'private' });
    ground.settings.on = false;
    expect((await run(night)).result.mails).toMatchObject({ sent: 0, held: 1 });
    await people().register(first, { usesClientDataSystem: false });
    ground.settings.on = true;
    expect((await run(quietNight)).result.mails.sent).toBe(0);
    expect(await recipients()).toEqual([]);
  });

  it('warns of nothing that was put right between its evaluation and its mail', async () => {
    await people().appoint('aino');
    await people().register(first, { name: 'Hoiva Yksi Oy' });
    await people().register(second, { name: 'Hoiva Kaksi Oy' });
    const { openNight, evaluateShard, sendDigest } = nightOver(ground);
    const { date, shards } = await openNight({ scheduledTime: `${night}T00:30:00Z` });
    for (const shard of shards) {
      await evaluateShard({ date, shard }, { getRemainingTimeInMillis: () => 300_000 });
    }
    await people().register(first, { name: 'Hoiva Yksi Oy', usesClientDataSystem: false });
    await sendDigest({ date, recipient: 'aino' });
    const [mail] = await mailsOf(ground);
    expect(mail?.text).toContain('Hoiva Kaksi Oy');
    expect(mail?.text).not.toContain('Hoiva Yksi Oy');
  });

  it('holds its mails while sending is off, and sends what still holds once it is on', async () => {
    await people().appoint('aino');
    await people().register(first);
    ground.settings.on = false;
    expect((await run(night)).result.mails).toEqual({
      sent: 0,
      failed: 0,
      unknown: 0,
      held: 1,
      quiet: 0,
      carriedOver: 0,
      unreachable: 0,
    });
    expect((await run(quietNight)).result.mails.held).toBe(1);
    ground.settings.on = true;
    expect((await run(quietNight)).result.mails).toMatchObject({ sent: 1, held: 0 });
    expect((await run(quietNight)).result.mails).toMatchObject({ sent: 1, held: 0 });
    expect(await recipients()).toEqual(['aino@example.fi']);
  });

  it('keeps a later rung in place of an earlier one that was never sent', async () => {
    await people().appoint('aino');
    await people().register(first);
    ground.settings.on = false;
    await run(night);
    await run(nightOfNextRung);
    const [waiting] = await ground.outbox.allWaiting('aino');
    expect(waiting?.warnings['deadline:join']).toEqual({ due: '2026-09-01', rung: 84 });
  });
});

describe('an organisation that cannot be evaluated', () => {
  const failingFor = (broken: BusinessId, over: Ground): Ground => ({
    ...over,
    organisations: {
      ...over.organisations,
      read: async (businessId) => {
        if (businessId === broken) throw new TypeError('this row makes no sense');
        return over.organisations.read(businessId);
      },
    },
  });

  it('stops nothing: it is named in the record, and all others are done', async () => {
    await people().appoint('aino');
    for (const id of ids) await people().register(id);
    const { status, result } = await nightOver(failingFor(first, ground)).run(night);
    expect(status).toBe('partial');
    expect(result).toMatchObject({ due: 40, evaluated: 39, mails: { sent: 1 } });
    expect(result.setAside).toEqual([
      { businessId: first, error: 'TypeError: this row makes no sense' },
    ]);
  });

  it('stays due, and the night that runs again does it and is whole', async () => {
    await people().appoint('aino');
    for (const id of ids) await people().register(id);
    await nightOver(failingFor(first, ground)).run(night);
    const { status, result } = await run(night);
    expect(status).toBe('closed');
    expect(result).toMatchObject({ due: 40, evaluated: 40, setAside: [] });
  });

  it('is done by the next night, where its own is not run again', async () => {
    await people().appoint('aino');
    for (const id of ids) await people().register(id);
    await nightOver(failingFor(first, ground)).run(night);
    expect((await run(quietNight)).result).toMatchObject({
      due: 1,
      evaluated: 1,
      mails: { sent: 1 },
    });
  });

  it('is counted as due once, however often the night fails on it', async () => {
    for (const id of ids) await people().register(id);
    await nightOver(failingFor(first, ground)).run(night);
    const { result } = await nightOver(failingFor(first, ground)).run(night);
    expect(result).toMatchObject({ due: 40, evaluated: 39 });
    expect(result.setAside).toHaveLength(1);
  });
});

describe('a shard with more than one batch', () => {
  const many = businessIds(700).filter((id) => shardOf(id) === 0);
  const shardZero = { date: day(night), shard: 0 };
  const withTime = (milliseconds: number) => ({ getRemainingTimeInMillis: () => milliseconds });
  beforeEach(async () => {
    expect(many.length).toBeGreaterThan(30);
    ground.clock.set(night);
    for (const id of many) await people().register(id);
  });
  const counts = async () => (await ground.nights.progress(day(night), 0)).counts;

  it('is left between two batches when time runs out, and taken up there', async () => {
    const { evaluateShard } = nightOver(ground);
    expect(await evaluateShard(shardZero, withTime(1_000))).toEqual({ shard: 0, done: false });
    expect(await counts()).toMatchObject({ due: 25, evaluated: 25 });
    expect(await evaluateShard(shardZero, withTime(300_000))).toEqual({ shard: 0, done: true });
    expect(await counts()).toMatchObject({ due: many.length, evaluated: many.length });
  });

  it('is counted once by two runs at the same time', async () => {
    const { evaluateShard } = nightOver(ground);
    await Promise.all([
      evaluateShard(shardZero, withTime(300_000)),
      evaluateShard(shardZero, withTime(300_000)),
    ]);
    expect(await counts()).toMatchObject({ due: many.length, evaluated: many.length });
    for (const id of many) {
      expect((await ground.outbox.waiting('operator', id)).warnings).toHaveProperty(
        'deadline:join',
      );
    }
  });

  it('comes to its end even where nothing in it can be evaluated', async () => {
    const read = async () => {
      throw new TypeError('nothing makes sense');
    };
    const broken = { ...ground, organisations: { ...ground.organisations, read } };
    const { evaluateShard } = nightOver(broken);
    expect(await evaluateShard(shardZero, withTime(300_000))).toEqual({ shard: 0, done: true });
    expect(await counts()).toMatchObject({ due: many.length, evaluated: 0 });
    expect(await ground.nights.allSetAside(day(night))).toHaveLength(many.length);
  });

  it('stops where storage does not answer, and sets nobody aside for it', async () => {
    const read = async () => {
      throw new StorageUnavailable(new Error('slow down'));
    };
    const throttled = { ...ground, organisations: { ...ground.organisations, read } };
    const running = nightOver(throttled).evaluateShard(shardZero, withTime(300_000));
    await expect(running).rejects.toThrow(StorageUnavailable);
    expect(await ground.nights.allSetAside(day(night))).toEqual([]);
    await nightOver(ground).evaluateShard(shardZero, withTime(300_000));
    expect(await counts()).toMatchObject({ due: many.length, evaluated: many.length });
  });
});

describe('facts that are written while the night runs', () => {
  it('win, and leave the organisation due', async () => {
    await people().appoint('aino');
    await people().register(first, { name: 'Vanha nimi Oy' });
    let raced = false;
    const racing: Ground = {
      ...ground,
      organisations: {
        ...ground.organisations,
        saveState: async (write) => {
          if (!raced) {
            raced = true;
            await people().register(first, { name: 'Uusi nimi Oy', joinedOn: '2026-11-21' });
          }
          return ground.organisations.saveState(write);
        },
      },
    };
    const { result } = await nightOver(racing).run(night);
    expect(result).toMatchObject({ due: 1, evaluated: 1 });
    const { state } = await ground.organisations.read(first);
    expect(state?.verdict?.deadlines['join']).toBe('met');
  });

  it('are not lost where the night reads between their announcement and their writing', async () => {
    const { businessId: _, ...content } = anOrganisation({ joinedOn: '2026-11-21' });
    await people().register(first);
    const { saveProfile } = ground.organisations;
    // Announced, as by a writer who then loses the race against herself, and not written yet.
    await saveProfile({ businessId: first, content, replaces: 7, now: momentOf(night) });
    await run(night);
    expect((await ground.organisations.read(first)).state?.dueOn).toBe('2026-11-23');
    expect((await run(quietNight)).result).toMatchObject({ due: 1, evaluated: 1 });
    expect((await ground.organisations.read(first)).state?.dueOn).toBe('2026-11-24');
  });
});

describe('mails that do not go through', () => {
  beforeEach(async () => {
    await people().appoint('aino');
    await people().register(first);
  });
  const refused = { kind: 'refused', reason: 'Throttling' } as const;
  const inDoubt = { kind: 'unknown', reason: 'TimeoutError' } as const;

  it('are tried again after a definite refusal', async () => {
    ground.mailer.willBe(refused, refused);
    const { status, result } = await run(night);
    expect(result.mails).toMatchObject({ sent: 1, failed: 0 });
    expect(status).toBe('closed');
    expect(ground.mailer.attempts()).toBe(3);
  });

  it('fail after the last attempt, and their warnings are in the next mail', async () => {
    ground.mailer.willBe(refused, refused, refused);
    const { status, result } = await run(night);
    expect(result.mails).toMatchObject({ sent: 0, failed: 1 });
    expect(status).toBe('partial');
    expect((await run(quietNight)).result.mails).toMatchObject({ sent: 1, failed: 0 });
    expect(await recipients()).toHaveLength(1);
  });

  it('that failed are tried anew when their night is run again', async () => {
    ground.mailer.willBe(refused, refused, refused);
    await run(night);
    const { status, result } = await run(night);
    expect(result.mails).toMatchObject({ sent: 1, failed: 0 });
    expect(status).toBe('closed');
  });

  it('in doubt are never sent again, and are shown as unknown', async () => {
    ground.mailer.willBe(inDoubt);
    expect((await run(night)).result.mails).toMatchObject({ sent: 0, unknown: 1 });
    expect((await run(night)).result.mails).toMatchObject({ sent: 0, unknown: 1 });
    expect((await run(quietNight)).result.mails).toMatchObject({ sent: 0, unknown: 0 });
    expect(ground.mailer.attempts()).toBe(1);
  });

  it('are not sent by two runs at the same time', async () => {
    const { openNight, evaluateShard, sendDigest } = nightOver(ground);
    const { date, shards } = await openNight({ scheduledTime: `${night}T00:30:00Z` });
    for (const shard of shards) {
      await evaluateShard({ date, shard }, { getRemainingTimeInMillis: () => 300_000 });
    }
    const both = await Promise.allSettled([
      sendDigest({ date, recipient: 'aino' }),
      sendDigest({ date, recipient: 'aino' }),
    ]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await recipients()).toHaveLength(1);
  });
});

describe('a mail', () => {
  it('carries the key of its digest, by which its events are told apart', async () => {
    await people().appoint('aino', { name: 'Åsa Öst' });
    await people().register(first);
    await run(night);
    const [mail] = await mailsOf(ground);
    expect(mail?.headers.get('x-kanta-readiness-key')).toBe('aino|2026-11-22');
    expect(mail?.tag).toMatch(/^[a-f0-9]{64}$/);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('from')).toMatchObject({
      value: [{ address: 'kanta@example.fi', name: 'Kanta-valmius' }],
    });
    expect(mail?.headers.get('reply-to')).toMatchObject({
      value: [{ address: 'ylläpito@example.fi' }],
    });
    expect(mail?.headers.get('to')).toMatchObject({
      value: [{ address: 'aino@example.fi', name: 'Åsa Öst' }],
    });
  });
});

describe('a night that is left in the middle', () => {
  /** What only reads: going down after it is the same as going down after the write before it. */
  const onlyReads = new Set([
    ...['read', 'list', 'due', 'progress', 'allSetAside', 'account', 'record'],
    ...['waiting', 'allWaiting', 'hasWork', 'told', 'digest', 'digestsSince'],
  ]);

  /** The ground, on which everything goes down after so many writes and mails, and stays down. */
  const goingDown = (over: Ground, lastWrite: number): Ground => {
    let writes = 0;
    const brittle = <Store extends object>(store: Store): Store =>
      new Proxy(store, {
        get: (target, name, receiver) => {
          const method: unknown = Reflect.get(target, name, receiver);
          if (typeof method !== 'function') return method;
          return async (...given: unknown[]) => {
            if (writes >= lastWrite) throw new StorageUnavailable(new Error('is down'));
            const result: unknown = await method.apply(target, given);
            if (!onlyReads.has(String(name))) writes += 1;
            if (writes >= lastWrite) throw new StorageUnavailable(new Error('goes down'));
            return result;
          };
        },
      });
    return {
      ...over,
      organisations: brittle(over.organisations),
      supervisors: brittle(over.supervisors),
      outbox: brittle(over.outbox),
      nights: brittle(over.nights),
      mailer: brittle(over.mailer),
    };
  };

  const furnished = async (): Promise<Ground> => {
    const over = aGround();
    const { appoint, register, assess } = peopleOf(over);
    over.clock.set('2026-11-20');
    await appoint('aino', { counties: ['lappi'] });
    await appoint('brita', { counties: ['lappi', 'pohjanmaa'], language: 'sv' });
    await register(first, { counties: ['lappi'] });
    await register(second, { counties: ['pohjanmaa'] });
    await register(third, { counties: ['satakunta'] });
    await nightOver(over).run('2026-11-20');
    // On the night that is left: one settled, one with an end near, one new, one whose rung comes.
    await register(first, { counties: ['lappi'], joinedOn: '2026-11-20' });
    await assess(second, '2026-11-20', { cards: { state: 'done', validUntil: '2026-11-29' } });
    await register(ids[3] as BusinessId, { counties: ['lappi', 'satakunta'] });
    return over;
  };

  const told = async (over: Ground) => {
    const mails = await mailsOf(over);
    return mails.slice(before).map(({ to, text }) => ({ to, text }));
  };
  /** The mails of the furnishing night: to both supervisors and the operator. */
  const before = 3;

  it('after any of its writes is finished by running it again, and nobody is told twice', async () => {
    const undisturbed = await furnished();
    const whole = await nightOver(undisturbed).run(night);
    const expected = await told(undisturbed);
    expect(expected.map(({ to }) => to).sort()).toEqual(['aino@example.fi', 'brita@example.fi']);

    let interrupted = 0;
    for (let write = 1; ; write += 1) {
      const over = await furnished();
      const left = await nightOver(goingDown(over, write))
        .run(night)
        .catch(() => undefined);
      if (left?.status === 'closed') break;
      interrupted += 1;
      // Long enough after it that no claim is held any more.
      const now = () => over.clock.now().add({ hours: 1 });
      const later: Ground = { ...over, clock: { ...over.clock, now } };
      const { mails, ...counts } = (await nightOver(later).run(night)).result;
      const { mails: _, ...wholeCounts } = whole.result;
      expect([write, counts]).toEqual([write, wholeCounts]);
      expect([write, mails.sent + mails.unknown, mails.failed]).toEqual([write, 2, 0]);
      const after = await told(over);
      for (const mail of after) expect(expected).toContainEqual(mail);
      expect(new Set(after.map(({ to }) => to)).size).toBe(after.length);
      expect(after.length + mails.unknown).toBeGreaterThanOrEqual(2);
      const quiet = (await nightOver(later).run(quietNight)).result.mails;
      expect([write, quiet]).toEqual([
        write,
        { sent: 0, failed: 0, unknown: 0, held: 0, quiet: 0, carriedOver: 0, unreachable: 0 },
      ]);
    }
    expect(interrupted).toBeGreaterThan(30);
  });

  it('without running it again is made up by the next night, and nobody is told twice', async () => {
    const undisturbed = await furnished();
    await nightOver(undisturbed).run(night);
    const expected = (await told(undisturbed)).map(({ to }) => to);
    expect(expected).toHaveLength(2);
    for (let write = 1; ; write += 1) {
      const over = await furnished();
      const left = await nightOver(goingDown(over, write))
        .run(night)
        .catch(() => undefined);
      if (left?.status === 'closed') break;
      const { result } = await nightOver(over).run(quietNight);
      const after = await told(over);
      expect([write, result.setAside]).toEqual([write, []]);
      expect(new Set(after.map(({ to }) => to)).size).toBe(after.length);
      const states = await Promise.all(
        ['aino', 'brita'].flatMap((recipient) =>
          [night, quietNight].map((date) => over.outbox.digest({ recipient, date: day(date) })),
        ),
      );
      const unknown = states.filter((digest) => digest?.state === 'unknown').length;
      expect([write, after.length + unknown >= expected.length]).toEqual([write, true]);
    }
  });
});
