/**
 * Loads the word lists of cspell: American and British English, and software terms. It uses only cspell's trie reader,
 * because cspell-lib takes 3 seconds to start. Unpacking the lists takes half a second, so the result is cached.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { convertToBTrie, decodeFile } from 'cspell-trie-lib';
import type { Dictionary } from '../knowledge/check/dictionary.ts';
import { RESULTS_FOLDER } from './cache-folder.ts';
import { CommandError } from './command-error.ts';
import { createFolder, replaceFile } from './write-file.ts';

type WordList = Awaited<ReturnType<typeof decodeFile>>;

const SOFTWARE_TERMS = '@cspell/dict-software-terms/cspell-ext.json';
const WORD_LIST_SOURCES = [
  ['@cspell/dict-en_us/cspell-ext.json', './en_US.trie.gz'],
  [SOFTWARE_TERMS, './dict/softwareTerms.txt.gz'],
  [SOFTWARE_TERMS, './dict/software-tools.txt'],
  [SOFTWARE_TERMS, './dict/networkingTerms.txt'],
  [SOFTWARE_TERMS, './dict/webServices.txt'],
  [SOFTWARE_TERMS, './dict/coding-compound-terms.txt'],
  ['@cspell/dict-en-gb-mit/cspell-ext.json', './en_GB.trie.gz'],
] as const;

const WORDS_FOLDER = join(RESULTS_FOLDER, 'words');

let loading: Promise<Dictionary> | undefined;

/** Loads the lists once per thread. */
export function loadDictionary(): Promise<Dictionary> {
  loading ??= readDictionary();
  return loading;
}

async function readDictionary(): Promise<Dictionary> {
  const lists = await Promise.all(WORD_LIST_SOURCES.map(readWordList));
  const known = new Map<string, boolean>();
  const suggested = new Map<string, string | undefined>();
  return {
    has(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      const isKnown = lists.some(
        (list) => list.hasWord(word, false) || list.hasWord(word.toLowerCase(), false),
      );
      known.set(word, isKnown);
      return isKnown;
    },
    suggest(word) {
      if (!suggested.has(word)) suggested.set(word, lists[0]?.suggest(word, { numSuggestions: 1 })[0]);
      return suggested.get(word);
    },
  };
}

/** @param source the description of the package, and the path of the list relative to it */
async function readWordList([extension, path]: readonly [string, string]): Promise<WordList> {
  const url = new URL(path, import.meta.resolve(extension));
  const packed = new Uint8Array(await readFile(fileURLToPath(url)));
  const cached = join(
    WORDS_FOLDER,
    `${createHash('sha256').update(packed).digest('hex').slice(0, 16)}.btrie`,
  );
  try {
    return await decodeFile({ url: pathToFileURL(cached), content: new Uint8Array(await readFile(cached)) });
  } catch {
    // Not cached yet, or cached by another version of the reader.
    const unpacked = await convertToBTrie({ url, content: packed });
    await writeCache(cached, unpacked.content);
    return decodeFile(unpacked);
  }
}

/** If the cache cannot be written, the lists are unpacked each time. */
async function writeCache(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await createFolder(WORDS_FOLDER);
    await replaceFile(path, content);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
  }
}
