import { describe, expect, it } from 'vitest';
import { day } from '../../domain/day.ts';
import { isRed, turnsRed } from '../../domain/red.ts';
import type { Warning, WarningKind } from '../../domain/warnings.ts';

const due = day('2026-09-01');
const warning = (kind: WarningKind, rung: number): Warning => ({ kind, id: 'x', due, rung });

describe('red', () => {
  it.each([
    ['deadline', -1, false],
    ['deadline', 0, true],
    ['deadline', 112, true],
    ['requirement', -7, false],
    ['requirement', 0, true],
    ['plan', -200, true],
    ['statement', 0, false],
    ['waiver', 0, false],
  ] as const)('is a %s at rung %i: %s', (kind, rung, expected) => {
    expect(isRed(warning(kind, rung))).toBe(expected);
  });

  it.each([
    ['what was never told', undefined, true],
    ['what was told before its day', { due, rung: -1 }, true],
    ['what was told of another day', { due: day('2026-08-01'), rung: 28 }, true],
    ['not what was told to be red', { due, rung: 0 }, false],
  ])('turns %s', (_, told, expected) => {
    expect(turnsRed(warning('deadline', 7), told)).toBe(expected);
  });

  it('turns nothing that has only come nearer', () => {
    expect(turnsRed(warning('deadline', -1), undefined)).toBe(false);
  });
});
