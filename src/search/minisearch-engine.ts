/** MiniSearch behind the interface of the ranking: straight from the content, where no index is built. */
import MiniSearch from 'minisearch';
import type { Addresses } from '../knowledge/addresses.ts';
import type { Filters, Hit, Lookup, Page, SearchEngine } from '../knowledge/search/engine.ts';
import { SEARCH_FIELDS } from '../knowledge/search/engine.ts';
import { stem } from '../knowledge/search/stem.ts';
import { tokensOf } from '../knowledge/search/tokens.ts';
import { wordsOf } from '../knowledge/search/blocks.ts';
import type { SearchDocument } from '../knowledge/search-document.ts';
import type { SearchFilter } from '../knowledge/search-filters.ts';

interface Indexed {
  readonly key: string;
  readonly title: string;
  readonly aliases: string;
  readonly signals: string;
  readonly text: string;
}

export class MiniSearchEngine implements SearchEngine {
  readonly #index = new MiniSearch<Indexed>({
    idField: 'key',
    fields: ['title', 'aliases', 'signals', 'text'],
    tokenize: (text) => tokensOf(text).flatMap(({ whole, parts }) => [...new Set([whole, ...parts])]),
    processTerm: stem,
    // As in the Pagefind page: see search-page.ts.
    searchOptions: { boost: { title: 3, aliases: 2, signals: 2 }, combineWith: 'AND' },
  });
  readonly #documents: ReadonlyMap<string, SearchDocument>;
  readonly #addresses: Addresses;

  constructor(documents: readonly SearchDocument[], addresses: Addresses) {
    this.#addresses = addresses;
    this.#documents = new Map(documents.map((document) => [`${document.kind}:${document.id}`, document]));
    this.#index.addAll(
      [...this.#documents].map(([key, document]) => ({
        key,
        title: document.title,
        aliases: document.aliases.join('\n'),
        signals: document.signals.join('\n'),
        text: wordsOf(document).words.join(' '),
      })),
    );
  }

  async lookUp({ text, match }: Lookup, filters: Filters): Promise<Hit[]> {
    const isIn = (key: string) => this.#passes(key, filters);
    const found = this.#index.search(text, { prefix: match === 'prefix', filter: ({ id }) => isIn(id) });
    const wanted = new Set(tokensOf(text).flatMap(({ whole, parts }) => [whole, ...parts].map(stem)));
    return found.map(({ id, score, match: matched }) => {
      const fields = new Set(Object.values(matched).flat());
      return {
        key: id,
        score,
        fields: SEARCH_FIELDS.filter((field) => fields.has(field)),
        locations: this.#locations(id, wanted, match === 'prefix'),
        load: async () => this.#page(id),
      };
    });
  }

  async members(filter: SearchFilter): Promise<Map<string, Set<string>>> {
    const members = new Map<string, Set<string>>();
    for (const [key, { filters }] of this.#documents) {
      for (const value of filters[filter] ?? []) members.set(value, (members.get(value) ?? new Set()).add(key));
    }
    return members;
  }

  /** As Pagefind does: all filters have to fit, and of each any value. */
  #passes(key: string, filters: Filters): boolean {
    const own = this.#documents.get(key)?.filters ?? {};
    return Object.entries(filters).every(([name, values]) =>
      values.every((value) => own[name as SearchFilter]?.includes(value)),
    );
  }

  #locations(key: string, wanted: ReadonlySet<string>, isPrefix: boolean): number[] {
    const document = this.#documents.get(key);
    if (!document) return [];
    return wordsOf(document).words.flatMap((word, index) => {
      const stems = tokensOf(word).flatMap(({ whole, parts }) => [whole, ...parts].map(stem));
      const isHit = stems.some((own) => wanted.has(own) || (isPrefix && [...wanted].some((part) => own.startsWith(part))));
      return isHit ? [index] : [];
    });
  }

  #page(key: string): Page {
    const document = this.#documents.get(key);
    if (!document) throw new Error(`The search found a page that is not there: ${key}`);
    const { kind, id, title, summary, aliases, signals, date, severity, worked, evidence } = document;
    return {
      kind,
      id,
      address: this.#addresses.of({ kind, id }),
      title,
      summary,
      aliases,
      signals,
      ...wordsOf(document),
      evidence: evidence ?? 0,
      ...(date ? { date } : {}),
      ...(severity ? { severity } : {}),
      ...(worked ? { worked } : {}),
    };
  }
}
