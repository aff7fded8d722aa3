/**
 * The part of Pagefind’s index that is about one document. An index of many documents is divided into these, which can be kept, and
 * joined from them.
 */
import { type FilterName, type IndexFiles, readMeta, unpack } from './pagefind-files.ts';

/** The part of an index that is about one document. JSON can write it. */
export interface DocumentIndex {
  /** The file with its text and facts, as base64. */
  readonly fragment: string;
  /** The number of its words. */
  readonly length: number;
  /** The names of facts. A word in one of them has its place in this list. */
  readonly fields: readonly string[];
  readonly words: readonly DocumentWord[];
  readonly filters: readonly (readonly [name: string, values: readonly string[]])[];
}

/** The places of a word in a document: in its text, and in its facts. */
export type Places = readonly [inText: readonly number[], inFields: readonly number[]];

export interface DocumentWord {
  readonly word: string;
  /** Absent if the document has the word only with diacritics. */
  readonly places?: Places;
  /** The places of the word with diacritics, by its form. */
  readonly variants: readonly (readonly [form: string, places: Places])[];
}

/** The places of a word in many documents: each has the difference of its number to that of the one before. */
export type PagePlaces = readonly [step: number, ...places: Places];
/** A word in Pagefind's index. */
export type Word = readonly [
  word: string,
  pages: readonly PagePlaces[],
  variants: readonly (readonly [form: string, pages: readonly PagePlaces[]])[],
];
type FilterValue = readonly [value: string, pages: readonly number[]];
export type Filter = readonly [name: string, values: readonly FilterValue[]];

/**
 * Divides an index into those of its documents, in their order.
 *
 * @param files of an index in one language
 * @throws if Pagefind's format has changed
 */
export function divideIndex(files: IndexFiles): DocumentIndex[] {
  const [, pages, parts, filters, sorts, fields, ...rest] = readMeta(files);
  if (sorts.length > 0 || rest.length > 0) throw new Error('Pagefind has another format');
  const words = pages.map(() => [] as DocumentWord[]);
  for (const [, , hash] of parts) {
    for (const word of readWords(files.get(`index/${hash}.pf_index`))) {
      for (const [page, own] of divideWord(word)) words[page]?.push(own);
    }
  }
  const values = divideFilters(files, filters, pages.length);
  return pages.map(([hash, length], page) => ({
    fragment: Buffer.from(readFile(files, `fragment/${hash}.pf_fragment`)).toString('base64'),
    length,
    fields,
    words: words[page] ?? [],
    filters: [...(values[page] ?? [])],
  }));
}

function readWords(file: Uint8Array | undefined): readonly Word[] {
  const [words, ...rest] = unpack<readonly [readonly Word[], ...unknown[]]>(file);
  if (!Array.isArray(words) || rest.length > 0) throw new Error('Pagefind has another format of words');
  return words;
}

function divideWord([word, pages, variants]: Word): Map<number, DocumentWord> {
  const found = new Map<number, DocumentWord>();
  for (const [page, places] of addSteps(pages)) found.set(page, { word, places, variants: [] });
  for (const [form, formPages] of variants) {
    for (const [page, places] of addSteps(formPages)) {
      const own = found.get(page) ?? { word, variants: [] };
      found.set(page, { ...own, variants: [...own.variants, [form, places]] });
    }
  }
  return found;
}

function* addSteps(pages: readonly PagePlaces[]): Generator<[page: number, places: Places]> {
  let page = 0;
  for (const [step, ...places] of pages) {
    page += step;
    yield [page, places];
  }
}

function divideFilters(
  files: IndexFiles,
  filters: readonly FilterName[],
  count: number,
): Map<string, string[]>[] {
  const found = Array.from({ length: count }, () => new Map<string, string[]>());
  for (const [, hash] of filters) {
    const [name, values] = unpack<Filter>(readFile(files, `filter/${hash}.pf_filter`));
    for (const [value, pages] of values) {
      for (const page of pages) {
        const own = found[page]?.get(name);
        if (own) own.push(value);
        else found[page]?.set(name, [value]);
      }
    }
  }
  return found;
}

function readFile(files: IndexFiles, path: string): Uint8Array {
  const file = files.get(path);
  if (!file) throw new Error(`Pagefind’s index has no file \`${path}\``);
  return file;
}
