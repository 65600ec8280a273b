import { describe, expect, it } from 'vitest';
import { BusinessId } from '../../../domain/identifiers.ts';
import { aGround, mailsOf, nightOver, peopleOf } from '../../support/a-system.ts';

const overdue = BusinessId.parse('0204819-8');
const elsewhere = BusinessId.parse('0166906-4');

const aCounty = async () => {
  const ground = aGround();
  const people = peopleOf(ground);
  await people.register(overdue, { counties: ['etela-pohjanmaa'], name: 'Myöhässä Oy' });
  await people.register(elsewhere, { counties: ['kainuu'], name: 'Muualla Oy' });
  await people.appoint('first');
  const nights = nightOver(ground);
  await nights.run('2026-11-22');
  const mailsTo = async (id: string) =>
    (await mailsOf(ground)).filter(({ to }) => to.startsWith(`${id}@`));
  return { ground, people, nights, mailsTo };
};

describe('someone who comes to be warned later', () => {
  it('hears the next night of all that stands already, and who heard it before does not again', async () => {
    const { people, nights, mailsTo } = await aCounty();
    await people.appoint('second');
    await nights.run('2026-11-23');
    const [mail, ...more] = await mailsTo('second');
    expect(mail?.text).toContain('Myöhässä Oy');
    expect(mail?.text).toContain('1.9.2026');
    expect(mail?.text).not.toContain('Muualla Oy');
    expect(more).toEqual([]);
    expect(await mailsTo('first')).toHaveLength(1);
  });

  it('hears it once', async () => {
    const { people, nights, mailsTo } = await aCounty();
    await people.appoint('second');
    await nights.run('2026-11-23');
    await nights.run('2026-11-23');
    expect(await mailsTo('second')).toHaveLength(1);
  });

  it('hears of a county that is given to her later, not again of the one she had', async () => {
    const { people, nights, mailsTo } = await aCounty();
    await people.appoint('first', { counties: ['etela-pohjanmaa', 'kainuu'] });
    await nights.run('2026-11-23');
    const [, mail] = await mailsTo('first');
    expect(mail?.text).toContain('Muualla Oy');
    expect(mail?.text).not.toContain('Myöhässä Oy');
  });

  it('hears what the operator heard while nobody was there', async () => {
    const { people, nights, mailsTo } = await aCounty();
    await people.appoint('kainuulainen', { counties: ['kainuu'] });
    const record = await nights.run('2026-11-23');
    expect(await mailsTo('kainuulainen')).toHaveLength(1);
    expect(record.result).toMatchObject({ warnings: 0, unaddressed: 0, mails: { sent: 1 } });
  });

  it('makes no night look at all where nobody new is to be warned', async () => {
    const { nights } = await aCounty();
    const { all } = await nights.openNight({ scheduledTime: '2026-11-23T00:30:00Z' });
    expect(all).toBe(false);
  });
});
