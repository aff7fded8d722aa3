import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkFiles } from '../../src/knowledge/check/check-files.ts';
import { findMissingFiles } from '../../src/knowledge/check/run-rules.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { compareProblems } from '../../src/knowledge/source/problem.ts';
import { checkContent } from '../../src/node/check-content.ts';
import { loadCheckContext } from '../../src/node/check-context.ts';

/** Enough files for several threads. */
const MANY = 320;

const fields = (title: string) =>
  `---\ntitle: ${title}\nstarted: 2018-03-10\nvisibility: public\nservices: [nothing]\n---\n`;

it('reports the same from several threads as from one', async () => {
  const sources = Array.from({ length: MANY }, (_, at) => ({
    path: `postmortems/2018-03-10-case-${at}.mdx`,
    text: `${fields(`Case ${at}`)}\nThe engineer forgot to look, and the replicaton${at % 7 === 0 ? ' stoped on 10.0.12.7' : ''}.\n`,
  }));
  const broken = { path: 'broken.mdx', readError: 'Unexpected bytes' };
  const content = await createMaskedContent([...sources, broken], 'content');
  const alone = checkFiles(content, content.files, await loadCheckContext());
  const together = await checkContent(content);
  expect(alone.problems.length).toBeGreaterThan(MANY * 4);
  expect(together.problems).toEqual([...findMissingFiles(content), ...alone.problems].sort(compareProblems));
  expect(together.problems.map(({ rule }) => rule)).toContain('no-personal-data');
  expect(together.postmortems).toEqual(alone.postmortems);
  expect(together.files).toBe(MANY + 1);
  // Without a cache of compiled code, the threads must not create one.
  expect(existsSync('undefined')).toBe(false);
});
