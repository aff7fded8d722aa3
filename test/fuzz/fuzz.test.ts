/** Whatever stands in a file, the check says where and what, or the site can show it. `npm run fuzz` tries more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Content } from '../../src/knowledge/source/content.ts';
import { runGate } from '../../src/node/gate.ts';
import { FINDS } from './finds.ts';
import { BASE, hostileFiles } from './hostile-files.ts';
import { brokenPromises, checked } from './what-must-hold.ts';

/** Small, so that five hundred take seconds; what grows with the length is tried by the command. */
const MOST = 2_000;

test('500 files that no author writes', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileFiles(MOST), async (file) => {
      expect(brokenPromises(file, await checked(file))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('what was found before', () => {
  test.each(FINDS)('$name', { timeout: 60_000 }, async ({ path, text, says }) => {
    const content = new Content([...BASE.filter((file) => file.path !== path), { path, text }], 'content');
    const { problems } = await runGate(content);
    const last = problems.filter((problem) => problem.path === `content/${path}`).at(-1);
    const told = last
      ? `${last.line}:${last.column} ${last.rule}: ${last.message}${last.hint ? ` (${last.hint})` : ''}`
      : '';
    expect(told).toBe(says);
    if (text.length > MOST) return;
    const bytes = new TextEncoder().encode(text);
    const file = { origin: 'find', path, bytes, isBroken: false };
    expect(brokenPromises(file, await checked(file))).toEqual([]);
  });
});
