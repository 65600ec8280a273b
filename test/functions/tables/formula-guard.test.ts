import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, withoutGuard } from '../../../functions/tables/formula-guard.ts';

describe('a cell that a spreadsheet would compute', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+358 40', "'+358 40"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['  =1', "  '=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['Hoiva;=1', "Hoiva;'=1"],
    ['Hoiva, =1', "Hoiva, '=1"],
    ['Hoiva"=1', 'Hoiva"\'=1'],
    ['a\n=1', "a\n'=1"],
  ])('%j is written as a text, %j', (text, safe) => {
    expect(guarded(text)).toBe(safe);
  });

  it.each(['Hoiva Oy', 'a=b', 'Erkki-Pekka', 'nimi@example.fi', "O'Brien", '5 - 3', ''])(
    '%j is none, and stays as it is',
    (text) => {
      expect(guarded(text)).toBe(text);
      expect(withoutGuard(text)).toBe(text);
    },
  );

  const dangerous = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'=+-@\t\r\n;,|"\' \u00a0＝＋－＠ab'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    )
    .map((parts) => parts.join(''));

  it('never begins a cell after it was written, wherever a spreadsheet splits it', () => {
    fc.assert(
      fc.property(dangerous, (text) => {
        for (const cell of guarded(text).split(/[;,|\t\r\n"]/)) {
          expect(cell.replace(/^[ \u00a0]+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same again when it is read', () => {
    fc.assert(
      fc.property(dangerous, (text) => {
        expect(withoutGuard(guarded(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
