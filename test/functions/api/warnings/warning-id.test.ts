import { describe, expect, it } from 'vitest';
import { day } from '../../../../domain/day.ts';
import { BusinessId } from '../../../../domain/identifiers.ts';
import {
  type NamedWarning,
  warningIdOf,
  warningNamed,
} from '../../../../functions/api/warnings/warning-id.ts';

const businessId = BusinessId.parse('0204819-8');
const due = day('2026-09-01');

describe('the id of a warning', () => {
  it.each<[NamedWarning['kind'], string]>([
    ['deadline', 'join'],
    ['deadline', 'store-documents/older-people@organiser'],
    ['requirement', 'cards/2027-06-30'],
    ['plan', 'store-documents/substance-abuse'],
  ])('names a %s %s in an address, and is read back', (kind, id) => {
    const warning = { businessId, kind, id, due };
    const text = warningIdOf(warning);
    expect(text).toMatch(/^[A-Za-z0-9_-]{1,300}$/);
    expect(warningNamed(text)).toEqual(warning);
  });

  it.each([
    '',
    'maija',
    Buffer.from('0204819-8|deadline:join').toString('base64url'),
    Buffer.from('0204819-9|deadline:join|2026-09-01').toString('base64url'),
    Buffer.from('0204819-8|invented:join|2026-09-01').toString('base64url'),
    Buffer.from('0204819-8|deadline:join|2026-02-30').toString('base64url'),
    Buffer.from('0204819-8|deadline:JOIN|2026-09-01').toString('base64url'),
    `${warningIdOf({ businessId, kind: 'deadline', id: 'join', due })}=`,
  ])('is not %j', (text) => {
    expect(warningNamed(text)).toBeUndefined();
  });
});
