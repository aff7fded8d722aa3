/** Turns words and names into search terms, if the pages contain them. */
import { STOP_WORDS } from './common-words.ts';
import type { SearchTerm, Via } from './concepts.ts';
import { tokenize } from './tokens.ts';
import type { WordFrequencies } from './word-frequencies.ts';

/** Returns the term of one word. */
export function lookUpWord(
  frequencies: WordFrequencies,
  word: string,
  via: Via,
  weight: number,
): SearchTerm[] {
  // The engines would find the stop word: they take "ups" for a form of "up".
  const isFormOfStopWord = STOP_WORDS.has(word.replace(/s$/, ''));
  return frequencies.has(word) && !isFormOfStopWord ? [{ text: word, match: 'word', via, weight }] : [];
}

/** Returns one term for all words together, if the pages contain each of them. */
export function lookUpAllWords(
  frequencies: WordFrequencies,
  words: readonly string[],
  via: Via,
  weight: number,
): SearchTerm[] {
  const [first] = words;
  if (first === undefined || words.some((word) => !frequencies.has(word))) return [];
  return words.length === 1
    ? lookUpWord(frequencies, first, via, weight)
    : [{ text: words.join(' '), match: 'all', via, weight }];
}

/** Returns the term of a name: its words, or a phrase if stop words are part of its meaning ("log in", "time out"). */
export function lookUpName(
  frequencies: WordFrequencies,
  name: string,
  via: Via,
  weight: number,
): SearchTerm[] {
  const tokens = tokenize(name);
  const allWords = tokens.flatMap(({ parts }) => parts);
  // A stop word that is part of another one is no stop word: without it, "MySQL replication" is about any SQL.
  const isInName = tokens.some(({ parts }) => parts.length > 1 && parts.some((part) => STOP_WORDS.has(part)));
  if (isInName || tokens.some(({ isCjk }) => isCjk)) return lookUpPhrase(frequencies, allWords, via, weight);
  const words = allWords.filter((word) => !STOP_WORDS.has(word));
  if (words.length > 1 || words.length === allWords.length)
    return lookUpAllWords(frequencies, words, via, weight);
  return lookUpPhrase(frequencies, allWords, via, weight);
}

/** Returns the term of words that stand together in this order. */
export function lookUpPhrase(
  frequencies: WordFrequencies,
  words: readonly string[],
  via: Via,
  weight: number,
): SearchTerm[] {
  const isKnown = words.length > 0 && words.every((word) => frequencies.has(word));
  return isKnown ? [{ text: words.join(' '), match: 'phrase', via, weight }] : [];
}
