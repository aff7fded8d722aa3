/** Opens the search of the content folder: by the built index if it is up to date, otherwise from the content itself. */
import { join } from 'node:path';
import { createValidKnowledge, listInvalidFiles } from '../../knowledge/graph/valid/valid-knowledge.ts';
import { formatCount } from '../../knowledge/schema/labels.ts';
import { createLexicon } from '../../knowledge/search/create-lexicon.ts';
import type { SearchIndex } from '../../knowledge/search/find-pages.ts';
import { createSearchDocuments, type SearchDocument } from '../../knowledge/search/search-document.ts';
import { createAddresses } from '../../knowledge/source/addresses.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { createMaskedContent } from '../../knowledge/source/masked-content.ts';
import { MiniSearchEngine } from '../../search/minisearch-engine.ts';
import { PagefindEngine } from '../../search/pagefind-engine.ts';
import { formatFolderPath, getContentFolder, readContent, readContentFiles } from '../content-folder.ts';
import { isIndexOf } from './content-hash.ts';
import { openIndexFolder } from './pagefind-folder.ts';
import { createTableLoader } from './query-table-files.ts';

export interface OpenedSearch extends Required<SearchIndex> {
  /** Names what is searched: `the built index`. */
  readonly description: string;
  /** A sentence to show with the results. */
  readonly warning?: string;
}

/** The build writes the index to this folder. */
const BUILT_INDEX_FOLDER = join(import.meta.dirname, '..', '..', '..', 'dist', 'pagefind');

/**
 * Opens the search. The addresses of its results start with the address of the site in `site.yaml`.
 *
 * @throws a CommandError if there is no content folder
 */
export async function openSearch(
  folder = getContentFolder(),
  indexFolder = BUILT_INDEX_FOLDER,
): Promise<OpenedSearch> {
  const files = await readContentFiles(folder);
  const content = await createMaskedContent(files, formatFolderPath(folder));
  const tables = createTableLoader();
  const siteAddress = content.site?.validated.data?.address ?? '/';
  if (await isIndexOf(files, indexFolder)) {
    const { pagefind, lexicon } = await openIndexFolder(indexFolder, { baseUrl: siteAddress });
    return { engine: new PagefindEngine(pagefind, lexicon), lexicon, tables, description: 'the built index' };
  }
  const { documents, ...warning } = createDocuments(content);
  return {
    engine: new MiniSearchEngine(documents, createAddresses(siteAddress)),
    lexicon: createLexicon(documents),
    tables,
    description: 'the content, because the built index is missing or older',
    ...warning,
  };
}

/** @throws a CommandError if there is no content folder */
export async function readSearchDocuments(
  folder?: string,
): Promise<{ documents: SearchDocument[]; warning?: string }> {
  return createDocuments(await readContent(folder));
}

/** Omits files with errors: during an incident, a search of all other files helps more than none. */
function createDocuments(content: Content): { documents: SearchDocument[]; warning?: string } {
  const documents = createSearchDocuments(createValidKnowledge(content));
  const invalidCount = listInvalidFiles(content).length;
  if (invalidCount === 0) return { documents };
  const warning = `Not searched because of errors: ${formatCount(invalidCount, 'file')}. Run \`npm run check\` to list them.`;
  return { documents, warning };
}
