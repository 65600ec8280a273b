/** The least value that so many percent are not above: `percentile([3, 1, 2], 50) === 2`. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = Math.ceil((percent / 100) * sorted.length) - 1;
  return sorted[Math.max(0, place)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 50);
