/** Finds names that people use in the vocabularies of services, tags and organizations. */
import type { Content } from '../source/content.ts';
import { findNearest } from '../source/find-nearest.ts';

export interface VocabularyEntry {
  readonly kind: 'service' | 'tag' | 'organization';
  readonly id: string;
}

export interface VocabularyLookup {
  /** Finds the only entry with a name; undefined if there is none, or more than one. */
  find(name: string, kinds: readonly VocabularyEntry['kind'][]): VocabularyEntry | undefined;
  /** Returns the name nearest to an unknown one, for the person who decides. */
  findNearest(name: string, kinds: readonly VocabularyEntry['kind'][]): string | undefined;
  /** The services that a text names; whether they were involved is for a person to say. */
  findServicesIn(text: string): string[];
  /** Returns the activity that the first text with exactly one activity names, or else `emergency`, if it exists. */
  findActivity(texts: readonly string[]): string | undefined;
}

/** Ids come before titles, titles before aliases, aliases before misspellings. */
const RANK_COUNT = 4;

export function createVocabularyLookup(content: Content): VocabularyLookup {
  const ranks = Array.from({ length: RANK_COUNT }, () => new Map<string, VocabularyEntry[]>());
  for (const { entry, names } of [
    ...listNamedEntries(content, 'service'),
    ...listNamedEntries(content, 'tag'),
    ...listNamedEntries(content, 'organization'),
  ]) {
    for (const [rank, name] of names) {
      const known = ranks[rank]?.get(normalizeName(name)) ?? [];
      const isKnown = known.some(({ kind, id }) => kind === entry.kind && id === entry.id);
      if (!isKnown) ranks[rank]?.set(normalizeName(name), [...known, entry]);
    }
  }
  const listNames = (kinds: readonly VocabularyEntry['kind'][]) =>
    ranks.flatMap((rank) =>
      [...rank].flatMap(([name, entries]) =>
        entries.some(({ kind }) => kinds.includes(kind)) ? [name] : [],
      ),
    );
  // The same names are in many sources of an import.
  const nearest = new Map<string, string | undefined>();
  return {
    find(name, kinds) {
      for (const rank of ranks) {
        const found = (rank.get(normalizeName(name)) ?? []).filter(({ kind }) => kinds.includes(kind));
        if (found.length > 0) return found.length === 1 ? found[0] : undefined;
      }
      return undefined;
    },
    // Words of two or three letters are near to everything.
    findNearest(name, kinds) {
      const key = [...kinds, normalizeName(name)].join(' ');
      if (name.length > 3 && !nearest.has(key)) {
        nearest.set(key, findNearest(normalizeName(name), listNames(kinds)));
      }
      return nearest.get(key);
    },
    findServicesIn: createServiceFinder(content),
    findActivity: createActivityFinder(content),
  };
}

/** Whole words only; short names (ES, S3, DNS) only as they are written in the vocabulary. */
function createServiceFinder(content: Content): VocabularyLookup['findServicesIn'] {
  const ids = new Map<string, string>();
  for (const { entry, names } of listNamedEntries(content, 'service')) {
    for (const [rank, name] of names) {
      if (rank < RANK_COUNT - 1 && name.length > 1)
        ids.set(name.length > 3 ? name.toLowerCase() : name, entry.id);
    }
  }
  const words = [...ids.keys()].sort((a, b) => b.length - a.length);
  if (words.length === 0) return () => [];
  const pattern = new RegExp(`(?<![\\w-])(?:${words.map(escapeRegExp).join('|')})(?![\\w-])`, 'gi');
  return (text) => {
    const found = [...text.matchAll(pattern)].map(([word]) =>
      ids.get(word.length > 3 ? word.toLowerCase() : word),
    );
    return [...new Set(found.filter((id) => id !== undefined))];
  };
}

function createActivityFinder(content: Content): VocabularyLookup['findActivity'] {
  const activities = (content.findVocabulary('activity')?.items ?? []).map(({ id, validated: { data } }) => ({
    id,
    names: [id, ...(data ? [data.title, ...('aliases' in data ? data.aliases : [])] : [])].map(normalizeName),
  }));
  return (texts) => {
    for (const text of texts) {
      const words = ` ${normalizeName(text.replace(/[^\p{L}\p{N}\s-]+/gu, ' '))} `;
      const named = activities.filter(({ names }) => names.some((name) => words.includes(` ${name} `)));
      const [only, ...others] = named;
      if (only && others.length === 0) return only.id;
    }
    return activities.find(({ id }) => id === EMERGENCY)?.id;
  };
}

/** The activity whose procedures people need during an incident. */
const EMERGENCY = 'emergency';

function escapeRegExp(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The entries of one vocabulary with their names, each with its rank. */
function listNamedEntries(content: Content, kind: VocabularyEntry['kind']) {
  return (content.findVocabulary(kind)?.items ?? []).flatMap(({ id, validated: { data } }) => {
    if (!data) return [];
    const misspellings = 'misspellings' in data ? data.misspellings : [];
    const names = [[id], [data.title], data.aliases, misspellings].flatMap((group, rank) =>
      group.map((name) => [rank, name] as const),
    );
    // An entry that was replaced gives its names to the one that took its place.
    return [{ entry: { kind, id: ('replacedBy' in data ? data.replacedBy : undefined) ?? id }, names }];
  });
}

/** Names that differ only in case, hyphens and spaces are the same. */
function normalizeName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
