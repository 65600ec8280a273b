import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../../domain/day.ts';
import { BusinessId } from '../../../../domain/identifiers.ts';
import {
  type AcknowledgementLink,
  readToken,
  tokenOf,
} from '../../../../functions/api/acknowledgement/acknowledgement-link.ts';

const key = Buffer.from('k'.repeat(32));
const today = day('2026-11-22');
const link: AcknowledgementLink = {
  businessId: BusinessId.parse('0204819-8'),
  subjects: [
    { kind: 'deadline', id: 'join' },
    { kind: 'deadline', id: 'store-documents/older-people' },
  ],
  due: day('2026-09-01'),
  recipient: 'aino',
  language: 'sv',
  until: day('2027-01-21'),
};
const token = tokenOf(link, key);

describe('the token of a link', () => {
  it('says what it was made of', () => {
    expect(readToken(token, { key, today })).toEqual({ kind: 'valid', link });
  });

  it('stands in an address as it is', () => {
    expect(token).toMatch(/^[A-Za-z0-9_.-]{1,2000}$/);
  });

  it('holds on its last day, and has ended on the day after', () => {
    const on = (value: string) => readToken(token, { key, today: day(value) }).kind;
    expect([on('2027-01-21'), on('2027-01-22')]).toEqual(['valid', 'ended']);
  });

  it('is none where no key was ever made, or another', () => {
    expect(readToken(token, { key: undefined, today })).toEqual({ kind: 'wrong' });
    expect(readToken(token, { key: Buffer.from('x'.repeat(32)), today })).toEqual({
      kind: 'wrong',
    });
  });

  it('cannot be changed in any place, nor cut or grown', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...'AZaz09_-.=~'), (place, letter) => {
        const at = place % token.length;
        const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
        if (changed !== token) expect(readToken(changed, { key, today }).kind).toBe('wrong');
        expect(readToken(token.slice(0, at), { key, today }).kind).toBe('wrong');
        expect(readToken(`${token}${letter}`, { key, today }).kind).toBe('wrong');
      }),
    );
  });

  it('is no other text that was signed with the key for another purpose', () => {
    const [payload = ''] = token.split('.');
    const signature = createHmac('sha256', key).update(payload).digest('base64url');
    expect(readToken(`${payload}.${signature}`, { key, today }).kind).toBe('wrong');
  });

  it.each(['', '.', 'a.b', '..', 'null', '__proto__.constructor', '🏥.🏥', 'a'.repeat(9000)])(
    'is not %j',
    (text) => {
      expect(readToken(text, { key, today }).kind).toBe('wrong');
    },
  );
});
