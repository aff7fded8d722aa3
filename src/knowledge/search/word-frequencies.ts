/** The words of all pages with the number of pages that contain them, small enough for the browser. */
import { stem } from './stem.ts';

export class WordFrequencies {
  /** The number of all pages. */
  readonly pages: number;
  /** False if words that are on only one page are omitted. */
  readonly complete: boolean;
  readonly #frequencies: ReadonlyMap<string, number>;
  readonly #stems = new Map<string, number>();
  readonly #sorted: readonly string[];

  /** @param frequencies the number of pages by word */
  constructor(frequencies: ReadonlyMap<string, number>, pages: number, complete = true) {
    this.pages = pages;
    this.complete = complete;
    this.#frequencies = frequencies;
    this.#sorted = [...frequencies.keys()].sort();
    for (const [word, frequency] of frequencies) {
      const key = stem(word);
      this.#stems.set(key, Math.max(this.#stems.get(key) ?? 0, frequency));
    }
  }

  get words(): readonly string[] {
    return this.#sorted;
  }

  /** Returns whether a page contains the word or an inflected form of it. */
  has(word: string): boolean {
    if (this.#frequencies.has(word)) return true;
    // "queu" is the stem of "queue", but not a word.
    return this.#stems.has(stem(word)) && !this.#frequencies.has(`${word}e`);
  }

  /** Returns whether a word is certainly on no page if `has` returns false. */
  isConclusive(word: string): boolean {
    return this.complete && isWord(word);
  }

  /** Returns the approximate number of pages that contain the word or an inflected form of it. */
  getFrequency(word: string): number {
    return Math.max(this.#frequencies.get(word) ?? 0, this.#stems.get(stem(word)) ?? 0);
  }

  hasPrefix(prefix: string): boolean {
    return this.#sorted[this.#findFirstIndex(prefix)]?.startsWith(prefix) ?? false;
  }

  #findFirstIndex(word: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const MAX_WORD_LENGTH = 32;

/** Returns false for long numbers and hashes, which nobody searches for by a part or with a typo. */
export function isWord(word: string): boolean {
  return (
    word.length > 1 &&
    word.length <= MAX_WORD_LENGTH &&
    !/^\d{6,}$/.test(word) &&
    !/\d.*[a-z].*\d.*[a-z].*\d/.test(word)
  );
}

const FIRST_CHAR_CODE = 35;
const MAX_SHARED_LETTERS = 30;

/**
 * Encodes the words by front coding (Witten, Moffat and Bell, "Managing Gigabytes", 1999, section 4.1): one word per
 * line, as the number of letters shared with the previous word, and the rest. The last line contains the frequencies,
 * rounded down to powers of two, as one character each.
 */
export function encodeWordFrequencies(wordFrequencies: WordFrequencies): string {
  const { words, pages, complete } = wordFrequencies;
  let previous = '';
  let frequencies = '';
  const lines = words.map((word) => {
    const shared = Math.min(countSharedLetters(previous, word), MAX_SHARED_LETTERS);
    previous = word;
    frequencies += String.fromCharCode(
      FIRST_CHAR_CODE + Math.floor(Math.log2(wordFrequencies.getFrequency(word))),
    );
    return String.fromCharCode(FIRST_CHAR_CODE + shared) + word.slice(shared);
  });
  return [`${pages} ${complete ? 'complete' : 'partial'}`, ...lines, '', frequencies].join('\n');
}

/** @throws if the text is not from `encodeWordFrequencies` */
export function decodeWordFrequencies(text: string): WordFrequencies {
  const [head = '', ...lines] = text.split('\n');
  const [pages, state] = head.split(' ');
  const frequencies = lines.pop() ?? '';
  if (lines.pop() !== '' || !/^\d+$/.test(pages ?? '') || frequencies.length !== lines.length) {
    throw new Error('The words of the search index cannot be read');
  }
  let word = '';
  const words = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    word = word.slice(0, line.charCodeAt(0) - FIRST_CHAR_CODE) + line.slice(1);
    words.set(word, 2 ** (frequencies.charCodeAt(index) - FIRST_CHAR_CODE));
  }
  return new WordFrequencies(words, Number(pages), state === 'complete');
}

function countSharedLetters(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
