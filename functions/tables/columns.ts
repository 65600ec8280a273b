import type { Language, Text } from '../../domain/language.ts';
import { type Cell, plain, type Reading } from './cells.ts';

/** A column as it is read: its header, and what its cells say. */
export interface ReadColumn {
  /** The field that it stands for: `['storingSince', 'older-people']`. */
  readonly path: readonly string[];
  readonly header: Text;
  /** What a cell with text says; empty cells are not read. */
  read(text: string): Reading<unknown>;
  /** Whether it only tells, so that an import has nothing to do with it. */
  readonly onlyTells?: boolean;
}

/** A column of a table of `Row`s, as it is read and written. */
export interface Column<Row> extends ReadColumn {
  write(row: Row, language: Language): string;
}

/** A column of values of one kind; `of` finds the value, null where it is none or not known. */
export const column = <Row, Value>(
  path: readonly string[],
  header: Text,
  { cell, of }: { readonly cell: Cell<Value>; readonly of: (row: Row) => Value | null | undefined },
): Column<Row> => ({
  path,
  header,
  read: cell.read,
  write: (row, language) => {
    const value = of(row) ?? null;
    return value === null ? '' : cell.write(value, language);
  },
});

/** A column that an export has and an import passes over. */
export const told = <Row>(key: string, header: Text, write: Column<Row>['write']): Column<Row> => ({
  path: [key],
  header,
  read: () => ({ value: null }),
  write,
  onlyTells: true,
});

/** The columns by every header under which they are known, in the form of `plain`. */
export const byHeader = <Known extends ReadColumn>(
  columns: readonly Known[],
): ReadonlyMap<string, Known> =>
  new Map(
    columns.flatMap((each) =>
      [...Object.values(each.header), each.path.join('.')].map((header) => [plain(header), each]),
    ),
  );
