/** The search of a knowledge base on disk: by its built index, or straight from its content where none is built. */
import { join } from 'node:path';
import { check } from '../../knowledge/check/check.ts';
import { entriesOf } from '../../knowledge/graph/entries.ts';
import { Knowledge } from '../../knowledge/graph/knowledge.ts';
import type { SearchEngine } from '../../knowledge/search/engine.ts';
import type { Lexicon } from '../../knowledge/search/lexicon.ts';
import { lexiconOf } from '../../knowledge/search/lexicon-of.ts';
import { type SearchDocument, searchDocuments } from '../../knowledge/search/search-document.ts';
import { createAddresses } from '../../knowledge/source/addresses.ts';
import { PagefindEngine } from '../../search/pagefind-engine.ts';
import { readContent } from '../content-folder.ts';
import { MiniSearchEngine } from './minisearch-engine.ts';
import { isIndexFolder, openIndexFolder } from './pagefind-folder.ts';

export interface OpenSearch {
  readonly engine: SearchEngine;
  readonly lexicon: Lexicon;
  /** What is searched, in words. */
  readonly from: string;
}

/** Where the build writes the index. */
export const BUILT_INDEX = join(import.meta.dirname, '..', '..', '..', 'dist', 'pagefind');

/** @throws where there is neither an index nor content without errors */
export async function openSearch(folder = BUILT_INDEX): Promise<OpenSearch> {
  if (await isIndexFolder(folder)) {
    const { pagefind, lexicon } = await openIndexFolder(folder);
    return { engine: new PagefindEngine(pagefind), lexicon, from: 'the built index' };
  }
  const documents = await readSearchDocuments();
  const engine = new MiniSearchEngine(documents, createAddresses('/'));
  return { engine, lexicon: lexiconOf(documents), from: 'the content, for want of a built index' };
}

/** @throws where the content has errors */
export async function readSearchDocuments(): Promise<SearchDocument[]> {
  const content = await readContent();
  const errors = check(content).filter(({ severity }) => severity === 'error');
  const site = content.site?.validated.data;
  if (errors.length > 0 || !site) throw new Error('The content has errors: see `npm run check`');
  return searchDocuments(new Knowledge(entriesOf(content), site));
}
