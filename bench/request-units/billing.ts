import type { Attribute, Item, TableCall } from '../../local/memory-table.ts';

/*
 * What DynamoDB charges for a call, on demand, as its Developer Guide says ("Item sizes and formats",
 * "Read and write operations", "Global secondary indexes: throughput considerations for writes"):
 *
 * - An item is as large as its names and values in UTF-8; a number about half a byte a digit and one
 *   more; a list or map three bytes, and one for each of its elements.
 * - A write costs a unit for each begun kilobyte of the larger of what stood there and what stands
 *   there now, one at least, also where nothing was there to delete.
 * - A write whose condition fails costs the same by what stands there, one at least.
 * - A strongly consistent read costs a unit for each begun 4 kilobytes, an eventually consistent one
 *   half of it; a query adds its items up before it rounds; one at least (or half).
 * - An index costs a write where an entry comes or goes, two where its key changes, none where no
 *   attribute changes that it holds; each by the size of its entry.
 */

/** How long a text is: in UTF-8 as DynamoDB has it, or in characters as dynalite does. */
export type TextLength = (text: string) => number;
export const inUtf8: TextLength = (text) => Buffer.byteLength(text);
export const inCharacters: TextLength = (text) => text.length;

const digitsOf = (number: string): number =>
  number
    .replace(/^[-0.]+/, '')
    .replace('.', '')
    .replace(/0+$/, '').length;

const sizeOfValue = (value: Attribute, length: TextLength): number => {
  const [[kind, held] = []] = Object.entries(value);
  switch (kind) {
    case 'S':
      return length(held as string);
    case 'N':
      return (
        Math.ceil(digitsOf(held as string) / 2) + 1 + ((held as string).startsWith('-') ? 1 : 0)
      );
    case 'B':
      return Buffer.from(held as string, 'base64').length;
    case 'BOOL':
    case 'NULL':
      return 1;
    case 'SS':
      return (held as string[]).reduce((sum, one) => sum + length(one), 0);
    case 'L':
      return (held as Attribute[]).reduce((sum, one) => sum + 1 + sizeOfValue(one, length), 3);
    case 'M':
      return 3 + Object.keys(held as Item).length + sizeOf(held as Item, length);
    default:
      throw new Error(`the size of ${kind} is not known`);
  }
};

/** The size of an item in bytes. */
export const sizeOf = (item: Item, length: TextLength = inUtf8): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + length(name) + sizeOfValue(value, length),
    0,
  );

export interface Units {
  readonly read: number;
  /** Of the table alone. */
  readonly write: number;
  readonly indexWrite: number;
}
export const noUnits: Units = { read: 0, write: 0, indexWrite: 0 };
export const plus = (one: Units, other: Units): Units => ({
  read: one.read + other.read,
  write: one.write + other.write,
  indexWrite: one.indexWrite + other.indexWrite,
});

const kilobytes = (size: number): number => Math.max(1, Math.ceil(size / 1024));
const sizeIfAny = (item: Item | undefined, length: TextLength): number =>
  item === undefined ? 0 : sizeOf(item, length);

const indexNames = ['pk', 'sk', 'duePk', 'dueSk'] as const;
/** The entry of the index that an item has; undefined where it has none. */
const entryOf = (item: Item | undefined): Item | undefined =>
  item?.['duePk'] === undefined || item['dueSk'] === undefined
    ? undefined
    : Object.fromEntries(indexNames.map((name) => [name, item[name] as Attribute]));

const indexUnits = ({ before, after }: TableCall, length: TextLength): number => {
  const [gone, come] = [entryOf(before), entryOf(after)];
  if (JSON.stringify(gone) === JSON.stringify(come)) return 0;
  return [gone, come].reduce(
    (sum, entry) => sum + (entry === undefined ? 0 : kilobytes(sizeOf(entry, length))),
    0,
  );
};

/** What one call is charged. */
export const unitsOf = (call: TableCall, length: TextLength = inUtf8): Units => {
  const { operation, read, before, after, isConsistent, isRefused } = call;
  if (operation === 'GetItem' || operation === 'Query') {
    const size = read.reduce((sum, item) => sum + sizeOf(item, length), 0);
    const units = Math.max(1, Math.ceil(size / 4096));
    return { ...noUnits, read: isConsistent ? units : units / 2 };
  }
  const write = kilobytes(Math.max(sizeIfAny(before, length), sizeIfAny(after, length)));
  return { ...noUnits, write, indexWrite: isRefused ? 0 : indexUnits(call, length) };
};
