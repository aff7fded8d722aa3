/** Opens the search for a page: in a worker, or in the page itself if the worker cannot start. */
import { wrap } from 'comlink';
import type { SearchWorker } from './search-worker.ts';
import type { SiteSearch, SiteSearchOptions } from './site-search.ts';
import { fetchStartFile, usesStartFile } from './start-file.ts';
import { trustOwnScripts } from './trusted-types.ts';

/** A search whose requests can be given up. */
export interface ClosableSearch extends SiteSearch {
  close(): void;
}

/** Loads nothing before the first search. */
export function openSiteSearch(options: SiteSearchOptions): ClosableSearch {
  let opening: Promise<SiteSearch> | undefined;
  const workers: Worker[] = [];
  const open = () => {
    // Browsers start no worker from a file.
    opening ??=
      location.protocol === 'file:'
        ? openInPage(options)
        : openInWorker(options, workers).catch(() => openInPage(options));
    const current = opening;
    // After a failure, the next call tries again: the network may be back.
    current.catch(() => {
      if (opening === current) opening = undefined;
    });
    return current;
  };
  return {
    search: async (query, searchOptions) => (await open()).search(query, searchOptions),
    isInMemory: async () => (await open()).isInMemory(),
    countByFilter: async (answer) => (await open()).countByFilter(answer),
    listNewlyUnreachable: async () => (await open()).listNewlyUnreachable(),
    close() {
      for (const worker of workers) worker.terminate();
    },
  };
}

async function openInPage(options: SiteSearchOptions): Promise<SiteSearch> {
  const { createSiteSearch } = await import('./site-search.ts');
  return createSiteSearch(options);
}

/**
 * @param workers the new worker is added to it
 * @throws if the worker cannot start
 */
async function openInWorker(options: SiteSearchOptions, workers: Worker[]): Promise<SiteSearch> {
  trustOwnScripts();
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The search worker cannot start')));
  });
  const open = async () => {
    const { index, others = [] } = options;
    // At the same time as the worker's code. If that fails, the worker loads it when it needs it.
    const start = usesStartFile(others) ? await fetchStartFile(index).catch(() => undefined) : undefined;
    return wrap<SearchWorker>(worker).open({ ...options, start });
  };
  return Promise.race([open(), failed]) as unknown as Promise<SiteSearch>;
}
