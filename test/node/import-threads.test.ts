import { expect, test } from 'vitest';
import { planImport } from '../../src/knowledge/import/plan-import.ts';
import { toFileInputs } from '../../src/knowledge/source/content.ts';
import { loadCheckContext } from '../../src/node/check-context.ts';
import { ImportThreads } from '../../src/node/import-threads.ts';
import { readImportFile } from '../../src/node/read-import-file.ts';
import { SMALL_CONTENT } from '../knowledge/import/small-import-content.ts';

const TOKEN = ['ghp', '_', 'x7Kq2mWv9Rt4Zs8Lp3Nc6Yb1Hd5Jf0Gu2Ea4'].join('');
const TEXTS = [
  '# Mail is late\n\nThe queue was full. See [the cause](b.md).',
  '# Mail is late\n\nThe table was locked.',
  `# A token leaks\n\nThe log had ${TOKEN} in it.`,
  '',
  '# Mail is late\n\nThe table was locked.',
];
const FILES = TEXTS.map((text, index) => ({
  path: `${'abcde'.charAt(index)}.md`,
  bytes: new TextEncoder().encode(text),
}));

test('threads import files with the same outcome as one thread', async () => {
  const context = await loadCheckContext();
  const settings = { kind: 'postmortem', defaults: [], format: 'markdown' } as const;
  const { root } = SMALL_CONTENT;
  const threads = new ImportThreads({ ...settings, root, files: toFileInputs(SMALL_CONTENT) }, 2);
  try {
    const listFiles = async function* () {
      yield* FILES;
    };
    const read = await Promise.all(FILES.map((file) => readImportFile(file, settings)));
    const readInThreads = await threads.read(listFiles());
    expect(readInThreads).toEqual(read);
    const sources = read.flatMap((file) => ('why' in file ? [] : file.documents));
    const steps: string[] = [];
    const outcomes = await planImport(sources, SMALL_CONTENT, 'postmortem', context, {
      work: threads,
      onProgress: (work, number, total) => steps.push(`${work} ${number} of ${total}`),
    });
    expect(outcomes).toEqual(await planImport(sources, SMALL_CONTENT, 'postmortem', context));
    expect(outcomes.map(({ type }) => type)).toEqual(['new', 'new', 'new', 'known']);
    expect(outcomes[2]).toMatchObject({
      draft: { remarks: expect.arrayContaining(['GitHub token on line 18: the check refuses it']) },
    });
    expect(steps).toEqual([
      ...[1, 2, 3, 4].map((number) => `Drafting ${number} of 4`),
      'Searching 3 of 3',
      ...[1, 2, 3].map((number) => `Checking ${number} of 3`),
    ]);
  } finally {
    await threads.close();
  }
});
