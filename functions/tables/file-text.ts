import type { Text } from '../../domain/language.ts';
import { fileTexts } from './table-texts.ts';

/** The text of a file, or why it is none. */
export type FileText = { readonly text: string } | { readonly fault: Text };

/** Beginnings that say how the rest is written. */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * The text of a file that a spreadsheet saved: UTF-8 and UTF-16 by their marks, UTF-8 without one, and
 * what cannot be UTF-8 as Windows-1252, which Finnish Excel writes as "CSV". Lines end in `\n`.
 */
export const fileText = (bytes: Uint8Array): FileText => {
  const mark = marks.find((one) => one.bytes.every((byte, i) => bytes[i] === byte));
  const text =
    mark === undefined
      ? (decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252'))
      : decoded(bytes, mark.encoding);
  // Pictures, workbooks and UTF-16 without its mark hold bytes of nothing.
  if (text === undefined || text.includes('\0')) return { fault: fileTexts['not-text'] };
  return { text: text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') };
};
