import { defineConfig } from 'vitest/config';

process.env.NODE_ENV = 'production';

/**
 * The tests that run the code of the rooms in their own process, without a built site. Tests that start processes or
 * threads cannot see which mutant is active.
 */
export default defineConfig({
  test: {
    include: [
      'test/knowledge/**/*.test.ts',
      'test/content/**/*.test.ts',
      'test/pdf/**/*.test.ts',
      'test/search/**/*.test.ts',
      'test/node/search/**/*.test.ts',
      'test/node/bad-files.test.ts',
    ],
    testTimeout: 30_000,
  },
});
