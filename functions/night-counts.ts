import * as z from 'zod';

export const nightCounts = z.object({
  due: z.int(),
  evaluated: z.int(),
  changed: z.int(),
  /** Raised; a warning to several recipients is one. */
  warnings: z.int(),
  /** Of these, such as no supervisor is there for. */
  unaddressed: z.int(),
  // Nights of before there were sweeps counted neither.
  /** Looked at by the weekly sweep, though nothing was known to change. */
  swept: z.int().default(0),
  /** Of these, such as had changed all the same: the next day on which they could was wrong. */
  differing: z.int().default(0),
});
/** What a night has counted; each organisation once, however often the night runs. */
export type NightCounts = z.infer<typeof nightCounts>;

export const noCounts: NightCounts = {
  due: 0,
  evaluated: 0,
  changed: 0,
  warnings: 0,
  unaddressed: 0,
  swept: 0,
  differing: 0,
};

export const total = (all: readonly NightCounts[]): NightCounts =>
  all.reduce(
    (sum, one) => ({
      due: sum.due + one.due,
      evaluated: sum.evaluated + one.evaluated,
      changed: sum.changed + one.changed,
      warnings: sum.warnings + one.warnings,
      unaddressed: sum.unaddressed + one.unaddressed,
      swept: sum.swept + one.swept,
      differing: sum.differing + one.differing,
    }),
    noCounts,
  );
