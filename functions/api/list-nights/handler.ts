import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { addDays, Day, daysBetween, earliest } from '../../../domain/day.ts';
import type { NightRecord, Nights } from '../../adapters/nights.ts';
import { type Clock, dayInHelsinki } from '../../clock.ts';
import { inGroups } from '../../in-groups.ts';
import { pageQuery } from '../cursor.ts';
import { httpFunction } from '../http.ts';

export interface Dependencies {
  readonly nights: Pick<Nights, 'first' | 'record'>;
  readonly clock: Clock;
}

export const nightsQuery = z.strictObject({
  before: Day.optional().describe('Only nights before this date; from today on if left out.'),
  limit: pageQuery.limit,
});

/** The dates before a day, the latest first, that are not before the first. */
const datesBefore = (
  before: Day,
  { first, limit }: { readonly first: Day; readonly limit: number },
): readonly Day[] => {
  const length = Math.max(0, Math.min(limit, daysBetween(first, before)));
  return Array.from({ length }, (_, i) => addDays(before, -1 - i));
};

const closedAnswer = ({ date, status, result, run }: NightRecord) => {
  const { setAside, catalogueHash: _, codeVersion: __, ...counts } = result;
  const { startedAt, endedAt, usage, cost } = run;
  return {
    date,
    status,
    ...counts,
    setAside: setAside.length,
    endedAt,
    seconds: Temporal.Instant.from(endedAt).since(startedAt).total('seconds'),
    ...(usage && { readUnits: usage.readUnits, writeUnits: usage.writeUnits }),
    ...(cost && { dollars: cost.dollars }),
  };
};

/**
 * GET /nights: the nights by their dates, the latest first and down to the first that there was. A date
 * on which none was closed is told as well, so that silence shows.
 */
export const createHandler = ({ nights, clock }: Dependencies) =>
  httpFunction('list-nights', async (request) => {
    const { before, limit } = request.query(nightsQuery);
    const today = dayInHelsinki(clock.now());
    const tomorrow = addDays(today, 1);
    const first = (await nights.first()) ?? tomorrow;
    const dates = datesBefore(earliest(tomorrow, before ?? tomorrow), { first, limit });
    const told = await inGroups(dates, async (date) => {
      const record = await nights.record(date);
      if (record !== undefined) return closedAnswer(record);
      return { date, status: date === today ? 'awaited' : 'missing' };
    });
    const last = dates.at(-1);
    return {
      status: 200,
      body: { nights: told, ...(last !== undefined && last > first && { before: last }) },
    };
  });
