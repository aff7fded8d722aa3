import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/browser/slow-first.ts';

// The parsers as they run for users: in development they stop at assertions of their own.
process.env.NODE_ENV = 'production';
// Tests leave the user's own cache as it is.
process.env.XDG_CACHE_HOME = join(tmpdir(), 'hindsight-test-cache');

/** Limits for what hangs, not for what is slow: the tests wait for states, on machines that may be busy. */
const BROWSER_LIMITS = { testTimeout: 180_000, hookTimeout: 300_000, expect: { poll: { timeout: 90_000 } } };

export default defineConfig({
  test: {
    // By default, one processor is kept free, which is half of a machine with two.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/import-eval/**', 'node_modules/**'],
          // To load the parsers again for each file takes longer than most tests. A test that changes something global
          // (the environment, a mock) puts it back.
          isolate: false,
          // For the processes that tests start.
          env: { NODE_COMPILE_CACHE: resolve('.cache/compiled') },
          // Long enough for a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'import-eval',
          include: ['test/import-eval/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: ['test/browser/preview.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          ...BROWSER_LIMITS,
        },
      },
      {
        test: {
          name: 'preview',
          include: ['test/browser/preview.test.ts'],
          // After the others: builds next to it would make it wait.
          sequence: { groupOrder: 1 },
          ...BROWSER_LIMITS,
        },
      },
    ],
  },
});
