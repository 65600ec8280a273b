import { addDays, type Day, day, daysBetween } from '../../domain/day.ts';

/** Draws that depend on nothing but the seed. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** One of the items, each as likely as its weight says. */
  readonly weighted: <T>(items: readonly [readonly [T, number], ...(readonly [T, number])[]]) => T;
}

/**
 * mulberry32 by Tommy Ettinger (2017, public domain), in the form of github.com/bryc/code,
 * jshash/PRNGs.md (public domain): small and fast, and good enough for test data.
 */
export const mulberry32 = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const randomFrom = (seed: number): Random => {
  const next = mulberry32(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
    weighted: (items) => {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items[0][0];
    },
  };
};

/** A seed of its own for the `place`th of many, so that each can be made without the others. */
export const seedAt = (seed: number, place: number): number =>
  Math.floor(
    mulberry32(Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b))() * 2 ** 32,
  );

export const dayBetween = (random: Random, first: string, last: string): Day => {
  const from = day(first);
  return addDays(from, random.between(0, daysBetween(from, day(last))));
};
