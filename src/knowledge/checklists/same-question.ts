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
  if (toQuestionKey(a) === toQuestionKey(b)) return false;
  const [wordsA, wordsB] = [listWords(a.text), listWords(b.text)];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared / (wordsA.size + wordsB.size - shared) >= MIN_WORD_OVERLAP;
}

/** The minimum share of common words (Jaccard). */
const MIN_WORD_OVERLAP = 0.75;

function listWords(text: string): Set<string> {
  const words =
    toPlainText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}._/:-]*/gu) ?? [];
  const kept = words.map((word) => word.replace(/[._/:-]+$/, '')).filter((word) => !ARTICLES.has(word));
  return new Set(kept);
}
