/**
 * Searches the documents themselves, with MiniSearch behind the interface of the ranking: on small sites, and in the
 * terminal if there is no built index.
 */
import MiniSearch, { type Options } from 'minisearch';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import type { Filters, Hit, Lookup, Page, SearchEngine } from '../knowledge/search/search-engine.ts';
import { SEARCH_FIELDS } from '../knowledge/search/search-engine.ts';
import type { SearchFilter } from '../knowledge/search/search-filters.ts';
import { stem } from '../knowledge/search/stem.ts';
import { toPageWords } from '../knowledge/search/text-blocks.ts';
import { tokenize } from '../knowledge/search/tokens.ts';
import type { Addresses } from '../knowledge/source/addresses.ts';

interface IndexedDocument {
  readonly key: string;
  readonly title: string;
  readonly aliases: string;
  readonly signals: string;
  readonly text: string;
}

/** The text of a page, word by word. */
interface IndexedText extends Pick<Page, 'words' | 'anchors'> {
  /** The stems of each word: several for an identifier. */
  readonly stems: readonly (readonly string[])[];
  /** The indexes of the words with each stem, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export class MiniSearchEngine implements SearchEngine {
  readonly isInMemory = true;
  readonly #index: MiniSearch<IndexedDocument>;
  readonly #documents: ReadonlyMap<string, SearchDocument>;
  readonly #texts = new Map<string, IndexedText>();
  readonly #addresses: Addresses;
  readonly #listStems = createStemReader();

  /** @param index from `encodeIndex`, of the same documents; created if omitted */
  constructor(documents: readonly SearchDocument[], addresses: Addresses, index?: string) {
    this.#addresses = addresses;
    this.#documents = new Map(documents.map((document) => [toKey(document), document]));
    this.#index =
      index === undefined
        ? createIndex(documents, this.#listStems)
        : MiniSearch.loadJSON(index, INDEX_OPTIONS);
  }

  /** Read on first use, because a query finds few of the pages. */
  #readText(key: string, document: SearchDocument): IndexedText {
    const known = this.#texts.get(key);
    if (known) return known;
    const text = toPageWords(document);
    const stems = text.words.map(this.#listStems);
    const indexed = { ...text, stems, places: listPlaces(stems) };
    this.#texts.set(key, indexed);
    return indexed;
  }

  async lookUp({ text, match }: Lookup, filters: Filters): Promise<Hit[]> {
    const found = this.#index.search(stemTokens(text).join(' '), {
      prefix: match === 'prefix',
      filter: ({ id }) => this.#matchesFilters(id, filters),
    });
    const wanted = text.split(' ').map(stem);
    return found.flatMap(({ id, score, match: matched }) => {
      const document = this.#documents.get(id);
      const locations = document ? findLocations(this.#readText(id, document), wanted, match) : [];
      if (match === 'phrase' && locations.length === 0) return [];
      const names = new Set(Object.values(matched).flat());
      const fields = SEARCH_FIELDS.filter((field) => names.has(field));
      return [{ key: id, score, fields, locations, load: async () => this.#toPage(id) }];
    });
  }

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
    const text = this.#readText(key, document);
    const { kind, id, title, aliases, signals, owner, date, severity, evidence, checklist, marks } = document;
    const { worked, worsened, steps } = document;
    return {
      kind,
      id,
      address: this.#addresses.entry({ kind, id }),
      title,
      aliases,
      signals,
      words: text.words,
      anchors: text.anchors,
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

const INDEX_OPTIONS: Options<IndexedDocument> = {
  idField: 'key',
  fields: ['title', 'aliases', 'signals', 'text'],
  tokenize: (text) => text.split(' ').filter(Boolean),
  processTerm: (term) => term,
  // The same weights as in pagefind-page.ts.
  searchOptions: { boost: { title: 3, aliases: 2, signals: 2 }, combineWith: 'AND' },
};

function toKey({ kind, id }: SearchDocument): string {
  return `${kind}:${id}`;
}

/** Returns the index of documents as text. */
export function encodeIndex(documents: readonly SearchDocument[]): string {
  return JSON.stringify(createIndex(documents, createStemReader()));
}

function createIndex(
  documents: readonly SearchDocument[],
  listStems: (word: string) => readonly string[],
): MiniSearch<IndexedDocument> {
  const joinStems = (texts: readonly string[]) => texts.flatMap(listStems).join(' ');
  const index = new MiniSearch(INDEX_OPTIONS);
  index.addAll(
    documents.map((document) => ({
      key: toKey(document),
      title: joinStems([document.title]),
      aliases: joinStems(document.aliases),
      signals: joinStems(document.signals),
      text: joinStems(toPageWords(document).words),
    })),
  );
  return index;
}

function listPlaces(stems: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, own] of stems.entries()) {
    for (const each of own) {
      const known = places.get(each);
      if (known) known.push(at);
      else places.set(each, [at]);
    }
  }
  return places;
}

/** @param wanted the stems of a lookup */
function findLocations(
  { stems, places }: IndexedText,
  wanted: readonly string[],
  match: Lookup['match'],
): number[] {
  if (match === 'phrase') {
    const starts = (places.get(wanted[0] ?? '') ?? []).filter((at) =>
      wanted.every((word, step) => stems[at + step]?.includes(word)),
    );
    return [...new Set(starts.flatMap((at) => wanted.map((_, step) => at + step)))];
  }
  const found =
    match === 'prefix'
      ? [...places].filter(([own]) => wanted.some((word) => own.startsWith(word))).map(([, list]) => list)
      : wanted.map((word) => places.get(word) ?? []);
  return [...new Set(found.flat())].sort((a, b) => a - b);
}

/** Returns `stemTokens` for the words of many pages, which are mostly the same. */
function createStemReader(): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const stems = known.get(word) ?? stemTokens(word);
    known.set(word, stems);
    return stems;
  };
}

function stemTokens(text: string): string[] {
  return tokenize(text).flatMap(({ whole, parts }) => [...new Set([whole, ...parts])].map(stem));
}
