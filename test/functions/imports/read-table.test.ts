import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { type Organisation, organisationProfile } from '../../../domain/organisation.ts';
import { Problem } from '../../../functions/api/problem.ts';
import type { ImportRow } from '../../../functions/imports/import-row.ts';
import { mergedProfile } from '../../../functions/imports/merged-profile.ts';
import {
  exportedColumns,
  organisationsFile,
} from '../../../functions/imports/organisations-file.ts';
import { mostRows, readTable } from '../../../functions/imports/read-file.ts';
import { recordText, utf8Mark } from '../../../functions/tables/records.ts';
import { anyOrganisation } from '../../support/arbitraries.ts';
import { anOrganisation } from '../../support/builders.ts';
import { hostileName } from '../../support/hostile-texts.ts';

const read = (bytes: string | Uint8Array, language: Language = 'en') =>
  readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, organisationsFile, language);

/** What a file that is refused as a whole is told. */
const refused = (bytes: string | Uint8Array, language: Language = 'en') => {
  try {
    read(bytes, language);
  } catch (error) {
    if (error instanceof Problem) return error.errors;
    throw error;
  }
  throw new Error('it was read');
};

const said = ({ assignments }: ImportRow): Record<string, unknown> =>
  Object.fromEntries(assignments.map(({ path, value }) => [path.join('.'), value]));

const rowsOf = (file: string | Uint8Array) => read(file).rows.map(said);

const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

const finnish = 'Y-tunnus;Nimi;Sektori\r\n0204819-8;Hoivakoti Päivänkakkara Åbo €;yksityinen\r\n';
const asRead = {
  businessId: '0204819-8',
  name: 'Hoivakoti Päivänkakkara Åbo €',
  sector: 'private',
};

describe('a file as Finnish Excel makes it', () => {
  it.each<[string, Buffer]>([
    ['CSV UTF-8 (with its mark)', Buffer.from(utf8Mark + finnish)],
    ['CSV of another program (UTF-8 without it)', Buffer.from(finnish)],
    ['CSV (Windows-1252)', windows1252(finnish)],
    ['Unicode text (UTF-16, tabs)', utf16(finnish.replaceAll(';', '\t'))],
    ['CSV under English settings (commas)', Buffer.from(finnish.replaceAll(';', ','))],
    ['CSV of a Mac (CR alone)', windows1252(finnish.replaceAll('\r\n', '\r'))],
    ['CSV of Linux (LF alone)', Buffer.from(finnish.replaceAll('\r\n', '\n'))],
    ['CSV that says its delimiter', Buffer.from(`sep=;\r\n${finnish}`)],
    [
      'CSV with quotation marks everywhere',
      Buffer.from(
        '"Y-tunnus";"Nimi";"Sektori"\r\n"0204819-8";"Hoivakoti Päivänkakkara Åbo €";"yksityinen"',
      ),
    ],
    ['CSV with emptied rows', Buffer.from(`${finnish};;\r\n;;\r\n\r\n`)],
    [
      'CSV with empty columns at its end',
      Buffer.from(
        'Y-tunnus;Nimi;Sektori;;\r\n0204819-8;Hoivakoti Päivänkakkara Åbo €;yksityinen;;\r\n',
      ),
    ],
  ])('%s', (_, bytes) => {
    expect(rowsOf(bytes)).toEqual([asRead]);
  });

  it('with the empty cells at the end of a row left out', () => {
    expect(rowsOf('Y-tunnus;Nimi;Liittynyt Kantaan\n0204819-8;Hoiva')).toEqual([
      { businessId: '0204819-8', name: 'Hoiva', joinedOn: null },
    ]);
  });

  it('with lines inside a cell, counted as lines of the file', () => {
    const file =
      'Y-tunnus;Yhteyshenkilöt\r\n0204819-8;"A <a@b.fi>\r\nC <c@d.fi> (sv)"\r\n2000000-3;\r\n';
    expect(read(file).rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(rowsOf(file)[0]).toMatchObject({
      contacts: [
        { name: 'A', email: 'a@b.fi' },
        { name: 'C', email: 'c@d.fi', language: 'sv' },
      ],
    });
  });
});

describe('a header', () => {
  it.each([
    ['Finnish', 'Y-tunnus;Hyvinvointialueet;Palvelutehtävät'],
    ['Swedish', 'FO-nummer;Välfärdsområden;Serviceuppgifter'],
    ['English', 'Business ID;Wellbeing services counties;Service tasks'],
    ['the field’s name', 'businessId;counties;serviceTasks'],
    ['mixed', 'Y-tunnus;Välfärdsområden;Service tasks'],
    ['capitals and spaces', ' Y-TUNNUS ;hyvinvointi alueet;PALVELU TEHTÄVÄT'],
    ['another dash', 'Y–tunnus;Hyvinvointialueet;Palvelutehtävät'],
  ])('is understood: %s', (_, header) => {
    expect(rowsOf(`${header}\n0204819-8;Kainuu, Södra Karelen;child-protection\n`)).toEqual([
      {
        businessId: '0204819-8',
        counties: ['kainuu', 'etela-karjala'],
        serviceTasks: ['child-protection'],
      },
    ]);
  });

  it.each([
    [
      'unknown',
      'Y-tunnus;Väri',
      [{ path: 'columns.2', message: 'Sarakkeen 2 otsikkoa ”Väri” ei tunneta.' }],
    ],
    [
      'of a prototype',
      'Y-tunnus;__proto__',
      [{ path: 'columns.2', message: 'Sarakkeen 2 otsikkoa ”__proto__” ei tunneta.' }],
    ],
    [
      'of an object’s own',
      'Y-tunnus;toString',
      [{ path: 'columns.2', message: 'Sarakkeen 2 otsikkoa ”toString” ei tunneta.' }],
    ],
    [
      'doubled',
      'Y-tunnus;Nimi;Namn',
      [{ path: 'columns.3', message: 'Sarakkeella 3 on sama otsikko ”Namn” kuin sarakkeella 2.' }],
    ],
    [
      'without the business ID',
      'Nimi',
      [{ path: '', message: 'Tiedostosta puuttuu sarake ”Y-tunnus”.' }],
    ],
  ])('is refused by name and column: %s', (_, header, errors) => {
    expect(refused(`${header}\n0204819-8;x;y\n`, 'fi')).toEqual(errors);
  });
});

describe('a cell', () => {
  const cell = (header: string, text: string) => {
    const { rows } = read(`Y-tunnus;${header}\n0204819-8;"${text.replaceAll('"', '""')}"\n`);
    const [row] = rows;
    if (row === undefined) throw new Error('there is one row');
    return { value: row.assignments[1]?.value, errors: row.errors };
  };

  it.each<[string, string, unknown]>([
    ['Oma rekisteri', 'Kyllä', true],
    ['Oma rekisteri', 'EI', false],
    ['Oma rekisteri', 'TOSI', true],
    ['Oma rekisteri', 'no', false],
    ['Soteri-rekisterissä', '', null],
    ['Liittynyt Kantaan', '1.9.2026', '2026-09-01'],
    ['Liittynyt Kantaan', '01.09.2026', '2026-09-01'],
    ['Liittynyt Kantaan', '2026-09-01', '2026-09-01'],
    ['Tallentaa alkaen: lastensuojelu', '1.7.2026', '2026-07-01'],
    ['Sektor', 'offentlig', 'public'],
    ['Liittymismalli', 'Rinnakkaisliittyminen', 'parallel'],
    ['Kieli', 'sv', 'sv'],
    ['Kieli', 'ruotsi', 'sv'],
    ['Hyvinvointialueet', 'vantaa JA kerava; lappi\nAland', null],
    [
      'Palvelunjärjestäjät',
      'Kainuu 1.9.2026; Lappi',
      [
        { county: 'kainuu', joinedOn: '2026-09-01' },
        { county: 'lappi', joinedOn: null },
      ],
    ],
    [
      'Palveluyksiköt',
      '1.2.246.10.2048198.10.1 Kotihoito, itä\n1.2.246.10.2048198.10.2 "A; B"',
      [
        { oid: '1.2.246.10.2048198.10.1', name: 'Kotihoito, itä' },
        { oid: '1.2.246.10.2048198.10.2', name: 'A; B' },
      ],
    ],
    [
      'Yhteyshenkilöt',
      'Matti "Masa" M <m@b.fi>; "X; <y>" <x@y.fi> (EN);',
      [
        { name: 'Matti "Masa" M', email: 'm@b.fi' },
        { name: 'X; <y>', email: 'x@y.fi', language: 'en' },
      ],
    ],
  ])('under %s that has %j says %j', (header, text, value) => {
    if (text.includes('Aland')) {
      expect(cell(header, text).errors[0]?.message).toMatch(/^“Aland” is none of these/);
    } else {
      expect(cell(header, text)).toEqual({ value, errors: [] });
    }
  });

  it.each([
    ['Oma rekisteri', 'ehkä', 'Must be yes or no, or empty.'],
    ['Liittynyt Kantaan', '9/1/2026', 'Must be a day of the form 1.9.2026 or 2026-09-01.'],
    ['Liittynyt Kantaan', '31.2.2026', 'Must be a day of the form 1.9.2026 or 2026-09-01.'],
    ['Sektori', '__proto__', '“__proto__” is none of these: public, private.'],
    ['Yhteyshenkilöt', 'Maija', 'Write each on a line of its own, as Name <address> (en).'],
    [
      'Yhteyshenkilöt',
      'Maija <m@b.fi> (de)',
      'Write each on a line of its own, as Name <address> (en).',
    ],
    [
      'Palveluyksiköt',
      'Kotihoito',
      'Write each unit on a line of its own: its OID, then its name.',
    ],
  ])('under %s that has %j is told where and what', (header, text, message) => {
    const { errors } = cell(header, text);
    expect(errors).toEqual([
      { row: 1, line: 2, column: 2, header, path: expect.any(String), message },
    ]);
  });

  it('without a header is told by its column', () => {
    expect(read('Y-tunnus;\n0204819-8;x\n').rows[0]?.errors).toEqual([
      { row: 1, line: 2, column: 2, path: '', message: 'The column has no header.' },
    ]);
    expect(read('Y-tunnus\n0204819-8;;x\n').rows[0]?.errors).toMatchObject([{ column: 3 }]);
  });
});

describe('a file that cannot be read', () => {
  const header = 'Y-tunnus;Nimi\n';
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /no rows/],
    ['nothing but its mark', utf8Mark, /no rows/],
    ['a header alone', header, /no rows/],
    [
      'a quotation mark never closed',
      `${header}0204819-8;"Hoiva\n2000000-3;b\n`,
      /line 2 is never closed/,
    ],
    ['a quotation mark inside a word', `${header}0204819-8;Ho"iva\n`, /On line 2 a quotation mark/],
    ['text after a quotation mark', `${header}0204819-8;"Hoi"va\n`, /On line 2 a quotation mark/],
    ['NULs', `${header}0204819-8;\0\n`, /not CSV text/],
    ['a workbook', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), /not CSV text/],
    ['UTF-16 without its mark', Buffer.from(header, 'utf16le'), /not CSV text/],
    [
      'half a UTF-16 character',
      Buffer.concat([utf16(header), Buffer.from([0x00])]),
      /not CSV text/,
    ],
    ['too many rows', header + '0204819-8;a\n'.repeat(mostRows + 1), /at most 10000 rows/],
  ])('is refused with what is wrong: %s', (_, bytes, message) => {
    expect(refused(bytes)[0]?.message).toMatch(message);
  });

  it('takes a cell of a megabyte for a row that is too large, and reads the others', () => {
    const { rows } = read(`${header}0204819-8;${'a'.repeat(1_000_000)}\n2000000-3;b\n`);
    expect(rows[0]?.errors).toMatchObject([
      { row: 1, line: 2, message: 'The row holds too much.' },
    ]);
    expect(rows[0]?.assignments).toEqual([]);
    expect(rows[1]?.errors).toEqual([]);
  });

  it('tells of a business ID that stands twice, by the line of the first', () => {
    const { rows } = read(`${header}0204819-8;a\n2000000-3;b\n0204819-8;c\n`);
    expect(rows.map(({ errors }) => errors.length)).toEqual([0, 0, 1]);
    expect(rows[2]?.errors).toEqual([
      {
        row: 3,
        line: 4,
        column: 1,
        header: 'Y-tunnus',
        path: 'businessId',
        message: 'The same stands on line 2 already.',
      },
    ]);
  });

  it('is read or refused, and never fails', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(
          fc.constantFrom('"', ';', ',', '\t', '\n', '\r', 'Y-tunnus', 'Nimi', '\0', 'ä', "'", '='),
        )
        .map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, (file) => {
        try {
          read(file);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a table that was exported', () => {
  const profile = organisationProfile(day('2199-01-01'));
  const anyExported = fc
    .record({
      organisation: anyOrganisation,
      name: hostileName,
      contacts: fc.array(
        fc.record({
          name: hostileName,
          email: fc.constantFrom('a@b.fi', "=o'x@example.fi", '-a+b@ä.example.fi'),
          language: fc.constantFrom('fi', 'sv', 'en'),
        }),
        { maxLength: 3 },
      ),
      units: fc.uniqueArray(
        fc.record({ oid: fc.constantFrom('1.2.246.10.1.1', '1.2.246.10.1.2'), name: hostileName }),
        { selector: ({ oid }) => oid },
      ),
    })
    .map(({ organisation: { businessId, ...facts }, ...rest }) => ({
      businessId,
      ...profile.parse({ ...facts, ...rest }),
    }));
  const entry = { status: 'overdue' as const, evaluatedOn: day('2026-11-22'), deadlines: [] };
  const tableOf = (organisation: Organisation, language: Language): string =>
    utf8Mark +
    recordText(exportedColumns.map(({ header }) => header[language])) +
    recordText(exportedColumns.map((column) => column.write({ ...organisation, entry }, language)));

  it.each(['fi', 'sv', 'en'] as const)('changes nothing when it is imported: in %s', (language) => {
    fc.assert(
      fc.property(anyExported, (organisation) => {
        const { businessId, ...existing } = organisation;
        const [row, ...others] = read(tableOf(organisation, language)).rows;
        expect(others).toEqual([]);
        expect(row?.errors).toEqual([]);
        expect(said(row as ImportRow)['businessId']).toBe(businessId);
        expect(mergedProfile(existing, row?.assignments ?? [])).toEqual(existing);
      }),
      { numRuns: 150 },
    );
  });

  it('makes the same organisation where there is none', () => {
    fc.assert(
      fc.property(anyExported, (organisation) => {
        const { businessId: _, ...existing } = organisation;
        const [row] = read(tableOf(organisation, 'fi')).rows;
        expect(profile.parse(mergedProfile(undefined, row?.assignments ?? []))).toEqual(existing);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves as it is what it has no column for, and takes away what it has an empty cell for', () => {
    const { businessId: _, ...existing } = anOrganisation({
      joinedOn: '2026-06-01',
      registeredInSoteri: true,
      storingSince: { 'older-people': '2026-06-01', 'working-age': '2026-06-01' },
    });
    const [row] = read(
      'Y-tunnus;Nimi;Liittynyt Kantaan;Tallentaa alkaen: iäkkäiden palvelut\n0204819-8;Uusi nimi;;\n',
    ).rows;
    const merged = profile.parse(mergedProfile(existing, row?.assignments ?? []));
    expect(merged).toEqual({
      ...existing,
      name: 'Uusi nimi',
      joinedOn: null,
      storingSince: { 'working-age': '2026-06-01' },
    });
  });
});
