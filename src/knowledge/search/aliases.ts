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

/** Names of products that are also ordinary words in identifiers: `bind_address`, `window_size`, `es_ES`. */
const AMBIGUOUS_PRODUCTS: ReadonlySet<string> = new Set(
  `apache apex as bind cf core cron dd docker elastic envoy es git kernel linux named prom rabbit rails sns spark ssh
  supervisor tf vault windows`.split(/\s+/),
);

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
      // A single letter is the flag of a command or the name of a drive more often than a product.
      if (!key || /^[a-z0-9]$/.test(key)) continue;
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
    const key = toNameKey(name);
    return this.#groups.get(key) ?? this.#groups.get(key.replaceAll(' ', '')) ?? [];
  }

  /**
   * Finds products and services in the words of an identifier: `pgbouncer` in `PgBouncerPoolExhausted`, `redis` in
   * `redis-server`. Names that are also everyday words count only if they are the first word.
   */
  findProducts(words: readonly string[]): AliasMatch[] {
    const matches: AliasMatch[] = [];
    for (let at = 0; at < words.length;) {
      const longest = this.#findLongestProductAt(words, at);
      for (const group of longest?.groups ?? []) matches.push({ at, length: longest?.length ?? 1, group });
      at += longest?.length ?? 1;
    }
    return matches;
  }

  #findLongestProductAt(words: readonly string[], at: number) {
    for (let length = Math.min(MAX_NAME_TOKENS, words.length - at); length > 0; length--) {
      const key = words.slice(at, at + length).join(' ');
      // A driver has the name of its product and a number: `mysql2`.
      const isJoined = words.slice(at, at + length).every((word) => word.length > 1);
      const forms = [key, ...(isJoined ? [key.replaceAll(' ', '')] : []), key.replace(/\d{1,2}$/, '')];
      const groups = (forms.map((form) => this.#groups.get(form)).find((found) => found) ?? []).filter(
        ({ type }) => type === 'product' || type === 'service',
      );
      const isCertain = length > 1 || at === 0 || !AMBIGUOUS_PRODUCTS.has(key);
      if (groups.length > 0 && isCertain) return { length, groups };
    }
    return undefined;
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
      // The words of a name with capitals inside are written as one: "MongoDB", "PostgreSQL".
      const groups =
        this.#groups.get(key) ?? (length === 1 && first ? this.#groups.get(first.whole) : undefined);
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
