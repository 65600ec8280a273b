import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { Nights } from '../../../functions/adapters/nights.ts';
import { createHandler } from '../../../functions/api/list-nights/handler.ts';
import { createHandler as closeNight } from '../../../functions/night/close-night/handler.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryNights } from '../../support/in-memory-nights.ts';

let nights: Nights;
const clock = clockOn('2026-11-22');
beforeEach(() => {
  nights = inMemoryNights();
  clock.set('2026-11-22');
});

const begin = (date: string) => nights.open(day(date), `${date}T00:30:00.000Z`);
const done = async (date: string) => {
  await begin(date);
  await closeNight({ nights, clock, codeVersion: '1.0.0' })({
    date: day(date),
    shards: [],
    digests: [],
  });
};
const list = (query: Record<string, string> = {}, claims: Record<string, unknown> = admin) =>
  callOf(createHandler({ nights, clock }))({ claims, query });
const told = async (query: Record<string, string> = {}) => {
  const { body } = await list(query);
  return body.nights.map((one: { date: string; status: string }) => `${one.date} ${one.status}`);
};

describe('the list of nights', () => {
  it('is empty before the first', async () => {
    expect((await list()).body).toEqual({ nights: [] });
  });

  it('shows a date without a night, so that silence shows', async () => {
    await done('2026-11-19');
    await done('2026-11-21');
    await done('2026-11-22');
    expect(await told()).toEqual([
      '2026-11-22 closed',
      '2026-11-21 closed',
      '2026-11-20 missing',
      '2026-11-19 closed',
    ]);
  });

  it('says of a night that began and was not closed that it is missing', async () => {
    await done('2026-11-20');
    await begin('2026-11-21');
    expect(await told()).toContain('2026-11-21 missing');
  });

  it('does not miss the night of today before it has come', async () => {
    await done('2026-11-21');
    expect(await told()).toEqual(['2026-11-22 awaited', '2026-11-21 closed']);
    clock.set('2026-11-23');
    expect(await told()).toContain('2026-11-22 missing');
  });

  it('tells what each did, and of how many that were set aside', async () => {
    const date = day('2026-11-22');
    await begin(date);
    const [businessId] = ['0204819-8' as never];
    await nights.setAside(date, { businessId, error: 'BadRow', batch: 1 });
    await done(date);
    expect((await list()).body.nights).toEqual([
      {
        date,
        status: 'partial',
        due: 0,
        evaluated: 0,
        changed: 0,
        warnings: 0,
        unaddressed: 0,
        mails: {
          sent: 0,
          failed: 0,
          unknown: 0,
          held: 0,
          quiet: 0,
          carriedOver: 0,
          unreachable: 0,
        },
        swept: 0,
        differing: 0,
        setAside: 1,
        endedAt: expect.any(String),
        seconds: expect.any(Number),
        readUnits: 0,
        writeUnits: 0,
        dollars: 0.00005,
      },
    ]);
  });

  it('goes back page by page to the first night', async () => {
    await done('2026-11-16');
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const { body } = await list({ limit: '3', ...(before && { before }) });
      seen.push(...body.nights.map((one: { date: string }) => one.date.slice(8)));
      before = body.before;
    } while (before !== undefined);
    expect(seen).toEqual(['22', '21', '20', '19', '18', '17', '16']);
  });

  it.each([
    ['2026-11-21', ['2026-11-20 closed']],
    ['2026-11-20', []],
    ['1900-01-01', []],
    ['2199-12-31', ['2026-11-22 awaited', '2026-11-21 missing', '2026-11-20 closed']],
  ])('before %s has no others', async (before, expected) => {
    await done('2026-11-20');
    expect(await told({ before })).toEqual(expected);
  });

  it.each([
    [{ before: 'yesterday' }, 'before'],
    [{ limit: '201' }, 'limit'],
    [{ cursor: 'AAAA' }, 'cursor'],
  ])('refuses %j', async (query: Record<string, string>, path) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });

  it('is for admins only', async () => {
    expect((await list({}, supervisor('kainuu'))).status).toBe(403);
    expect((await list({}, provider('0204819-8'))).status).toBe(403);
  });
});
