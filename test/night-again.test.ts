import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../domain/statute/catalogue.ts';
import { FaultyNights, type Standing } from './support/faulty-nights.ts';
import { furnish } from './support/mixed-organisations.ts';
import { synthesisedNight } from './support/night-definition.ts';
import { rowsOf, standAlike, toldIn } from './support/night-ends.ts';

/*
 * Nights that run otherwise than once each, in their order, by the synthesised state machine over a table.
 */

const date = '2026-11-22';
const nextDate = '2026-11-23';
const missedDate = '2026-11-21';

let nights: FaultyNights;
let start: Standing;
let clean: Standing;
let cleanAfterBoth: Standing;
beforeAll(async () => {
  nights = new FaultyNights(synthesisedNight());
  await furnish(nights);
  start = nights.standing();
  await nights.run(date, catalogue);
  clean = nights.standing();
  await nights.run(nextDate, catalogue);
  cleanAfterBoth = nights.standing();
});

const ran = async (...dates: readonly string[]): Promise<Standing> => {
  nights.restore(start);
  for (const each of dates) await nights.run(each, catalogue);
  return nights.standing();
};

/** Rows by their keys, but for those of one night's own record. */
const rowsBeside = (night: string, standing: Standing) =>
  Object.fromEntries([...rowsOf(standing)].filter(([key]) => !key.startsWith(`NIGHT#${night}`)));

/** How each organisation stands and what was raised of it, whenever it was found. */
const verdictsIn = (standing: Standing) =>
  [...rowsOf(standing)].flatMap(([key, row]) => {
    if (!key.endsWith(' STATE')) return [];
    const { verdict, raised, recipients, listed } = JSON.parse(row);
    return [[key, { verdict, raised, recipients, listed }]];
  });

describe('a night', { timeout: 240_000 }, () => {
  it('started twice at once ends as if it had run once, however their calls fall', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 97, maxLength: 97 }), async (lengths) => {
        nights.restore(start);
        let call = 0;
        const turns = () => lengths[call++ % lengths.length] ?? 0;
        await nights.runTwiceAtOnce({ date, catalogue, turns });
        const end = nights.standing();
        expect(Object.fromEntries(rowsOf(end))).toEqual(Object.fromEntries(rowsOf(clean)));
        expect(standAlike(end, clean)).toBe(true);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('repeated ends as if it had run once', async () => {
    expect(standAlike(await ran(date, date, date), clean)).toBe(true);
  });

  it('repeated when a later one has run changes nothing any more', async () => {
    expect(standAlike(await ran(date, nextDate, date), cleanAfterBoth)).toBe(true);
  });

  it('of a day that was missed, and run after a later one, writes its own record alone', async () => {
    const end = await ran(date, missedDate);
    expect(rowsBeside(missedDate, end)).toEqual(rowsBeside(missedDate, clean));
    expect(end.mails).toEqual(clean.mails);
    const record = JSON.parse(rowsOf(end).get(`NIGHT#${missedDate} RECORD`) ?? '{}');
    expect(record.result).toMatchObject({ evaluated: 0, warnings: 0, mails: { sent: 0 } });
  });

  it('that was missed is made up by the next, which tells the same', async () => {
    const end = await ran(nextDate);
    expect(verdictsIn(end)).toEqual(verdictsIn(cleanAfterBoth));
    expect(toldIn(end)).toEqual(toldIn(cleanAfterBoth));
  });
});
