import { CsvError, parse } from 'csv-parse/sync';
import type { Text } from '../../domain/language.ts';
import { guarded, withoutGuard } from './formula-guard.ts';
import { strayQuote, unclosedQuote } from './table-texts.ts';

/*
 * Delimited text (RFC 4180) as spreadsheets write and read it.
 */

/** One record, and the line of the file on which it begins. */
export interface TextRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Records = { readonly records: readonly TextRecord[] } | { readonly fault: Text };

const delimiters = [';', '\t', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel's own first line, which says the delimiter and is not a part of the table. */
const declaration = /^"?sep=([;,\t])"?\n/i;

const parsed = (
  text: string,
  how: { readonly delimiter: string; readonly to?: number },
): Records => {
  const records: TextRecord[] = [];
  let line = 1;
  try {
    parse(text, {
      ...how,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ line, cells: cells.map(withoutGuard) });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = error['lines'];
    const isUnclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    return { fault: isUnclosed ? unclosedQuote(line) : strayQuote(Number(at)) };
  }
  return { records };
};

/** The first record by each delimiter; of those equally likely the one that Finnish Excel writes. */
const likeliest = (text: string, isHeader: (cell: string) => boolean): Delimiter => {
  const [first = '', second = ''] = text.split('\n', 2);
  const known = delimiters.map((delimiter) => {
    const heading = parsed(`${first}\n${second}`, { delimiter, to: 1 });
    const cells = 'records' in heading ? (heading.records[0]?.cells ?? []) : [];
    return { delimiter, headers: cells.filter(isHeader).length, cells: cells.length };
  });
  const [best] = known.sort((a, b) => b.headers - a.headers || b.cells - a.cells);
  return best?.delimiter ?? ';';
};

/**
 * The records of a text, by the delimiter that makes most headers of its first line. Records without
 * any text are left out: spreadsheets write them for rows that were emptied.
 */
export const recordsIn = (text: string, isHeader: (cell: string) => boolean): Records => {
  const declared = declaration.exec(text);
  const table = text.slice(declared?.[0].length ?? 0);
  const read = parsed(table, { delimiter: declared?.[1] ?? likeliest(table, isHeader) });
  if ('fault' in read) return read;
  const above = declared === null ? 0 : 1;
  return {
    records: read.records
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ line, cells }) => ({ line: line + above, cells })),
  };
};

const cellText = (cell: string): string => {
  const safe = guarded(cell);
  return /[;,\t\r\n"']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One record as Finnish Excel reads it, with its end. */
export const recordText = (cells: readonly string[]): string =>
  `${cells.map(cellText).join(';')}\r\n`;

/** By this mark Excel knows that a file is UTF-8. */
export const utf8Mark = '\ufeff';
