/** Implements the interface of the ranking with Pagefind, in the browser and in Node. */
import { KINDS, type Kind } from '../knowledge/schema/kinds.ts';
import { PROCEDURE_MARKS } from '../knowledge/schema/procedure-marks.ts';
import { hasCjkLetters, joinCjk } from '../knowledge/search/cjk.ts';
import { splitList } from '../knowledge/search/meta-list.ts';
import {
  type Filters,
  type Hit,
  type Lookup,
  MAX_SHORT_WORD_LENGTH,
  type Page,
  SEARCH_FIELDS,
  type SearchEngine,
} from '../knowledge/search/search-engine.ts';
import type { SearchFilter } from '../knowledge/search/search-filters.ts';
import { listSpellings, type Spellings } from '../knowledge/search/spellings.ts';
import { isAbortError, waitForNextTask } from './next-task.ts';

/** The part of Pagefind's JavaScript that is used here. */
export interface PagefindModule {
  createInstance(options: PagefindOptions): PagefindInstance;
}

interface PagefindOptions {
  readonly basePath: string;
  readonly baseUrl: string;
  readonly noWorker?: boolean;
  readonly excerptLength?: number;
  readonly ranking?: {
    readonly metaWeights?: Readonly<Record<string, number>>;
    readonly termSimilarity?: number;
    readonly pageLength?: number;
    readonly termFrequency?: number;
    readonly termSaturation?: number;
  };
}

export interface PagefindInstance {
  init(): Promise<void>;
  search(term: string | null, options?: { filters?: Filters }): Promise<{ results: PagefindResult[] } | null>;
  preload(term: string | null, options?: { filters?: Filters }): Promise<unknown>;
  filters(): Promise<Record<string, Record<string, number>>>;
  mergeIndex(path: string, options?: object): Promise<void>;
  destroy(): Promise<void>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  readonly matchedMetaFields?: readonly string[];
  data(): Promise<PagefindFragment>;
}

interface PagefindFragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly id: string; readonly text: string; readonly location: number }[];
}

/** The options of every instance. Excerpts are short because the passages are cut from all lookups together. */
export const PAGEFIND_OPTIONS = {
  /** Pagefind's worker would copy every result and send a message for each one released; ours sends only the answer. */
  noWorker: true,
  excerptLength: 1,
  ranking: {
    metaWeights: {
      title: 1,
      aliases: 1,
      signals: 1,
      kind: 0,
      id: 0,
      date: 0,
      owner: 0,
      severity: 0,
      worked: 0,
      worsened: 0,
      steps: 0,
      checklist: 0,
      marks: 0,
      evidence: 0,
    },
  },
} as const;

const MAX_CACHED_ANSWERS = 64;
const MAX_CACHED_PAGES = 400;

interface EngineOptions {
  /** Returns the title of the other knowledge base that a page belongs to. */
  findSource?(url: string): string | undefined;
  /** The words that Pagefind knows only with letters such as `ß`. */
  readonly spellings?: Spellings;
}

export class PagefindEngine implements SearchEngine {
  readonly #pagefind: PagefindInstance;
  readonly #answers = new Map<string, Promise<Hit[]>>();
  #queue: Promise<void> = Promise.resolve();
  readonly #pages = new Map<string, Promise<Page>>();
  readonly #pagesByValue = new Map<SearchFilter, Promise<Map<string, Set<string>>>>();
  readonly #findSource: (url: string) => string | undefined;
  readonly #spellings: Spellings;

  constructor(
    pagefind: PagefindInstance,
    { findSource = () => undefined, spellings = new Map() }: EngineOptions = {},
  ) {
    this.#pagefind = pagefind;
    this.#findSource = findSource;
    this.#spellings = spellings;
  }

  /** Answers are cached, because most of a query stays the same with each further keystroke. */
  async lookUp(lookup: Lookup, filters: Filters, signal?: AbortSignal): Promise<Hit[]> {
    const key = JSON.stringify([lookup.match, lookup.text, filters]);
    try {
      return await getCached(this.#answers, key, MAX_CACHED_ANSWERS, () =>
        this.#lookUp(lookup, filters, signal),
      );
    } catch (error) {
      // Another search started the same lookup and was aborted.
      if (isAbortError(error) && !signal?.aborted) return this.lookUp(lookup, filters, signal);
      throw error;
    }
  }

  async #lookUp({ text, match }: Lookup, filters: Filters, signal?: AbortSignal): Promise<Hit[]> {
    const hits = new Map<string, Hit>();
    for (const spelling of listSpellings(text, this.#spellings)) {
      for (const result of await this.#findResults({ text: spelling, match }, filters, signal)) {
        const hit = this.#toHit(result);
        const isFound = hit.locations.length > 0 || hit.fields.length > 0;
        if (isFound && !hits.has(hit.key)) hits.set(hit.key, hit);
      }
    }
    return [...hits.values()];
  }

  async #findResults(
    { text, match }: Lookup,
    filters: Filters,
    signal?: AbortSignal,
  ): Promise<PagefindResult[]> {
    const quoted = `"${text}"`;
    if (match === 'phrase' && hasCjkLetters(text)) {
      return (await this.#search(text, filters, signal)).flatMap((result) =>
        limitToRuns(result, text.split(' ').length),
      );
    }
    if (match === 'phrase' && !text.includes(' ')) return this.#search(quoted, filters, signal);
    const isShort = match === 'word' && (text.length <= MAX_SHORT_WORD_LENGTH || /\d/.test(text));
    if (match !== 'phrase' && !isShort) return this.#search(text, filters, signal);
    const exact = new Map((await this.#search(quoted, filters, signal)).map((result) => [result.id, result]));
    if (exact.size === 0) return [];
    const ranked = (await this.#search(text, filters, signal)).filter(({ id }) => exact.has(id));
    // Pagefind neither scores phrases nor finds them in metadata, but only the places of the phrase are to be shown.
    return match === 'phrase'
      ? ranked.map((result) => ({ ...result, words: exact.get(result.id)?.words ?? [] }))
      : ranked;
  }

  async listPages(filters: Filters): Promise<Hit[]> {
    return (await this.#search(null, filters)).map((result) => this.#toHit(result));
  }

  /** Cached, because Pagefind needs a search of all pages for each value. */
  loadPagesByValue(filter: SearchFilter): Promise<Map<string, Set<string>>> {
    const pages = this.#pagesByValue.get(filter) ?? this.#findPagesByValue(filter);
    this.#pagesByValue.set(filter, pages);
    pages.catch(() => this.#pagesByValue.delete(filter));
    return pages;
  }

  async #findPagesByValue(filter: SearchFilter): Promise<Map<string, Set<string>>> {
    const pages = new Map<string, Set<string>>();
    // In sequence: Pagefind answers in order, and a query must not wait for hundreds of these searches.
    for (const value of Object.keys((await this.#pagefind.filters())[filter] ?? {})) {
      const results = await this.#search(null, { [filter]: [value] });
      pages.set(value, new Set(results.map(({ id }) => id)));
    }
    return pages;
  }

  #toHit(result: PagefindResult): Hit {
    const { id, score, words, matchedMetaFields } = result;
    const fields = SEARCH_FIELDS.filter((field) => matchedMetaFields?.includes(field));
    return { key: id, score, fields, locations: words, load: () => this.#loadPage(result) };
  }

  /** With a signal, searches run in sequence with other tasks between them, because each blocks the thread. */
  async #search(term: string | null, filters: Filters, signal?: AbortSignal): Promise<PagefindResult[]> {
    if (signal) {
      await this.#pagefind.preload(term, { filters });
      this.#queue = this.#queue.then(waitForNextTask);
      await this.#queue;
      signal.throwIfAborted();
    }
    return (await this.#pagefind.search(term, { filters }))?.results ?? [];
  }

  /** Cached, because Pagefind would create an unused excerpt each time. */
  #loadPage(result: PagefindResult): Promise<Page> {
    return getCached(this.#pages, result.id, MAX_CACHED_PAGES, async () => this.#toPage(await result.data()));
  }

  #toPage({ url, content, meta, anchors }: PagefindFragment): Page {
    const source = this.#findSource(url);
    const kind = KINDS.find((name) => name === meta.kind) as Kind | undefined;
    return {
      ...(kind ? { kind } : {}),
      id: meta.id ?? '',
      address: url,
      title: joinCjk(meta.title ?? url),
      aliases: splitList(joinCjk(meta.aliases ?? '')),
      signals: splitList(joinCjk(meta.signals ?? '')),
      words: content.split(/\s+/),
      anchors: anchors.map(({ id, text, location }) => ({
        at: location,
        anchor: id,
        title: joinCjk(text),
      })),
      evidence: Number(meta.evidence ?? 0),
      ...(meta.date ? { date: meta.date } : {}),
      ...(meta.owner ? { owner: meta.owner } : {}),
      ...(meta.severity ? { severity: meta.severity } : {}),
      ...(meta.worked ? { worked: meta.worked } : {}),
      ...(meta.steps ? { steps: splitList(meta.steps) } : {}),
      ...(meta.worsened ? { worsened: meta.worsened } : {}),
      ...(meta.checklist ? { checklist: meta.checklist } : {}),
      ...(meta.marks
        ? { marks: PROCEDURE_MARKS.filter((mark) => meta.marks?.split(' ').includes(mark)) }
        : {}),
      ...(source === undefined ? {} : { source }),
    };
  }
}

/**
 * Keeps only the places where as many letters as those of a CJK word follow one another. Pagefind's own phrases miss
 * pages with two forms of a letter, such as ク and グ.
 */
function limitToRuns(result: PagefindResult, length: number): PagefindResult[] {
  const places = new Set(result.words);
  const letters = Array.from({ length }, (_, step) => step);
  const starts = [...places].filter((place) => letters.every((step) => places.has(place + step)));
  const words = [...new Set(starts.flatMap((start) => letters.map((step) => start + step)))];
  return words.length > 0 ? [{ ...result, words: words.sort((a, b) => a - b) }] : [];
}

/** Returns a cached value, or creates it. Drops the least recently used value if there are more than `maxSize`. */
function getCached<Value>(
  cache: Map<string, Promise<Value>>,
  key: string,
  maxSize: number,
  create: () => Promise<Value>,
): Promise<Value> {
  const value = cache.get(key) ?? create();
  // A map keeps the order of insertion.
  cache.delete(key);
  cache.set(key, value);
  value.catch(() => cache.delete(key));
  if (cache.size > maxSize) cache.delete([...cache.keys()][0] ?? '');
  return value;
}
