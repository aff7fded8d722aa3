/**
 * The words of the pages with letters that have no decomposition in Unicode, such as `ß` and `ø`. A query is read without
 * such letters, while Pagefind has its words only with them.
 */
import { normalizeText, SPELLED_OUT } from './tokens.ts';

/** The words as the pages write them, in lower case, by their normalized text. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

const WORDS = new RegExp(`[\\p{L}\\p{M}]*[${Object.keys(SPELLED_OUT).join('')}][\\p{L}\\p{M}]*`, 'giu');

export function findSpellings(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.match(WORDS) ?? []).map((word) => word.toLowerCase()));
}

export function toSpellings(words: Iterable<string>): Spellings {
  const spellings = new Map<string, string[]>();
  for (const word of words) {
    const key = normalizeText(word);
    spellings.set(key, [...(spellings.get(key) ?? []), word]);
  }
  return spellings;
}

/** Returns the text of a lookup, followed by the text with the spellings of the pages if there are others. */
export function listSpellings(text: string, spellings: Spellings): string[] {
  const words = text.split(' ');
  const variants = words.flatMap((word, index) =>
    (spellings.get(word) ?? []).map((spelling) =>
      words.map((other, at) => (at === index ? spelling : other)).join(' '),
    ),
  );
  return [text, ...variants];
}
