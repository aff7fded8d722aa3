/** What `kb bundle` refuses before it builds anything. `test/browser/` opens whole bundles. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCommandLines } from './run-command-lines.ts';

vi.setConfig({ testTimeout: 60_000 });

let scratch: string;
const CONTENT = 'test/fixtures/bad/base';

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'hindsight bundle '));
  mkdirSync(join(scratch, 'folder.zip'));
  writeFileSync(join(scratch, 'notes.txt'), 'precious');
  writeFileSync(
    join(scratch, 'photos.zip'),
    'PK\u0003\u0004, and then the photos of the last summer, and more of them',
  );
});
afterAll(() => rmSync(scratch, { recursive: true }));

test('refuses a place where it would replace something else, or cannot write, in one sentence', async () => {
  const inScratch = (name: string) => join(scratch, name);
  const cases: [outFile: string, why: string][] = [
    [inScratch('notes.txt'), 'it exists, and is not a bundle of this site. Choose another name.'],
    [inScratch('photos.zip'), 'it exists, and is not a bundle of this site. Choose another name.'],
    [inScratch('folder.zip'), 'it is a folder. Choose the name of a file.'],
    [
      inScratch('nowhere/a.zip'),
      `there is no folder \`${inScratch('nowhere')}\`. Create it, or choose another place.`,
    ],
    [inScratch('notes.txt/a.zip'), 'part of its path is a file. Choose another path.'],
    [`${CONTENT}/a.zip`, 'it is inside the content folder. Choose another place.'],
    ['public/a.zip', 'it is inside the `public` folder of this project. Choose another place.'],
  ];
  const results = await runCommandLines(
    cases.map(([outFile]) => ({ words: ['bundle', '--outFile', outFile], content: CONTENT })),
  );
  expect(results).toEqual(
    cases.map(([outFile, why]) => ({ code: 2, stdout: '', stderr: `Cannot write \`${outFile}\`: ${why}\n` })),
  );
  expect(readFileSync(inScratch('notes.txt'), 'utf8')).toBe('precious');
});

test('reports a content folder that does not exist, and an unknown audience', async () => {
  const missing = join(scratch, 'nowhere');
  const results = await runCommandLines([
    { words: ['bundle'], content: missing },
    { words: ['bundle', '--audience', 'publik'], content: CONTENT },
  ]);
  expect(results.map(({ code, stderr }) => [code, stderr])).toEqual([
    [
      2,
      `There is no content folder \`${missing}\`. Set HINDSIGHT_CONTENT to the folder that contains your content.\n`,
    ],
    [2, 'There is no audience `publik`, did you mean `public`?\n'],
  ]);
});
