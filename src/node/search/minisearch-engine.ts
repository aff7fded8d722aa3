/** Searches the content without a built index, with MiniSearch behind the interface of the ranking. */
import MiniSearch from 'minisearch';
import type { SearchDocument } from '../../knowledge/search/search-document.ts';
import type { Filters, Hit, Lookup, Page, SearchEngine } from '../../knowledge/search/search-engine.ts';
import { SEARCH_FIELDS } from '../../knowledge/search/search-engine.ts';
import type { SearchFilter } from '../../knowledge/search/search-filters.ts';
import { stem } from '../../knowledge/search/stem.ts';
import { toPageWords } from '../../knowledge/search/text-blocks.ts';
import { tokenize } from '../../knowledge/search/tokens.ts';
import type { Addresses } from '../../knowledge/source/addresses.ts';

interface IndexedDocument {
  readonly key: string;
  readonly title: string;
  readonly aliases: string;
  readonly signals: string;
  readonly text: string;
}

export class MiniSearchEngine implements SearchEngine {
  readonly #index = new MiniSearch<IndexedDocument>({
    idField: 'key',
    fields: ['title', 'aliases', 'signals', 'text'],
    tokenize: stemTokens,
    processTerm: (term) => term,
    // The same weights as in pagefind-page.ts.
    searchOptions: { boost: { title: 3, aliases: 2, signals: 2 }, combineWith: 'AND' },
  });
  readonly #documents: ReadonlyMap<string, SearchDocument>;
  /** The stems of every word of a page, in order, by page. */
  readonly #stems = new Map<string, readonly (readonly string[])[]>();
  readonly #addresses: Addresses;

  constructor(documents: readonly SearchDocument[], addresses: Addresses) {
    this.#addresses = addresses;
    this.#documents = new Map(documents.map((document) => [`${document.kind}:${document.id}`, document]));
    for (const [key, document] of this.#documents)
      this.#stems.set(key, toPageWords(document).words.map(stemTokens));
    this.#index.addAll(
      [...this.#documents].map(([key, document]) => ({
        key,
        title: document.title,
        aliases: document.aliases.join('\n'),
        signals: document.signals.join('\n'),
        text: toPageWords(document).words.join(' '),
      })),
    );
  }

  async lookUp({ text, match }: Lookup, filters: Filters): Promise<Hit[]> {
    const found = this.#index.search(text, {
      prefix: match === 'prefix',
      filter: ({ id }) => this.#matchesFilters(id, filters),
    });
    const wanted = text.split(' ').map(stem);
    return found.flatMap(({ id, score, match: matched }) => {
      const stems = this.#stems.get(id) ?? [];
      const fits = (own: readonly string[], word: string) =>
        own.some((part) => (match === 'prefix' ? part.startsWith(word) : part === word));
      const isPhraseAt = (at: number) => wanted.every((word, step) => fits(stems[at + step] ?? [], word));
      const places = stems.flatMap((own, at) => {
        if (match === 'phrase') return isPhraseAt(at) ? wanted.map((_, step) => at + step) : [];
        return wanted.some((word) => fits(own, word)) ? [at] : [];
      });
      const locations = [...new Set(places)];
      if (match === 'phrase' && locations.length === 0) return [];
      const names = new Set(Object.values(matched).flat());
      const fields = SEARCH_FIELDS.filter((field) => names.has(field));
      return [{ key: id, score, fields, locations, load: async () => this.#toPage(id) }];
    });
  }

  /** Nothing to load: everything is in memory. */
  async preload(): Promise<void> {}

  async listPages(filters: Filters): Promise<Hit[]> {
    return [...this.#documents.keys()]
      .filter((key) => this.#matchesFilters(key, filters))
      .map((key) => ({ key, score: 0, fields: [], locations: [], load: async () => this.#toPage(key) }));
  }

  async loadPagesByValue(filter: SearchFilter): Promise<Map<string, Set<string>>> {
    const members = new Map<string, Set<string>>();
    for (const [key, { filters }] of this.#documents) {
      for (const value of filters[filter] ?? [])
        members.set(value, (members.get(value) ?? new Set()).add(key));
    }
    return members;
  }

  /** Matches like Pagefind: every filter must match. */
  #matchesFilters(key: string, filters: Filters): boolean {
    const own = this.#documents.get(key)?.filters ?? {};
    return Object.entries(filters).every(([name, values]) =>
      values.every((value) => own[name as SearchFilter]?.includes(value)),
    );
  }

  #toPage(key: string): Page {
    const document = this.#documents.get(key);
    if (!document) throw new Error(`The index has a page without a document: ${key}`);
    const { kind, id, title, aliases, signals, owner, date, severity, evidence, checklist, marks } = document;
    const { worked, worsened, steps } = document;
    return {
      kind,
      id,
      address: this.#addresses.entry({ kind, id }),
      title,
      aliases,
      signals,
      ...toPageWords(document),
      evidence: evidence ?? 0,
      ...(date ? { date } : {}),
      ...(owner ? { owner } : {}),
      ...(severity ? { severity } : {}),
      ...(steps ? { steps } : {}),
      ...(worked ? { worked } : {}),
      ...(worsened ? { worsened } : {}),
      ...(checklist ? { checklist } : {}),
      ...(marks ? { marks } : {}),
    };
  }
}

function stemTokens(text: string): string[] {
  return tokenize(text).flatMap(({ whole, parts }) => [...new Set([whole, ...parts])].map(stem));
}
