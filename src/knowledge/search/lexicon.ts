/** What understanding a query needs to know of the content: its words and its names. One small file for the browser. */
import { Aliases, type AliasGroup } from './aliases.ts';
import { Spelling } from './spelling.ts';
import { decodeVocabulary, encodeVocabulary, Vocabulary } from './vocabulary.ts';

/** The name of the file, in the folder of the search index. */
export const LEXICON_FILE = 'hindsight-words.json';

export class Lexicon {
  readonly vocabulary: Vocabulary;
  readonly aliases: Aliases;
  readonly groups: readonly AliasGroup[];
  #spelling: Spelling | undefined;

  constructor(vocabulary: Vocabulary, groups: readonly AliasGroup[]) {
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.aliases = new Aliases(groups);
  }

  /** Made when the first unknown word comes. */
  get spelling(): Spelling {
    this.#spelling ??= new Spelling(this.vocabulary, this.aliases);
    return this.#spelling;
  }
}

interface LexiconFile {
  readonly words: string;
  readonly names: readonly (readonly [AliasGroup['type'], readonly string[], readonly string[]])[];
}

export function encodeLexicon({ vocabulary, groups }: Pick<Lexicon, 'vocabulary' | 'groups'>): string {
  const names = groups.map(({ type, names, misspellings }) => [type, names, misspellings] as const);
  return JSON.stringify({ words: encodeVocabulary(vocabulary), names } satisfies LexiconFile);
}

/** @throws where the text was not made by `encodeLexicon` */
export function decodeLexicon(text: string): Lexicon {
  const { words, names } = JSON.parse(text) as LexiconFile;
  const groups = names.map(([type, names, misspellings]) => ({ type, names, misspellings }));
  return new Lexicon(decodeVocabulary(words), groups);
}

/** The words and names of several knowledge bases as of one. Without a lexicon of one, its words are not all known. */
export function mergeLexicons(own: Lexicon, others: readonly (Lexicon | undefined)[]): Lexicon {
  if (others.length === 0) return own;
  const known = [own, ...others.filter((other) => other !== undefined)];
  const frequencies = new Map<string, number>();
  for (const { vocabulary } of known) {
    for (const word of vocabulary.words) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + vocabulary.frequency(word));
    }
  }
  const pages = known.reduce((sum, { vocabulary }) => sum + vocabulary.pages, 0);
  const complete = known.length > others.length && known.every(({ vocabulary }) => vocabulary.complete);
  return new Lexicon(
    new Vocabulary(frequencies, pages, complete),
    known.flatMap(({ groups }) => groups),
  );
}
