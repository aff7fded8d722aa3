/** Loads the tables that a query needs, and nothing for the many queries whose words the pages contain. */
import { cutText } from './cut-text.ts';
import { isEnglishWord, listUnknownWords } from './english-words.ts';
import { mayContainError } from './errors/error-hints.ts';
import { decodeErrorTable, type ErrorTable } from './errors/error-table.ts';
import { hasForeignHint } from './foreign-hints.ts';
import { decodeLanguages, type ForeignLanguage } from './foreign-language.ts';
import { looksLikeLog } from './log-noise.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { Thesaurus } from './thesaurus.ts';
import { tokenize } from './tokens.ts';
import { decodeWordSet, type WordSet } from './word-set.ts';

/** Tables that only few queries need, so that each is a file of its own. */
export interface QueryTables {
  /** Ordinary English words, which are not corrected. */
  readonly english?: WordSet;
  readonly languages?: readonly ForeignLanguage[];
  /** Everyday words, for queries that find nothing close. */
  readonly thesaurus?: Thesaurus;
  /** Known errors, for logs and for words that may be a message. */
  readonly errors?: ErrorTable;
}

type TableName = keyof QueryTables;

/** The names of the files in the folder of the search index. */
export const TABLE_FILES = {
  english: 'search-english.txt',
  languages: 'search-languages.json',
  thesaurus: 'search-thesaurus.txt',
  errors: 'search-errors.json',
} as const satisfies Record<TableName, string>;

const DECODERS: { readonly [Name in TableName]: (text: string) => NonNullable<QueryTables[Name]> } = {
  english: decodeWordSet,
  languages: decodeLanguages,
  thesaurus: (text) => new Thesaurus(text),
  errors: decodeErrorTable,
};

export class TableLoader {
  readonly #readFile: (file: string) => Promise<string>;
  readonly #loading = new Map<TableName, Promise<void>>();
  #loaded: QueryTables = {};

  /** @param readFile returns the text of one of `TABLE_FILES` */
  constructor(readFile: (file: string) => Promise<string>) {
    this.#readFile = readFile;
  }

  get loaded(): QueryTables {
    return this.#loaded;
  }

  /** Loads a table once. If that fails, it is left out, and the next call tries again. */
  load(name: TableName): Promise<void> {
    const loading = this.#loading.get(name) ?? this.#load(name).catch(() => void this.#loading.delete(name));
    this.#loading.set(name, loading);
    return loading;
  }

  async #load(name: TableName): Promise<void> {
    const table = DECODERS[name](await this.#readFile(TABLE_FILES[name]));
    this.#loaded = { ...this.#loaded, [name]: table };
  }
}

/** Loads the tables for the words of a query. */
export async function loadQueryTables(
  query: string,
  lexicon: SearchLexicon,
  loader: TableLoader,
): Promise<void> {
  // Only the English words show whether other languages are needed.
  for (let round = 0; round < 2; round++) {
    await Promise.all(listMissingTables(query, lexicon, loader.loaded).map((name) => loader.load(name)));
  }
}

/** Returns the tables that a query needs and that are not loaded. */
export function listMissingTables(query: string, lexicon: SearchLexicon, loaded: QueryTables): TableName[] {
  const { text } = cutText(query);
  const isLog = looksLikeLog(text);
  const mayBeError = isLog || !lexicon.errorHints || mayContainError(text, lexicon.errorHints);
  const needed: TableName[] = [
    ...(mayBeError ? (['errors'] as const) : []),
    ...listLanguageTables(text, isLog, lexicon, loaded),
  ];
  return needed.filter((name) => loaded[name] === undefined);
}

function listLanguageTables(
  text: string,
  isLog: boolean,
  lexicon: SearchLexicon,
  loaded: QueryTables,
): TableName[] {
  const tokens = tokenize(text);
  const isForeign = hasForeignHint(text, tokens);
  const unknown = isLog ? [] : listUnknownWords(tokens, lexicon);
  if (!isForeign && unknown.length === 0) return [];
  // A word with a close spelling in the pages is a typo rather than a word of another language.
  const mayBeForeign = (word: string) =>
    loaded.english !== undefined && !isEnglishWord(word, loaded.english) && !lexicon.spelling.correct(word);
  return isForeign || unknown.some(mayBeForeign) ? ['english', 'languages'] : ['english'];
}
