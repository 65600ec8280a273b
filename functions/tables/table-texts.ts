import type { Language, Text } from '../../domain/language.ts';

/*
 * What is wrong with a table, said to who made it in a spreadsheet.
 */

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

const longestQuoted = 40;

/** What somebody wrote, short enough to be said back to her and without what would not show. */
export const quoted = (written: string): string => {
  const line = written.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > longestQuoted
    ? `${characters.slice(0, longestQuoted - 1).join('')}…`
    : line;
};

export const fileTexts = {
  'not-text': text(
    'Tiedosto ei ole CSV-tekstiä. Tallenna taulukko muodossa CSV UTF-8.',
    'Filen är inte CSV-text. Spara tabellen i formatet CSV UTF-8.',
    'The file is not CSV text. Save the table as CSV UTF-8.',
  ),
  'lost-characters': text(
    'Tiedoston merkistö ei ole UTF-8. Lähetä se sisältötyypillä application/octet-stream tai tallenna se muodossa CSV UTF-8.',
    'Filens teckenkodning är inte UTF-8. Skicka den med innehållstypen application/octet-stream eller spara den i formatet CSV UTF-8.',
    'The file is not in UTF-8. Send it with the content type application/octet-stream, or save it as CSV UTF-8.',
  ),
  'no-rows': text(
    'Tiedostossa ei ole yhtään tietoriviä.',
    'Filen innehåller inga datarader.',
    'The file has no rows of data.',
  ),
} as const;

export const tooManyRows = (most: number): Text =>
  text(
    `Tiedostossa saa olla enintään ${most} riviä.`,
    `Filen får innehålla högst ${most} rader.`,
    `The file may have at most ${most} rows.`,
  );

export const unclosedQuote = (line: number): Text =>
  text(
    `Riviltä ${line} alkava lainausmerkki jää sulkematta.`,
    `Citattecknet som öppnas på rad ${line} avslutas inte.`,
    `The quotation mark opened on line ${line} is never closed.`,
  );

export const strayQuote = (line: number): Text =>
  text(
    `Rivillä ${line} on lainausmerkki väärässä paikassa. Solu, jossa on lainausmerkkejä, kirjoitetaan lainausmerkkeihin ja sen omat lainausmerkit kahdennetaan.`,
    `På rad ${line} står ett citattecken på fel plats. En cell med citattecken skrivs inom citattecken och dess egna citattecken dubbleras.`,
    `On line ${line} a quotation mark is out of place. A cell with quotation marks is put in quotation marks, and its own are doubled.`,
  );

export const unknownHeader = (column: number, header: string): Text =>
  text(
    `Sarakkeen ${column} otsikkoa ”${quoted(header)}” ei tunneta.`,
    `Rubriken ”${quoted(header)}” i kolumn ${column} är okänd.`,
    `The header “${quoted(header)}” of column ${column} is not known.`,
  );

export const doubledHeader = (column: number, first: number, header: string): Text =>
  text(
    `Sarakkeella ${column} on sama otsikko ”${quoted(header)}” kuin sarakkeella ${first}.`,
    `Kolumn ${column} har samma rubrik ”${quoted(header)}” som kolumn ${first}.`,
    `Column ${column} has the same header “${quoted(header)}” as column ${first}.`,
  );

export const missingColumn = (header: Text): Text =>
  text(
    `Tiedostosta puuttuu sarake ”${header.fi}”.`,
    `Filen saknar kolumnen ”${header.sv}”.`,
    `The file lacks the column “${header.en}”.`,
  );

export const cellTexts = {
  'no-header': text(
    'Sarakkeella ei ole otsikkoa.',
    'Kolumnen saknar rubrik.',
    'The column has no header.',
  ),
  'yes-or-no': text(
    'Arvon pitää olla kyllä tai ei, tai solun tyhjä.',
    'Värdet ska vara ja eller nej, eller cellen tom.',
    'Must be yes or no, or empty.',
  ),
  day: text(
    'Pitää olla päivä muodossa 1.9.2026 tai 2026-09-01.',
    'Ska vara en dag i formen 1.9.2026 eller 2026-09-01.',
    'Must be a day of the form 1.9.2026 or 2026-09-01.',
  ),
  contacts: text(
    'Kirjoita jokainen omalle rivilleen muodossa Nimi <osoite> (fi).',
    'Skriv var och en på egen rad i formen Namn <adress> (sv).',
    'Write each on a line of its own, as Name <address> (en).',
  ),
  units: text(
    'Kirjoita jokainen yksikkö omalle rivilleen: OID ja sen jälkeen nimi.',
    'Skriv varje enhet på egen rad: OID och därefter namnet.',
    'Write each unit on a line of its own: its OID, then its name.',
  ),
} as const;

/** That a word is none of those that may stand there. */
export const noneOf = (written: string, names: readonly Text[]): Text => {
  const list = (language: Language) => names.map((name) => name[language]).join(', ');
  return text(
    `”${quoted(written)}” ei ole mikään näistä: ${list('fi')}.`,
    `”${quoted(written)}” är inget av följande: ${list('sv')}.`,
    `“${quoted(written)}” is none of these: ${list('en')}.`,
  );
};
