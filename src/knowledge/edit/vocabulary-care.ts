/** How the vocabularies are used: what a person should look at, so that they stay small and clear. */

import { keyOf, VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import type { Content, ContentFile } from '../source/content.ts';
import { listAt, textAt } from '../source/field-values.ts';
import { editDistance } from '../source/nearest.ts';
import { locatedReferences } from '../source/references.ts';

export interface VocabularyEntry {
  readonly kind: VocabularyKind;
  readonly id: string;
  readonly title: string;
}

export interface VocabularyCare {
  /** Aliases that the texts use, with how often and in how many files; the most used first. */
  readonly aliases: readonly {
    readonly entry: VocabularyEntry;
    readonly alias: string;
    readonly times: number;
    readonly files: number;
  }[];
  /** Two entries of one vocabulary that may be the same thing, and the names that are near each other. */
  readonly alike: readonly {
    readonly entries: readonly [VocabularyEntry, VocabularyEntry];
    readonly names: readonly [string, string];
  }[];
  /** Tags with one case: not recurring yet. */
  readonly once: readonly { readonly entry: VocabularyEntry; readonly in: string }[];
  /** What no file names. */
  readonly unused: readonly VocabularyEntry[];
}

interface NamedEntry extends VocabularyEntry {
  readonly aliases: readonly string[];
}

const KINDS = Object.keys(VOCABULARY_FILES) as VocabularyKind[];

export function careForVocabulary(content: Content): VocabularyCare {
  const entries = KINDS.flatMap((kind) => entriesIn(content, kind));
  const users = usersOf(content);
  const casesOf = (entry: VocabularyEntry) =>
    (users.get(keyOf(entry)) ?? []).filter((file) => file.type === 'document' && file.kind === 'postmortem');
  return {
    aliases: entries
      .flatMap((entry) => aliasesUsed(entry, content))
      .sort((a, b) => b.times - a.times || (a.alias < b.alias ? -1 : 1)),
    alike: KINDS.flatMap((kind) => alikePairs(entries.filter((entry) => entry.kind === kind))),
    once: entries.flatMap((entry) => {
      const [only, ...more] = entry.kind === 'tag' ? casesOf(entry) : [];
      return only && more.length === 0 ? [{ entry: plain(entry), in: only.path }] : [];
    }),
    unused: entries.filter((entry) => !users.has(keyOf(entry))).map(plain),
  };
}

function plain({ kind, id, title }: NamedEntry): VocabularyEntry {
  return { kind, id, title };
}

function entriesIn(content: Content, kind: VocabularyKind): NamedEntry[] {
  const file = content.vocabulary(kind);
  return (file?.items ?? [])
    .filter(({ id }) => id)
    .map(({ id, index }) => ({
      kind,
      id,
      title: textAt(file?.yaml.value, [index, 'title']) ?? id,
      aliases: listAt(file?.yaml.value, [index, 'aliases']).filter((alias) => typeof alias === 'string'),
    }));
}

/** The files that name each entry, redirects and the vocabularies themselves left out. */
function usersOf(content: Content): Map<string, ContentFile[]> {
  const users = new Map<string, ContentFile[]>();
  for (const file of content.documents) {
    for (const key of new Set(locatedReferences(file).map(({ ref }) => keyOf(ref)))) {
      users.set(key, [...(users.get(key) ?? []), file]);
    }
  }
  return users;
}

function aliasesUsed(entry: NamedEntry, content: Content): VocabularyCare['aliases'] {
  return entry.aliases.flatMap((alias) => {
    const word = wholeWords(alias);
    const counts = content.documents.map(({ text }) => text.match(word)?.length ?? 0).filter(Boolean);
    const times = counts.reduce((sum, count) => sum + count, 0);
    return times > 0 ? [{ entry: plain(entry), alias, times, files: counts.length }] : [];
  });
}

function wholeWords(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}(?![\\p{L}\\p{N}-])`, 'giu');
}

function alikePairs(entries: readonly NamedEntry[]): VocabularyCare['alike'] {
  return entries.flatMap((first, index) =>
    entries.slice(index + 1).flatMap((second) => {
      const names = alikeNames(first, second);
      return names ? [{ entries: [plain(first), plain(second)] as const, names }] : [];
    }),
  );
}

function alikeNames(first: NamedEntry, second: NamedEntry): readonly [string, string] | undefined {
  for (const a of [first.id, first.title, ...first.aliases]) {
    for (const b of [second.id, second.title, ...second.aliases]) if (areAlike(a, b)) return [a, b];
  }
  return undefined;
}

/**
 * The same letters; or of two single words one that begins the other (postgres, postgresql), or that is a letter
 * or two apart from it. Short words, and phrases that share one, mean different things too often.
 */
export function areAlike(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b]
    .map((name) => name.toLowerCase())
    .sort((x, y) => x.length - y.length);
  if (lettersOf(short) === lettersOf(long)) return true;
  if (short.length < 5 || /\s/.test(short + long)) return false;
  if (long.startsWith(short)) return /^\p{L}/u.test(long.slice(short.length));
  const limit = short.length >= 12 ? 2 : 1;
  return editDistance(lettersOf(short), lettersOf(long), limit) <= limit;
}

function lettersOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '');
}
