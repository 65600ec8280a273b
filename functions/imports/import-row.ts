import * as z from 'zod';

/*
 * A row of an import, as it was read and before it is done: what it says of which fields, and what is
 * wrong with it as it stands.
 */

const path = z.array(z.string());

/** Where an error lies, and what is wrong there. */
export const rowError = z.object({
  /** Which row of data, from 1 on. */
  row: z.int(),
  /** The line of the file on which it begins; where there are lines. */
  line: z.int().exactOptional(),
  column: z.int().exactOptional(),
  header: z.string().exactOptional(),
  /** The field, dotted; empty for the row as a whole. */
  path: z.string(),
  message: z.string(),
});
export type RowError = z.infer<typeof rowError>;

/** That a field is to have a value; null where it is none or not known. */
export const assignment = z.object({ path, value: z.unknown() });
export type Assignment = z.infer<typeof assignment>;

export const importRow = z.object({
  row: z.int(),
  line: z.int().exactOptional(),
  assignments: z.array(assignment),
  errors: z.array(rowError),
});
export type ImportRow = z.infer<typeof importRow>;

/** Which column of the file holds a field. */
export const fileColumn = z.object({ path, column: z.int(), header: z.string() });
export type FileColumn = z.infer<typeof fileColumn>;

/** A file as it was read; without columns where it is no table. */
export interface ReadFile {
  readonly columns: readonly FileColumn[];
  readonly rows: readonly ImportRow[];
}

/** What the rows say, as an object to be parsed; a field that is said to be none is left out. */
export const saidIn = ({ assignments }: Pick<ImportRow, 'assignments'>, field: string): unknown =>
  assignments.find(({ path: [first], value }) => first === field && value !== null)?.value;

/** A caller mends the first errors of a row first; more would only make the answer long. */
export const mostErrorsOfRow = 10;

const isBelow = (error: string, column: readonly string[]): boolean => {
  const dotted = column.join('.');
  return error === dotted || error.startsWith(`${dotted}.`);
};

/** Errors of a row's fields, each with its place in the file. */
export const placed = (
  { row, line }: Pick<ImportRow, 'row' | 'line'>,
  errors: readonly { readonly path: string; readonly message: string }[],
  columns: readonly FileColumn[],
): RowError[] =>
  errors.slice(0, mostErrorsOfRow).map(({ path: where, message }) => {
    const found = columns.find((column) => isBelow(where, column.path));
    return {
      row,
      ...(line !== undefined && { line }),
      ...(found !== undefined && { column: found.column, header: found.header }),
      path: where,
      message,
    };
  });
