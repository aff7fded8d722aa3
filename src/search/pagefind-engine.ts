/** Pagefind behind the interface of the ranking, in the browser and in Node. */
import { KINDS, type Kind } from '../knowledge/schema/kinds.ts';
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
import { isAbortError, waitForNextTask } from './next-task.ts';

/** The part of Pagefind's JavaScript that is used here. */
export interface PagefindModule {
  createInstance(options: PagefindOptions): PagefindInstance;
}

export interface PagefindOptions {
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

/**
 * How every instance is made. One word a lookup: then a match in the title needs no share of the query's
 * rarity, only a little weight. Excerpts are made by ourselves, from all lookups together.
 */
export const PAGEFIND_OPTIONS = {
  /** Its own worker sends every result as a copy, and a message for each that is let go; ours sends the answer. */
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
      severity: 0,
      worked: 0,
      checklist: 0,
      evidence: 0,
    },
  },
} as const;

const MAX_CACHED_ANSWERS = 64;
const MAX_CACHED_PAGES = 400;

export class PagefindEngine implements SearchEngine {
  readonly #pagefind: PagefindInstance;
  readonly #answers = new Map<string, Promise<Hit[]>>();
  #queue: Promise<void> = Promise.resolve();
  readonly #pages = new Map<string, Promise<Page>>();
  readonly #pagesByValue = new Map<SearchFilter, Promise<Map<string, Set<string>>>>();
  /** Which knowledge base an address belongs to, where it is another one. */
  readonly #findSource: (url: string) => string | undefined;

  constructor(pagefind: PagefindInstance, sourceOf: (url: string) => string | undefined = () => undefined) {
    this.#pagefind = pagefind;
    this.#findSource = sourceOf;
  }

  /** Answers are kept for a while: with each further keystroke most of a query stays the same. */
  async lookUp(lookup: Lookup, filters: Filters, signal?: AbortSignal): Promise<Hit[]> {
    const key = JSON.stringify([lookup.match, lookup.text, filters]);
    try {
      return await getCached(this.#answers, key, MAX_CACHED_ANSWERS, () =>
        this.#lookUp(lookup, filters, signal),
      );
    } catch (error) {
      // Another search had asked the same, and was given up.
      if (isAbortError(error) && !signal?.aborted) return this.lookUp(lookup, filters, signal);
      throw error;
    }
  }

  async #lookUp({ text, match }: Lookup, filters: Filters, signal?: AbortSignal): Promise<Hit[]> {
    const quoted = `"${text}"`;
    const needsExact = match === 'word' && (text.length <= MAX_SHORT_WORD_LENGTH || /\d/.test(text));
    const exact = needsExact
      ? new Set((await this.#search(quoted, filters, signal)).map(({ id }) => id))
      : undefined;
    if (exact?.size === 0) return [];
    const ranked = await this.#search(match === 'phrase' ? quoted : text, filters, signal);
    return ranked
      .filter(({ id }) => exact?.has(id) ?? true)
      .map((result) => this.#toHit(result))
      .filter(({ locations, fields }) => locations.length > 0 || fields.length > 0);
  }

  async preload(beginning: string): Promise<void> {
    await this.#pagefind.preload(beginning);
  }

  async listPages(filters: Filters): Promise<Hit[]> {
    return (await this.#search(null, filters)).map((result) => this.#toHit(result));
  }

  /** Asked for once: Pagefind tells who has a value only by a search of all pages, one for each value. */
  loadPagesByValue(filter: SearchFilter): Promise<Map<string, Set<string>>> {
    const members = this.#pagesByValue.get(filter) ?? this.#readPagesByValue(filter);
    this.#pagesByValue.set(filter, members);
    members.catch(() => this.#pagesByValue.delete(filter));
    return members;
  }

  async #readPagesByValue(filter: SearchFilter): Promise<Map<string, Set<string>>> {
    const members = new Map<string, Set<string>>();
    // One after the other: Pagefind answers in order, and a query must not wait for hundreds of them.
    for (const value of Object.keys((await this.#pagefind.filters())[filter] ?? {})) {
      const results = await this.#search(null, { [filter]: [value] });
      members.set(value, new Set(results.map(({ id }) => id)));
    }
    return members;
  }

  #toHit(result: PagefindResult): Hit {
    const { id, score, words, matchedMetaFields } = result;
    const fields = SEARCH_FIELDS.filter((field) => matchedMetaFields?.includes(field));
    return { key: id, score, fields, locations: words, load: () => this.#loadPage(result) };
  }

  /** With a signal, one search after the other, and between them whatever else waits: each keeps the thread busy. */
  async #search(term: string | null, filters: Filters, signal?: AbortSignal): Promise<PagefindResult[]> {
    if (signal) {
      await this.#pagefind.preload(term, { filters });
      this.#queue = this.#queue.then(waitForNextTask);
      await this.#queue;
      signal.throwIfAborted();
    }
    return (await this.#pagefind.search(term, { filters }))?.results ?? [];
  }

  /** Pagefind makes an excerpt each time, which nobody reads. */
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
      title: meta.title ?? url,
      aliases: splitList(meta.aliases),
      signals: splitList(meta.signals),
      words: content.split(/\s+/),
      anchors: anchors.map(({ id, text, location }) => ({ at: location, anchor: id, title: text })),
      evidence: Number(meta.evidence ?? 0),
      ...(meta.date ? { date: meta.date } : {}),
      ...(meta.severity ? { severity: meta.severity } : {}),
      ...(meta.worked ? { worked: meta.worked } : {}),
      ...(meta.checklist ? { checklist: meta.checklist } : {}),
      ...(source === undefined ? {} : { source }),
    };
  }
}

/** What is kept under a key, made where it is not; of more than `most` the one that was not asked for longest goes. */
function getCached<Value>(
  values: Map<string, Promise<Value>>,
  key: string,
  most: number,
  make: () => Promise<Value>,
): Promise<Value> {
  const value = values.get(key) ?? make();
  values.delete(key);
  values.set(key, value);
  value.catch(() => values.delete(key));
  if (values.size > most) values.delete([...values.keys()][0] ?? '');
  return value;
}
