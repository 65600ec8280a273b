import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { Nights } from '../../../functions/adapters/nights.ts';
import { createHandler as getHealth } from '../../../functions/api/get-health/handler.ts';
import { createHandler as getNight } from '../../../functions/api/get-night/handler.ts';
import { createHandler as closeNight } from '../../../functions/night/close-night/handler.ts';
import { clockOn } from '../../support/clocks.ts';
import { admin, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryNights } from '../../support/in-memory-nights.ts';

const date = day('2026-11-22');

let nights: Nights;
beforeEach(() => {
  nights = inMemoryNights();
});
const get = (night: string, claims: Record<string, unknown> = admin) =>
  callOf(getNight({ nights }))({ claims, path: { date: night } });

describe('a night', () => {
  it('is shown once it was closed', async () => {
    await nights.open(date, '2026-11-22T00:30:00.000Z');
    expect((await get(date)).status).toBe(404);
    const close = closeNight({ nights, clock: clockOn(date), codeVersion: '1.2.3' });
    const record = await close({ date, shards: [], digests: [] });
    expect((await get(date)).body).toEqual(record);
    expect((await get('2026-11-23')).status).toBe(404);
  });

  it.each(['2026-02-30', 'yesterday', '2026-11'])('cannot be %s', async (night) => {
    const { status, body } = await get(night);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'date' }]);
  });

  it.each([
    ['a provider', provider('0204819-8')],
    ['a supervisor', supervisor('lappi')],
  ])('is not for %s to see', async (_, claims) => {
    expect((await get(date, claims)).status).toBe(403);
  });
});

describe('health', () => {
  it('is told to anyone, with the version of the code', async () => {
    const { status, body } = await callOf(getHealth({ version: '1.2.3' }))({});
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', version: '1.2.3' });
  });
});
