/** What understanding a query needs to know of the content: its words and its names. One small file for the browser. */
import { type AliasGroup, Aliases } from './aliases.ts';
import { Spelling } from './spelling.ts';
import { decodeVocabulary, encodeVocabulary, type Vocabulary } from './vocabulary.ts';

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
