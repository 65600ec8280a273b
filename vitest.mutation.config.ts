import { defineConfig } from 'vitest/config';

/** The domain's tests alone: what kills mutants of the law, the calendar, readiness and warnings. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    exclude: ['test/domain/{digest,simulation,moved-days,day,identifiers}.test.ts'],
    setupFiles: ['test/support/fewer-runs.ts'],
    // Properties over whole evaluations take seconds for each mutant, and the tables kill what they would.
    testNamePattern: '^(?!.*always holds)',
    testTimeout: 30_000,
  },
});
