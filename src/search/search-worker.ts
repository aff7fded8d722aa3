/**
 * The search in a thread of its own, so that typing never waits for it. Where a new question comes, what is done for
 * the one before is given up.
 */
import { expose, proxy } from 'comlink';
import type { SearchOptions } from '../knowledge/search/search.ts';
import { decompressNatively } from './native-decompression.ts';
import { isAbortError, waitForNextTask } from './next-task.ts';
import { createSiteSearch, type SiteSearch, type SiteSearchOptions } from './site-search.ts';

export interface SearchWorker {
  open(options: SiteSearchOptions): SiteSearch;
}

const worker: SearchWorker = {
  open(options) {
    const site = createSiteSearch(options);
    let waiting = new AbortController();
    return proxy({
      ...site,
      async search(query: string, asked?: SearchOptions) {
        // All pages are asked for beside a query, to count them.
        if (!query) return site.search(query, asked);
        waiting.abort();
        waiting = new AbortController();
        const { signal } = waiting;
        await waitForNextTask();
        if (signal.aborted) return undefined;
        return site.search(query, { ...asked, signal }).catch((error) => {
          if (isAbortError(error)) return undefined;
          throw error;
        });
      },
    });
  },
};

decompressNatively();
expose(worker);
