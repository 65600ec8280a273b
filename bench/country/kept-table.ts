import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type Item, MemoryTable } from '../../local/memory-table.ts';

/*
 * A table in a file: before each partition's items their length, since no text may be as long as a country.
 */

const lengthBytes = 4;

export const keepTable = (table: MemoryTable, file: string): void => {
  const handle = openSync(file, 'w');
  for (const items of table.snapshot().values()) {
    const bytes = serialize([...items.values()]);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32LE(bytes.length);
    writeSync(handle, length);
    writeSync(handle, bytes);
  }
  closeSync(handle);
};

/** Throws where the file is not there. */
export const keptTable = (file: string): MemoryTable => {
  const table = new MemoryTable();
  const handle = openSync(file, 'r');
  const length = Buffer.alloc(lengthBytes);
  while (readSync(handle, length) === lengthBytes) {
    const bytes = Buffer.alloc(length.readUInt32LE());
    readSync(handle, bytes);
    for (const item of deserialize(bytes) as readonly Item[]) table.put(item);
  }
  closeSync(handle);
  return table;
};
