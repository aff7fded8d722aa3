/** What understanding a query needs to know of the content: its words and its names. One small file for the browser. */
import { Aliases, type AliasGroup } from './aliases.ts';
import { SpellingCorrector } from './spelling-corrector.ts';
import { decodeWordFrequencies, encodeWordFrequencies, WordFrequencies } from './word-frequencies.ts';

/** The name of the file, in the folder of the search index. */
export const LEXICON_FILE = 'hindsight-words.json';

export class SearchLexicon {
  readonly wordFrequencies: WordFrequencies;
  readonly aliases: Aliases;
  readonly groups: readonly AliasGroup[];
  #spelling: SpellingCorrector | undefined;

  constructor(vocabulary: WordFrequencies, groups: readonly AliasGroup[]) {
    this.wordFrequencies = vocabulary;
    this.groups = groups;
    this.aliases = new Aliases(groups);
  }

  /** Made when the first unknown word comes. */
  get spelling(): SpellingCorrector {
    this.#spelling ??= new SpellingCorrector(this.wordFrequencies, this.aliases);
    return this.#spelling;
  }
}

interface LexiconFile {
  readonly words: string;
  readonly names: readonly (readonly [AliasGroup['type'], readonly string[], readonly string[]])[];
}

export function encodeLexicon({
  wordFrequencies: vocabulary,
  groups,
}: Pick<SearchLexicon, 'wordFrequencies' | 'groups'>): string {
  const names = groups.map(({ type, names, misspellings }) => [type, names, misspellings] as const);
  return JSON.stringify({ words: encodeWordFrequencies(vocabulary), names } satisfies LexiconFile);
}

/** @throws where the text was not made by `encodeLexicon` */
export function decodeLexicon(text: string): SearchLexicon {
  const { words, names } = JSON.parse(text) as LexiconFile;
  const groups = names.map(([type, names, misspellings]) => ({ type, names, misspellings }));
  return new SearchLexicon(decodeWordFrequencies(words), groups);
}

/** The words and names of several knowledge bases as of one. Without a lexicon of one, its words are not all known. */
export function mergeLexicons(
  own: SearchLexicon,
  others: readonly (SearchLexicon | undefined)[],
): SearchLexicon {
  if (others.length === 0) return own;
  const known = [own, ...others.filter((other) => other !== undefined)];
  const frequencies = new Map<string, number>();
  for (const { wordFrequencies: vocabulary } of known) {
    for (const word of vocabulary.words) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + vocabulary.getFrequency(word));
    }
  }
  const pages = known.reduce((sum, { wordFrequencies: vocabulary }) => sum + vocabulary.pages, 0);
  const complete =
    known.length > others.length && known.every(({ wordFrequencies: vocabulary }) => vocabulary.complete);
  return new SearchLexicon(
    new WordFrequencies(frequencies, pages, complete),
    known.flatMap(({ groups }) => groups),
  );
}
