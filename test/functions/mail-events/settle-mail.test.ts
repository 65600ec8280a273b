import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { keyTag } from '../../../functions/digest-key-tag.ts';
import { createHandler } from '../../../functions/mail-events/settle-mail/handler.ts';
import { eventsOf, type MailFate } from '../../../local/mail-events.ts';
import { aGround, type Ground, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';

const [first] = businessIds(1) as [BusinessId];
const night = day('2026-11-24');
const key = { recipient: 'aino', date: night };

let ground: Ground;
const people = () => peopleOf(ground);
const run = async (date: string) => (await nightOver(ground).run(date)).result;
const settleMail = () => createHandler(ground);
const state = async () => (await ground.outbox.digest(key))?.state;
const waits = async () =>
  Object.keys((await ground.outbox.waiting('aino', first)).warnings).length > 0;

const heard = (fate: MailFate, of = key) =>
  eventsOf(
    {
      messageId: 'message',
      from: 'kanta@example.fi',
      to: ['aino@example.fi'],
      tags: { key: keyTag(of) },
      configurationSet: 'set',
      at: Date.parse('2026-11-24T01:00:00Z'),
    },
    fate,
  );
const hear = async (...events: readonly object[]) => {
  for (const event of events) await settleMail()(event);
};

/** A night after which a supervisor has one mail. */
const afterNight = async () => {
  ground = aGround();
  await people().appoint('aino');
  await people().register(first);
  await run(night);
};
beforeEach(afterNight);

describe('what becomes of a mail', () => {
  it.each([
    ['deliver', 'delivered', 'sent', false],
    ['delay', 'delayed', 'sent', false],
    ['complain', 'complained', 'sent', false],
    ['bounce', 'bounced', 'sent', true],
    ['bounce-softly', 'bounced-softly', 'sent', true],
    ['reject', 'rejected', 'failed', true],
  ] as const)('%s: it is %s, and what it told waits: %s %s', async (fate, known, then, waiting) => {
    await hear(...heard(fate));
    expect((await ground.outbox.fate(key))?.fate).toBe(known);
    expect(await state()).toBe(then);
    expect(await waits()).toBe(waiting);
  });

  it('that came back softly is tried again the next night, and told as for the first time', async () => {
    await hear(...heard('bounce-softly'));
    expect((await run('2026-11-25')).mails).toMatchObject({ sent: 1 });
    const [one, other] = await mailsOf(ground);
    expect(other?.text.includes('1.9.2026')).toBe(one?.text.includes('1.9.2026'));
    expect((await run('2026-11-26')).mails).toMatchObject({ sent: 0 });
  });

  it('is no bounce where somebody is away: it was delivered', async () => {
    await hear(...heard('deliver'), ...heard('bounce-softly'));
    expect((await ground.outbox.fate(key))?.fate).toBe('delivered');
    expect(await waits()).toBe(false);
  });

  it('waits until the run that sent it is over', async () => {
    await ground.outbox.begin(key);
    await expect(hear(...heard('bounce').slice(1))).rejects.toMatchObject({ name: 'NotYetOver' });
    expect(await ground.outbox.fate(key)).toBeUndefined();
    await ground.outbox.end(key);
    await hear(...heard('bounce'));
    expect(await waits()).toBe(true);
  });

  it('settles one in doubt', async () => {
    ground.mailer.willBe({ kind: 'unknown', reason: 'no answer' });
    await people().appoint('brita');
    await run('2026-11-25');
    const of = { recipient: 'brita', date: day('2026-11-25') };
    expect((await ground.outbox.digest(of))?.state).toBe('unknown');
    await hear(...heard('deliver', of));
    expect((await ground.outbox.digest(of))?.state).toBe('sent');
  });

  it('is none of ours without our tag, and then nothing changes', async () => {
    const [event] = heard('bounce') as [{ detail: { mail: { tags: object } } }];
    await hear({ ...event, detail: { ...event.detail, mail: { ...event.detail.mail, tags: {} } } });
    expect(await ground.outbox.fate(key)).toBeUndefined();
  });

  it.each([
    [{}],
    [{ source: 'aws.s3', detail: {} }],
    [{ source: 'aws.ses', detail: { eventType: 'Other' } }],
  ])('is refused aloud where it makes no sense: %j', async (event) => {
    await expect(hear(event)).rejects.toThrow();
  });
});

describe('an address', () => {
  it.each(['bounce', 'complain'] as const)('is not used any more after: %s', async (fate) => {
    await hear(...heard(fate));
    const before = ground.mailer.delivered.length;
    await people().register(first, { name: 'Toinen nimi Oy', joinedOn: null });
    await run('2026-12-22');
    const later = ground.mailer.delivered.slice(before).flatMap(({ to }) => to);
    expect(later).toEqual(['ylläpito@example.fi']);
  });

  it('that is another by then is not marked', async () => {
    await people().appoint('aino', { email: 'uusi@example.fi' });
    await hear(...heard('bounce'));
    expect((await ground.supervisors.read('aino'))?.mark).toBeUndefined();
  });

  it('of the operator is used on: there is nobody after', async () => {
    const of = { recipient: 'operator', date: night };
    await hear(...heard('bounce', of));
    expect((await ground.outbox.fate(of))?.fate).toBe('bounced');
  });
});

describe('events that come more than once and in any order', () => {
  it('end as they would in order, each once', { timeout: 120_000 }, async () => {
    const fate = fc.constantFrom<MailFate>('deliver', 'delay', 'bounce', 'complain', 'reject');
    const muddled = fate.chain((one) => {
      const events = heard(one);
      return fc
        .shuffledSubarray([...events, ...events, ...events], { minLength: events.length })
        .filter((given) => events.every((event) => given.includes(event)))
        .map((given) => ({ one, given }));
    });
    await fc.assert(
      fc.asyncProperty(muddled, async ({ one, given }) => {
        await afterNight();
        await hear(...given);
        const muddledEnd = [await state(), await waits(), await ground.outbox.fate(key)];
        const muddledMark = (await ground.supervisors.read('aino'))?.mark;
        await afterNight();
        await hear(...heard(one));
        expect(muddledEnd).toEqual([await state(), await waits(), await ground.outbox.fate(key)]);
        expect(muddledMark).toEqual((await ground.supervisors.read('aino'))?.mark);
      }),
      { numRuns: 25 },
    );
  });
});
