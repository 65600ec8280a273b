import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { inCharacters, sizeOf, unitsOf } from '../../bench/request-units/billing.ts';
import type { Item, TableCall } from '../../local/memory-table.ts';

const item = (facts: Record<string, unknown>) =>
  marshall({ pk: 'ORG#1', sk: 'STATE', ...facts }) as unknown as Item;
const call = (facts: Partial<TableCall>): TableCall => ({
  operation: 'PutItem',
  isConsistent: true,
  isOfIndex: false,
  read: [],
  before: undefined,
  after: undefined,
  isRefused: false,
  ...facts,
});
/** An item of a size in bytes; 14 are its keys and the other name. */
const ofSize = (bytes: number, facts = {}) => item({ x: 'a'.repeat(bytes - 15), ...facts });
const due = (day: string) => ({ duePk: 'DUE#00', dueSk: `${day}#1` });

describe('the size of an item', () => {
  it('is its names and values, in UTF-8', () => {
    expect(sizeOf(item({}))).toBe(14);
    expect(sizeOf(ofSize(1024))).toBe(1024);
    expect(sizeOf(item({ x: 'ö' }))).toBe(17);
    expect(sizeOf(item({ x: 'ö' }), inCharacters)).toBe(16);
    expect(sizeOf(item({ n: 123, b: true, z: null }))).toBe(14 + 4 + 2 + 2);
    expect(sizeOf(item({ l: ['ab', 1], m: { k: 'v' } }))).toBe(14 + 1 + 9 + 1 + 6);
  });
});

describe('what a call is charged', () => {
  it.each([
    [{ after: ofSize(1024) }, 1],
    [{ after: ofSize(1025) }, 2],
    [{ before: ofSize(3000), after: ofSize(100) }, 3],
    [{ operation: 'DeleteItem', before: ofSize(2048) }, 2],
    [{ operation: 'DeleteItem' }, 1],
    [{ isRefused: true, before: ofSize(2049), after: ofSize(2049) }, 3],
  ])('a write of %j is the larger of before and after, by kilobytes', (facts, units) => {
    expect(unitsOf(call(facts)).write).toBe(units);
  });

  it.each([
    ['nothing where the item has no place in it', {}, {}, 0],
    ['one where it comes', {}, due('2026-11-22'), 1],
    ['one where it goes', due('2026-11-22'), {}, 1],
    ['two where its day changes', due('2026-11-22'), due('2026-11-23'), 2],
    ['nothing where it stays', due('2026-11-22'), due('2026-11-22'), 0],
  ])('of the index is %s', (_, before, after, units) => {
    const facts = { before: ofSize(500, before), after: ofSize(600, after) };
    expect(unitsOf(call(facts)).indexWrite).toBe(units);
  });

  it.each([
    [{ read: [] }, 1],
    [{ read: [], isConsistent: false }, 0.5],
    [{ read: [ofSize(4096)] }, 1],
    [{ read: [ofSize(2049), ofSize(2049)] }, 2],
    [{ read: [ofSize(100), ofSize(100)], isConsistent: false }, 0.5],
  ])('a read of %j adds up before it rounds', (facts, units) => {
    expect(unitsOf(call({ operation: 'Query', ...facts })).read).toBe(units);
  });
});
