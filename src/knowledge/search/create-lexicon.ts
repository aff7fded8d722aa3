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

/** The part of the lexicon that is about one document. JSON can write it. */
export interface DocumentWords {
  readonly all: readonly string[];
  /** Those of its title, its other names and its signals. */
  readonly important: readonly string[];
  readonly spellings: readonly string[];
  readonly acronyms: readonly AliasGroup[];
}

export function collectDocumentWords(document: SearchDocument): DocumentWords {
  const { title, aliases, signals } = document;
  const texts = collectTexts(document);
  return {
    all: [...extractWords(texts)],
    important: [...extractWords([title, ...aliases, ...signals])],
    spellings: [...findSpellings(texts)],
    acronyms: texts.flatMap(findAcronyms),
  };
}

/** @param words from `collectDocumentWords`, for each document */
export function createLexicon(
  documents: readonly SearchDocument[],
  words = documents.map(collectDocumentWords),
): SearchLexicon {
  const frequencies = new Map<string, number>();
  const importantWords = new Set(words.flatMap(({ important }) => important));
  const acronyms = new Map<string, AliasGroup>();
  for (const group of words.flatMap((own) => own.acronyms)) acronyms.set(group.names.join('='), group);
  for (const word of words.flatMap(({ all }) => all)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
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
    toSpellings(new Set(words.flatMap(({ spellings }) => spellings))),
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
