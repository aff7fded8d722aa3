import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Content } from '../../src/knowledge/source/content.ts';
import { checkContent } from '../../src/node/check-content.ts';
import { checkFiles } from '../../src/node/check-files.ts';

/** Enough to be worth further threads. */
const MANY = 320;

const fields = (title: string) => `---\ntitle: ${title}\nstarted: 2018-03-10\nservices: [nothing]\n---\n`;

it('many files are said the same of by several threads as by one', async () => {
  const sources = Array.from({ length: MANY }, (_, at) => ({
    path: `postmortems/2018-03-10-case-${at}.mdx`,
    text: `${fields(`Case ${at}`)}\nThe engineer forgot to look, and the replicaton${at % 7 === 0 ? ' stoped' : ''}.\n`,
  }));
  const content = new Content([...sources, { path: 'broken.mdx', readError: 'Unexpected bytes' }], 'content');
  const alone = await checkFiles(content, content.files);
  const together = await checkContent(content);
  expect(alone.problems.length).toBeGreaterThan(MANY * 4);
  expect(together.problems).toEqual(alone.problems);
  expect(together.postmortems).toEqual(alone.postmortems);
  expect(together.files).toBe(MANY + 1);
  // Where nothing compiled is kept, the threads keep nothing either.
  expect(existsSync('undefined')).toBe(false);
});
