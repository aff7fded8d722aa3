/** The lexicon of a knowledge base, gathered from its search documents when the index is made. */

import { acronymsIn } from './acronyms.ts';
import type { AliasGroup } from './aliases.ts';
import { Lexicon } from './lexicon.ts';
import type { SearchDocument } from './search-document.ts';
import { tokensOf } from './tokens.ts';
import { isWord, Vocabulary } from './vocabulary.ts';

/** Above this many words, those of one page's running text alone are left out of the vocabulary. */
const MOST_WORDS = 20_000;

export function lexiconOf(documents: readonly SearchDocument[]): Lexicon {
  const frequencies = new Map<string, number>();
  const telling = new Set<string>();
  const acronyms = new Map<string, AliasGroup>();
  for (const document of documents) {
    const { title, aliases, signals } = document;
    for (const word of wordsIn([title, ...aliases, ...signals])) telling.add(word);
    const texts = textsOf(document);
    for (const word of wordsIn(texts)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    for (const group of texts.flatMap(acronymsIn)) acronyms.set(group.names.join('='), group);
  }
  const complete = frequencies.size <= MOST_WORDS;
  const kept = [...frequencies].filter(([word, pages]) => complete || pages > 1 || telling.has(word));
  return new Lexicon(new Vocabulary(new Map(kept), documents.length, complete), [
    ...documents.flatMap(namesOf),
    ...acronyms.values(),
  ]);
}

/** The names that an entry of a vocabulary goes by. */
function namesOf({ kind, title, aliases, misspellings }: SearchDocument): AliasGroup[] {
  const isVocabulary = kind === 'service' || kind === 'tag' || kind === 'activity';
  return isVocabulary ? [{ names: [title, ...aliases], misspellings, type: kind }] : [];
}

function textsOf({ title, summary, aliases, signals, sections, owners }: SearchDocument): string[] {
  return [
    title,
    summary,
    ...aliases,
    ...signals,
    ...(owners ?? []),
    ...sections.flatMap(({ title, text, asides = [] }) => [title, text, ...asides]),
  ];
}

function wordsIn(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const { whole, parts } of texts.flatMap(tokensOf)) {
    for (const word of [whole, ...parts]) if (isWord(word)) words.add(word);
  }
  return words;
}
