/** Finds checks that ask the same question, so that one item can replace both. */
import { toPlainText } from '../source/inline/plain-text.ts';

interface Question {
  readonly text: string;
  readonly expect?: string | undefined;
}

/** The only words that may differ: "old" and "new", "before" and "after" make a different check. */
const ARTICLES = new Set(['a', 'an', 'the']);

/**
 * Returns a key that two checks share if they ask the same, ignoring articles, a capital at the start and a full stop at
 * the end. Every other difference counts, because a merged check is no longer on the list: "from a to b" and "from b to
 * a", "< 5" and "> 5", `-n` and `-N` are not the same.
 */
export function toQuestionKey({ text, expect = '' }: Question): string {
  return `${normalize(text)} → ${normalize(expect)}`;
}

function normalize(text: string): string {
  const words = text
    .trim()
    .replace(/[.。]$/u, '')
    .split(/\s+/u);
  const [first = '', ...rest] = words.filter((word) => !ARTICLES.has(word.toLowerCase()));
  return [first.charAt(0).toLowerCase() + first.slice(1), ...rest].join(' ');
}

/** Returns whether two checks use nearly the same words but ask for something else. Authors may want to merge them. */
export function isNearlySameQuestion(a: Question, b: Question): boolean {
  const [wordsA, wordsB] = [listWords(a.text), listWords(b.text)];
  let shared = 0;
  for (const word of wordsA) if (wordsB.has(word)) shared++;
  const isNear = shared / (wordsA.size + wordsB.size - shared) >= MIN_WORD_OVERLAP;
  return isNear && toQuestionKey(a) !== toQuestionKey(b);
}

/** The minimum share of common words (Jaccard). */
const MIN_WORD_OVERLAP = 0.75;

/** Each text is compared with all others at its pause point. */
const cachedWords = new Map<string, ReadonlySet<string>>();
const MAX_CACHED = 20_000;

function listWords(text: string): ReadonlySet<string> {
  const known = cachedWords.get(text);
  if (known) return known;
  if (cachedWords.size >= MAX_CACHED) cachedWords.clear();
  const words = splitIntoWords(text);
  cachedWords.set(text, words);
  return words;
}

function splitIntoWords(text: string): Set<string> {
  const words =
    toPlainText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}._/:-]*/gu) ?? [];
  const kept = words.map((word) => word.replace(/[._/:-]+$/, '')).filter((word) => !ARTICLES.has(word));
  return new Set(kept);
}
