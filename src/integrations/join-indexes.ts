/**
 * Joins the indexes of documents to one that Pagefind's script can search. Equal documents give equal bytes: Pagefind
 * itself writes filters, and the values of each, in a random order.
 */
import type { DocumentIndex, DocumentWord, PagePlaces, Places, Word } from './document-index.ts';
import {
  FileNames,
  type FilterName,
  type IndexFiles,
  type PageName,
  pack,
  replaceMeta,
} from './pagefind-files.ts';
import { createParts } from './split-parts.ts';

/**
 * @param indexes of all documents, in their order
 * @param files of an index in one language. Its documents are replaced
 * @throws if Pagefind's format has changed
 */
export function joinIndexes(indexes: readonly DocumentIndex[], files: IndexFiles): IndexFiles {
  const joined = new Map([...files].filter(([path]) => !/^(?:fragment|index|filter)\//.test(path)));
  const fragmentNames = new FileNames();
  const pages = indexes.map(({ fragment, length }): PageName => {
    const file = Buffer.from(fragment, 'base64');
    const hash = fragmentNames.find(file);
    joined.set(`fragment/${hash}.pf_fragment`, file);
    return [hash, length];
  });
  const fields = [...new Set(indexes.flatMap((index) => index.fields))].toSorted();
  const parts = createParts(joinWords(indexes, fields));
  for (const { name, file } of parts) joined.set(`index/${name[2]}.pf_index`, file);
  const filterNames = new FileNames();
  const filters = joinFilters(indexes).map(([name, values]): FilterName => {
    const file = pack([name, values]);
    const hash = filterNames.find(file);
    joined.set(`filter/${hash}.pf_filter`, file);
    return [name, hash];
  });
  return replaceMeta(joined, ([version]) => [
    version,
    pages,
    parts.map(({ name }) => name),
    filters,
    [],
    fields,
  ]);
}

class JoinedPages {
  readonly pages: PagePlaces[] = [];
  #last = 0;

  add(page: number, [inText, inFields]: Places): void {
    this.pages.push([page - this.#last, inText, inFields]);
    this.#last = page;
  }
}

class JoinedWord {
  readonly own = new JoinedPages();
  readonly variants = new Map<string, JoinedPages>();

  add(page: number, { places, variants }: DocumentWord, toPlaces: (places: Places) => Places): void {
    if (places) this.own.add(page, toPlaces(places));
    for (const [form, formPlaces] of variants) {
      const pages = this.variants.get(form) ?? new JoinedPages();
      this.variants.set(form, pages);
      pages.add(page, toPlaces(formPlaces));
    }
  }
}

function joinWords(indexes: readonly DocumentIndex[], fields: readonly string[]): Word[] {
  const joined = new Map<string, JoinedWord>();
  for (const [page, index] of indexes.entries()) {
    const numbers = index.fields.map((field) => fields.indexOf(field));
    const isSame = numbers.every((number, old) => number === old);
    // A negative number is that of a field, and the places in it follow.
    const renumber = (place: number) => (place < 0 ? -((numbers[-place - 1] ?? 0) + 1) : place);
    const toPlaces = ([inText, inFields]: Places): Places => [
      inText,
      isSame ? inFields : inFields.map(renumber),
    ];
    for (const word of index.words) {
      const own = joined.get(word.word) ?? new JoinedWord();
      joined.set(word.word, own);
      own.add(page, word, toPlaces);
    }
  }
  return [...joined]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([word, { own, variants }]) => [
      word,
      own.pages,
      [...variants].sort(([a], [b]) => compareCodePoints(a, b)).map(([form, { pages }]) => [form, pages]),
    ]);
}

function joinFilters(indexes: readonly DocumentIndex[]): [name: string, values: [string, number[]][]][] {
  const joined = new Map<string, Map<string, number[]>>();
  for (const [page, { filters }] of indexes.entries()) {
    for (const [name, values] of filters) {
      const pagesByValue = joined.get(name) ?? new Map<string, number[]>();
      joined.set(name, pagesByValue);
      for (const value of values) {
        const pages = pagesByValue.get(value);
        if (pages) pages.push(page);
        else pagesByValue.set(value, [page]);
      }
    }
  }
  return [...joined]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([name, values]) => [name, [...values].sort(([a], [b]) => compareCodePoints(a, b))]);
}

/** Pagefind looks for a word in this order. That of JavaScript's strings differs for letters above U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [unitA, unitB] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (unitA !== unitB) return toOrder(unitA) - toOrder(unitB);
  }
  return a.length - b.length;
}

/** Half a letter above U+FFFF comes after all other units. */
function toOrder(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
