/** Whatever stands in a file, the check says where and what, or the site can show it. `npm run fuzz` tries more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Content } from '../../src/knowledge/source/content.ts';
import { checkContent } from '../../src/node/check-content.ts';
import { FOUND_CASES } from './found-cases.ts';
import { BASE_FILES, hostileFiles } from './hostile-files.ts';
import { checkHostileFile, findViolations } from './invariants.ts';

/** Small, so that five hundred take seconds; what grows with the length is tried by the command. */
const MOST = 2_000;

test('500 files that no author writes', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileFiles(MOST), async (file) => {
      expect(findViolations(file, await checkHostileFile(file))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('what was found before', () => {
  test.each(FOUND_CASES)('$name', { timeout: 60_000 }, async ({ path, text, expected: says }) => {
    const content = new Content(
      [...BASE_FILES.filter((file) => file.path !== path), { path, text }],
      'content',
    );
    const { problems } = await checkContent(content);
    const last = problems.filter((problem) => problem.path === `content/${path}`).at(-1);
    const told = last
      ? `${last.line}:${last.column} ${last.rule}: ${last.message}${last.hint ? ` (${last.hint})` : ''}`
      : '';
    expect(told).toBe(says);
    if (text.length > MOST) return;
    const bytes = new TextEncoder().encode(text);
    const file = { origin: 'find', path, bytes, isBroken: false };
    expect(findViolations(file, await checkHostileFile(file))).toEqual([]);
  });
});
