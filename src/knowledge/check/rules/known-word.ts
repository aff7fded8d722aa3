import type { ContentFile } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import { getProse } from '../prose.ts';
import type { Rule } from './rule.ts';

/**
 * Matches words of prose. Leaves out names of files, hosts and functions (joined to a digit, a dot, a slash, an
 * underscore or an @), identifiers and abbreviations (with capitals after the first letter).
 */
const WORD_PATTERN =
  /(?<![\p{L}\p{N}\p{M}_./@:=\\&#$%<-]|[\p{L}]['’])\p{L}[\p{Ll}\p{M}]+(?:['’]\p{Ll}+)*(?![\p{L}\p{N}\p{M}_/@=\\(]|[.:][\p{L}\p{N}]|-[\p{Lu}\p{N}])/gu;
const MIN_WORD_LENGTH = 4;
/** A suggestion takes 5 ms. A file with more unknown words than this has other problems than spelling. */
const MAX_SUGGESTIONS = 10;

export const knownWord: Rule = {
  name: 'known-word',
  severity: 'warning',
  why: 'The search does not find misspelled words. If a word is right, add it to `dictionary.txt` in the content folder. The names of services, recurring issues and activities are known already.',
  example: { wrong: 'The replicaton stopped.', right: 'The replication stopped.' },
  check({ file, content, dictionary, report }) {
    if (!dictionary || !('text' in file) || file.type === 'dictionary') return;
    const unknown = findUnknownWords(file.text, (word) => dictionary.has(word) || content.isKnownWord(word));
    const suggested = new Set<string>();
    for (const { index, 0: written } of file.text.matchAll(WORD_PATTERN)) {
      if (!unknown.has(written)) continue;
      const word = stripApostrophe(written);
      if (!getProse(file).findPassage(index) || isProperName(word, index, file)) continue;
      const isSuggested = suggested.size < MAX_SUGGESTIONS || suggested.has(word);
      const suggestion = isSuggested ? dictionary.suggest(word) : undefined;
      if (isSuggested) suggested.add(word);
      report({
        span: { start: index, end: index + word.length },
        message: `Unknown word ${quote(word)}, expected a word in the dictionary or in \`dictionary.txt\``,
        hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
      });
    }
  },
};

/** Returns the unknown words as written. Most files have none, and finding that out needs no positions. */
function findUnknownWords(text: string, isKnown: (word: string) => boolean): ReadonlySet<string> {
  const written = [...new Set(text.match(WORD_PATTERN))];
  return new Set(
    written.filter((word) => {
      const bare = stripApostrophe(word);
      return bare.length >= MIN_WORD_LENGTH && !isKnown(bare);
    }),
  );
}

/** Removes what an apostrophe adds: `server's` becomes `server`. */
function stripApostrophe(written: string): string {
  if (!/['’]/.test(written)) return written;
  return written.replace(/['’](?:s|d|ll|re|ve)?$/, '').replaceAll('’', "'");
}

/** Returns whether a word has a capital within a sentence. No dictionary contains all names. */
function isProperName(word: string, index: number, { text }: ContentFile): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  const before = text.slice(Math.max(0, index - 40), index);
  return !/(?:^|[.!?:]\s+|\n\s*\n\s*|[-*>#]\s+|:\s+|["“(*_]+)$/.test(before);
}
