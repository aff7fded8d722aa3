/** Opens the search for a page: in a worker, or where there is none, or none starts, in the page itself. */
import { wrap } from 'comlink';
import type { SearchWorker } from './search-worker.ts';
import type { SiteSearch, SiteSearchOptions } from './site-search.ts';

/** Nothing is loaded before the first question. */
export function openSiteSearch(options: SiteSearchOptions): SiteSearch {
  let opening: Promise<SiteSearch> | undefined;
  const opened = () => {
    opening ??= openInWorker(options).catch(() => openInPage(options));
    const current = opening;
    // A network that was down may be back.
    current.catch(() => {
      if (opening === current) opening = undefined;
    });
    return current;
  };
  return {
    search: async (...asked) => (await opened()).search(...asked),
    countByFilter: async (answer) => (await opened()).countByFilter(answer),
    listNewlyUnreachable: async () => (await opened()).listNewlyUnreachable(),
  };
}

async function openInPage(options: SiteSearchOptions): Promise<SiteSearch> {
  const { createSiteSearch } = await import('./site-search.ts');
  return createSiteSearch(options);
}

/** @throws where the worker cannot be started */
async function openInWorker(options: SiteSearchOptions): Promise<SiteSearch> {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The worker of the search does not start')));
  });
  return Promise.race([wrap<SearchWorker>(worker).open(options), failed]) as unknown as Promise<SiteSearch>;
}
