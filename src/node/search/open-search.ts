/** The search of a knowledge base on disk: by its built index, or straight from its content where none is built. */
import { join } from 'node:path';
import { runRules } from '../../knowledge/check/run-rules.ts';
import { createEntries } from '../../knowledge/graph/entries.ts';
import { Knowledge } from '../../knowledge/graph/knowledge.ts';
import { createLexicon } from '../../knowledge/search/create-lexicon.ts';
import { createSearchDocuments, type SearchDocument } from '../../knowledge/search/search-document.ts';
import type { SearchEngine } from '../../knowledge/search/search-engine.ts';
import type { SearchLexicon } from '../../knowledge/search/search-lexicon.ts';
import { createAddresses } from '../../knowledge/source/addresses.ts';
import { PagefindEngine } from '../../search/pagefind-engine.ts';
import { readContent } from '../content-folder.ts';
import { MiniSearchEngine } from './minisearch-engine.ts';
import { isIndexFolder, openIndexFolder } from './pagefind-folder.ts';

export interface OpenedSearch {
  readonly engine: SearchEngine;
  readonly lexicon: SearchLexicon;
  /** What is searched, in words. */
  readonly description: string;
}

/** Where the build writes the index. */
export const BUILT_INDEX_FOLDER = join(import.meta.dirname, '..', '..', '..', 'dist', 'pagefind');

/** @throws where there is neither an index nor content without errors */
export async function openSearch(folder = BUILT_INDEX_FOLDER): Promise<OpenedSearch> {
  if (await isIndexFolder(folder)) {
    const { pagefind, lexicon } = await openIndexFolder(folder);
    return { engine: new PagefindEngine(pagefind), lexicon, description: 'the built index' };
  }
  const documents = await readSearchDocuments();
  const engine = new MiniSearchEngine(documents, createAddresses('/'));
  return { engine, lexicon: createLexicon(documents), description: 'the content, for want of a built index' };
}

/** @throws where the content has errors */
export async function readSearchDocuments(): Promise<SearchDocument[]> {
  const content = await readContent();
  const errors = runRules(content).filter(({ severity }) => severity === 'error');
  const site = content.site?.validated.data;
  if (errors.length > 0 || !site) throw new Error('The content has errors: see `npm run check`');
  return createSearchDocuments(new Knowledge(createEntries(content), site));
}
