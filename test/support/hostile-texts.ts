import fc from 'fast-check';
import { line } from '../../domain/organisation.ts';

const pieces = [
  '=1+1',
  '+358',
  '-',
  '@SUM(A1)',
  "'",
  '"',
  '""',
  ';',
  ',',
  '|',
  ' ',
  '<a@b.fi> (fi); ',
  '<',
  '>',
  '(sv)',
  '1.2.246.10.1.1 ',
  'sep=;',
  '＝1',
  '\u202e',
  '\u200b',
  '🏥',
  'Ääkkönen & Örkki',
  '\\',
  '{{x}}',
];

/** Names that the API takes and that somebody chose to break a table. */
export const hostileName: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  )
  .map((text) => line(300).safeParse(text).data)
  .filter((text) => text !== undefined);
