import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import { digestView } from '../../../domain/digest/digest.ts';
import type { DigestSource } from '../../../domain/digest/source.ts';
import { languages } from '../../../domain/language.ts';
import { isStorable } from '../../../functions/adapters/outbox.ts';
import { digestTable, tableText } from '../../../functions/night/send-digest/digest-table.ts';
import { messageOf } from '../../../functions/night/send-digest/message.ts';
import { renderDigest } from '../../../functions/night/send-digest/render-digest.ts';
import { catalogues, speaker } from '../../../functions/night/send-digest/speaker.ts';
import { fileText } from '../../../functions/tables/file-text.ts';
import { recordsIn } from '../../../functions/tables/records.ts';
import { businessIds } from '../../support/business-ids.ts';
import { aDigestSource } from '../../support/digests.ts';
import { hostileName } from '../../support/hostile-texts.ts';

const night = '2026-09-02';
/** 400 KB is what DynamoDB takes, names and all. */
const mostStored = 400_000;
const overdue = aDigestSource(night, {
  facts: { counties: ['pohjanmaa', 'lappi'], serviceTasks: ['older-people', 'family-law'] },
});
const ids = businessIds(900);
const namedAs = (names: readonly string[]): readonly DigestSource[] =>
  names.flatMap((name, i) => {
    const businessId = ids[i];
    return businessId === undefined
      ? []
      : [{ ...overdue, organisation: { ...overdue.organisation, businessId, name } }];
  });

const viewOf = (
  organisations: readonly DigestSource[],
  extra: Partial<Parameters<typeof digestView>[0]> = {},
) =>
  digestView({
    night: day(night),
    organisations,
    unregistered: [],
    recipient: { audience: 'supervisor', name: 'Maija Esimerkki', language: 'fi' },
    publicUrl: 'https://kanta.example.fi',
    contact: 'yllapito@example.fi',
    reference: `maija|${night}`,
    ...extra,
  });

/** The table's cells as a spreadsheet reads them. */
const cellsIn = (text: string): readonly (readonly string[])[] => {
  const read = fileText(Buffer.from(text));
  const records = 'text' in read ? recordsIn(read.text, () => true) : read;
  return 'records' in records ? records.records.map(({ cells }) => cells) : [];
};

/** A message as it goes out, with its table read back. */
const sent = async (organisations: readonly DigestSource[]) => {
  const view = viewOf(organisations);
  const rendered = renderDigest(view, 'fi');
  const rest = {
    included: view.organisations.map(({ businessId, warnings }) => ({
      businessId,
      warnings: Object.fromEntries(warnings.map(({ id, due, rung }) => [id, { due, rung }])),
      fixed: {},
      moved: {},
    })),
    unregistered: [],
  };
  const message = await messageOf(
    {
      key: { recipient: 'maija', date: day(night) },
      rendered,
      language: 'fi',
      from: 'kanta@example.fi',
      to: { name: 'Maija Esimerkki', address: 'maija@example.fi' },
      replyTo: 'yllapito@example.fi',
      now: Temporal.Instant.from(`${night}T00:30:00Z`),
    },
    (one) => isStorable({ ...one, ...rest }),
  );
  const { attachments } = await simpleParser(Buffer.from(message.message));
  const stored = gzipSync(message.message).length + gzipSync(JSON.stringify(rest)).length;
  return { rendered, message, stored, attachments };
};

describe('the table of a digest', () => {
  it.each(languages)(
    'says of each matter what, where, when, by which law and what next (%s)',
    (language) => {
      const table = digestTable(
        viewOf(namedAs(['Hoiva Oy'])),
        speaker(language, catalogues[language]),
      );
      const [header, ...rows] = cellsIn(tableText(table));
      expect(header).toHaveLength(12);
      expect(new Set(header).size).toBe(12);
      expect(table.records.length).toBe(1);
      const due = { fi: '1.9.2026', sv: '1.9.2026', en: '2026-09-01' }[language];
      const law = { fi: '703/2023 102 §', sv: '102 § 5 mom.', en: 'Act 703/2023' }[language];
      const counties = {
        fi: 'Pohjanmaa, Lappi',
        sv: 'Österbotten, Lappland',
        en: 'Ostrobothnia, Lapland',
      }[language];
      const [row = []] = rows;
      expect(row[0]).toBe(ids[0]);
      expect(row[1]).toBe('Hoiva Oy');
      expect(row[2]).toBe(counties);
      expect(row.slice(6, 9)).toEqual([due, '', '1']);
      expect(row[9]).toBe(catalogues[language]['status.overdue']);
      expect(row[10]).toContain(law);
      for (const cell of [row[3], row[4], row[5], row[11]]) expect(cell).not.toBe('');
    },
  );

  it('has also what is still overdue, what the law moved, who has not registered and what was put right', () => {
    const [one] = namedAs(['Hoiva Oy']);
    if (one === undefined) throw new Error('no source');
    const family = one.warnings.filter(({ id }) => id.endsWith('family-law'));
    const view = viewOf(
      [
        {
          ...one,
          warnings: family.length === 0 ? one.warnings.slice(0, 1) : family,
          fixed: ['requirement:cards'],
          moved: [
            {
              id: 'join',
              from: day('2026-01-01'),
              to: day('2026-09-01'),
              entry: 'join/307-2024',
            },
          ],
        },
      ],
      {
        unregistered: [
          {
            county: 'kainuu',
            producers: [
              {
                businessId: ids[5] ?? one.organisation.businessId,
                name: 'Odotettu Oy',
                expectedSince: day('2026-08-20'),
              },
            ],
          },
        ],
      },
    );
    const table = digestTable(view, speaker('en', catalogues.en));
    const topics = cellsIn(tableText(table)).map((cells) => cells[3]);
    expect(topics).toEqual(
      expect.arrayContaining(['Warning', 'Still overdue', 'Not registered', 'Put right']),
    );
    expect(topics.includes('Day moved by law')).toBe(view.moved.length > 0);
  });

  it('is attached whole where there is room, as a file that spreadsheets open', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `Hoiva ${i} Åkerö; "Oy"`);
    const { attachments, stored } = await sent(namedAs(names));
    const [file, ...others] = attachments;
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      filename: 'kanta-valmius-2026-09-02.csv',
      contentType: 'text/csv',
      contentDisposition: 'attachment',
    });
    const [, ...rows] = cellsIn(file?.content.toString() ?? '');
    expect(rows.map((cells) => cells[1])).toEqual(names.toSorted());
    expect(stored).toBeLessThan(mostStored);
  });

  it('is not attached where the mail tells all in full', async () => {
    expect((await sent(namedAs(['Hoiva Oy']))).attachments).toEqual([]);
  });

  it('holds no formula, whatever an organisation is called', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        const table = digestTable(viewOf(namedAs([name])), speaker('fi', catalogues.fi));
        const text = tableText(table);
        expect(text).not.toMatch(/(?:^|[;,|\t\r\n"])[ \u00a0]*[=+\-@\t\r＝＋－＠]/m);
        expect(text.split('\r\n')).toHaveLength(3);
      }),
    );
  });
});

describe('a digest of however many organisations with however long names', () => {
  /** What no compression makes shorter. */
  const longName = fc.string({ unit: 'binary', minLength: 250, maxLength: 300 });

  it('can be stored; its table is cut, the rest counted in its last row', async () => {
    const cut: boolean[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(longName, { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 1, max: 900 }),
        async (pieces, count) => {
          const names = Array.from({ length: count }, (_, i) =>
            // Each another one, out of the same pieces.
            [...(pieces[i % pieces.length] ?? '')]
              .map((sign, at) =>
                String.fromCodePoint(
                  (((sign.codePointAt(0) ?? 0) * (i + 7) + at * i) % 0xd000) + 0x100,
                ),
              )
              .join(''),
          );
          const { rendered, attachments, stored, message } = await sent(namedAs(names));
          expect(stored).toBeLessThan(mostStored);
          expect(message.message.length).toBeLessThan(10_000_000);
          const text = attachments[0]?.content.toString() ?? '';
          const rows = text.split('\r\n').slice(1, -1);
          if (rendered.table === null) return;
          const last = /^(\d[\d\s\u00a0]*) rivi/.exec(rows.at(-1) ?? '');
          const leftOut = Number((last?.[1] ?? '0').replaceAll(/\D/g, ''));
          expect(rows.length - (last === null ? 0 : 1) + leftOut).toBe(
            rendered.table.records.length,
          );
          cut.push(last !== null);
        },
      ),
      { numRuns: 4, seed: 7 },
    );
    expect(cut).toContain(true);
  });
});
