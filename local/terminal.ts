import { stripVTControlCharacters } from 'node:util';

/** Where what a person should read is written. */
export interface Terminal {
  /** A line for her to read. */
  say(line: string): void;
  /** A line about something that went wrong. */
  warn(line: string): void;
}

/** Standard output, and standard error for what went wrong. */
export const terminal: Terminal = {
  say: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`),
};

const width = (text: string): number => [...stripVTControlCharacters(text)].length;

/** Rows under their headings, in columns; the numbers of a column stand to the right. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] => {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...all.map((row) => width(String(row[column] ?? '')))),
  );
  const line = (row: readonly (string | number)[]) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - width(String(cell)));
        return typeof cell === 'number' ? `${padding}${cell}` : `${cell}${padding}`;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((count) => '─'.repeat(count)).join('──');
  return [line(headings), rule, ...rows.map(line)];
};
