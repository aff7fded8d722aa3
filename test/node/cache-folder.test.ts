import { isAbsolute, relative } from 'node:path';
import { expect, test } from 'vitest';
import { RESULTS_FOLDER } from '../../src/node/cache-folder.ts';

test('results are kept outside the checkout, so that no pull request can bring its own', () => {
  const path = relative(process.cwd(), RESULTS_FOLDER);
  expect(path.startsWith('..') || isAbsolute(path)).toBe(true);
  expect(RESULTS_FOLDER.startsWith(process.env.XDG_CACHE_HOME ?? '?')).toBe(true);
});
