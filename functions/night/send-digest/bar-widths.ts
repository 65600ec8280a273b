/** A part narrower than this, in percent, could not be seen. */
const narrowest = 2;

/**
 * Whole percentages that add up to 100, in proportion to the counts, none below what can be seen:
 * `barWidths([399, 1])` is `[98, 2]`.
 */
export const barWidths = (counts: readonly number[]): readonly number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const widths = counts.map((count) => Math.max(narrowest, Math.floor((count / total) * 100)));
  const largest = counts.indexOf(Math.max(...counts));
  const rest = 100 - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === largest ? width + rest : width));
};
