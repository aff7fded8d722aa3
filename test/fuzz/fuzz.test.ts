/** For any file, the check reports a problem or the site can show the file. `npm run fuzz` tries more files. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import type { Problem } from '../../src/knowledge/source/problem.ts';
import { checkContent } from '../../src/node/check-content.ts';
import { FOUND_CASES } from './found-cases.ts';
import { BASE_FILES, hostileFiles } from './hostile-files.ts';
import { checkHostileFile, findViolations } from './invariants.ts';

/** Small, so that 500 files take seconds. `npm run fuzz` tries longer ones. */
const MAX_LENGTH = 2_000;

test('checks 500 hostile files without breaking an invariant', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileFiles(MAX_LENGTH), async (file) => {
      expect(findViolations(file, await checkHostileFile(file))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

function describeProblem({ line, column, rule, message, hint = '' }: Problem): string {
  const [, more] = /^There (?:is|are) (\d+) more/.exec(hint) ?? [];
  return `${line}:${column} ${rule}${more ? `, ${more} more` : ''}: ${message}`;
}

describe('still handles a file that was found before', () => {
  test.each(FOUND_CASES)('$name', { timeout: 60_000 }, async ({ path, text, expected }) => {
    const content = await createMaskedContent(
      [...BASE_FILES.filter((file) => file.path !== path), { path, text }],
      'content',
    );
    const { problems } = await checkContent(content);
    const last = problems.findLast((problem) => problem.path === `content/${path}`);
    const found = last ? describeProblem(last) : '';
    expect(found.slice(0, expected.length || undefined)).toBe(expected);
    if (text.length > MAX_LENGTH) return;
    const bytes = new TextEncoder().encode(text);
    const file = { origin: 'find', path, bytes, isBroken: false };
    expect(findViolations(file, await checkHostileFile(file))).toEqual([]);
  });
});
