/**
 * The word lists of cspell: English as written in America and in Britain, and the words of the trade. Read
 * with cspell's own reader of tries. (cspell-lib takes 3 seconds to set itself up, which is all the time
 * that a check may take.) Unpacking the lists takes half a second, so what comes of it is kept.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { convertToBTrie, decodeFile } from 'cspell-trie-lib';
import type { Dictionary } from '../knowledge/check/dictionary.ts';

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

const CACHE_FOLDER = join(import.meta.dirname, '../../.cache/words');

let loading: Promise<Dictionary> | undefined;

/** Read once a process. */
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

/** @param extension the package's description, beside which the list lies */
async function readWordList([extension, path]: readonly [string, string]): Promise<WordList> {
  const url = new URL(path, import.meta.resolve(extension));
  const packed = new Uint8Array(await readFile(fileURLToPath(url)));
  const kept = join(CACHE_FOLDER, `${createHash('sha256').update(packed).digest('hex').slice(0, 16)}.btrie`);
  try {
    return await decodeFile({ url: pathToFileURL(kept), content: new Uint8Array(await readFile(kept)) });
  } catch {
    // Not there yet, or of another version of the reader.
    const unpacked = await convertToBTrie({ url, content: packed });
    await writeCache(kept, unpacked.content);
    return decodeFile(unpacked);
  }
}

/** Where nothing may be written, the lists are unpacked each time. */
async function writeCache(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(CACHE_FOLDER, { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM' && code !== 'ENOSPC') throw error;
  }
}
