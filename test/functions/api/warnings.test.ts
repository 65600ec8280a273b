import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { BusinessId } from '../../../domain/identifiers.ts';
import { createHandler as acknowledgeWarning } from '../../../functions/api/acknowledge-warning/handler.ts';
import { createHandler as listWarnings } from '../../../functions/api/list-warnings/handler.ts';
import { warningIdOf } from '../../../functions/api/warnings/warning-id.ts';
import { aGround, type Ground, nightOver, peopleOf } from '../../support/a-system.ts';
import { businessIds } from '../../support/business-ids.ts';
import { admin, type Call, callOf, provider, supervisor } from '../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../support/in-memory-audit-trail.ts';
import { inMemoryKeptAnswers } from '../../support/in-memory-kept-answers.ts';

const [first, second, third, unknown] = [...businessIds(4)].sort() as [
  BusinessId,
  BusinessId,
  BusinessId,
  BusinessId,
];
const aino = { ...supervisor('etela-pohjanmaa'), sub: 'aino' };
const own = { ...provider(first), sub: 'johtaja' };
const boss = { ...admin, sub: 'admin' };

interface Listed {
  readonly id: string;
  readonly businessId: string;
  readonly kind: string;
  readonly subject: string;
  readonly due: string;
  readonly quietUntil?: string;
}

let ground: Ground;
let stores: {
  keptAnswers: ReturnType<typeof inMemoryKeptAnswers>;
  trail: ReturnType<typeof inMemoryAuditTrail>;
};
beforeEach(() => {
  ground = aGround();
  stores = { keptAnswers: inMemoryKeptAnswers(), trail: inMemoryAuditTrail() };
});
const people = () => peopleOf(ground);
const run = (date: string) => nightOver(ground).run(date);
const list = (query: Record<string, string> = {}, call: Call = {}) =>
  callOf(listWarnings(ground))({ claims: aino, query, ...call });
const listed = async (query: Record<string, string> = {}, claims: object = aino) =>
  (await list(query, { claims: { ...claims } })).body.warnings as readonly Listed[];
const acknowledge = (id: string, body: unknown, call: Call = {}) =>
  callOf(acknowledgeWarning({ ...ground, ...stores }))({
    claims: aino,
    path: { id },
    body,
    ...call,
  });
const joining = warningIdOf({
  businessId: first,
  kind: 'deadline',
  id: 'join',
  due: day('2026-09-01'),
});

describe('the list of open warnings', () => {
  beforeEach(async () => {
    await people().appoint('aino');
    await people().register(first, { name: 'Esimerkkihoiva Oy' });
    await run('2026-11-22');
  });

  it('says what a night warned of, in data and in the words of the mail', async () => {
    const { status, body } = await list({ kind: 'deadline' });
    expect(status).toBe(200);
    const join = body.warnings.find(({ subject }: Listed) => subject === 'join');
    expect(join).toEqual({
      id: joining,
      businessId: first,
      name: 'Esimerkkihoiva Oy',
      kind: 'deadline',
      subject: 'join',
      due: '2026-09-01',
      rung: 56,
      daysLeft: -82,
      title: 'Joining the national client data repository',
      because: ['Was due on 1 September 2026, 82 days ago.'],
      nextStep: expect.stringMatching(/^Ask the organisation for a self-assessment/),
      basis: expect.arrayContaining([{ act: '703/2023', section: '67', subsection: 1 }]),
      citation: expect.stringContaining('Act 703/2023'),
    });
  });

  it.each([
    ['fi', 'Määräpäivä oli 1.9.2026, 82 päivää sitten.', /^Pyytäkää palvelunantajalta/],
    ['sv', 'den 1 september 2026', /^Begär en självbedömning/],
  ])('says it in %s as well', async (language, when, next) => {
    const { body } = await list({ kind: 'deadline' }, { headers: { 'accept-language': language } });
    const join = body.warnings.find(({ subject }: Listed) => subject === 'join');
    expect(join.because.join(' ')).toContain(when);
    expect(join.nextStep).toMatch(next);
  });

  it('tells an organisation itself what to do, not what to ask of it', async () => {
    const { body } = await list({ kind: 'deadline' }, { claims: own });
    const join = body.warnings.find(({ subject }: Listed) => subject === 'join');
    expect(join.nextStep).toMatch(/^Make a self-assessment: \d+ requirements are unknown\.$/);
  });

  it('is empty before a night has warned of anything', async () => {
    ground = aGround();
    await people().register(first);
    expect(await listed({}, boss)).toEqual([]);
    expect(await listed({}, own)).toEqual([]);
  });

  it('leaves out what has been put in order since, at once', async () => {
    await people().register(first, { joinedOn: '2026-11-22' });
    expect((await listed()).map(({ subject }) => subject)).not.toContain('join');
  });

  it('keeps the id of a warning from rung to rung', async () => {
    await run('2026-11-24');
    ground.clock.set('2026-11-25');
    expect((await listed()).find(({ id }) => id === joining)).toMatchObject({ rung: 84 });
  });

  it('has the day that comes first at its beginning', async () => {
    const days = (await listed()).map(({ due }) => due);
    expect(days).toEqual(days.toSorted());
    expect(days[0]).toBe('2026-09-01');
  });
});

describe('who sees which warnings', () => {
  beforeEach(async () => {
    await people().register(first, { counties: ['etela-pohjanmaa'] });
    await people().register(second, { counties: ['lappi'] });
    await people().register(third, { counties: ['lappi', 'etela-pohjanmaa'] });
    await run('2026-11-22');
  });
  const owners = async (query: Record<string, string>, claims: object) => [
    ...new Set((await listed(query, claims)).map(({ businessId }) => businessId)),
  ];

  it.each<[string, Record<string, string>, object, readonly string[]]>([
    ['a supervisor sees those of her counties', {}, aino, [first, third]],
    ['an admin sees all', { limit: '200' }, boss, [first, third, second]],
    ['a provider sees its own', {}, own, [first]],
    ['a provider of two sees both', {}, provider(third, first), [first, third]],
    ['a provider of what was never registered sees none', {}, provider(unknown), []],
    ['a supervisor without counties sees none', {}, supervisor(), []],
    ['one county of several', { county: 'lappi', limit: '200' }, boss, [second, third]],
    ['a county that is not hers', { county: 'lappi' }, aino, []],
    ['a provider by a county it is not in', { county: 'lappi' }, own, []],
    ['one organisation', { businessId: third }, aino, [third]],
    ['one out of scope, as one that does not exist', { businessId: second }, aino, []],
    ['one that does not exist', { businessId: unknown }, aino, []],
    ['another provider’s', { businessId: second }, own, []],
  ])('%s', async (_, query, claims, expected) => {
    expect(await owners(query, claims)).toEqual(expected);
  });

  it('nobody without a role of ours', async () => {
    expect((await list({}, { claims: {} })).status).toBe(403);
  });

  it('not one that has left the county since, though its list still has it', async () => {
    await people().register(first, { counties: ['kainuu'] });
    expect(await owners({}, aino)).toEqual([third]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown filter', { colour: 'red' }, 'colour'],
    ['a kind that there is not', { kind: 'storm' }, 'kind'],
    ['a quiet that is neither', { quiet: 'yes' }, 'quiet'],
    ['a business ID that is none', { businessId: '1' }, 'businessId'],
    ['a cursor that is none', { cursor: 'AAAA' }, 'cursor'],
  ])('refuses %s', async (_, query, path) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it.each([1, 2, 7])('in pages of %s, each warning once and in the same order', async (limit) => {
    const all = (await listed({ limit: '200' }, boss)).map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await list(
        { limit: String(limit), ...(cursor && { cursor }) },
        { claims: boss },
      );
      expect(body.warnings.length).toBeLessThanOrEqual(limit);
      seen.push(...body.warnings.map(({ id }: Listed) => id));
      cursor = body.cursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('in pages that leave out what is put in order between them, and nothing else', async () => {
    const page = await list({ limit: '2' }, { claims: boss });
    const before = await listed({ limit: '200' }, boss);
    await people().register(third, {
      counties: ['lappi', 'etela-pohjanmaa'],
      usesClientDataSystem: false,
    });
    const { cursor } = page.body;
    const rest = (await list({ limit: '200', cursor }, { claims: boss })).body.warnings;
    const left = before.slice(2).filter(({ businessId }) => businessId !== third);
    expect(rest.map(({ id }: Listed) => id)).toEqual(left.map(({ id }) => id));
  });

  it('in pages of a provider as well', async () => {
    const claims = provider(first, third);
    const all = (await listed({ limit: '200' }, claims)).map(({ id }) => id);
    const { body } = await list({ limit: '3' }, { claims });
    const rest = await list({ limit: '200', cursor: body.cursor }, { claims });
    expect([...body.warnings, ...rest.body.warnings].map(({ id }: Listed) => id)).toEqual(all);
  });
});

describe('an acknowledgement', () => {
  beforeEach(async () => {
    await people().appoint('aino');
    await people().register(first);
    await run('2026-11-22');
  });
  const quiet = { until: '2026-12-25' };

  it('makes a warning quiet, which stays in the list', async () => {
    const before = await listed();
    const { status, body } = await acknowledge(joining, { ...quiet, note: 'Liittyy joulukuussa' });
    expect(status).toBe(201);
    expect(body).toEqual({
      acknowledgementId: expect.any(String),
      warning: joining,
      businessId: first,
      kind: 'deadline',
      subject: 'join',
      due: '2026-09-01',
      until: '2026-12-25',
      note: 'Liittyy joulukuussa',
      by: 'aino',
      at: expect.stringMatching(/^2026-11-22T/),
    });
    const after = await listed();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const [quietOne, ...others] = await listed({ quiet: 'true' });
    expect(others).toEqual([]);
    expect(quietOne).toMatchObject({ id: joining, quietUntil: '2026-12-25', quietBy: 'aino' });
    expect(await listed({ quiet: 'false' })).toHaveLength(before.length - 1);
  });

  it('stops being told in the list on the day after', async () => {
    await acknowledge(joining, quiet);
    ground.clock.set('2026-12-25');
    expect(await listed({ quiet: 'true' })).toHaveLength(1);
    ground.clock.set('2026-12-26');
    expect(await listed({ quiet: 'true' })).toEqual([]);
  });

  it('keeps the night from mailing of it until its day, and no longer', async () => {
    for (const { id } of await listed()) await acknowledge(id, quiet);
    expect((await run('2026-11-24')).result).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    expect((await run('2026-12-22')).result).toMatchObject({ warnings: 0, mails: { sent: 0 } });
    // Its day has passed on a Saturday; it was told to be red before, so the mail goes on Monday.
    expect((await run('2026-12-26')).result.mails).toMatchObject({ sent: 0, quiet: 1 });
    expect((await run('2026-12-28')).result.mails.sent).toBe(1);
    expect((await run('2026-12-29')).result.mails.sent).toBe(0);
  });

  it('of the provider is seen by the provider alone, and silences nobody who oversees it', async () => {
    for (const { id } of await listed()) await acknowledge(id, quiet, { claims: own });
    expect(await listed({ quiet: 'true' }, own)).not.toEqual([]);
    expect(await listed({ quiet: 'true' })).toEqual([]);
    expect((await run('2026-11-24')).result.mails.sent).toBe(1);
  });

  it('with an Idempotency-Key comes in once, and is answered alike though the matter was settled', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const once = await acknowledge(joining, quiet, { headers });
    const twice = await acknowledge(joining, quiet, { headers });
    await people().register(first, { joinedOn: '2026-11-22' });
    const later = await acknowledge(joining, quiet, { headers });
    expect([twice.body, later.body]).toEqual([once.body, once.body]);
    expect((await ground.organisations.read(first)).acknowledgements).toHaveLength(1);
  });

  it('with a key that was used for another warning or day is refused', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    await acknowledge(joining, quiet, { headers });
    expect((await acknowledge(joining, { until: '2026-12-26' }, { headers })).status).toBe(422);
    const other = (await listed()).find(({ id }) => id !== joining)?.id ?? '';
    expect((await acknowledge(other, quiet, { headers })).status).toBe(422);
  });

  it('stands in the audit trail', async () => {
    await acknowledge(joining, quiet);
    expect(stores.trail.all()).toMatchObject([
      { route: 'acknowledge-warning', subject: 'aino', about: first, end: { status: 201 } },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['yesterday', { until: '2026-11-21' }, 'until'],
    ['more than ninety days ahead', { until: '2027-02-21' }, 'until'],
    ['no day', { until: 'soon' }, 'until'],
    ['nothing', {}, 'until'],
    ['a field more', { until: '2026-12-25', by: 'me' }, 'by'],
    ['a note of two lines', { until: '2026-12-25', note: 'a\nb' }, 'note'],
  ])('until %s is refused with its path', async (_, body, path) => {
    const answer = await acknowledge(joining, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ path }]);
    expect((await ground.organisations.read(first)).acknowledgements).toEqual([]);
  });

  it.each([
    ['fi', 'Varoituksen voi hiljentää enintään 90 päiväksi, 2027-02-20 asti.'],
    ['sv', 'En varning kan tystas i högst 90 dagar, till och med 2027-02-20.'],
  ])('says in %s which day is the last', async (language, message) => {
    const headers = { 'accept-language': language };
    const { body } = await acknowledge(joining, { until: '2027-02-21' }, { headers });
    expect(body.errors).toEqual([{ path: 'until', message }]);
  });

  it.each<[string, string, object]>([
    ['there is no such id', 'maija', aino],
    [
      'the day is another',
      warningIdOf({ businessId: first, kind: 'deadline', id: 'join', due: day('2026-09-02') }),
      aino,
    ],
    [
      'nothing is open about it',
      warningIdOf({ businessId: first, kind: 'waiver', id: 'cards', due: day('2026-09-01') }),
      aino,
    ],
    [
      'the organisation does not exist',
      warningIdOf({ businessId: third, kind: 'deadline', id: 'join', due: day('2026-09-01') }),
      boss,
    ],
    ['it is in another county', joining, { ...supervisor('lappi'), sub: 'x' }],
    ['it is another provider’s', joining, { ...provider(second), sub: 'x' }],
  ])('answers 404 where %s', async (_, id, claims) => {
    const answer = await acknowledge(id, quiet, { claims: { ...claims } });
    expect(answer.status).toBe(404);
    expect(answer.body.title).toBe('Not found');
    expect(stores.trail.all()).toEqual([]);
  });

  it('is nobody’s whom the token does not name', async () => {
    const claims = supervisor('etela-pohjanmaa');
    expect((await acknowledge(joining, quiet, { claims })).status).toBe(403);
  });
});
