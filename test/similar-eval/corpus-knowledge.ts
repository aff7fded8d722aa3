/**
 * Imports the public corpus icco/postmortems into a knowledge base, in addition to the sample content. The corpus is not
 * part of this repository: `HINDSIGHT_CORPUS` is the path of its folder.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import type { PostmortemEntry } from '../../src/knowledge/graph/entries.ts';
import type { Knowledge } from '../../src/knowledge/graph/knowledge.ts';
import { createDraft } from '../../src/knowledge/import/draft.ts';
import { readCorpus } from '../../src/knowledge/import/markdown-reader.ts';
import { createVocabularyLookup } from '../../src/knowledge/import/vocabulary-lookup.ts';
import { Content } from '../../src/knowledge/source/content.ts';
import { readContent } from '../../src/node/content-folder.ts';

export interface CorpusKnowledge {
  readonly knowledge: Knowledge;
  /** By the first eight digits of their UUIDs, as in `pairs.ts`. */
  readonly byUuid: ReadonlyMap<string, PostmortemEntry>;
}

/** @throws if the folder contains no corpus */
export async function readCorpusKnowledge(folder: string): Promise<CorpusKnowledge> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f-]{36}\.md$/.test(name)).sort();
  if (names.length === 0) throw new Error(`${folder} contains no file of the corpus`);
  const content = await readContent();
  const vocabulary = createVocabularyLookup(content);
  const drafts = new Map<string, { id: string; path: string; text: string }>();
  for (const name of names) {
    const source = readCorpus({ path: name, text: await readFile(join(folder, name), 'utf8') });
    const isTaken = (id: string) => drafts.has(id) || content.findDocument('postmortem', id) !== undefined;
    const draft = createDraft(source, { kind: 'postmortem', vocabulary, isTaken });
    drafts.set(draft.id, draft);
  }
  const own = content.files.flatMap(({ path, text, type }) =>
    type === 'picture' ? [] : [{ path: path.slice(content.root.length + 1), text }],
  );
  const knowledge = createKnowledge(new Content([...own, ...drafts.values()], content.root));
  const ids = [...drafts.keys()];
  const byUuid = new Map(
    names.map((name, index) => [name.slice(0, 8), knowledge.get('postmortem', ids[index] ?? '')]),
  );
  return { knowledge, byUuid };
}
