/** Finds checks that ask the same question, so that one item can replace both. */
import { toPlainText } from '../source/inline/plain-text.ts';

interface Question {
  readonly text: string;
  readonly expect: string;
}

/** The only words that may differ: "old" and "new", "before" and "after" make a different check. */
const ARTICLES = new Set(['a', 'an', 'the']);

/** Returns a key that two checks share if they ask the same, ignoring case, punctuation, articles and word order. */
export function toQuestionKey({ text, expect }: Question): string {
  return `${toSortedWords(text).join(' ')} → ${toSortedWords(expect).join(' ')}`;
}

/** Returns whether two checks use nearly the same words but ask for something else. Authors may want to merge them. */
export function isNearlySameQuestion(a: Question, b: Question): boolean {
  if (toQuestionKey(a) === toQuestionKey(b)) return false;
  const [wordsA, wordsB] = [new Set(toSortedWords(a.text)), new Set(toSortedWords(b.text))];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared / (wordsA.size + wordsB.size - shared) >= MIN_WORD_OVERLAP;
}

/** The minimum share of common words (Jaccard). */
const MIN_WORD_OVERLAP = 0.75;

function toSortedWords(text: string): string[] {
  const words =
    toPlainText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}._/:-]*/gu) ?? [];
  const kept = words.map((word) => word.replace(/[._/:-]+$/, '')).filter((word) => !ARTICLES.has(word));
  return [...new Set(kept)].sort();
}
