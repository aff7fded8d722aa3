import { defineConfig } from 'vitest/config';

process.env.NODE_ENV = 'production';

/** The tests of the pure code, and the bad files. Tests that start processes cannot see which mutant is active. */
export default defineConfig({
  test: {
    include: ['test/knowledge/**/*.test.ts', 'test/node/bad-files.test.ts'],
    testTimeout: 30_000,
  },
});
