import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../domain/day.ts';
import type { BusinessId } from '../../../../domain/identifiers.ts';
import { languages } from '../../../../domain/language.ts';
import { createHandler as acknowledgeByLink } from '../../../../functions/api/acknowledge-by-link/handler.ts';
import {
  type AcknowledgementLink,
  tokenOf,
} from '../../../../functions/api/acknowledgement/acknowledgement-link.ts';
import { createHandler as getAcknowledgement } from '../../../../functions/api/get-acknowledgement/handler.ts';
import { aGround, type Ground, nightOver, peopleOf } from '../../../support/a-system.ts';
import { businessIds } from '../../../support/business-ids.ts';
import { type Call, callOf } from '../../../support/http-calls.ts';
import { inMemoryAuditTrail } from '../../../support/in-memory-audit-trail.ts';
import { inMemoryLinkKey } from '../../../support/in-memory-link-key.ts';

const [first, unknown] = businessIds(2) as [BusinessId, BusinessId];
const link: AcknowledgementLink = {
  businessId: first,
  subjects: [
    { kind: 'deadline', id: 'join' },
    { kind: 'deadline', id: 'store-documents/older-people' },
  ],
  due: day('2026-09-01'),
  recipient: 'aino',
  language: 'fi',
  until: day('2027-01-21'),
};

let ground: Ground;
let linkKey: ReturnType<typeof inMemoryLinkKey>;
let trail: ReturnType<typeof inMemoryAuditTrail>;
beforeEach(async () => {
  ground = aGround();
  linkKey = inMemoryLinkKey();
  trail = inMemoryAuditTrail();
  await peopleOf(ground).register(first, { name: 'Esimerkki & Hoiva <b>Oy</b>' });
  await nightOver(ground).run('2026-11-22');
});

const tokenFor = async (content: Partial<AcknowledgementLink> = {}) =>
  tokenOf({ ...link, ...content }, await linkKey.readOrMake());
const open = async (token: string | Promise<string>, call: Call = {}) =>
  callOf(getAcknowledgement({ ...ground, linkKey }))({
    path: { link: await token },
    headers: { 'accept-language': 'en' },
    ...call,
  });
const send = async (token: string | Promise<string>, until: string, call: Call = {}) =>
  callOf(acknowledgeByLink({ ...ground, linkKey, trail }))({
    path: { link: await token },
    body: `until=${until}`,
    ...call,
  });
const acknowledged = async () => (await ground.organisations.read(first)).acknowledgements;
const textOf = (page: string) =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page behind a link', () => {
  it('says in the mail’s language what would be quiet and until when, as one matter', async () => {
    const { status, headers, text } = await open(tokenFor());
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-language']).toBe('fi');
    expect(text).toContain('<html lang="fi">');
    const said = textOf(text);
    expect(said).toContain('Esimerkki &amp; Hoiva &lt;b&gt;Oy&lt;/b&gt;');
    expect(said).toContain('Määräpäivä oli 1.9.2026, 82 päivää sitten.');
    expect(said).toContain('viestit seuraavasta varoituksesta');
    expect(said).toContain('6.12.2026 (2 viikkoa)');
    expect(said).toContain('20.2.2027 (90 päivää)');
    expect(said).toContain('Samaan päivään mennessä myös asiakasasiakirjojen tallentaminen');
    expect(text.match(/<li>/g)).toHaveLength(1);
  });

  it.each(languages)(
    'is made of whole sentences in %s, with nothing left over',
    async (language) => {
      const { text } = await open(tokenFor({ language }));
      expect(text).toContain(`<html lang="${language}">`);
      expect(textOf(text)).not.toMatch(/undefined|\[object|\{|\}|STYLE/);
    },
  );

  it('changes nothing, however often it is opened, and leaves no trace', async () => {
    for (let time = 0; time < 3; time += 1) await open(tokenFor());
    expect(await acknowledged()).toEqual([]);
    expect(trail.all()).toEqual([]);
  });

  it('opens all the same where a mail program has added to its address', async () => {
    expect((await open(tokenFor(), { query: { fbclid: 'x' } })).status).toBe(200);
  });

  it('runs and loads nothing, tells its address to nobody, and is kept nowhere', async () => {
    const { headers, text } = await open(tokenFor());
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(text).not.toMatch(/<script|https?:|\son\w+=|style="/);
  });

  it('says so where it is quiet already', async () => {
    await send(tokenFor(), '2026-12-06');
    expect(textOf((await open(tokenFor())).text)).toContain(
      'Viestit on jo keskeytetty 6.12.2026 asti.',
    );
  });
});

describe('the form of the page', () => {
  it('asks for quiet about what the link names, and shows what became of it', async () => {
    const { status, headers, text } = await send(tokenFor(), '2026-12-06');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(textOf(text)).toContain(
      'Viestit seuraavasta varoituksesta on keskeytetty 6.12.2026 asti.',
    );
    expect(await acknowledged()).toMatchObject([
      {
        by: 'aino',
        side: 'overseers',
        subjects: link.subjects,
        due: '2026-09-01',
        until: '2026-12-06',
      },
    ]);
    expect(trail.all()).toMatchObject([
      { route: 'acknowledge-by-link', about: first, end: { status: 200 } },
    ]);
  });

  it('sent again changes nothing more; with another day, that day counts', async () => {
    await send(tokenFor(), '2026-12-06');
    await send(tokenFor(), '2026-12-06');
    expect(await acknowledged()).toHaveLength(1);
    await send(tokenFor(), '2026-11-29');
    await send(tokenFor(), '2026-12-06');
    expect((await acknowledged()).map(({ until }) => until)).toEqual([
      '2026-12-06',
      '2026-11-29',
      '2026-12-06',
    ]);
  });

  it.each(['', 'soon', '2026-11-21', '2027-02-21', '2026-02-30'])(
    'shows itself again where the day is %j, and changes nothing',
    async (until) => {
      const { status, text } = await send(tokenFor(), until);
      expect(status).toBe(422);
      expect(textOf(text)).toContain('Valitkaa jokin näistä päivistä.');
      expect(await acknowledged()).toEqual([]);
      expect(trail.all()).toEqual([]);
    },
  );

  it('of a contact’s link silences nobody but the organisation’s own people', async () => {
    const token = tokenFor({ recipient: `contact.${first}.0123456789abcdef` });
    expect(textOf((await open(token)).text)).toContain(
      'Valvojille viestit lähetetään entiseen tapaan.',
    );
    await send(token, '2026-12-06');
    expect(await acknowledged()).toMatchObject([{ side: 'provider' }]);
  });

  it('takes no more than a form of one day', async () => {
    expect((await send(tokenFor(), 'a'.repeat(2000))).status).toBe(413);
  });

  it('asks for quiet only about what is still open', async () => {
    await peopleOf(ground).register(first, { joinedOn: '2026-11-22' });
    const { text } = await send(tokenFor(), '2026-12-06');
    expect(textOf(text)).not.toContain('Liittyminen');
    expect((await acknowledged()).flatMap(({ subjects }) => subjects)).not.toContainEqual({
      kind: 'deadline',
      id: 'join',
    });
  });
});

describe('a link that leads nowhere any more', () => {
  it.each(languages)('says kindly in %s that what it names is in order', async (language) => {
    await peopleOf(ground).register(first, { usesClientDataSystem: false });
    const token = tokenFor({ language });
    const opened = await open(token);
    const sent = await send(token, '2026-12-06');
    expect([opened.status, sent.status]).toEqual([200, 200]);
    expect(sent.text).toBe(opened.text);
    expect(opened.text).not.toContain('<form');
    expect(await acknowledged()).toEqual([]);
  });

  it('says the same of an organisation that is not there', async () => {
    const { status, text } = await open(tokenFor({ businessId: unknown }));
    expect(status).toBe(200);
    expect(text).not.toContain(unknown);
  });

  it('is wrong where it was altered, as what never was one, in the reader’s language', async () => {
    const token = await tokenFor();
    const altered = await open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
    const invented = await open('a.b');
    expect([altered.status, invented.status]).toEqual([404, 404]);
    expect(altered.text).toBe(invented.text);
    expect(altered.text).toContain('The link does not work');
    expect((await send('a.b', '2026-12-06')).text).toBe(invented.text);
  });

  it('is wrong before any link was ever made', async () => {
    const token = await tokenFor();
    linkKey = inMemoryLinkKey();
    expect((await open(token)).status).toBe(404);
    expect(await linkKey.read()).toBeUndefined();
  });

  it('says that it has ended, whether there is anything behind it or not', async () => {
    ground.clock.set('2027-01-22');
    const opened = await open(tokenFor());
    expect(opened.status).toBe(410);
    expect(textOf(opened.text)).toContain('Linkki oli voimassa 21.1.2027 asti.');
    expect((await open(tokenFor({ businessId: unknown }))).text).toBe(opened.text);
    expect((await send(tokenFor(), '2027-02-01')).status).toBe(410);
    expect(await acknowledged()).toEqual([]);
  });
});
