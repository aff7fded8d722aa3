/**
 * The word lists of cspell: English as written in America and in Britain, and the words of the trade. Read
 * with cspell's own reader of tries. (cspell-lib takes 3 seconds to set itself up, which is all the time
 * that a check may take; the lists themselves take a tenth of that.)
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodeTrie, parseDictionary } from 'cspell-trie-lib';
import type { Dictionary } from './knowledge/dictionary.ts';

interface WordList {
  hasWord(word: string, isCaseSensitive: boolean): boolean;
  suggest(word: string, options: { numSuggestions: number }): string[];
}

const SOFTWARE = '@cspell/dict-software-terms/cspell-ext.json';
const SOURCES = [
  ['@cspell/dict-en_us/cspell-ext.json', './en_US.trie.gz'],
  [SOFTWARE, './dict/softwareTerms.txt.gz'],
  [SOFTWARE, './dict/software-tools.txt'],
  [SOFTWARE, './dict/networkingTerms.txt'],
  [SOFTWARE, './dict/webServices.txt'],
  [SOFTWARE, './dict/coding-compound-terms.txt'],
  ['@cspell/dict-en-gb-mit/cspell-ext.json', './en_GB.trie.gz'],
] as const;

/** Suggestions take 20 ms each; who has more unknown words than this has another problem than spelling. */
const MOST_SUGGESTIONS = 50;

/** Each list is read when a word is in none of those before it. */
export function loadDictionary(): Dictionary {
  const lists: (WordList | undefined)[] = [];
  const known = new Map<string, boolean>();
  let suggestions = 0;
  const listAt = (index: number) => {
    lists[index] ??= readList(...(SOURCES[index] as readonly [string, string]));
    return lists[index];
  };
  return {
    has(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      const spellings = [word, word.toLowerCase()];
      const isKnown = SOURCES.some((_, index) =>
        spellings.some((spelling) => listAt(index)?.hasWord(spelling, false)),
      );
      known.set(word, isKnown);
      return isKnown;
    },
    suggest(word) {
      suggestions++;
      return suggestions > MOST_SUGGESTIONS ? undefined : listAt(0)?.suggest(word, { numSuggestions: 1 })[0];
    },
  };
}

function readList(extension: string, path: string): WordList {
  const bytes = readFileSync(fileURLToPath(new URL(path, import.meta.resolve(extension))));
  const plain = new Uint8Array(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return path.includes('.trie') ? decodeTrie(plain) : parseDictionary(new TextDecoder().decode(plain));
}
