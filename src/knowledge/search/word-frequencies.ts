/** The words of all pages with how many pages hold them, small enough to be sent to the browser. */
import { stem } from './stem.ts';

export class WordFrequencies {
  /** How many pages there are. */
  readonly pages: number;
  /** Whether every word is in it; otherwise those that stand in one page only are left out. */
  readonly complete: boolean;
  readonly #frequencies: ReadonlyMap<string, number>;
  readonly #stems = new Map<string, number>();
  readonly #sorted: readonly string[];

  /** @param frequencies word → pages that hold it */
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

  /** Whether a page holds the word, in any of its inflected forms. */
  has(word: string): boolean {
    if (this.#frequencies.has(word)) return true;
    // "queu" is the stem of "queue", yet no word.
    return this.#stems.has(stem(word)) && !this.#frequencies.has(`${word}e`);
  }

  /** Whether a word that is not in it is in no page. */
  isConclusive(word: string): boolean {
    return this.complete && isWord(word);
  }

  /** How many pages hold the word or an inflected form of it, nearly; 0 where none does. */
  getFrequency(word: string): number {
    return Math.max(this.#frequencies.get(word) ?? 0, this.#stems.get(stem(word)) ?? 0);
  }

  /** Whether a word of the pages begins so. */
  hasPrefix(prefix: string): boolean {
    return this.#sorted[this.#findFirstIndex(prefix)]?.startsWith(prefix) ?? false;
  }

  /** How many pages hold words that begin so, at most; a page that holds several of them is counted for each. */
  getPrefixFrequency(prefix: string): number {
    let sum = 0;
    for (let at = this.#findFirstIndex(prefix); this.#sorted[at]?.startsWith(prefix); at++) {
      sum += this.#frequencies.get(this.#sorted[at] ?? '') ?? 0;
    }
    return sum;
  }

  /** The word that begins so and stands in the most pages, though in no more than `most`. */
  findCompletion(prefix: string, most: number): string | undefined {
    let best: string | undefined;
    for (let at = this.#findFirstIndex(prefix); this.#sorted[at]?.startsWith(prefix); at++) {
      const word = this.#sorted[at] ?? '';
      const frequency = this.#frequencies.get(word) ?? 0;
      if (frequency <= most && frequency > (best === undefined ? 0 : (this.#frequencies.get(best) ?? 0)))
        best = word;
    }
    return best;
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

/** Long numbers and hashes are not words: nobody looks for them by a part or with a slip. */
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
 * Front-coded: each word in a line, as the number of letters that it shares with the one before, and the
 * rest. The frequencies follow as one character each: the power of two that is not larger (Witten,
 * Moffat and Bell, "Managing Gigabytes", 1999, section 4.1).
 */
export function encodeWordFrequencies(vocabulary: WordFrequencies): string {
  const { words, pages, complete } = vocabulary;
  let last = '';
  let frequencies = '';
  const lines = words.map((word) => {
    const shared = Math.min(countSharedLetters(last, word), MAX_SHARED_LETTERS);
    last = word;
    frequencies += String.fromCharCode(
      FIRST_CHAR_CODE + Math.floor(Math.log2(vocabulary.getFrequency(word))),
    );
    return String.fromCharCode(FIRST_CHAR_CODE + shared) + word.slice(shared);
  });
  return [`${pages} ${complete ? 'complete' : 'partial'}`, ...lines, '', frequencies].join('\n');
}

/** @throws where the text was not made by `encodeVocabulary` */
export function decodeWordFrequencies(text: string): WordFrequencies {
  const [head = '', ...lines] = text.split('\n');
  const [pages, state] = head.split(' ');
  const frequencies = lines.pop() ?? '';
  if (lines.pop() !== '' || !/^\d+$/.test(pages ?? '') || frequencies.length !== lines.length) {
    throw new Error('The vocabulary of the search is not readable');
  }
  let last = '';
  const words = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    last = last.slice(0, line.charCodeAt(0) - FIRST_CHAR_CODE) + line.slice(1);
    words.set(last, 2 ** (frequencies.charCodeAt(index) - FIRST_CHAR_CODE));
  }
  return new WordFrequencies(words, Number(pages), state === 'complete');
}

function countSharedLetters(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
