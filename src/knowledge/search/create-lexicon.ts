/** Creates the lexicon of a knowledge base from its search documents, when the index is created. */

import { findAcronyms } from './acronyms.ts';
import type { AliasGroup } from './aliases.ts';
import { hasCjkLetters } from './cjk.ts';
import { STOP_WORDS } from './common-words.ts';
import { GLOSSARY } from './glossary.ts';
import type { SearchDocument } from './search-document.ts';
import { SearchLexicon } from './search-lexicon.ts';
import { findSpellings, toSpellings } from './spellings.ts';
import { tokenize } from './tokens.ts';
import { isWord, WordFrequencies } from './word-frequencies.ts';

/** With more words than this, rare words of running text are omitted. */
const MAX_COMPLETE_WORDS = 20_000;
/** A word is rare if at most one page of so many has it, or a single page. */
const PAGES_PER_RARE_WORD = 2000;

export function createLexicon(documents: readonly SearchDocument[]): SearchLexicon {
  const frequencies = new Map<string, number>();
  const importantWords = new Set<string>();
  const acronyms = new Map<string, AliasGroup>();
  const spellings = new Set<string>();
  for (const document of documents) {
    const { title, aliases, signals } = document;
    for (const word of extractWords([title, ...aliases, ...signals])) importantWords.add(word);
    const texts = collectTexts(document);
    for (const word of extractWords(texts)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    for (const word of findSpellings(texts)) spellings.add(word);
    for (const group of texts.flatMap(findAcronyms)) acronyms.set(group.names.join('='), group);
  }
  const isComplete = frequencies.size <= MAX_COMPLETE_WORDS;
  const maxRare = Math.max(1, documents.length / PAGES_PER_RARE_WORD);
  const included = [...frequencies].filter(
    ([word, pages]) => isComplete || pages > maxRare || importantWords.has(word) || hasCjkLetters(word),
  );
  const wordFrequencies = new WordFrequencies(new Map(included), documents.length, isComplete);
  return new SearchLexicon(
    wordFrequencies,
    [
      ...documents.flatMap(getAliasGroups),
      ...acronyms.values(),
      ...selectGlossary(new WordFrequencies(frequencies, documents.length)),
    ],
    toSpellings(spellings),
  );
}

/** Returns the groups of the glossary with a name whose words the pages contain; the others find nothing. */
function selectGlossary(wordFrequencies: WordFrequencies): AliasGroup[] {
  const isUsed = (name: string) => {
    const allWords = tokenize(name).flatMap(({ parts }) => parts);
    const words = allWords.filter((word) => !STOP_WORDS.has(word));
    return (words.length > 0 ? words : allWords).every((word) => wordFrequencies.has(word));
  };
  return GLOSSARY.filter(({ names }) => names.some(isUsed)).map((group) => ({ ...group, misspellings: [] }));
}

/** Returns the names of an entry of a vocabulary; none for other entries. */
function getAliasGroups({ kind, title, aliases, misspellings }: SearchDocument): AliasGroup[] {
  const isVocabulary = kind === 'service' || kind === 'tag' || kind === 'activity';
  return isVocabulary ? [{ names: [title, ...aliases], misspellings, type: kind }] : [];
}

function collectTexts({
  title,
  summary,
  aliases,
  signals,
  everydayWords = [],
  sections,
  owners = [],
}: SearchDocument): string[] {
  return [
    title,
    summary,
    ...aliases,
    ...signals,
    ...everydayWords,
    ...owners,
    ...sections.flatMap(({ title, text, asides = [] }) => [title, text, ...asides]),
  ];
}

function extractWords(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const { whole, parts, isCjk } of texts.flatMap(tokenize)) {
    for (const word of isCjk ? parts : [whole, ...parts]) if (isCjk || isWord(word)) words.add(word);
  }
  return words;
}
