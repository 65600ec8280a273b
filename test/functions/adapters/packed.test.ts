import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptText, packedText } from '../../../functions/adapters/packed.ts';

describe('a text that is kept', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
        expect(keptText.parse(packedText(text))).toBe(text.toWellFormed());
      }),
    );
  });

  it('is packed where that spares a kilobyte, and readable where it does not', () => {
    expect(packedText('lyhyt')).toBe('lyhyt');
    expect(packedText('pitkä '.repeat(500)).length).toBeLessThan(100);
  });

  it('that cannot be unpacked is told, and does not throw', () => {
    expect(keptText.safeParse(new Uint8Array([1, 2, 3])).success).toBe(false);
  });
});
