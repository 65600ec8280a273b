import * as z from 'zod';

/** What the load generator is told to do. */
export const load = z.strictObject({
  url: z.url(),
  token: z.string(),
  method: z.enum(['GET', 'POST']),
  paths: z.array(z.string()).min(1),
  body: z.string().optional(),
  amount: z.int().positive(),
  connections: z.int().positive(),
  /** What each answer must hold. */
  holding: z.string(),
});
export type Load = z.infer<typeof load>;

/** How it went. */
export const loadFigures = z.strictObject({
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
  /** Answers that were not 2xx or did not hold what they should, and requests that failed. */
  wrong: z.int(),
  answered: z.int(),
});
export type LoadFigures = z.infer<typeof loadFigures>;
