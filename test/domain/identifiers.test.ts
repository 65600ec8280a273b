import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BusinessId,
  belongsToAnother,
  checkDigit,
  oidArcOf,
  UnitOid,
} from '../../domain/identifiers.ts';

const real = ['3221308-6', '0166906-4', '0204819-8', '0245929-6', '1366959-8'];
const sevenDigits = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'));
/** The weighted sum as law.md 5.1 writes it, apart from the code under test. */
const remainderOf = (digits: string): number => {
  const [a, b, c, d, e, f, g] = [...digits].map(Number);
  return (
    (7 * (a ?? 0) +
      9 * (b ?? 0) +
      10 * (c ?? 0) +
      5 * (d ?? 0) +
      8 * (e ?? 0) +
      4 * (f ?? 0) +
      2 * (g ?? 0)) %
    11
  );
};

describe('the check digit of a Y-tunnus', () => {
  it.each(real)('holds in %s', (id) => {
    expect(checkDigit(id.slice(0, 7))).toBe(Number(id.slice(8)));
    expect(BusinessId.parse(id)).toBe(id);
  });

  it.each(real)('refuses every other digit at the end of %s', (id) => {
    for (let digit = 0; digit <= 9; digit += 1) {
      const other = `${id.slice(0, 8)}${digit}`;
      expect(BusinessId.safeParse(other).success).toBe(other === id);
    }
  });

  it('is 0 where the remainder is 0', () => {
    expect(remainderOf('9000001')).not.toBe(0);
    expect(remainderOf('0000000')).toBe(0);
    expect(checkDigit('0000000')).toBe(0);
  });

  it('does not exist where the remainder is 1: such a number is never issued', () => {
    // 4 × 3 = 12, and 12 leaves 1 when divided by 11.
    expect(remainderOf('0000030')).toBe(1);
    expect(checkDigit('0000030')).toBeUndefined();
    for (let digit = 0; digit <= 9; digit += 1) {
      expect(BusinessId.safeParse(`0000030-${digit}`).success).toBe(false);
    }
  });

  it('is eleven less the remainder for any other seven digits, and accepts exactly one ending', () => {
    fc.assert(
      fc.property(sevenDigits, (digits) => {
        const remainder = remainderOf(digits);
        const expected = remainder === 0 ? 0 : remainder === 1 ? undefined : 11 - remainder;
        expect(checkDigit(digits)).toBe(expected);
        const accepted = Array.from({ length: 10 }, (_, digit) => `${digits}-${digit}`).filter(
          (id) => BusinessId.safeParse(id).success,
        );
        expect(accepted).toEqual(expected === undefined ? [] : [`${digits}-${expected}`]);
      }),
    );
  });

  it('catches one wrong digit, and two neighbours that changed places', () => {
    fc.assert(
      fc.property(
        sevenDigits.filter((digits) => checkDigit(digits) !== undefined),
        fc.nat(6),
        fc.integer({ min: 1, max: 9 }),
        (digits, place, change) => {
          const check = checkDigit(digits);
          const wrong = `${digits.slice(0, place)}${(Number(digits[place]) + change) % 10}${digits.slice(place + 1)}`;
          expect(BusinessId.safeParse(`${wrong}-${check}`).success).toBe(false);
          const swapped = `${digits.slice(0, place)}${digits[place + 1] ?? ''}${digits[place]}${digits.slice(place + 2)}`;
          if (swapped !== digits) {
            expect(BusinessId.safeParse(`${swapped}-${check}`).success).toBe(false);
          }
        },
      ),
    );
  });

  it.each([
    ['02048198', 'no hyphen'],
    ['204819-8', 'the leading zero is left out'],
    ['0204819-08', 'two check digits'],
    [' 0204819-8', 'a space before'],
    ['0204819-8\n', 'a line break after'],
    ['FI02048198', 'a VAT number'],
    ['0204819–8', 'a dash that is not a hyphen'],
    ['٠٢٠٤٨١٩-٨', 'digits of another script'],
    ['', 'nothing'],
  ])('does not help where the form is wrong: %j (%s)', (text) => {
    expect(BusinessId.safeParse(text).success).toBe(false);
  });
});

describe('the OID of a unit', () => {
  it.each([
    ['1.2.246.10.2048198.10.1', 'a service unit'],
    ['1.2.246.10.32213086.10.0', 'an operating unit'],
    ['1.2.246.10.2085212.10.1306', 'a large number'],
    ['1.2.246.10.32213086.19.0', 'a register keeper'],
  ])('%s is one: %s', (oid) => {
    expect(UnitOid.parse(oid)).toBe(oid);
  });

  it.each([
    ['1.2.246.10.02048198.10.1', 'the Y-tunnus keeps its leading zero'],
    ['1.2.246.10.2048198.10.01', 'a leading zero in another arc'],
    ['1.2.246.10.2048198.010.1', 'a leading zero in the arc of units'],
    ['1.2.246.10.0.10.1', 'no organisation is numbered 0'],
    ['1.2.246.10.0204819-8.10.1', 'the Y-tunnus as it is written'],
    ['1.2.246.10.2048198', 'an organisation, not a unit'],
    ['1.2.246.10.2048198.10.', 'ends with a dot'],
    ['1.2.246.10..10.1', 'an empty arc'],
    ['1.2.246.537.6.202.1', 'of another root'],
    ['1.2.246.10.2048198.10.1 ', 'a space after'],
    ['1.2.246.10.2048198.10.1\n', 'a line break after'],
    [`1.2.246.10.2048198.10.${'1'.repeat(120)}`, 'too long'],
  ])('%j is none: %s', (oid) => {
    expect(UnitOid.safeParse(oid).success).toBe(false);
  });
});

describe('the Y-tunnus inside an OID', () => {
  it.each([
    ['0204819-8', '2048198'],
    ['3221308-6', '32213086'],
    ['0166906-4', '1669064'],
  ])('%s is carried as %s, without hyphen and leading zero', (id, arc) => {
    expect(oidArcOf(BusinessId.parse(id))).toBe(arc);
  });

  it.each([
    ['1.2.246.10.2048198.10.1', '0204819-8', false],
    ['1.2.246.10.32213086.10.0', '3221308-6', false],
    ['1.2.246.10.32213086.10.0', '0204819-8', true],
    ['1.2.246.10.20481980.10.1', '0204819-8', true],
    ['1.2.246.10.2048198.10.2048198', '3221308-6', true],
  ])('%s beside %s is of another: %s', (oid, id, expected) => {
    expect(belongsToAnother(UnitOid.parse(oid), BusinessId.parse(id))).toBe(expected);
  });
});
