/**
 * Everyday words and the words that postmortems use for the same. They are so many, and some so vague, that they count
 * only if a query finds nothing close by its own words.
 */
import type { AliasGroup, NameSource } from './aliases.ts';
import { stem } from './stem.ts';
import { type Token, tokenize } from './tokens.ts';

const MAX_WORDS = 6;

export class Thesaurus implements NameSource {
  /** By the stems of the words. */
  readonly #groups = new Map<string, AliasGroup>();

  /** @param entries one group per line: `everyday words, other everyday words = words of postmortems` */
  constructor(entries: string) {
    for (const line of entries.trim().split('\n')) {
      const [expressions = '', names = ''] = line.split(' = ');
      const group: AliasGroup = { names: names.split(', '), misspellings: [], type: 'everyday' };
      for (const expression of expressions.split(', ')) {
        this.#groups.set(toKey(tokenize(expression)), group);
        // "Won't" is often typed without its apostrophe.
        this.#groups.set(toKey(tokenize(expression.replaceAll("'", ''))), group);
      }
    }
  }

  findLongestAt(
    tokens: readonly Token[],
    at: number,
  ): { length: number; groups: readonly AliasGroup[] } | undefined {
    for (let length = Math.min(MAX_WORDS, tokens.length - at); length > 0; length--) {
      const group = this.#groups.get(toKey(tokens.slice(at, at + length)));
      if (group) return { length, groups: [group] };
    }
    return undefined;
  }
}

function toKey(tokens: readonly Token[]): string {
  return tokens
    .flatMap(({ parts }) => parts)
    .map(stem)
    .join(' ');
}
