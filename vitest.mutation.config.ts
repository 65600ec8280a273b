import { defineConfig } from 'vitest/config';

/** The domain's tests alone: what kills mutants of the law, the calendar, readiness and warnings. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    exclude: ['test/domain/{digest,simulation,moved-days,day,identifiers}.test.ts'],
    setupFiles: ['test/support/fewer-runs.ts'],
    // It evaluates every day between two changes: minutes of work that no mutant needs.
    testNamePattern: '^(?!.*nothing changes by time alone before nextChange)',
    testTimeout: 30_000,
  },
});
