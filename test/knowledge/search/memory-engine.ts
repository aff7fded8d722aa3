/** A search engine for tests of the ranking, which reads a few documents and counts their words. */
import type { SearchDocument } from '../../../src/knowledge/search/search-document.ts';
import type {
  Filters,
  Hit,
  Lookup,
  Page,
  SearchEngine,
  SearchField,
} from '../../../src/knowledge/search/search-engine.ts';
import { SEARCH_FIELDS } from '../../../src/knowledge/search/search-engine.ts';
import type { SearchFilter } from '../../../src/knowledge/search/search-filters.ts';
import { stem } from '../../../src/knowledge/search/stem.ts';
import { toPageWords } from '../../../src/knowledge/search/text-blocks.ts';
import { tokenize } from '../../../src/knowledge/search/tokens.ts';
import type { Addresses } from '../../../src/knowledge/source/addresses.ts';

const FIELD_SCORES: Readonly<Record<SearchField, number>> = { title: 3, aliases: 2, signals: 2 };

export function createMemoryEngine(documents: readonly SearchDocument[], addresses: Addresses): SearchEngine {
  const listMatching = (filters: Filters) => documents.filter((document) => matches(document, filters));
  return {
    async lookUp(lookup, filters) {
      return listMatching(filters)
        .flatMap((document) => findHits(document, lookup, addresses))
        .sort((a, b) => b.score - a.score);
    },
    async listPages(filters) {
      return listMatching(filters).map((document) => createHit(document, addresses, [], [], 0));
    },
    async loadPagesByValue(filter) {
      const values = new Set(documents.flatMap(({ filters }) => filters[filter] ?? []));
      return new Map([...values].map((value) => [value, findKeys(documents, filter, value)]));
    },
  };
}

function findHits(document: SearchDocument, { text, match }: Lookup, addresses: Addresses): Hit[] {
  const wanted = text.split(' ').map(stem);
  const fits = (stems: readonly string[] | undefined, word: string) =>
    stems?.some((own) => (match === 'prefix' ? own.startsWith(word) : own === word)) ?? false;
  const words = toPageWords(document).words.map(listStems);
  const isHit = (at: number) =>
    match === 'phrase'
      ? wanted.every((word, step) => fits(words[at + step], word))
      : wanted.some((word) => fits(words[at], word));
  const isWhole = wanted.every((word) => words.some((stems) => fits(stems, word)));
  const locations = [...words.keys()].filter(isHit);
  if (!isWhole || locations.length === 0) return [];
  const fields = SEARCH_FIELDS.filter((field) =>
    wanted.some((word) => [document[field]].flat().some((line) => fits(listStems(line), word))),
  );
  const score = fields.reduce((sum, field) => sum + FIELD_SCORES[field], locations.length);
  return [createHit(document, addresses, fields, locations, score)];
}

function createHit(
  document: SearchDocument,
  addresses: Addresses,
  fields: readonly SearchField[],
  locations: readonly number[],
  score: number,
): Hit {
  const key = getKey(document);
  return { key, score, fields, locations, load: async () => toPage(document, addresses) };
}

function toPage(document: SearchDocument, addresses: Addresses): Page {
  return {
    ...document,
    address: addresses.entry(document),
    evidence: document.evidence ?? 0,
    ...toPageWords(document),
  };
}

/** Returns whether a document has every value of every filter. */
function matches({ filters: own }: SearchDocument, filters: Filters): boolean {
  return Object.entries(filters).every(([name, values]) =>
    values.every((value) => own[name as SearchFilter]?.includes(value)),
  );
}

function findKeys(documents: readonly SearchDocument[], filter: SearchFilter, value: string): Set<string> {
  return new Set(documents.filter(({ filters }) => filters[filter]?.includes(value)).map(getKey));
}

function getKey({ kind, id }: SearchDocument): string {
  return `${kind}:${id}`;
}

function listStems(text: string): string[] {
  return tokenize(text).flatMap(({ whole, parts }) => [whole, ...parts].map(stem));
}
