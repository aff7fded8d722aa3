/** The sentences of the content, as its own check reads them: without code, signals and quotations. */
import { getProse } from '../../src/knowledge/check/prose.ts';
import { readContent } from '../../src/node/content-folder.ts';
import type { Fragment } from './fragment.ts';

export async function readContentFragments(
  folder: string,
): Promise<{ path: string; text: string; fragments: Fragment[] }[]> {
  const { files } = await readContent(folder);
  return files.map((file) => ({
    path: file.path,
    text: file.text,
    fragments: getProse(file).passages.map(({ start, end }) => ({
      kind: 'content',
      start,
      text: file.text.slice(start, end),
    })),
  }));
}
