/** The words and names of the content, needed to understand queries. One small file for the browser. */
import { Aliases, type AliasGroup } from './aliases.ts';
import { SpellingCorrector } from './spelling-corrector.ts';
import { type Spellings, toSpellings } from './spellings.ts';
import { listTechnicalStems } from './technical-words.ts';
import { decodeWordFrequencies, encodeWordFrequencies, WordFrequencies } from './word-frequencies.ts';
import { decodeWordSet, type WordSet } from './word-set.ts';

/** The name of the file in the folder of the search index. */
export const LEXICON_FILE = 'search-lexicon.json';

export class SearchLexicon {
  readonly wordFrequencies: WordFrequencies;
  readonly aliases: Aliases;
  readonly groups: readonly AliasGroup[];
  readonly spellings: Spellings;
  /** The words of known errors, to tell whether typed words may be one; if absent, all may. */
  readonly errorHints: WordSet | undefined;
  #spelling: SpellingCorrector | undefined;
  #technicalStems: ReadonlySet<string> | undefined;

  constructor(
    wordFrequencies: WordFrequencies,
    groups: readonly AliasGroup[],
    spellings: Spellings = new Map(),
    errorHints?: WordSet,
  ) {
    this.wordFrequencies = wordFrequencies;
    this.groups = groups;
    this.spellings = spellings;
    this.errorHints = errorHints;
    this.aliases = new Aliases(groups);
  }

  /** The stems of the words of all names. */
  get technicalStems(): ReadonlySet<string> {
    this.#technicalStems ??= listTechnicalStems(this.groups);
    return this.#technicalStems;
  }

  /** Created on first use, because only unknown words need it. */
  get spelling(): SpellingCorrector {
    this.#spelling ??= new SpellingCorrector(this.wordFrequencies, this.aliases);
    return this.#spelling;
  }
}

interface LexiconFile {
  readonly words: string;
  readonly names: readonly (readonly [AliasGroup['type'], readonly string[], readonly string[]])[];
  readonly spellings?: readonly string[];
  readonly errors?: string;
}

/** @param errorHints the encoded words of known errors */
export function encodeLexicon(
  { wordFrequencies, groups, spellings }: Pick<SearchLexicon, 'wordFrequencies' | 'groups' | 'spellings'>,
  errorHints?: string,
): string {
  const names = groups.map(({ type, names, misspellings }) => [type, names, misspellings] as const);
  const spelledWords = [...spellings.values()].flat();
  return JSON.stringify({
    words: encodeWordFrequencies(wordFrequencies),
    names,
    ...(spelledWords.length > 0 ? { spellings: spelledWords } : {}),
    ...(errorHints === undefined ? {} : { errors: errorHints }),
  } satisfies LexiconFile);
}

/** @throws if the text is not from `encodeLexicon` */
export function decodeLexicon(text: string): SearchLexicon {
  const { words, names, spellings = [], errors } = JSON.parse(text) as LexiconFile;
  const groups = names.map(([type, names, misspellings]) => ({ type, names, misspellings }));
  const hints = errors === undefined ? undefined : decodeWordSet(errors);
  return new SearchLexicon(decodeWordFrequencies(words), groups, toSpellings(spellings), hints);
}

/** Several knowledge bases have the same groups of the glossary. */
function removeRepeated(groups: readonly AliasGroup[]): AliasGroup[] {
  return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
}

/**
 * Merges the lexicons of several knowledge bases.
 *
 * @param others undefined for one without a lexicon, which makes the result incomplete
 */
export function mergeLexicons(
  own: SearchLexicon,
  others: readonly (SearchLexicon | undefined)[],
): SearchLexicon {
  if (others.length === 0) return own;
  const lexicons = [own, ...others.filter((other) => other !== undefined)];
  const pagesByWord = new Map<string, number>();
  for (const { wordFrequencies } of lexicons) {
    for (const word of wordFrequencies.words) {
      pagesByWord.set(word, (pagesByWord.get(word) ?? 0) + wordFrequencies.getFrequency(word));
    }
  }
  const pages = lexicons.reduce((sum, { wordFrequencies }) => sum + wordFrequencies.pages, 0);
  const isComplete =
    lexicons.length > others.length && lexicons.every(({ wordFrequencies }) => wordFrequencies.complete);
  return new SearchLexicon(
    new WordFrequencies(pagesByWord, pages, isComplete),
    removeRepeated(lexicons.flatMap(({ groups }) => groups)),
    toSpellings(new Set(lexicons.flatMap(({ spellings }) => [...spellings.values()].flat()))),
    own.errorHints,
  );
}
