import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 240_000,
    silent: 'passed-only',
    reporters: ['default', ['json', { outputFile: '.test-results.json' }]],
  },
});
