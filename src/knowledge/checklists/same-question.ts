/** Whether two checks ask the same, so that one item can stand for both. */

interface Question {
  readonly text: string;
  readonly expect: string;
}

/** Only articles may differ: "old" and "new", "before" and "after" turn a check into another one. */
const ARTICLES = new Set(['a', 'an', 'the']);

/** A key that checks share if and only if they ask the same: case, punctuation, articles and order aside. */
export function toQuestionKey({ text, expect }: Question): string {
  return `${toSortedWords(text).join(' ')} → ${toSortedWords(expect).join(' ')}`;
}

/** Whether they ask in nearly the same words, but not for the same: authors may want to make one of them. */
export function isNearlySameQuestion(a: Question, b: Question): boolean {
  if (toQuestionKey(a) === toQuestionKey(b)) return false;
  const [wordsA, wordsB] = [new Set(toSortedWords(a.text)), new Set(toSortedWords(b.text))];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared / (wordsA.size + wordsB.size - shared) >= MIN_WORD_OVERLAP;
}

/** The share of common words (Jaccard) from which on two checks are worth a look by their authors. */
const MIN_WORD_OVERLAP = 0.75;

function toSortedWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}._/:-]*/gu) ?? [];
  const kept = words.map((word) => word.replace(/[._/:-]+$/, '')).filter((word) => !ARTICLES.has(word));
  return [...new Set(kept)].sort();
}
