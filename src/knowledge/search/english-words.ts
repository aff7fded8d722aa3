/** Tells English words from misspelled ones and from those of other languages. */
import { EVERYDAY_WORDS, LOG_WORDS, STOP_WORDS } from './common-words.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import type { Token } from './tokens.ts';
import type { WordSet } from './word-set.ts';

/** @param english ordinary words, if they are loaded */
export function isEnglishWord(word: string, english?: WordSet): boolean {
  return (
    STOP_WORDS.has(word) || EVERYDAY_WORDS.has(word) || LOG_WORDS.has(word) || (english?.has(word) ?? false)
  );
}

/** Returns whether the pages or the names contain a word, or words that start with it. */
export function isKnownWord(word: string, { wordFrequencies, aliases }: SearchLexicon): boolean {
  return (
    aliases.has(word) || wordFrequencies.has(word) || (word.length > 2 && wordFrequencies.hasPrefix(word))
  );
}

/** Returns the words of a query that neither the pages nor the glossary contain. */
export function listUnknownWords(tokens: readonly Token[], lexicon: SearchLexicon): string[] {
  return tokens
    .filter(({ parts, isCjk }) => parts.length === 1 && !isCjk)
    .map(({ whole }) => whole)
    .filter(
      (word) => word.length > 2 && !/\d/.test(word) && !isEnglishWord(word) && !isKnownWord(word, lexicon),
    );
}
