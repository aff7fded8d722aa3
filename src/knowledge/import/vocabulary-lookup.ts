/** Names that people use, found in the vocabularies of services and tags. */
import type { Content } from '../source/content.ts';
import { nearest } from '../source/nearest.ts';

export interface VocabularyEntry {
  readonly kind: 'service' | 'tag';
  readonly id: string;
}

export interface VocabularyLookup {
  /** The one entry that a name stands for; undefined where there is none, or more than one. */
  find(name: string, kinds?: readonly VocabularyEntry['kind'][]): VocabularyEntry | undefined;
  /** The name that is nearest to one that is not known, for whoever has to decide. */
  nearestTo(name: string): string | undefined;
  /** The services that a text names; whether they were involved is for a person to say. */
  servicesIn(text: string): string[];
}

/** Ids come before titles, titles before aliases, aliases before misspellings. */
const RANKS = 4;

export function vocabularyLookup(content: Content): VocabularyLookup {
  const ranks = Array.from({ length: RANKS }, () => new Map<string, VocabularyEntry[]>());
  for (const { entry, names } of [...namedEntries(content, 'service'), ...namedEntries(content, 'tag')]) {
    for (const [rank, name] of names) {
      const known = ranks[rank]?.get(keyOf(name)) ?? [];
      const isKnown = known.some(({ kind, id }) => kind === entry.kind && id === entry.id);
      if (!isKnown) ranks[rank]?.set(keyOf(name), [...known, entry]);
    }
  }
  const names = ranks.flatMap((rank) => [...rank.keys()]);
  return {
    find(name, kinds = ['service', 'tag']) {
      for (const rank of ranks) {
        const found = (rank.get(keyOf(name)) ?? []).filter(({ kind }) => kinds.includes(kind));
        if (found.length > 0) return found.length === 1 ? found[0] : undefined;
      }
      return undefined;
    },
    // Words of two or three letters are near to everything.
    nearestTo: (name) => (name.length > 3 ? nearest(keyOf(name), names) : undefined),
    servicesIn: namedServices(content),
  };
}

/** Whole words only; short names (ES, S3, DNS) only as they are written in the vocabulary. */
function namedServices(content: Content): VocabularyLookup['servicesIn'] {
  const ids = new Map<string, string>();
  for (const { entry, names } of namedEntries(content, 'service')) {
    for (const [rank, name] of names) {
      if (rank < RANKS - 1 && name.length > 1) ids.set(name.length > 3 ? name.toLowerCase() : name, entry.id);
    }
  }
  const words = [...ids.keys()].sort((a, b) => b.length - a.length);
  return (text) => {
    if (words.length === 0) return [];
    const pattern = new RegExp(`(?<![\\w-])(?:${words.map(escaped).join('|')})(?![\\w-])`, 'gi');
    const found = [...text.matchAll(pattern)].map(([word]) =>
      ids.get(word.length > 3 ? word.toLowerCase() : word),
    );
    return [...new Set(found.filter((id) => id !== undefined))];
  };
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The entries of one vocabulary with their names, each with its rank. */
function namedEntries(content: Content, kind: VocabularyEntry['kind']) {
  return (content.vocabulary(kind)?.items ?? []).flatMap(({ id, validated: { data } }) => {
    if (!data) return [];
    const misspellings = 'misspellings' in data ? data.misspellings : [];
    const names = [[id], [data.title], data.aliases, misspellings].flatMap((group, rank) =>
      group.map((name) => [rank, name] as const),
    );
    // An entry that was replaced gives its names to the one that took its place.
    return [{ entry: { kind, id: data.replacedBy ?? id }, names }];
  });
}

/** Names that differ only in case, hyphens and spaces are the same. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
