/** Creates the data of the search from the content. */
import { createValidKnowledge, listInvalidFiles } from '../../knowledge/graph/valid/valid-knowledge.ts';
import { formatCount } from '../../knowledge/schema/labels.ts';
import { createLexicon } from '../../knowledge/search/create-lexicon.ts';
import { createSearchDocuments } from '../../knowledge/search/search-document.ts';
import { encodeLexicon } from '../../knowledge/search/search-lexicon.ts';
import type { FileInput } from '../../knowledge/source/file-input.ts';
import { createMaskedContent } from '../../knowledge/source/masked-content.ts';
import { encodeIndex } from '../../search/minisearch-engine.ts';
import { formatFolderPath } from '../content-files.ts';
import { hashContent, hashDocuments } from './content-hash.ts';
import { createErrorHints } from './error-signature-files.ts';
import type { SearchData } from './kept-search.ts';

/** Omits files with errors: during an incident, a search of all other files helps more than none. */
export async function createSearchData(files: readonly FileInput[], folder: string): Promise<SearchData> {
  const content = await createMaskedContent(files, formatFolderPath(folder));
  const documents = createSearchDocuments(createValidKnowledge(content));
  const invalidCount = listInvalidFiles(content).length;
  return {
    contentHash: hashContent(files),
    documentsHash: hashDocuments(documents),
    siteAddress: content.site?.validated.data?.address ?? '/',
    documents,
    lexicon: encodeLexicon(createLexicon(documents), await createErrorHints()),
    index: encodeIndex(documents),
    ...(invalidCount === 0
      ? {}
      : {
          warning: `Not searched because of errors: ${formatCount(invalidCount, 'file')}. Run \`npm run check\` to list them.`,
        }),
  };
}
