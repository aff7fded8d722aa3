/**
 * The search in a thread of its own, so that typing never waits for it. Of several queries that wait only the last
 * is answered.
 */
import { expose, proxy } from 'comlink';
import type { SearchOptions } from '../knowledge/search/search.ts';
import { createSiteSearch, type SiteSearch, type SiteSearchOptions } from './site-search.ts';
import { unpackNatively } from './unpack-natively.ts';

export interface SearchWorker {
  open(options: SiteSearchOptions): SiteSearch;
}

const worker: SearchWorker = {
  open(options) {
    const site = createSiteSearch(options);
    let asked = 0;
    return proxy({
      ...site,
      async search(query: string, options?: SearchOptions) {
        // All pages are asked for beside a query, to count them.
        if (!query) return site.search(query, options);
        const own = ++asked;
        await otherMessages();
        return own === asked ? site.search(query, options) : undefined;
      },
    });
  },
};

/** Lets those be read that have come in while the last answer was made. */
function otherMessages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

unpackNatively();
expose(worker);
