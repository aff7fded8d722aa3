/** The lexicon of a knowledge base, gathered from its search documents when the index is made. */
import type { Knowledge } from '../knowledge.ts';
import type { SearchDocument } from '../search-document.ts';
import { acronymsIn } from './acronyms.ts';
import type { AliasGroup } from './aliases.ts';
import { Lexicon } from './lexicon.ts';
import { tokensOf } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/** Above this many words, those of one page's running text alone are left out of the vocabulary. */
const MOST_WORDS = 20_000;
const LONGEST_WORD = 32;

/** @param names the groups of names of the content, as `namesIn` gives them */
export function lexiconOf(documents: readonly SearchDocument[], names: readonly AliasGroup[] = []): Lexicon {
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
  return new Lexicon(new Vocabulary(new Map(kept), documents.length, complete), [...names, ...acronyms.values()]);
}

/** The names and misspellings that the vocabularies hold. */
export function namesIn(knowledge: Knowledge): AliasGroup[] {
  const services = knowledge.all('service').map(({ data }) => ({
    names: [data.title, ...data.aliases],
    misspellings: data.misspellings,
    type: 'service' as const,
  }));
  const others = (['tag', 'activity'] as const).flatMap((type) =>
    knowledge.all(type).map(({ data }) => ({ names: [data.title, ...data.aliases], misspellings: [], type })),
  );
  return [...services, ...others];
}

function textsOf({ title, summary, aliases, signals, sections }: SearchDocument): string[] {
  return [title, summary, ...aliases, ...signals, ...sections.flatMap((section) => [section.title, section.text])];
}

function wordsIn(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const { whole, parts } of texts.flatMap(tokensOf)) {
    for (const word of [whole, ...parts]) if (isWord(word)) words.add(word);
  }
  return words;
}

/** Long numbers and hashes are not words: nobody looks for them by a part or with a slip. */
function isWord(word: string): boolean {
  return word.length > 1 && word.length <= LONGEST_WORD && !/^\d{6,}$/.test(word) && !/\d.*[a-z].*\d.*[a-z].*\d/.test(word);
}
