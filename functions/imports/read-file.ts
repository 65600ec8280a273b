import * as z from 'zod';
import type { Language, Text } from '../../domain/language.ts';
import { parseInput } from '../api/input.ts';
import { type FieldError, Problem } from '../api/problem.ts';
import { plain } from '../tables/cells.ts';
import { byHeader, type ReadColumn } from '../tables/columns.ts';
import { fileText } from '../tables/file-text.ts';
import { recordsIn, type TextRecord } from '../tables/records.ts';
import {
  cellTexts,
  doubledHeader,
  fileTexts,
  missingColumn,
  quoted,
  tooManyRows,
  unknownHeader,
} from '../tables/table-texts.ts';
import { type FileColumn, type ImportRow, placed, type ReadFile } from './import-row.ts';
import { doubledRow, rowTexts } from './row-texts.ts';

export const mostRows = 10_000;
/** As much as the API takes of one organisation, so that a row can do no more than a call. */
const largestRow = 256 * 1024;
/** Enough to see what is wrong with a header. */
const mostHeaderErrors = 100;

/** What a file of one kind has in it. */
export interface FileForm {
  /** The columns of its table, those included that are passed over. */
  readonly columns: readonly ReadColumn[];
  /** The fields without which no row can be done. */
  readonly required: readonly string[];
  /** The field that says what a row is about. */
  readonly key: string;
  /** What a row is about; a file may say it only once. Undefined where the row does not say it. */
  about(row: ImportRow): string | undefined;
}

const refusal = (errors: readonly FieldError[]): Problem => new Problem('invalid-input', errors);
const whole = (text: Text, language: Language): Problem =>
  refusal([{ path: '', message: text[language] }]);

/** The columns of the file by their place, undefined where a column has no header. */
const columnsOf = (
  headers: readonly string[],
  { columns, required }: FileForm,
  language: Language,
): readonly (ReadColumn | undefined)[] => {
  const known = byHeader(columns);
  const errors: FieldError[] = [];
  const wrong = (i: number, text: Text) => {
    errors.push({ path: `columns.${i + 1}`, message: text[language] });
  };
  const found = headers.map((header, i) => {
    if (plain(header) === '') return undefined;
    const column = known.get(plain(header));
    if (column === undefined) wrong(i, unknownHeader(i + 1, header));
    return column;
  });
  found.forEach((column, i) => {
    const first = found.indexOf(column);
    if (column !== undefined && first < i) {
      wrong(i, doubledHeader(i + 1, first + 1, headers[i] ?? ''));
    }
  });
  for (const column of columns) {
    if (required.includes(column.path.join('.')) && !found.includes(column)) {
      errors.push({ path: '', message: missingColumn(column.header)[language] });
    }
  }
  if (errors.length > 0) throw refusal(errors.slice(0, mostHeaderErrors));
  return found;
};

const rowIn = (
  { line, cells }: TextRecord,
  row: number,
  how: {
    readonly columns: readonly (ReadColumn | undefined)[];
    readonly file: readonly FileColumn[];
    readonly language: Language;
  },
): ImportRow => {
  const { columns, file, language } = how;
  const place = { row, line };
  const assignments: ImportRow['assignments'] = [];
  const errors: ImportRow['errors'] = [];
  columns.forEach((column, i) => {
    if (column === undefined || column.onlyTells === true) return;
    // Excel leaves out the empty cells at the end of a row.
    const text = (cells[i] ?? '').trim();
    const { path } = column;
    if (text === '') {
      assignments.push({ path: [...path], value: null });
      return;
    }
    const read = column.read(text);
    if ('value' in read) assignments.push({ path: [...path], value: read.value });
    else {
      errors.push(
        ...placed(place, [{ path: path.join('.'), message: read.fault[language] }], file),
      );
    }
  });
  cells.forEach((cell, i) => {
    if (columns[i] === undefined && cell.trim() !== '') {
      const message = cellTexts['no-header'][language];
      errors.push({ ...place, column: i + 1, path: '', message });
    }
  });
  return { ...place, assignments, errors };
};

/** What is wrong with rows beside each other, or as a whole. */
const checked = (
  rows: readonly ImportRow[],
  form: FileForm,
  { language, columns }: { readonly language: Language; readonly columns: readonly FileColumn[] },
): readonly ImportRow[] => {
  const firsts = new Map<string, ImportRow>();
  return rows.map((row) => {
    const fails = (path: string, text: Text): ImportRow => ({
      ...row,
      assignments: [],
      errors: placed(row, [{ path, message: text[language] }], columns),
    });
    if (Buffer.byteLength(JSON.stringify(row.assignments)) > largestRow)
      return fails('', rowTexts['too-large']);
    const about = form.about(row);
    if (about === undefined) return row;
    const first = firsts.get(about);
    if (first !== undefined) return fails(form.key, doubledRow(first));
    firsts.set(about, row);
    return row;
  });
};

const atMost = <Row>(rows: readonly Row[], language: Language): readonly Row[] => {
  if (rows.length === 0) throw whole(fileTexts['no-rows'], language);
  if (rows.length > mostRows) throw whole(tooManyRows(mostRows), language);
  return rows;
};

/** The rows of a table. Throws a Problem where it cannot be read as a whole: then no row is done. */
export const readTable = (bytes: Uint8Array, form: FileForm, language: Language): ReadFile => {
  const decoded = fileText(bytes);
  if ('fault' in decoded) throw whole(decoded.fault, language);
  const known = byHeader(form.columns);
  const read = recordsIn(decoded.text, (cell) => known.has(plain(cell)));
  if ('fault' in read) throw whole(read.fault, language);
  const [header, ...records] = read.records;
  if (header === undefined) throw whole(fileTexts['no-rows'], language);
  const columns = columnsOf(header.cells, form, language);
  const file = columns.flatMap((column, i): FileColumn[] =>
    column === undefined
      ? []
      : [{ path: [...column.path], column: i + 1, header: quoted(header.cells[i] ?? '') }],
  );
  const rows = atMost(records, language).map((record, i) =>
    rowIn(record, i + 1, { columns, file, language }),
  );
  return { columns: file, rows: checked(rows, form, { language, columns: file }) };
};

/** What its fields hold is looked at row by row. */
const jsonRow = z.record(z.string().max(100), z.unknown());
/** Rows as JSON: a list, or an object with the list. */
export const jsonRows = z.array(jsonRow).min(1).max(mostRows);

/** The rows of a list of objects, each with the fields by their names. */
export const readJson = (json: unknown, form: FileForm, language: Language): ReadFile => {
  const rows = parseInput(jsonRows, { value: json, language }).map(
    (fields, i): ImportRow => ({
      row: i + 1,
      assignments: Object.entries(fields).map(([field, value]) => ({ path: [field], value })),
      errors: [],
    }),
  );
  return { columns: [], rows: checked(rows, form, { language, columns: [] }) };
};
