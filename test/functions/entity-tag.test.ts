import { describe, expect, it } from 'vitest';
import { entityTag, ifMatchHolds } from '../../functions/entity-tag.ts';

describe('an entity tag', () => {
  it('is the same for the same content, whatever the order of its fields', () => {
    expect(entityTag({ a: 1, b: { c: 2, d: 3 } })).toBe(entityTag({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('changes with any value', () => {
    expect(entityTag({ a: [1, 2] })).not.toBe(entityTag({ a: [2, 1] }));
  });

  it('is strong: in quotes, and nothing before them', () => {
    expect(entityTag({})).toMatch(/^"[A-Za-z0-9_-]+"$/);
  });
});

describe('If-Match', () => {
  it.each<[string, string | undefined, boolean, string]>([
    ['"a"', '"a"', true, 'the same'],
    ['"b"', '"a"', false, 'another'],
    ['"b", "a"', '"a"', true, 'one of several'],
    ['*', '"a"', true, 'anything'],
    ['*', undefined, false, 'anything, and there is nothing'],
    ['"a"', undefined, false, 'something, and there is nothing'],
    ['W/"a"', '"a"', false, 'a weak one, which never matches strongly'],
    ['a', '"a"', false, 'without its quotes'],
    ['', '"a"', false, 'an empty one'],
  ])('%s against %s is %s: %s', (header, current, holds) => {
    expect(ifMatchHolds(header, current)).toBe(holds);
  });
});
