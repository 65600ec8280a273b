import { expect, test } from 'vitest';
import { median, percentile } from '../../bench/figures.ts';

test.each<[readonly number[], number, number]>([
  [[3, 1, 2], 50, 2],
  [[4, 3, 2, 1], 50, 2],
  [Array.from({ length: 200 }, (_, i) => 200 - i), 99, 198],
  [[7], 99, 7],
  [[1, 2], 100, 2],
])('of %j, %i percent are not above %i', (values, percent, value) => {
  expect(percentile(values, percent)).toBe(value);
});

test('a median has as many below it as above it', () => {
  expect(median([9, 1, 5])).toBe(5);
});
