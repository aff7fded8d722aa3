/** Opens the same documents with Pagefind, as in the browser, and with MiniSearch, as in a terminal without an index. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildIndex } from '../../../src/integrations/pagefind-index.ts';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import type { SearchIndex } from '../../../src/knowledge/search/find-pages.ts';
import { search } from '../../../src/knowledge/search/search.ts';
import type { SearchAnswer } from '../../../src/knowledge/search/search-answer.ts';
import type { SearchDocument } from '../../../src/knowledge/search/search-document.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { openIndexFolder } from '../../../src/node/search/pagefind-folder.ts';
import { createTableLoader } from '../../../src/node/search/query-table-files.ts';
import { MiniSearchEngine } from '../../../src/search/minisearch-engine.ts';
import { PagefindEngine } from '../../../src/search/pagefind-engine.ts';

export interface BothEngines {
  /** Returns the ids of the results of both engines, best first. */
  find(query: string): Promise<{ site: string[]; terminal: string[] }>;
  ask(query: string): Promise<{ site: SearchAnswer; terminal: SearchAnswer }>;
  close(): Promise<void>;
}

export async function openBothEngines(documents: readonly SearchDocument[]): Promise<BothEngines> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-engines-'));
  for (const [path, bytes] of await buildIndex(documents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const { pagefind, lexicon } = await openIndexFolder(folder);
  const tables = createTableLoader();
  const site: SearchIndex = { engine: new PagefindEngine(pagefind, lexicon), lexicon, tables };
  const terminal: SearchIndex = {
    engine: new MiniSearchEngine(documents, createAddresses('/')),
    lexicon: createLexicon(documents),
    tables,
  };
  const ask = async (query: string) => ({
    site: await search(site, query),
    terminal: await search(terminal, query),
  });
  return {
    ask,
    find: async (query) => {
      const answers = await ask(query);
      const listIds = ({ results }: SearchAnswer) => results.map(({ id }) => id);
      return { site: listIds(answers.site), terminal: listIds(answers.terminal) };
    },
    close: () => rm(folder, { recursive: true }),
  };
}
