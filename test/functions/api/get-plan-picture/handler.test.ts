import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../domain/day.ts';
import type { Organisations } from '../../../../functions/adapters/organisations.ts';
import { createHandler } from '../../../../functions/api/get-plan-picture/handler.ts';
import { anOrganisation } from '../../../support/builders.ts';
import { clockOn, momentOf } from '../../../support/clocks.ts';
import { admin, type Call, callOf, provider, supervisor } from '../../../support/http-calls.ts';
import { inMemoryOrganisations } from '../../../support/in-memory-organisations.ts';
import { everyElement, readXml } from '../../../support/xml-document.ts';

const { businessId, ...content } = anOrganisation();
const today = day('2026-11-22');

let organisations: Organisations;
beforeEach(async () => {
  organisations = inMemoryOrganisations();
  await organisations.saveProfile({ businessId, content, replaces: 0, now: momentOf(today) });
});
const own: Call = { claims: provider(businessId), path: { businessId } };
const picture = (call: Call = {}) =>
  callOf(createHandler({ organisations, clock: clockOn(today) }))({ ...own, ...call });
const textsOf = (svg: string) => everyElement(readXml(svg)).map(({ text }) => text);

describe('the picture of a plan', () => {
  it('is an SVG document that a browser may show and nothing more', async () => {
    const { status, headers, text } = await picture();
    expect(status).toBe(200);
    expect(readXml(text).name).toBe('svg');
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-language': 'en',
    });
  });

  it('is drawn for today, in the language of the caller', async () => {
    const { text } = await picture({ headers: { 'accept-language': 'sv-FI' } });
    expect(readXml(text).attributes['lang']).toBe('sv');
    expect(textsOf(text)).toContain('I dag den 22 november 2026');
  });

  it('can be drawn for another day, which it does not call today', async () => {
    const { text } = await picture({ query: { on: '2026-03-01' } });
    expect(textsOf(text)).toContain('As of 1 March 2026');
    expect(text).toContain('181 days after the deadline');
    expect(textsOf(text).some((words) => words.startsWith('Today'))).toBe(false);
  });

  it.each<[Record<string, string>, string]>([
    [{ on: '2026-02-30' }, 'on'],
    [{ on: '' }, 'on'],
    [{ day: '2026-11-22' }, 'day'],
  ])('asked for with %j is a problem in JSON that names %s', async (query, path) => {
    const { status, headers, body } = await picture({ query });
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body.errors).toMatchObject([{ path }]);
  });

  it.each([
    ['the provider herself', 200, provider(businessId)],
    ['a supervisor of its county', 200, supervisor('etela-pohjanmaa')],
    ['an admin', 200, admin],
    ['another provider', 404, provider('1234567-1')],
    ['a supervisor elsewhere', 404, supervisor('lappi')],
    ['who has no role', 403, {}],
  ])('is for those in scope: %s gets %i', async (_, status, claims) => {
    expect((await picture({ claims })).status).toBe(status);
  });

  it('of an organisation that does not exist is not found', async () => {
    const path = { businessId: '1234567-1' };
    expect((await picture({ claims: admin, path })).status).toBe(404);
  });
});
