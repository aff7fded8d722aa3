/** Finds how the vocabularies are used, so that people can keep them small and clear. */
import { toRefKey, VOCABULARY_FILES, type VocabularyKind } from '../schema/kinds.ts';
import { type Content, type ContentFile, isDocumentOf } from '../source/content.ts';
import { getListAt, getTextAt } from '../source/field-values.ts';
import { computeEditDistance } from '../source/find-nearest.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { findRefs } from '../source/located-refs.ts';

export interface VocabularyEntrySummary {
  readonly kind: VocabularyKind;
  readonly id: string;
  readonly title: string;
}

export interface VocabularyUsage {
  /** Aliases in the texts, with the number of times and files. The most used first. */
  readonly aliases: readonly {
    readonly entry: VocabularyEntrySummary;
    readonly alias: string;
    readonly times: number;
    readonly files: number;
  }[];
  /** Two entries of one vocabulary that may be the same thing, and their similar names. */
  readonly similar: readonly {
    readonly entries: readonly [VocabularyEntrySummary, VocabularyEntrySummary];
    readonly names: readonly [string, string];
  }[];
  /** Tags with one case. */
  readonly usedOnce: readonly { readonly entry: VocabularyEntrySummary; readonly in: string }[];
  /** Entries that no document names. */
  readonly unused: readonly VocabularyEntrySummary[];
}

interface EntryWithAliases extends VocabularyEntrySummary {
  readonly aliases: readonly string[];
}

const VOCABULARY_KINDS = Object.keys(VOCABULARY_FILES) as VocabularyKind[];

export function findVocabularyUsage(content: Content): VocabularyUsage {
  const entries = VOCABULARY_KINDS.flatMap((kind) => listEntries(content, kind));
  const users = findUsers(content);
  const listCases = (entry: VocabularyEntrySummary) =>
    (users.get(toRefKey(entry)) ?? []).filter((file) => isDocumentOf(file, 'postmortem'));
  return {
    aliases: entries
      .flatMap((entry) => countAliasUses(entry, content))
      .sort((a, b) => b.times - a.times || (a.alias < b.alias ? -1 : 1)),
    similar: VOCABULARY_KINDS.flatMap((kind) =>
      findSimilarPairs(entries.filter((entry) => entry.kind === kind)),
    ),
    usedOnce: entries.flatMap((entry) => {
      const [only, ...more] = entry.kind === 'tag' ? listCases(entry) : [];
      return only && more.length === 0 ? [{ entry: toSummary(entry), in: only.path }] : [];
    }),
    unused: entries.filter((entry) => !users.has(toRefKey(entry))).map(toSummary),
  };
}

function toSummary({ kind, id, title }: EntryWithAliases): VocabularyEntrySummary {
  return { kind, id, title };
}

function listEntries(content: Content, kind: VocabularyKind): EntryWithAliases[] {
  const file = content.findVocabulary(kind);
  return (file?.items ?? [])
    .filter(({ id }) => id)
    .map(({ id, index }) => ({
      kind,
      id,
      title: toPlainText(getTextAt(file?.yaml.value, [index, 'title']) ?? id),
      aliases: getListAt(file?.yaml.value, [index, 'aliases']).filter((alias) => typeof alias === 'string'),
    }));
}

/** Returns the documents that name each entry. */
function findUsers(content: Content): Map<string, ContentFile[]> {
  const users = new Map<string, ContentFile[]>();
  for (const file of content.documents) {
    for (const key of new Set(findRefs(file).map(({ ref }) => toRefKey(ref)))) {
      users.set(key, [...(users.get(key) ?? []), file]);
    }
  }
  return users;
}

function countAliasUses(entry: EntryWithAliases, content: Content): VocabularyUsage['aliases'] {
  return entry.aliases.flatMap((alias) => {
    const word = createWholeWordPattern(alias);
    const counts = content.documents.map(({ text }) => text.match(word)?.length ?? 0).filter(Boolean);
    const times = counts.reduce((sum, count) => sum + count, 0);
    return times > 0 ? [{ entry: toSummary(entry), alias, times, files: counts.length }] : [];
  });
}

function createWholeWordPattern(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}(?![\\p{L}\\p{N}-])`, 'giu');
}

function findSimilarPairs(entries: readonly EntryWithAliases[]): VocabularyUsage['similar'] {
  return entries.flatMap((first, index) =>
    entries.slice(index + 1).flatMap((second) => {
      const names = findSimilarNames(first, second);
      return names ? [{ entries: [toSummary(first), toSummary(second)] as const, names }] : [];
    }),
  );
}

function findSimilarNames(
  first: EntryWithAliases,
  second: EntryWithAliases,
): readonly [string, string] | undefined {
  for (const a of [first.id, first.title, ...first.aliases]) {
    for (const b of [second.id, second.title, ...second.aliases]) if (areSimilar(a, b)) return [a, b];
  }
  return undefined;
}

/**
 * Returns whether two names have the same letters, or are two words of which one starts with the other (postgres,
 * postgresql) or differs in one or two letters. Short words and phrases would match too often.
 */
export function areSimilar(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b]
    .map((name) => name.toLowerCase())
    .sort((x, y) => x.length - y.length);
  if (keepLetters(short) === keepLetters(long)) return true;
  if (short.length < 5 || /\s/.test(short + long)) return false;
  if (long.startsWith(short)) return /^\p{L}/u.test(long.slice(short.length));
  const limit = short.length >= 12 ? 2 : 1;
  return computeEditDistance(keepLetters(short), keepLetters(long), limit) <= limit;
}

function keepLetters(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '');
}
