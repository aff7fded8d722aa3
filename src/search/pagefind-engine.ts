/** Pagefind in the browser, behind our own interface. */
import type { Kind } from '../knowledge/kinds.ts';
import type { ChosenFilters, Passage, SearchAnswer, SearchEngine, SearchResult } from './engine.ts';

/** The part of Pagefind's API that is used; the package carries no types for the browser. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<unknown>;
  search(
    query: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{
    results: { data(): Promise<Fragment> }[];
    unfilteredResultCount: number;
    filters: SearchAnswer['counts'];
  }>;
}

interface Fragment {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

/**
 * @param indexAddress where the index lies, with `/` at its end
 * @param base the prefix of the site's pages
 */
export function pagefindEngine(indexAddress: string, base: string): SearchEngine {
  let loading: Promise<Pagefind> | undefined;
  const load = async (): Promise<Pagefind> => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${indexAddress}pagefind.js`);
    await pagefind.options({ baseUrl: base, excerptLength: 28 });
    await pagefind.init();
    // Results come with counts for the filters only once these are loaded.
    await pagefind.filters();
    return pagefind;
  };
  return {
    async search(query, filters, limit) {
      loading ??= load();
      // A network that was down may be back: the next search tries again.
      loading.catch(() => {
        loading = undefined;
      });
      const found = await (await loading).search(query || null, { filters: definedOf(filters) });
      const fragments = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
      return { total: found.results.length, results: fragments.map(resultOf), counts: found.filters };
    },
  };
}

function definedOf(filters: ChosenFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}

function resultOf({ url, excerpt, meta, sub_results: sections }: Fragment): SearchResult {
  return {
    kind: (meta.kind ?? 'note') as Kind,
    title: meta.title ?? url,
    href: url,
    passage: passageOf(excerpt),
    date: meta.date,
    severity: meta.severity,
    worked: meta.worked,
    sections: sections
      .filter((section) => section.url !== url)
      .slice(0, 3)
      .map((section) => ({ title: section.title, href: section.url, passage: passageOf(section.excerpt) })),
  };
}

/** Pagefind marks with `<mark>` in HTML; a parsed document of its own runs nothing. */
function passageOf(excerpt: string): Passage {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    marked: node.nodeName === 'MARK',
  }));
}
