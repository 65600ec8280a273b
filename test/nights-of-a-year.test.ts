import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, day } from '../domain/day.ts';
import { catalogue } from '../domain/statute/catalogue.ts';
import { FaultyNights, type Standing } from './support/faulty-nights.ts';
import { furnish } from './support/mixed-organisations.ts';
import { synthesisedNight } from './support/night-definition.ts';
import { toldIn } from './support/night-ends.ts';

/*
 * A year of nights as they come: some are missed, some are run twice, some twice at once, by the
 * synthesised state machine. `YEARS=20` tries so many years.
 */
const years = Number(process.env['YEARS'] ?? 1);

const firstDate = day('2026-11-22');

type Way = 'once' | 'missed' | 'repeated' | 'twice at once';
const way = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Way>('once') },
  { weight: 3, arbitrary: fc.constant<Way>('missed') },
  { weight: 1, arbitrary: fc.constant<Way>('repeated') },
  { weight: 1, arbitrary: fc.constant<Way>('twice at once') },
);

let nights: FaultyNights;
let start: Standing;
beforeAll(async () => {
  nights = new FaultyNights(synthesisedNight());
  await furnish(nights);
  start = nights.standing();
});

/** Whom each mail is for, and of which night: the key that the mail itself carries. */
const keysOf = ({ mails }: Standing): readonly string[] =>
  mails
    .slice(start.mails.length)
    .map(({ message }) => /^X-Kanta-Readiness-Key: (.+?)\r?$/m.exec(message)?.[1] ?? '');

/** Each rung that was raised, from the nights' ledgers. */
const raisedIn = ({ table }: Standing): readonly string[] =>
  [...table].flatMap(([pk, items]) =>
    [...items].flatMap(([sk, item]) =>
      sk.startsWith('RAISED#')
        ? (
            (
              item['warnings'] as {
                L?: readonly { M: Record<string, { S?: string; N?: string }> }[];
              }
            ).L ?? []
          ).map(({ M: { kind, id, due, rung } }) => [pk, kind?.S, id?.S, due?.S, rung?.N].join(' '))
        : [],
    ),
  );

const twiceIn = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, i) => texts.indexOf(text) !== i);

describe('a year of nights', { timeout: 1_200_000 * years }, () => {
  it('raises and tells each rung once, in one digest a night for each recipient at most', async () => {
    const course = fc.tuple(
      fc.array(way, { minLength: 365, maxLength: 365 }),
      fc.array(fc.nat(3), { minLength: 97, maxLength: 97 }),
    );
    await fc.assert(
      fc.asyncProperty(course, async ([ways, lengths]) => {
        nights.restore(start);
        let call = 0;
        const turns = () => lengths[call++ % lengths.length] ?? 0;
        for (const [i, how] of ways.entries()) {
          const date = addDays(firstDate, i);
          if (how === 'missed') continue;
          if (how === 'twice at once') await nights.runTwiceAtOnce({ date, catalogue, turns });
          else await nights.run(date, catalogue);
          if (how === 'repeated') await nights.run(date, catalogue);
        }
        const end = nights.standing();
        const keys = keysOf(end);
        expect(keys.length).toBeGreaterThan(20);
        expect(keys).not.toContain('');
        expect(twiceIn(keys)).toEqual([]);
        const raised = raisedIn(end);
        expect(raised.length).toBeGreaterThan(50);
        expect(twiceIn(raised)).toEqual([]);
        expect(twiceIn(toldIn(end).filter((told) => told.includes(' warnings ')))).toEqual([]);
      }),
      { numRuns: years, endOnFailure: true },
    );
  });
});
