/** Runs the search in a thread of its own, so that typing never waits for it. A new query aborts the previous one. */
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
    let controller = new AbortController();
    return proxy({
      ...site,
      async search(query: string, searchOptions?: SearchOptions) {
        // An empty query counts all pages while a real query runs.
        if (!query) return site.search(query, searchOptions);
        controller.abort();
        controller = new AbortController();
        const { signal } = controller;
        await waitForNextTask();
        if (signal.aborted) return undefined;
        return site.search(query, { ...searchOptions, signal }).catch((error) => {
          if (isAbortError(error)) return undefined;
          throw error;
        });
      },
    });
  },
};

decompressNatively();
expose(worker);
