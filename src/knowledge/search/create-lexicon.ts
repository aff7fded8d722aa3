/** The lexicon of a knowledge base, gathered from its search documents when the index is made. */

import { findAcronyms } from './acronyms.ts';
import type { AliasGroup } from './aliases.ts';
import type { SearchDocument } from './search-document.ts';
import { SearchLexicon } from './search-lexicon.ts';
import { tokenize } from './tokens.ts';
import { isWord, WordFrequencies } from './word-frequencies.ts';

/** Above this many words, those of one page's running text alone are left out of the vocabulary. */
const MAX_COMPLETE_WORDS = 20_000;

export function createLexicon(documents: readonly SearchDocument[]): SearchLexicon {
  const frequencies = new Map<string, number>();
  const telling = new Set<string>();
  const acronyms = new Map<string, AliasGroup>();
  for (const document of documents) {
    const { title, aliases, signals } = document;
    for (const word of extractWords([title, ...aliases, ...signals])) telling.add(word);
    const texts = collectTexts(document);
    for (const word of extractWords(texts)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    for (const group of texts.flatMap(findAcronyms)) acronyms.set(group.names.join('='), group);
  }
  const complete = frequencies.size <= MAX_COMPLETE_WORDS;
  const kept = [...frequencies].filter(([word, pages]) => complete || pages > 1 || telling.has(word));
  return new SearchLexicon(new WordFrequencies(new Map(kept), documents.length, complete), [
    ...documents.flatMap(getAliasGroups),
    ...acronyms.values(),
  ]);
}

/** The names that an entry of a vocabulary goes by. */
function getAliasGroups({ kind, title, aliases, misspellings }: SearchDocument): AliasGroup[] {
  const isVocabulary = kind === 'service' || kind === 'tag' || kind === 'activity';
  return isVocabulary ? [{ names: [title, ...aliases], misspellings, type: kind }] : [];
}

function collectTexts({ title, summary, aliases, signals, sections, owners }: SearchDocument): string[] {
  return [
    title,
    summary,
    ...aliases,
    ...signals,
    ...(owners ?? []),
    ...sections.flatMap(({ title, text, asides = [] }) => [title, text, ...asides]),
  ];
}

function extractWords(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const { whole, parts } of texts.flatMap(tokenize)) {
    for (const word of [whole, ...parts]) if (isWord(word)) words.add(word);
  }
  return words;
}
