/** Names with the same meaning, from the vocabularies of the content and from the built-in glossary. */

import { STOP_WORDS } from './common-words.ts';
import type { GlossaryGroup } from './glossary.ts';
import { type Token, toNameKey } from './tokens.ts';

export interface AliasGroup {
  /** The most common first. */
  readonly names: readonly string[];
  /** Frequent misspellings: recognised, but never searched for. */
  readonly misspellings: readonly string[];
  /**
   * `service`, `tag` and `activity` come from the content, `acronym` from short forms that its texts explain, `foreign`
   * from words of another language, and `everyday` from the thesaurus.
   */
  readonly type: 'service' | 'tag' | 'activity' | 'acronym' | 'foreign' | 'everyday' | GlossaryGroup['type'];
}

export interface AliasMatch {
  /** The index of the first token of the name. */
  readonly at: number;
  /** The number of tokens. */
  readonly length: number;
  readonly group: AliasGroup;
}

const MAX_NAME_TOKENS = 6;

/** Finds names at a place of a query. */
export interface NameSource {
  findLongestAt(
    tokens: readonly Token[],
    at: number,
  ): { readonly length: number; readonly groups: readonly AliasGroup[] } | undefined;
}

/** Finds the names in a query: the longest at each place, without overlaps. */
export function findNames(sources: readonly NameSource[], tokens: readonly Token[]): AliasMatch[] {
  const matches: AliasMatch[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = sources.flatMap((source) => source.findLongestAt(tokens, at) ?? []);
    const length = Math.max(1, ...found.map((match) => match.length));
    for (const match of found) {
      if (match.length === length) matches.push(...match.groups.map((group) => ({ at, length, group })));
    }
    at += length;
  }
  return matches;
}

export class Aliases implements NameSource {
  readonly #groups = new Map<string, AliasGroup[]>();
  /** Names that are stop words unless typed in capitals: "DO", "US". */
  readonly #capitals = new Map<string, AliasGroup[]>();

  constructor(groups: readonly AliasGroup[]) {
    for (const group of groups) this.#add(group);
  }

  #add(group: AliasGroup): void {
    for (const name of [...group.names, ...group.misspellings]) {
      const key = toNameKey(name);
      if (!key) continue;
      if (STOP_WORDS.has(key)) appendGroup(this.#capitals, key, group);
      else for (const form of new Set([key, key.replaceAll(' ', '')])) appendGroup(this.#groups, form, group);
    }
  }

  listNames(): Iterable<string> {
    return this.#groups.keys();
  }

  has(word: string): boolean {
    return this.#groups.has(word);
  }

  findGroups(name: string): readonly AliasGroup[] {
    return this.#groups.get(toNameKey(name)) ?? [];
  }

  /** Returns whether a stop word is meant as a name. */
  #isCapitalName({ typed, whole }: Token): boolean {
    return typed.length > 1 && typed === typed.toUpperCase() && this.#capitals.has(whole);
  }

  findLongestAt(tokens: readonly Token[], at: number) {
    for (let length = Math.min(MAX_NAME_TOKENS, tokens.length - at); length > 0; length--) {
      const covered = tokens.slice(at, at + length);
      const [first] = covered;
      if (length === 1 && first && this.#isCapitalName(first)) {
        return { length, groups: this.#capitals.get(first.whole) ?? [] };
      }
      const key = covered.flatMap(({ parts }) => parts).join(' ');
      const groups = this.#groups.get(key);
      if (groups) return { length, groups };
    }
    return undefined;
  }
}

function appendGroup(map: Map<string, AliasGroup[]>, key: string, group: AliasGroup): void {
  const list = map.get(key);
  if (!list) map.set(key, [group]);
  else if (!list.includes(group)) list.push(group);
}
